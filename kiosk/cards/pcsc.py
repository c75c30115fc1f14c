"""PC/SC through pyscard's low-level module; the only file that imports pyscard.

pyscard's CardMonitor and ReaderMonitoring threads end silently when the service restarts, so they are not used. Each
``PcscService`` has its own context and makes a new one after the service was lost. Every call is made on a ``Line``,
because none is sure to return: another program's transaction, a hung card or a hung service can keep it for ever.
"""

import os
import threading
import time
from typing import Any

from kiosk.cards import winscard
from kiosk.cards.driver_codes import DriverCode, error_for, unsigned
from kiosk.cards.line import Late, Line
from kiosk.cards.transport import (
    HOLD_LIMIT,
    CardAbsent,
    CardBusy,
    CardConnection,
    CardError,
    CardMute,
    Disposition,
    Observation,
    PowerLeft,
    ReaderStatus,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
)

# pcsc-lite reads this while it is loaded. Without it SCardReconnect and SCardTransmit wait inside the library for as
# long as another program holds the card, and VERIFY would be sent whenever that ends.
os.environ["PCSCLITE_NO_BLOCKING"] = "1"

from smartcard import scard as _scard

#: pyscard has no type hints: what goes through this name is untyped, and nothing untyped leaves the module.
scard: Any = _scard

#: Pseudo reader whose state changes when readers are plugged in or out.
PNP = "\\\\?PnP?\\Notification"
#: Seconds between two tries to reach a lost service. Presence changes must show within 0.3 s.
SERVICE_INTERVAL = 0.2
#: Seconds of one blocking wait: bounds the delay of a change between listing the readers and waiting for them.
WAIT_SLICE = 1.0
#: Seconds after a failed exchange until a removal must have shown (polled readers).
REMOVAL_GRACE = 0.5
#: Maximum seconds of the first call, with which a service may have to start; of any other call that waits for nobody;
#: and of one exchange with a card: a signature takes about one.
ESTABLISH_LIMIT = 3.0
CALL_LIMIT = 2.0
EXCHANGE_LIMIT = 4.0

_SHARES = {Share.SHARED: scard.SCARD_SHARE_SHARED, Share.EXCLUSIVE: scard.SCARD_SHARE_EXCLUSIVE}
_DISPOSITIONS = {
    Disposition.LEAVE: scard.SCARD_LEAVE_CARD,
    Disposition.RESET: scard.SCARD_RESET_CARD,
    Disposition.UNPOWER: scard.SCARD_UNPOWER_CARD,
    Disposition.EJECT: scard.SCARD_EJECT_CARD,
}
_PROTOCOLS = scard.SCARD_PROTOCOL_T0 | scard.SCARD_PROTOCOL_T1


def _check(code: int) -> None:
    if unsigned(code) != DriverCode.SUCCESS:
        raise error_for(code)


class Link:
    """A context, the line that makes its calls, and its handles. Raises a CardError without a service."""

    def __init__(self) -> None:
        self.context: Any = None
        self.handles: set[Any] = set()
        try:
            self.line = Line(self._tidy)
            self.line.call(self._establish, ESTABLISH_LIMIT)
        except Late:
            raise ServiceUnavailable("no answer") from None
        except CardError:
            self.line.end()
            raise

    def connect(self, reader: str, share: int, protocols: int, limit: float) -> tuple[Any, int]:
        """SCardConnect. CardBusy when it is late: only another program's transaction makes it wait."""

        def make() -> tuple[Any, int]:
            code, handle, protocol = winscard.connect(self.context, reader, share, protocols)
            _check(code)
            self.handles.add(handle)
            return handle, protocol

        try:
            return self.line.call(make, limit)
        except Late:
            raise CardBusy("no answer") from None

    def disconnect(self, handle: Any, disposition: int) -> None:
        """SCardDisconnect. CardMute when it is late, or when an exchange before it is: the card still has its power."""
        try:
            code = self.line.call(lambda: scard.SCardDisconnect(handle, disposition), EXCHANGE_LIMIT)
        except Late:
            raise CardMute("no answer") from None
        self.handles.discard(handle)
        _check(code)

    def _establish(self) -> None:
        code, self.context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
        if unsigned(code) != DriverCode.SUCCESS:
            self.context = None
            raise error_for(code)

    def _tidy(self) -> None:
        """Power off what is still connected, and release the context: pcscd allows 200."""
        for handle in self.handles:
            scard.SCardDisconnect(handle, scard.SCARD_UNPOWER_CARD)
        if self.context is not None:
            scard.SCardReleaseContext(self.context)


