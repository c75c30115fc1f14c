"""The codes of a smart-card driver, and the error type of each.

The numbers are the same in WinSCard and pcsc-lite (WinError.h, pcsclite.h); the two small ones are those of Windows.
"""

from enum import IntEnum, unique

from kiosk.cards.transport import (
    CardAbsent,
    CardBusy,
    CardError,
    CardMute,
    CardReset,
    PowerLeft,
    ProtocolRefused,
    ReaderUnavailable,
    ServiceUnavailable,
    TransmissionError,
)


@unique
class DriverCode(IntEnum):
    """The codes that calls of the driver return."""

    SUCCESS = 0
    ERROR_INVALID_HANDLE = 0x00000006
    RPC_SERVER_UNAVAILABLE = 0x000006BA
    INTERNAL_ERROR = 0x80100001
    CANCELLED = 0x80100002
    INVALID_HANDLE = 0x80100003
    UNKNOWN_READER = 0x80100009
    TIMEOUT = 0x8010000A
    SHARING_VIOLATION = 0x8010000B
    NO_SMARTCARD = 0x8010000C
    PROTO_MISMATCH = 0x8010000F
    NOT_READY = 0x80100010
    SYSTEM_CANCELLED = 0x80100012
    COMM_ERROR = 0x80100013
    INVALID_ATR = 0x80100015
    NOT_TRANSACTED = 0x80100016
    READER_UNAVAILABLE = 0x80100017
    NO_SERVICE = 0x8010001D
    SERVICE_STOPPED = 0x8010001E
    NO_READERS_AVAILABLE = 0x8010002E
    COMM_DATA_LOST = 0x8010002F
    UNSUPPORTED_CARD = 0x80100065
    UNRESPONSIVE_CARD = 0x80100066
    UNPOWERED_CARD = 0x80100067
    RESET_CARD = 0x80100068
    REMOVED_CARD = 0x80100069
    SECURITY_VIOLATION = 0x8010006A

    def __str__(self) -> str:
        return text_of(self)


ERRORS: dict[int, type[CardError]] = {
    DriverCode.ERROR_INVALID_HANDLE: ServiceUnavailable,  # Windows, after the service ended
    DriverCode.RPC_SERVER_UNAVAILABLE: ServiceUnavailable,
    DriverCode.INTERNAL_ERROR: ServiceUnavailable,  # the context may be unusable
    DriverCode.INVALID_HANDLE: ServiceUnavailable,  # the handle ended with its service
    DriverCode.UNKNOWN_READER: ReaderUnavailable,
    DriverCode.SHARING_VIOLATION: CardBusy,
    DriverCode.NO_SMARTCARD: CardAbsent,
    DriverCode.PROTO_MISMATCH: ProtocolRefused,
    DriverCode.INVALID_ATR: ProtocolRefused,
    DriverCode.NOT_READY: CardMute,  # the reader gets no answer from the card
    DriverCode.SYSTEM_CANCELLED: ServiceUnavailable,  # pcsc-lite: P_SHUTDOWN
    DriverCode.COMM_ERROR: ServiceUnavailable,  # between client and service
    DriverCode.NOT_TRANSACTED: TransmissionError,
    DriverCode.READER_UNAVAILABLE: ReaderUnavailable,
    DriverCode.NO_SERVICE: ServiceUnavailable,
    DriverCode.SERVICE_STOPPED: ServiceUnavailable,
    DriverCode.NO_READERS_AVAILABLE: ReaderUnavailable,
    DriverCode.COMM_DATA_LOST: TransmissionError,
    DriverCode.UNSUPPORTED_CARD: CardMute,
    DriverCode.UNRESPONSIVE_CARD: CardMute,
    DriverCode.UNPOWERED_CARD: CardMute,
    DriverCode.RESET_CARD: CardReset,
    DriverCode.REMOVED_CARD: CardAbsent,
    DriverCode.SECURITY_VIOLATION: TransmissionError,
}
#: The error types of the driver layer by name.
BY_NAME = {kind.__name__: kind for kind in (*ERRORS.values(), PowerLeft)}


def unsigned(code: int) -> int:
    """The code as an unsigned number; on Windows the driver returns signed ones."""
    return code & 0xFFFFFFFF


def text_of(code: int) -> str:
    """The text of an error of the driver layer, like ``0x8010006A``."""
    return f"0x{unsigned(code):08X}"


def error_for(code: int) -> CardError:
    """The typed error for a driver code, TransmissionError for an unknown one. Its text is the code only."""
    return ERRORS.get(unsigned(code), TransmissionError)(text_of(code))
