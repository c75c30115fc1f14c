"""One customer's card: read it, compare it, let it sign once, and power it off.

Order and counts of APDUs (1,151-byte certificate): ``read`` 8, ``sign`` 4, ``tries`` 2, so a login is 8 + 4 and the
second check 2 + 4. ``read`` and ``tries`` hold the card exclusively: while another program has a handle, nobody is
asked for a PIN in vain. Between them and ``sign`` a shared handle stays open without a transaction: no lock is held
while a human types. Every other path ends with the issuer security domain selected and the card unpowered.
"""

import hashlib
import hmac
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TypeVar

from kiosk.cards import certificate
from kiosk.cards.apdu import ApduError, ResponseApdu, StatusWord, select_agreed
from kiosk.cards.mynumber import (
    AID_JPKI,
    Algorithm,
    CertificateMissing,
    Forms,
    Jpki,
    KeyUnknown,
    NotMyNumberCard,
    OldJukiCard,
    PhoneToken,
    PinAbsent,
    PinBlocked,
    TokenKind,
    WrongPin,
    algorithm_of,
    leave,
)
from kiosk.cards.transport import (
    HOLD_LIMIT,
    CardAbsent,
    CardBusy,
    CardConnection,
    CardError,
    CardReset,
    CardService,
    Disposition,
    ProtocolRefused,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
)
from kiosk.failures import FailureName
from kiosk.secret import Pin
from kiosk.system import clock

__all__ = [
    "CardChanged",
    "CardLeftOpen",
    "CardReading",
    "CardSession",
    "CertificateMissing",
    "KeyUnknown",
    "NotMyNumberCard",
    "OldJukiCard",
    "PhoneToken",
    "PinAbsent",
    "PinBlocked",
    "WrongPin",
    "fingerprint",
    "power_off",
]

#: Seconds between two tries while another program holds the card, and the least that one call gets.
HOLD_INTERVAL = 0.1
LEAST = 0.2

Result = TypeVar("Result")


class CardChanged(CardError):
    """The card on the reader is not the session's. No VERIFY was sent to it."""

    failure = FailureName.CARD_CHANGED


class CardLeftOpen(CardError):
    """A My Number card refused SELECT of its issuer security domain: its PIN may still be verified."""

    failure = FailureName.WIPE_CARD


@dataclass(frozen=True)
class CardReading:
    """What a card tells without PIN. ``algorithm``: "RS256" or "ES384"; ``fingerprint``: keyed for this session."""

    certificate: bytes = field(repr=False)
    tries_left: int
    fingerprint: bytes = field(repr=False)
    algorithm: str


def fingerprint(key: bytes, certificate_prefix: bytes) -> bytes:
    """HMAC-SHA256 over serial and issuer. Raises CertificateUnreadable when the prefix ends before the issuer does."""
    return hmac.new(key, certificate.identity(certificate_prefix), hashlib.sha256).digest()


