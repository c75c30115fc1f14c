"""A software card that answers APDUs as a My Number card (or a foreign card) does.

It keeps the security state as real cards do: a verified PIN survives disconnecting, reset and the end of processes; it
is lost with the power and when *another* application is selected. Faults can be switched on; every APDU is traced with
the PIN masked.
"""

import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import Enum, unique

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, rsa, utils

from kiosk.training.cards.training_ca import CardKey

AID_JPKI = bytes.fromhex("D392F000260100000001")
AID_TEXT = bytes.fromhex("D3921000310001010408")
AID_FACE = bytes.fromhex("D3921000310001010402")
AID_ISSUER = bytes.fromhex("A0000001510000")

#: The ATR that a contactless reader composes for the card (type B).
ATR = bytes.fromhex("3B888001000005E0B381A1007F")

PIN_TRIES = 3


@unique
class FileKind(Enum):
    """Kinds of elementary files."""

    DATA = "data"
    PIN = "pin"
    KEY = "key"


@dataclass
class CardFile:
    """An EF. ``guard``: the PIN file that must be verified first. ``secret`` and ``tries`` only for PIN files."""

    kind: FileKind
    content: bytes = b""
    guard: int | None = None
    secret: bytes = field(default=b"", repr=False)
    tries: int = 0
    max_tries: int = PIN_TRIES


Application = dict[int, CardFile]


@dataclass(frozen=True)
class Trace:
    """One APDU: the command in hex with the PIN masked, length of the answer in bytes, status word, application."""

    card: str
    application: str
    command: str
    answered: int
    status: str


@dataclass
class Faults:
    """Switchable faults.

    ``lag_ms``: delay before each answer. ``tear_at``: the card leaves after this many bytes (both directions, since
    power-up). ``status_words``: command prefix in hex -> status word answered instead. ``first_unspecific``: 6F00 to
    the first command after power-up. ``piecewise``: answers arrive in pieces of this many bytes, announced by 61xx.
    """

    lag_ms: int = 0
    tear_at: int | None = None
    status_words: Mapping[str, int] = field(default_factory=dict)
    first_unspecific: bool = False
    piecewise: int = 0


class CardTorn(Exception):
    """The card left the reader in the middle of an exchange."""


class StatusError(Exception):
    """Ends a command with a status word other than 9000, sometimes with data before it."""

    def __init__(self, status: int, data: bytes = b"") -> None:
        super().__init__(f"{status:04X}")
        self.answer = data + status.to_bytes(2, "big")


@dataclass(frozen=True)
class Command:
    """A parsed short APDU; ``expected`` is None without Le."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes
    expected: int | None

    @classmethod
    def parse(cls, octets: bytes) -> "Command":
        """Raises StatusError 6700 for anything that is not a short APDU."""
        if len(octets) < 4:
            raise StatusError(0x6700)
        (cla, ins, p1, p2), rest = octets[:4], octets[4:]
        if len(rest) <= 1:
            return cls(cla, ins, p1, p2, b"", (rest[0] or 256) if rest else None)
        length, data, tail = rest[0], rest[1 : 1 + rest[0]], rest[1 + rest[0] :]
        if not length or len(data) != length or len(tail) > 1:
            raise StatusError(0x6700)
        return cls(cla, ins, p1, p2, data, (tail[0] or 256) if tail else None)


def masked(octets: bytes) -> str:
    """The command in hex, with an x for each hex digit of VERIFY's data."""
    if len(octets) > 5 and octets[1] == 0x20:
        return octets[:5].hex().upper() + "xx" * (len(octets) - 5)
    return octets.hex().upper()