class PcscConnection:
    """A connected card handle. Made by ``PcscService.connect``."""

    def __init__(self, service: "PcscService", link: Link, reader: str, handle: Any, protocol: int) -> None:
        self._service = service
        self._link = link
        self._reader = reader
        self._handle = handle
        self._protocol = protocol

    def transmit(self, command: bytes | bytearray) -> bytes:
        """SCardTransmit. The driver's own copy of the command is overwritten (a VERIFY carries the PIN)."""
        handle, octets = self._live(), list(command)
        protocol = scard.SCARD_PCI_T0 if self._protocol == scard.SCARD_PROTOCOL_T0 else scard.SCARD_PCI_T1

        def make() -> tuple[int, list[int]]:
            try:
                code, answer = scard.SCardTransmit(handle, protocol, octets)
            finally:
                octets[:] = [0] * len(octets)
            return code, answer

        code, answer = self._call(make)
        if unsigned(code) == DriverCode.NOT_TRANSACTED and self._service.emptied(self._reader, REMOVAL_GRACE):
            raise CardAbsent("removed during an exchange")
        _check(code)
        return bytes(octet & 0xFF for octet in answer)

    def reconnect(self, share: Share, initialization: Disposition) -> None:
        """See ``CardConnection``."""
        handle, shared, first = self._live(), _SHARES[share], _DISPOSITIONS[initialization]
        code, protocol = self._call(lambda: scard.SCardReconnect(handle, shared, _PROTOCOLS, first))
        _check(code)
        self._protocol = protocol

    def disconnect(self, disposition: Disposition) -> None:
        """See ``CardConnection``."""
        handle, self._handle = self._handle, None
        if handle is not None:
            self._link.disconnect(handle, _DISPOSITIONS[disposition])

    def _call(self, make: Any) -> Any:
        try:
            return self._link.line.call(make, EXCHANGE_LIMIT)
        except Late:
            raise CardMute("no answer") from None

    def _live(self) -> Any:
        if self._handle is None:
            raise CardAbsent("disconnected")
        return self._handle