class CardSession:
    """The session's card on ``reader``. ``key`` keys the fingerprints and lives as long as the session.

    Its methods block and belong to one worker thread. ``hold_retry``: seconds to wait while another program holds the
    card.
    """

    def __init__(self, service: CardService, reader: str, key: bytes, hold_retry: float = HOLD_LIMIT) -> None:
        self._service = service
        self._reader = reader
        self._key = key
        self._hold_retry = hold_retry
        self._connection: CardConnection | None = None
        self._forms = Forms()
        self._algorithm: Algorithm | None = None

    def read(self) -> CardReading:
        """Read application, token, certificate and tries, all without PIN. The shared handle stays open.

        Raises NotMyNumberCard, PhoneToken, OldJukiCard, CertificateMissing, PinAbsent, PinBlocked or another CardError.
        """
        self._forms = Forms()
        return self._guarded(lambda: self._shared(self._freshly(self._read)))

    def tries(self, expected: bytes) -> int:
        """Tries left on a freshly powered card, for the second check. The shared handle stays open.

        A blocked or PIN-less card is compared with ``expected`` first, so that a swap raises CardChanged; otherwise
        ``sign`` compares. Raises CardChanged, PinAbsent, PinBlocked or another CardError.
        """
        return self._guarded(lambda: self._shared(self._freshly(lambda jpki: self._tries(jpki, expected))))

    def sign(self, pin: Pin, message: bytes, expected: bytes) -> bytes:
        """Compare the certificate with ``expected``, VERIFY once, sign ``message`` once, power the card off.

        The signature has the form a Web eID token wants. ``pin`` is cleared whatever happens. Raises CardChanged (no
        VERIFY was sent), WrongPin, PinBlocked, CardBusy, CardAbsent or another CardError; ValueError for an incomplete
        PIN.
        """
        try:
            signature = self._guarded(lambda: self._check(pin, message, expected))
        finally:
            pin.clear()
        self._finish()
        return signature

    def same(self, expected: bytes) -> bool:
        """Whether a card that was put back is the session's; powers it off again. Raises a CardError when unusable."""
        try:
            self._freshly(lambda jpki: self._compare(jpki, expected))
        except CardChanged:
            return False
        finally:
            self.close()
        return True

    def close(self) -> None:
        """Select the issuer security domain and unpower, as far as the card answers. Never raises a CardError."""
        with suppress(CardError):
            self._finish()

    def _read(self, jpki: Jpki) -> CardReading:
        _refuse_other_tokens(jpki.token())
        der = jpki.certificate()
        tries = jpki.tries()
        self._algorithm = algorithm_of(der)
        return CardReading(der, tries, fingerprint(self._key, der), self._algorithm.name)

    def _tries(self, jpki: Jpki, expected: bytes) -> int:
        try:
            return jpki.tries()
        except (PinBlocked, PinAbsent):
            self._compare(jpki, expected)
            raise

    def _check(self, pin: Pin, message: bytes, expected: bytes) -> bytes:
        if not pin.complete:
            raise ValueError("the PIN is not complete")
        jpki = self._hold()
        self._compare(jpki, expected)
        algorithm = self._algorithm or algorithm_of(jpki.certificate())
        try:
            jpki.verify(pin)
        finally:
            pin.clear()
        return jpki.sign(algorithm, message)

    def _compare(self, jpki: Jpki, expected: bytes) -> None:
        """Raise CardChanged for another card. The READ also proves, before VERIFY, that the JPKI-AP is current."""
        try:
            matches = self._matches(jpki, expected)
        except (ApduError, CertificateMissing, certificate.CertificateUnreadable):
            matches = False
        if not matches:
            # Another program may have reset the card or selected something else: compare once more after a SELECT.
            jpki.select()
            if not self._matches(jpki, expected):
                raise CardChanged("another certificate")

    def _matches(self, jpki: Jpki, expected: bytes) -> bool:
        return hmac.compare_digest(fingerprint(self._key, jpki.certificate_head()), expected)

    def _freshly(self, action: Callable[[Jpki], Result]) -> Result:
        """Connect exclusively, SELECT, run an action that only reads; repeat it once after another program's reset."""
        self.close()
        connection = self._connection = self._connect(Share.EXCLUSIVE)
        jpki = Jpki(connection, self._forms)
        try:
            jpki.select()
            return action(jpki)
        except CardReset:
            connection.reconnect(Share.EXCLUSIVE, Disposition.LEAVE)
            jpki.select()
            return action(jpki)

    def _shared(self, result: Result) -> Result:
        """Let other programs in again, with the card as it is. A new handle: pcscd keeps the lock of a changed one."""
        connection, self._connection = self._connection, None
        if connection is not None:
            connection.disconnect(Disposition.LEAVE)
        self._connection = self._connect(Share.SHARED)
        return result

    def _connect(self, share: Share) -> CardConnection:
        """The card, whatever another program did to it: one that was left in the raw protocol is powered off first."""
        try:
            return self._patiently(lambda left: self._service.connect(self._reader, share, left))
        except ProtocolRefused:
            self._patiently(lambda left: self._service.cut_power(self._reader, left))
            return self._patiently(lambda left: self._service.connect(self._reader, share, left))

    def _hold(self) -> Jpki:
        """The card held exclusively, until ``sign`` ends."""
        held = self._connection
        if held is not None:
            self._patiently(lambda _: held.reconnect(Share.EXCLUSIVE, Disposition.LEAVE))
            return Jpki(held, self._forms)
        self._connection = self._connect(Share.EXCLUSIVE)
        jpki = Jpki(self._connection, self._forms)
        jpki.select()
        return jpki

    def _patiently(self, attempt: Callable[[float], Result]) -> Result:
        """Repeat while another program holds the card; each attempt gets the seconds that are left.

        Raises CardBusy after ``hold_retry`` seconds.
        """
        deadline = clock.now() + self._hold_retry
        while True:
            try:
                return attempt(max(deadline - clock.now(), LEAST))
            except CardBusy:
                if clock.now() >= deadline:
                    raise
                time.sleep(HOLD_INTERVAL)

    def _guarded(self, action: Callable[[], Result]) -> Result:
        """Run the action; power the card off before any exception leaves."""
        try:
            return action()
        except CardBusy:
            # To disconnect would wait for the other program too. The service does it by itself when that is over.
            self._connection = None
            self._service.close()
            raise
        except BaseException:
            self.close()
            raise

    def _finish(self) -> None:
        """Select the issuer security domain and unpower. A card that is gone has no power; a failed unpower raises."""
        connection, self._connection = self._connection, None
        if connection is None:
            return
        try:
            with suppress(CardError):  # the power cut alone ends the PIN state too; the wipe checks both answers
                leave(connection)
        finally:
            with suppress(CardAbsent):
                connection.disconnect(Disposition.UNPOWER)


