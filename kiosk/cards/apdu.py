"""APDUs of the My Number card (JICSAP 1.1): short commands, typed status words, bounded exchanges.

Two functions send commands. ``exchange`` may repeat a command with the length the card asks for (6Cxx) and fetches
waiting data (61xx). ``exchange_once`` sends exactly one frame and overwrites it, whatever the card answers. VERIFY goes
through ``exchange_once`` only, because a repeated VERIFY can cost a citizen a try.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Self

from kiosk.cards.transport import CardConnection, CardError, TransmissionError

#: Maximum answer to one command: 256 data bytes a frame; no file that is read here comes in more frames.
MAX_FRAMES = 8
MAX_ANSWER = MAX_FRAMES * 256

CLA_ISO = 0x00
CLA_CARD = 0x80
INS_VERIFY = 0x20
INS_SIGN = 0x2A
INS_SELECT = 0xA4
INS_READ = 0xB0
INS_GET_RESPONSE = 0xC0

#: The status word for "no precise diagnosis".
UNSPECIFIC = 0x6F00
#: The status word for a length (Lc or Le) that is refused.
WRONG_LENGTH = 0x6700

#: P1/P2 bit: the low five bits are a short EF identifier; with no other bit it means the current EF.
SHORT_EF = 0x80


@dataclass(frozen=True)
class StatusWord:
    """SW1 and SW2 of an answer, with the meanings of the My Number card, after ISO/IEC 7816-4."""

    value: int

    @property
    def ok(self) -> bool:
        """Success: 9000."""
        return self.value == 0x9000

    @property
    def tries_left(self) -> int | None:
        """Tries left for the PIN: x of 63Cx; None for every other status."""
        return self.value & 0x0F if self.value & 0xFFF0 == 0x63C0 else None

    @property
    def blocked(self) -> bool:
        """No try is left: 63C0, 6983 (ISO), 6984 (JICSAP: IEF locked)."""
        return self.value in (0x63C0, 0x6983, 0x6984)

    @property
    def waiting(self) -> int | None:
        """Bytes that GET RESPONSE would return (61xx, 00 means 256); None for every other status."""
        return (self.value & 0xFF or 256) if self.value >> 8 == 0x61 else None

    @property
    def right_length(self) -> int | None:
        """The length in bytes that the card asks for (6Cxx, 00 means 256); None for every other status."""
        return (self.value & 0xFF or 256) if self.value >> 8 == 0x6C else None

    @property
    def not_found(self) -> bool:
        """No such application, file, record or reference: 6A82, 6A83, 6A88."""
        return self.value in (0x6A82, 0x6A83, 0x6A88)

    @property
    def foreign(self) -> bool:
        """What a card without the selected application answers: 6A82, 6A83, and 6D00 or 6E00 (not this command set)."""
        return self.value in (0x6A82, 0x6A83, 0x6D00, 0x6E00)

    @property
    def partial(self) -> bool:
        """A warning beside data that is whole (6282: the file ends before Le). Beside 6281 it may be corrupted."""
        return self.value == 0x6282

    @property
    def unspecific(self) -> bool:
        """6F00: one card was seen to answer it to the first command after power-up."""
        return self.value == UNSPECIFIC

    @property
    def refuses_form(self) -> bool:
        """The card may accept another form of the command: no short EF identifier, wrong parameters or length."""
        return self.not_found or self.value in (0x6700, 0x6981, 0x6985, 0x6986, 0x6A80, 0x6A81, 0x6A86, 0x6B00)

    def __str__(self) -> str:
        return f"{self.value:04X}"


class ApduError(CardError):
    """The card answered a command with the unexpected status ``sw``."""

    def __init__(self, sw: StatusWord) -> None:
        super().__init__(str(sw))
        self.sw = sw


@dataclass(frozen=True)
class ResponseApdu:
    """A card's answer: ``data`` without the status word, and the status word."""

    data: bytes
    sw: StatusWord

    @classmethod
    def parse(cls, answer: bytes) -> Self:
        """Split an answer. Raises TransmissionError for one that is too short for a status word, or too long."""
        if not 2 <= len(answer) <= MAX_ANSWER + 2:
            raise TransmissionError("an answer of impossible length")
        return cls(answer[:-2], StatusWord(int.from_bytes(answer[-2:], "big")))

    def expect_ok(self) -> bytes:
        """The data when the status is 9000; raises ApduError otherwise."""
        if not self.sw.ok:
            raise ApduError(self.sw)
        return self.data

    def expect_data(self) -> bytes:
        """The data of a READ: of 9000, or beside a warning. Raises ApduError otherwise."""
        return self.data if self.sw.partial and self.data else self.expect_ok()


