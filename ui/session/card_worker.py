"""The thread that uses the card: PC/SC calls block, so the GUI thread never makes one.

Signals carry no secret: a signature stays in the worker until it is taken. The PIN is passed by reference and is
overwritten here in every case.
"""

import queue
import threading
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal

from kiosk.cards import certificate
from kiosk.cards.identity import CardChanged, CardReading, CardSession, WrongPin
from kiosk.cards.transport import CardAbsent, CardError, CardService, ReaderUnavailable
from kiosk.cards.verification import public_key, verify
from kiosk.failures import FailureName
from kiosk.secret import Pin
from kiosk.system import clock

Job = Callable[[CardSession], None]


@dataclass(frozen=True, repr=False)
class Signature:
    """The result of signing: certificate (DER), Web eID name of the algorithm, signature."""

    certificate: bytes
    algorithm: str
    value: bytes


class CardWorker(QObject):
    """Reads the card of this session, compares it and signs with it, one job after the other."""

    read = Signal(int)
    tries_known = Signal(int)
    signed = Signal()
    pin_wrong = Signal(int)
    failed = Signal(str)
    compared = Signal(bool)
    unusable = Signal()

    def __init__(self, make_service: Callable[[], CardService], reader: str, key: bytes, clock_trusted: bool) -> None:
        super().__init__()
        self._wall = clock.WallWatch(moved=not clock_trusted)
        self._make_service = make_service
        self._reader = reader
        self._key = key
        self._jobs: queue.SimpleQueue[Job | None] = queue.SimpleQueue()
        self._reading: CardReading | None = None
        self._signature: Signature | None = None
        self._thread = threading.Thread(target=self._run, name="card", daemon=True)
        self._thread.start()

    @property
    def bound(self) -> bool:
        """Whether a card was read; the session then belongs to it."""
        return self._reading is not None

    @property
    def algorithm(self) -> str:
        """The Web eID name of the card's algorithm; RS256 before a card was read."""
        return self._reading.algorithm if self._reading else "RS256"

    def read_card(self) -> None:
        """Read the kind of card, its certificate and the tries left; ends in ``read`` or ``failed``."""
        self._jobs.put(self._read)

    def query_tries(self) -> None:
        """Query the tries left before another check; ends in ``tries_known`` or ``failed``."""
        self._jobs.put(self._tries)

    def compare(self) -> None:
        """Compare a card that was put back with the session's card; ends in ``compared`` or ``unusable``.

        It ends in neither when the card is gone again: the supervisor has noticed that and decides.
        """
        self._jobs.put(self._compare)

    def sign(self, pin: Pin, message: bytes) -> None:
        """VERIFY and sign; ends in ``signed``, ``pin_wrong`` or ``failed``. The PIN is overwritten in every case."""
        self._jobs.put(lambda session: self._sign(session, pin, message))

    def take_signature(self) -> Signature | None:
        """The signature of the last ``signed``; None when there is none, or when it was taken already."""
        signature, self._signature = self._signature, None
        return signature

    def stop(self, timeout: float = 1.0) -> None:
        """End the thread, which unpowers the card; waits at most ``timeout`` seconds."""
        self._jobs.put(None)
        self._thread.join(timeout)

    def _run(self) -> None:
        with closing(self._make_service()) as service:
            session = CardSession(service, self._reader, self._key)
            while job := self._jobs.get():
                self._do(job, session)
            session.close()

    def _do(self, job: Job, session: CardSession) -> None:
        try:
            job(session)
        except WrongPin as error:
            self.pin_wrong.emit(error.tries_left)
        except CardError as error:
            self.failed.emit(error.failure)
        except Exception:
            # The state of the card is unknown, so the session cannot use it. The text could contain the card's data.
            self.failed.emit(FailureName.CARD_UNREADABLE)

    def _read(self, session: CardSession) -> None:
        reading = session.read()
        try:
            self._accept(reading)
        except CardError:
            session.close()
            raise
        self._reading = reading
        self.read.emit(reading.tries_left)

    def _accept(self, reading: CardReading) -> None:
        """Raise a CardError for a card that could not be used after the PIN, so that nobody types one in vain."""
        public_key(reading.certificate)
        if self._expired(reading):
            raise certificate.CertificateExpired
        if self._reading and reading.fingerprint != self._reading.fingerprint:
            raise CardChanged("another certificate")

    def _expired(self, reading: CardReading) -> bool:
        """Whether the certificate is expired. By a clock that nothing confirms, only the portal can judge that."""
        self._wall.jump()
        return not self._wall.moved and certificate.validity(reading.certificate)[1] < clock.wall()

    def _tries(self, session: CardSession) -> None:
        self.tries_known.emit(session.tries(self._bound_reading().fingerprint))

    def _compare(self, session: CardSession) -> None:
        try:
            self.compared.emit(self._reading is None or session.same(self._reading.fingerprint))
        except (CardAbsent, ReaderUnavailable):
            return
        except CardError:
            self.unusable.emit()

    def _sign(self, session: CardSession, pin: Pin, message: bytes) -> None:
        try:
            reading = self._bound_reading()
            value = session.sign(pin, message, reading.fingerprint)
            verify(reading.certificate, message, value)
        finally:
            pin.clear()
        self._signature = Signature(reading.certificate, reading.algorithm, value)
        self.signed.emit()

    def _bound_reading(self) -> CardReading:
        if self._reading is None:
            raise CardError
        return self._reading
