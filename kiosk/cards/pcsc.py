"""PC/SC through pyscard's low-level module; the only file that imports pyscard.

pyscard's CardMonitor and ReaderMonitoring threads end silently when the service restarts, so they are not used. Each
``PcscService`` has its own context and makes a new one after the service was lost.
"""

import threading
import time
from typing import Any

from smartcard import scard as _scard

from kiosk.cards.driver_codes import DriverCode, error_for, unsigned
from kiosk.cards.transport import (
    CardAbsent,
    CardConnection,
    CardError,
    Disposition,
    Observation,
    ReaderStatus,
    ServiceUnavailable,
    Share,
)

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


class PcscConnection:
    """A connected card handle. Made by ``PcscService.connect``."""

    def __init__(self, service: "PcscService", reader: str, handle: Any, protocol: int) -> None:
        self._service = service
        self._reader = reader
        self._handle = handle
        self._protocol = protocol

    def transmit(self, command: bytes | bytearray) -> bytes:
        """SCardTransmit. The driver's own copy of the command is overwritten (a VERIFY carries the PIN)."""
        octets = list(command)
        protocol = scard.SCARD_PCI_T0 if self._protocol == scard.SCARD_PROTOCOL_T0 else scard.SCARD_PCI_T1
        try:
            code, answer = scard.SCardTransmit(self._live(), protocol, octets)
        finally:
            octets[:] = [0] * len(octets)
        if unsigned(code) == DriverCode.NOT_TRANSACTED and self._service.emptied(self._reader, REMOVAL_GRACE):
            raise CardAbsent("removed during an exchange")
        _check(code)
        return bytes(octet & 0xFF for octet in answer)

    def reconnect(self, share: Share, initialization: Disposition) -> None:
        """See ``CardConnection``."""
        code, protocol = scard.SCardReconnect(self._live(), _SHARES[share], _PROTOCOLS, _DISPOSITIONS[initialization])
        _check(code)
        self._protocol = protocol

    def disconnect(self, disposition: Disposition) -> None:
        """See ``CardConnection``."""
        handle, self._handle = self._handle, None
        if handle is not None:
            _check(scard.SCardDisconnect(handle, _DISPOSITIONS[disposition]))

    def _live(self) -> Any:
        if self._handle is None:
            raise CardAbsent("disconnected")
        return self._handle


class PcscService:
    """CardService over PC/SC with its own context. One instance a thread; others may only call ``cancel``."""

    def __init__(self) -> None:
        self._context: Any = None
        self._cancelled = threading.Event()

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

    def connect(self, reader: str, share: Share) -> CardConnection:
        """See ``CardService``. After a loss of the service a new context is made, once."""
        try:
            return self._connect(reader, share)
        except ServiceUnavailable:
            self._forget()
            return self._connect(reader, share)

    def cancel(self) -> None:
        """See ``CardService``."""
        self._cancelled.set()
        context = self._context
        if context is not None:
            scard.SCardCancel(context)

    def close(self) -> None:
        """Release the context (pcscd allows 200). The service can be used again afterwards."""
        self._forget()

    def emptied(self, reader: str, timeout: float) -> bool:
        """Whether the reader is empty, or becomes so within ``timeout`` seconds."""
        known = [(reader, scard.SCARD_STATE_PRESENT)]
        deadline = time.monotonic() + timeout
        while (left := deadline - time.monotonic()) > 0:
            code, states = scard.SCardGetStatusChange(self._context, _milliseconds(left), known)
            if unsigned(code) != DriverCode.SUCCESS:
                return False
            if not states[0][1] & scard.SCARD_STATE_PRESENT:
                return True
            known = [(reader, states[0][1] & ~scard.SCARD_STATE_CHANGED)]
        return False

    def _connect(self, reader: str, share: Share) -> PcscConnection:
        code, handle, protocol = scard.SCardConnect(self._established(), reader, _SHARES[share], _PROTOCOLS)
        _check(code)
        return PcscConnection(self, reader, handle, protocol)

    def _established(self) -> Any:
        if self._context is None:
            code, context = scard.SCardEstablishContext(scard.SCARD_SCOPE_USER)
            _check(code)
            self._context = context
        return self._context

    def _forget(self) -> None:
        context, self._context = self._context, None
        if context is not None:
            scard.SCardReleaseContext(context)

    def _observe_now(self) -> tuple[Observation, list[tuple[str, int]] | None]:
        """The observation now, and the raw states to wait from (None without the service)."""
        try:
            states = self._states(self._names())
        except CardError:
            self._forget()
            return Observation(service=False), None
        known = [(name, state & ~scard.SCARD_STATE_CHANGED) for name, state in states]
        readers = tuple(_status(name, state) for name, state in states if not _vanished(state))
        return Observation(service=True, readers=readers), [*known, (PNP, len(known) << 16)]

    def _names(self) -> list[str]:
        code, names = scard.SCardListReaders(self._established(), [])
        if unsigned(code) == DriverCode.NO_READERS_AVAILABLE:
            return []
        _check(code)
        return list(names)

    def _states(self, names: list[str]) -> list[tuple[str, int]]:
        if not names:
            return []
        asked = [(name, scard.SCARD_STATE_UNAWARE) for name in names]
        code, states = scard.SCardGetStatusChange(self._context, 0, asked)
        if unsigned(code) not in (DriverCode.SUCCESS, DriverCode.TIMEOUT):
            _check(code)
        return [(state[0], state[1]) for state in states]

    def _wait(self, known: list[tuple[str, int]], seconds: float) -> None:
        """Block until a state differs from ``known``; errors show at the next observation."""
        code, _ = scard.SCardGetStatusChange(self._context, _milliseconds(seconds), known)
        if unsigned(code) not in (DriverCode.SUCCESS, DriverCode.TIMEOUT, DriverCode.CANCELLED):
            self._cancelled.wait(SERVICE_INTERVAL / 4)  # a failing driver must not make a busy loop


def _milliseconds(seconds: float) -> int:
    return max(1, int(seconds * 1000))


def _vanished(state: int) -> bool:
    return bool(state & (scard.SCARD_STATE_UNKNOWN | scard.SCARD_STATE_IGNORE))


def _status(name: str, state: int) -> ReaderStatus:
    return ReaderStatus(
        name,
        present=bool(state & scard.SCARD_STATE_PRESENT),
        insertion=state >> 16 & 0xFFFF,
        mute=bool(state & scard.SCARD_STATE_MUTE),
        in_use=bool(state & scard.SCARD_STATE_INUSE),
        exclusive=bool(state & scard.SCARD_STATE_EXCLUSIVE),
    )