class SoftwareCard:
    """One card. Exchanges are serialised; the power can be cut at any time. ``trace``, ``on_trace`` get each APDU."""

    def __init__(
        self,
        name: str,
        applications: Mapping[bytes, Application],
        key: CardKey | None = None,
        atr: bytes = ATR,
        short_ef: bool = True,
    ) -> None:
        self.name = name
        self.atr = atr
        self.faults = Faults()
        self.trace: list[Trace] = []
        self.on_trace: Callable[[Trace], None] | None = None
        self._applications = applications
        self._key = key
        self._short_ef = short_ef
        #: Set while an exchange lags.
        self.busy = threading.Event()
        self._exchange = threading.Lock()
        self._lock = threading.RLock()
        self._session = 0
        self._powered = False
        self._default = AID_ISSUER if AID_ISSUER in applications else b""
        self._verified: set[int] = set()
        self._last = self._default
        self._forget()

    @property
    def mute(self) -> bool:
        """Whether the card gives no ATR."""
        return not self.atr

    @property
    def powered(self) -> bool:
        """Whether the power is on."""
        return self._powered

    @property
    def verified(self) -> bool:
        """Whether any PIN is verified now. For tests: a real card does not report it."""
        return bool(self._verified)

    @property
    def tries_left(self) -> int:
        """Tries left of the user-authentication PIN, read without an APDU. For tests and the panel."""
        pin = self._applications.get(AID_JPKI, {}).get(0x18)
        return pin.tries if pin else 0

    def power_on(self) -> bytes:
        """Switch the power on and return the ATR (empty when mute). No effect when it is on already."""
        with self._lock:
            if not self._powered:
                self._forget()
                self._powered = not self.mute
            return self.atr

    def power_off(self) -> None:
        """Cut the power. Everything but the try counters is lost."""
        with self._lock:
            self._powered = False
            self._session += 1
            self._forget()

    def reset(self) -> bytes:
        """Warm reset. The default application is current again, yet the verified state stays (measured on cards)."""
        with self._lock:
            verified, last = set(self._verified), self._last
            atr = self.power_on()
            self._forget()
            self._verified, self._last = verified, last
            return atr

    def transmit(self, octets: bytes | bytearray) -> bytes:
        """Answer one command APDU. Raises CardTorn when a fault takes the card away, RuntimeError without power.

        If the power is cut while the answer is delayed, the command has no effect.
        """
        command = bytes(octets)
        with self._exchange:
            session = self._session
            self.busy.set()
            time.sleep(self.faults.lag_ms / 1000)
            self.busy.clear()
            return self._exchanged(command, session)

    def _exchanged(self, command: bytes, session: int) -> bytes:
        with self._lock:
            if not self._powered or session != self._session:
                raise RuntimeError("no power")
            self._pass(len(command))
            answer = self._answer(command)
            self._note(command, answer)
            self._pass(len(answer))
            return answer

    def _forget(self) -> None:
        self._application = self._default
        self._last = self._default
        self._file: int | None = None
        self._verified = set()
        self._waiting = b""
        self._passed = 0
        self._first = True

    def _pass(self, octets: int) -> None:
        self._passed += octets
        if self.faults.tear_at is not None and self._passed > self.faults.tear_at:
            self.power_off()
            raise CardTorn(self.name)

    def _note(self, command: bytes, answer: bytes) -> None:
        entry = Trace(
            self.name, self._application.hex().upper(), masked(command), len(answer) - 2, answer[-2:].hex().upper()
        )
        self.trace.append(entry)
        if self.on_trace is not None:
            self.on_trace(entry)

    def _answer(self, octets: bytes) -> bytes:
        first, self._first = self._first, False
        try:
            if first and self.faults.first_unspecific:
                raise StatusError(0x6F00)
            for prefix, status in self.faults.status_words.items():
                if octets.startswith(bytes.fromhex(prefix)):
                    raise StatusError(status)
            return self._in_pieces(self._execute(Command.parse(octets)))
        except StatusError as error:
            return error.answer

    def _in_pieces(self, data: bytes) -> bytes:
        size = self.faults.piecewise
        if not size or len(data) <= size:
            return data + b"\x90\x00"
        self._waiting = data[size:]
        raise StatusError(0x6100 | min(size, len(self._waiting)) & 0xFF, data[:size])

    def _execute(self, command: Command) -> bytes:
        if command.cla not in (0x00, 0x80) or not self._applications:
            raise StatusError(0x6E00)
        handlers = {
            (0x00, 0xA4): self._select,
            (0x00, 0xB0): self._read,
            (0x00, 0x20): self._verify,
            (0x80, 0x2A): self._sign,
            (0x00, 0xC0): self._get_response,
        }
        handler = handlers.get((command.cla, command.ins))
        if handler is None:
            raise StatusError(0x6D00)
        return handler(command)

    def _select(self, command: Command) -> bytes:
        if command.p1 == 0x04:
            return self._select_application(command.data)
        if command.p1 != 0x02:
            raise StatusError(0x6A86)
        identifier = int.from_bytes(command.data, "big")
        if len(command.data) != 2 or identifier not in self._files():
            raise StatusError(0x6A82)
        self._file = identifier
        return b""

    def _select_application(self, aid: bytes) -> bytes:
        if aid not in self._applications:
            raise StatusError(0x6A82)
        if aid != self._last:
            self._verified.clear()
        self._application = self._last = aid
        self._file = None
        return b""

    def _files(self) -> Application:
        return self._applications.get(self._application, {})

    def _read(self, command: Command) -> bytes:
        if command.expected is None:
            raise StatusError(0x6700)
        offset = command.p1 << 8 | command.p2
        if command.p1 & 0x80:
            self._file = self._short(command.p1)
            offset = command.p2
        file = self._current()
        if file.kind is not FileKind.DATA:
            raise StatusError(0x6981)
        if file.guard is not None and file.guard not in self._verified:
            raise StatusError(0x6982)
        if offset >= len(file.content):
            raise StatusError(0x6B00)
        return file.content[offset : offset + command.expected]

    def _short(self, parameter: int) -> int:
        identifier = parameter & 0x1F
        if not self._short_ef:
            raise StatusError(0x6A86)
        if identifier not in self._files():
            raise StatusError(0x6A82)
        return identifier

    def _current(self) -> CardFile:
        if self._file is None:
            raise StatusError(0x6986)
        return self._files()[self._file]

    def _referenced(self, parameter: int, kind: FileKind) -> CardFile:
        """The file that P2 refers to: 80 is the current file, 81 to 9F are short EF identifiers."""
        if not parameter & 0x80:
            raise StatusError(0x6A86)
        if parameter & 0x1F:
            self._file = self._short(parameter)
        file = self._current()
        if file.kind is not kind:
            raise StatusError(0x6981)
        return file

    def _verify(self, command: Command) -> bytes:
        pin = self._referenced(command.p2, FileKind.PIN)
        if not pin.secret:
            raise StatusError(0x6A88)
        if not command.data:
            raise StatusError(0x63C0 | pin.tries)
        if not pin.tries:
            raise StatusError(0x6984)
        if len(command.data) != len(pin.secret):
            raise StatusError(0x6700)
        return self._try_pin(pin, command.data)

    def _try_pin(self, pin: CardFile, digits: bytes) -> bytes:
        assert self._file is not None
        if digits == pin.secret:
            pin.tries = pin.max_tries
            self._verified.add(self._file)
            return b""
        pin.tries -= 1
        self._verified.discard(self._file)
        raise StatusError(0x63C0 | pin.tries)

    def _sign(self, command: Command) -> bytes:
        if command.p1 != 0x00 or not 1 <= len(command.data) <= 245:
            raise StatusError(0x6A86)
        key = self._referenced(command.p2, FileKind.KEY)
        if key.guard not in self._verified or self._key is None:
            raise StatusError(0x6982)
        return raw_signature(self._key, command.data)

    def _get_response(self, _: Command) -> bytes:
        data, self._waiting = self._waiting, b""
        if not data:
            raise StatusError(0x6985)
        return data


def raw_signature(key: CardKey, block: bytes) -> bytes:
    """The card's signature: PKCS#1 v1.5 padding around any block for RSA, DER ECDSA over a 48-byte hash."""
    if isinstance(key, ec.EllipticCurvePrivateKey):
        if len(block) != 48:
            raise StatusError(0x6A80)
        return key.sign(block, ec.ECDSA(utils.Prehashed(hashes.SHA384())))
    return _rsa_signature(key, block)


def _rsa_signature(key: rsa.RSAPrivateKey, block: bytes) -> bytes:
    numbers, size = key.private_numbers(), key.key_size // 8
    message = int.from_bytes(b"\x00\x01" + b"\xff" * (size - 3 - len(block)) + b"\x00" + block, "big")
    by_p = pow(message, numbers.dmp1, numbers.p)
    by_q = pow(message, numbers.dmq1, numbers.q)
    result = by_q + numbers.q * ((by_p - by_q) * numbers.iqmp % numbers.p)
    return result.to_bytes(size, "big")