def _refuse_other_tokens(kind: TokenKind) -> None:
    if kind in (TokenKind.ANDROID, TokenKind.IPHONE):
        raise PhoneToken(kind.name)
    if kind is TokenKind.OLD_JUKI:
        raise OldJukiCard(kind.name)
    if kind is not TokenKind.PLASTIC:
        raise NotMyNumberCard("unknown token")


def power_off(service: CardService, reader: str, limit: float = HOLD_LIMIT) -> None:
    """SELECT the issuer security domain and unpower whatever lies on ``reader``; for the wipe. Raises a CardError.

    Returns when both answered success, and also when no PIN state can be there: no card; a reader that is gone (its
    card lost the field or the contact power with it); a card that was unpowered and refuses the issuer security domain
    *and* the JPKI application (a bank or transport card); a card that cannot be connected or does not answer, and whose
    power was seen to be gone after it was cut. A My Number card that refuses its issuer security domain is
    CardLeftOpen, even when the unpower succeeded. CardBusy is for the caller to retry; one attempt waits ``limit``
    seconds for another program. No key, PIN or certificate of the citizen is asked for anything.
    """
    try:
        _power_off(service, reader, limit)
    except (CardAbsent, ReaderUnavailable):
        return
    except (CardBusy, CardReset, CardLeftOpen, ServiceUnavailable):
        raise
    except CardError:  # mute, silent, in the raw protocol, or a code that no list has
        with suppress(CardAbsent, ReaderUnavailable):
            service.cut_power(reader, limit)


def _power_off(service: CardService, reader: str, limit: float) -> None:
    connection = service.connect(reader, Share.SHARED, limit)
    try:
        closed = _is_closed(connection)
    finally:
        connection.disconnect(Disposition.UNPOWER)
    if not closed:
        raise CardLeftOpen("the issuer security domain was refused")


def _is_closed(connection: CardConnection) -> bool:
    """Whether the issuer security domain is selected, or this is not a My Number card.

    Raises ApduError where the card says neither that it has the JPKI application nor that it has none.
    """
    if _answer(connection, leave).ok:
        return True
    sw = _answer(connection, lambda opened: select_agreed(opened, AID_JPKI))
    if not (sw.ok or sw.unspecific or sw.foreign):
        raise ApduError(sw)
    return sw.foreign


def _answer(connection: CardConnection, send: Callable[[CardConnection], ResponseApdu]) -> StatusWord:
    """The status word. Repeated once after another program's reset."""
    try:
        return send(connection).sw
    except CardReset:
        connection.reconnect(Share.SHARED, Disposition.LEAVE)
        return send(connection).sw