class PcscService:
    """CardService over PC/SC with its own context. One instance a thread; others may only call ``cancel``."""

    def __init__(self) -> None:
        self._link: Link | None = None
        self._cancelled = threading.Event()
        self._canceller: threading.Thread | None = None

    def observe(self, previous: Observation | None, timeout: float) -> Observation:
        """See ``CardService``. Without the service it is tried again every 0.2 s."""
        deadline = time.monotonic() + timeout
        self._cancelled.clear()
        while True:
            observation, known = self._observe_now()
            left = deadline - time.monotonic()
            if observation != previous or left <= 0 or self._cancelled.is_set():
                return observation
            if known is None:
                self._cancelled.wait(min(left, SERVICE_INTERVAL))
            else:
                self._wait(known, min(left, WAIT_SLICE))

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        """See ``CardService``. After a loss of the service a new context is made, once."""
        link, handle, protocol = self._connect(reader, _SHARES[share], _PROTOCOLS, limit)
        return PcscConnection(self, link, reader, handle, protocol)

    def cut_power(self, reader: str, limit: float = HOLD_LIMIT) -> None:
        """See ``CardService``. SCARD_SHARE_DIRECT needs no protocol, so it works with any card."""
        self._directly(reader, scard.SCARD_UNPOWER_CARD, limit)
        if self._directly(reader, scard.SCARD_LEAVE_CARD, limit):
            raise PowerLeft("the card is still powered")

    def cancel(self) -> None:
        """See ``CardService``. Nobody waits for the call: a hung service keeps it."""
        self._cancelled.set()
        link = self._link
        if link is None or (self._canceller is not None and self._canceller.is_alive()):
            return
        self._canceller = threading.Thread(target=scard.SCardCancel, args=(link.context,), daemon=True)
        self._canceller.start()

    def close(self) -> None:
        """Release the context. The service can be used again afterwards."""
        self._forget()

    def emptied(self, reader: str, timeout: float) -> bool:
        """Whether the reader is empty, or becomes so within ``timeout`` seconds."""
        known = [(reader, scard.SCARD_STATE_PRESENT)]
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            code, states = self._status_change(_milliseconds(left), known)
            if unsigned(code) != DriverCode.SUCCESS:
                return False
            if not states[0] & scard.SCARD_STATE_PRESENT:
                return True
            known = [(reader, states[0] & ~scard.SCARD_STATE_CHANGED)]
        return False

    def _directly(self, reader: str, disposition: int, limit: float) -> bool:
        """Connect without a protocol and disconnect so; whether the card had power before that."""
        link, handle, _ = self._connect(reader, scard.SCARD_SHARE_DIRECT, 0, limit)
        try:
            code, powered = link.line.call(lambda: winscard.is_powered(handle), CALL_LIMIT)
        except Late:
            raise CardMute("no answer") from None
        link.disconnect(handle, disposition)
        _check(code)
        return powered

    def _connect(self, reader: str, share: int, protocols: int, limit: float) -> tuple[Link, Any, int]:
        link = self._linked()
        try:
            return (link, *link.connect(reader, share, protocols, limit))
        except ServiceUnavailable:
            self._forget()
            link = self._linked()
            return (link, *link.connect(reader, share, protocols, limit))

    def _linked(self) -> Link:
        if self._link is None or self._link.line.late:
            self._link = Link()
        return self._link

    def _forget(self) -> None:
        link, self._link = self._link, None
        if link is not None:
            link.line.end()

    def _observe_now(self) -> tuple[Observation, list[tuple[str, int]] | None]:
        """The observation now, and the raw states to wait from (None without the service)."""
        try:
            found = [(name, self._state(name)) for name in self._names()]
        except CardError:
            self._forget()
            return Observation(service=False), None
        readers = tuple(_status(name, state) for name, state in found if state is None or not _vanished(state))
        known = [(name, state & ~scard.SCARD_STATE_CHANGED) for name, state in found if state is not None]
        return Observation(service=True, readers=readers), [*known, (PNP, len(found) << 16)]

    def _names(self) -> list[str]:
        link = self._linked()
        try:
            code, names = link.line.call(lambda: winscard.list_readers(link.context), CALL_LIMIT)
        except Late:
            raise ServiceUnavailable("no answer") from None
        if unsigned(code) == DriverCode.NO_READERS_AVAILABLE:
            return []
        _check(code)
        return names

    def _state(self, name: str) -> int | None:
        """The state of one reader, asked for by itself, so that none spoils the others. None: it has none to tell."""
        code, states = self._status_change(0, [(name, scard.SCARD_STATE_UNAWARE)])
        if unsigned(code) in (DriverCode.SUCCESS, DriverCode.TIMEOUT):
            return states[0]
        error = error_for(code)
        if isinstance(error, ServiceUnavailable):
            raise error
        return int(scard.SCARD_STATE_UNKNOWN) if isinstance(error, ReaderUnavailable) else None

    def _status_change(self, milliseconds: int, known: list[tuple[str, int]]) -> tuple[int, list[int]]:
        """SCardGetStatusChange. Raises ServiceUnavailable when it does not even end with its own time."""
        link = self._linked()
        try:
            limit = milliseconds / 1000 + CALL_LIMIT
            return link.line.call(lambda: winscard.reader_states(link.context, milliseconds, known), limit)
        except Late:
            raise ServiceUnavailable("no answer") from None

    def _wait(self, known: list[tuple[str, int]], seconds: float) -> None:
        """Block until a state differs from ``known``; errors show at the next observation."""
        try:
            code, _ = self._status_change(_milliseconds(seconds), known)
        except ServiceUnavailable:
            return
        if unsigned(code) not in (DriverCode.SUCCESS, DriverCode.TIMEOUT, DriverCode.CANCELLED):
            self._cancelled.wait(SERVICE_INTERVAL / 4)  # a failing driver must not make a busy loop


def _milliseconds(seconds: float) -> int:
    return max(1, int(seconds * 1000))


def _vanished(state: int) -> bool:
    return bool(state & (scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_IGNORE))


def _status(name: str, state: int | None) -> ReaderStatus:
    if state is None or state & scard.SCARD_STATE_UNAVAILABLE:
        return ReaderStatus(name, present=False, answers=False)
    return ReaderStatus(
        name,
        present=bool(state & scard.SCARD_STATE_PRESENT),
        insertion=state >> 16 & 0xFFFF,
        mute=bool(state & scard.SCARD_STATE_MUTE),
        in_use=bool(state & scard.SCARD_STATE_INUSE),
        exclusive=bool(state & scard.SCARD_STATE_EXCLUSIVE),
    )