@dataclass(frozen=True)
class CommandApdu:
    """One short command. ``expected`` is Le in bytes (1 to 256), None when no data is expected. Never holds a PIN."""

    cla: int
    ins: int
    p1: int
    p2: int
    data: bytes = b""
    expected: int | None = None

    def encode(self, expected: int | None = None) -> bytes:
        """The bytes on the wire; ``expected`` overrides Le (after 6Cxx)."""
        wanted = expected or self.expected
        body = bytes([len(self.data)]) + self.data if self.data else b""
        tail = b"" if wanted is None else bytes([wanted & 0xFF])
        return bytes([self.cla, self.ins, self.p1, self.p2]) + body + tail


def select_application(aid: bytes) -> CommandApdu:
    """SELECT by AID, first occurrence, no FCI wanted (P2=0C, no Le)."""
    return CommandApdu(CLA_ISO, INS_SELECT, 0x04, 0x0C, aid)


def select_file(identifier: int) -> CommandApdu:
    """SELECT EF: P1=02 is the only form that the card accepts."""
    return CommandApdu(CLA_ISO, INS_SELECT, 0x02, 0x0C, identifier.to_bytes(2, "big"))


def read_binary(offset: int, length: int) -> CommandApdu:
    """READ BINARY of the current EF, 15-bit offset, 1 to 256 bytes."""
    return CommandApdu(CLA_ISO, INS_READ, offset >> 8 & 0x7F, offset & 0xFF, expected=length)


def read_short(identifier: int, offset: int, length: int) -> CommandApdu:
    """READ BINARY with short EF identifier, offset up to 255; makes the EF current."""
    return CommandApdu(CLA_ISO, INS_READ, SHORT_EF | identifier, offset, expected=length)


def query_tries(reference: int) -> CommandApdu:
    """VERIFY without data: returns the tries left (63Cx) and spends none."""
    return CommandApdu(CLA_ISO, INS_VERIFY, 0x00, reference)


def compute_signature(reference: int, digest: bytes) -> CommandApdu:
    """PERFORM SECURITY OPERATION, signature over a digest block, P1=00."""
    return CommandApdu(CLA_CARD, INS_SIGN, 0x00, reference, digest, expected=256)


def verify_frame(reference: int, digits: memoryview) -> bytearray:
    """VERIFY with four ASCII digits, in memory that ``exchange_once`` overwrites. Raises ValueError for anything else.

    A wrong length might cost a try on a real card (not established), so it is checked here, before sending.
    """
    if len(digits) != 4 or any(not 0x30 <= digit <= 0x39 for digit in digits):
        raise ValueError("a PIN is exactly four digits")
    frame = bytearray(9)
    frame[:5] = (CLA_ISO, INS_VERIFY, 0x00, reference, 4)
    frame[5:] = digits
    return frame


def exchange_once(connection: CardConnection, frame: bytearray) -> StatusWord:
    """Send ``frame`` exactly once, whatever the answer is, and overwrite it. Raises a CardError."""
    try:
        return ResponseApdu.parse(connection.transmit(frame)).sw
    finally:
        frame[:] = bytes(len(frame))


def exchange(connection: CardConnection, command: CommandApdu) -> ResponseApdu:
    """Send a command without secrets; handle 6Cxx (once) and 61xx (bounded).

    Raises a CardError; ValueError for a VERIFY with data.
    """
    if command.ins == INS_VERIFY and command.data:
        raise ValueError("VERIFY goes through exchange_once")
    return _collect(connection, _of_right_length(connection, command))


def agreed(send: Callable[[], ResponseApdu], good: Callable[[StatusWord], bool]) -> ResponseApdu:
    """A good answer, or a refusal that the card gave twice running; 6F00 when no two answers agree.

    One odd status word says nothing about a card: contacts bounce, fields fluctuate, a first command is refused.
    """
    answer = send()
    for _ in range(2):
        if good(answer.sw):
            return answer
        before, answer = answer, send()
        if answer.sw == before.sw:
            return answer
    return answer if good(answer.sw) else ResponseApdu(b"", StatusWord(UNSPECIFIC))


def select_agreed(connection: CardConnection, aid: bytes) -> ResponseApdu:
    """SELECT by AID; only a refusal that is given twice counts."""
    return agreed(lambda: exchange(connection, select_application(aid)), lambda sw: sw.ok)


def _of_right_length(connection: CardConnection, command: CommandApdu) -> ResponseApdu:
    answer = ResponseApdu.parse(connection.transmit(command.encode()))
    right = answer.sw.right_length
    return answer if right is None else ResponseApdu.parse(connection.transmit(command.encode(right)))


def _collect(connection: CardConnection, answer: ResponseApdu) -> ResponseApdu:
    """Fetch what 61xx announces. Raises TransmissionError after ``MAX_FRAMES`` frames."""
    data = answer.data
    for _ in range(MAX_FRAMES):
        waiting = answer.sw.waiting
        if waiting is None:
            return ResponseApdu(data, answer.sw)
        answer = _of_right_length(connection, CommandApdu(CLA_ISO, INS_GET_RESPONSE, 0, 0, expected=waiting))
        data += answer.data
    raise TransmissionError("the card never stops answering")
