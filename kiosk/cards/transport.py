"""The interface between the card layers and what carries APDUs: PC/SC, or the training station's virtual reader."""

from dataclasses import dataclass
from enum import Enum, unique
from typing import Protocol

from kiosk.failures import FailureName

#: Seconds that a call waits for another program that holds the card; a person is told within 3 s.
HOLD_LIMIT = 2.5


@unique
class Share(Enum):
    """SCardConnect share modes."""

    SHARED = "shared"
    EXCLUSIVE = "exclusive"


@unique
class Disposition(Enum):
    """What happens to the card at SCardDisconnect or SCardReconnect."""

    LEAVE = "leave"
    RESET = "reset"
    UNPOWER = "unpower"
    EJECT = "eject"


@dataclass(frozen=True)
class ReaderStatus:
    """One reader by SCardGetStatusChange. ``insertion`` counts card events (upper 16 bits of dwEventState).

    ``answers``: False for a reader whose own state cannot be had; the others are served all the same.
    """

    name: str
    present: bool
    insertion: int = 0
    mute: bool = False
    in_use: bool = False
    exclusive: bool = False
    answers: bool = True


@dataclass(frozen=True)
class Observation:
    """The service and its readers at one moment. ``service`` is False while the smart-card service does not answer."""

    service: bool
    readers: tuple[ReaderStatus, ...] = ()


class CardConnection(Protocol):
    """A connected card. Every method may block for some seconds and raises a ``CardError``."""

    def transmit(self, command: bytes | bytearray) -> bytes:
        """Send one command APDU, return data and status word."""
        ...

    def reconnect(self, share: Share, initialization: Disposition) -> None:
        """SCardReconnect: change the share mode, optionally with reset or power cycle."""
        ...

    def disconnect(self, disposition: Disposition) -> None:
        """SCardDisconnect. A second call does nothing."""
        ...


class CardService(Protocol):
    """The smart-card service. One instance a thread."""

    def observe(self, previous: Observation | None, timeout: float) -> Observation:
        """Return at the first change from ``previous``, or after ``timeout`` seconds. A lost service raises nothing."""
        ...

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        """SCardConnect. Raises a ``CardError``; a sharing conflict is ``CardBusy`` at once: the caller retries.

        It is also CardBusy after ``limit`` seconds: another program's transaction can hold it up without an answer.
        """
        ...

    def cut_power(self, reader: str, limit: float = HOLD_LIMIT) -> None:
        """Power off whatever lies on the reader without talking to it, and see that its power is gone.

        For a card that cannot be connected. Raises PowerLeft when the power is still on, or another ``CardError``.
        """
        ...

    def cancel(self) -> None:
        """Make a blocked ``observe`` return soon; may be called from another thread."""
        ...

    def close(self) -> None:
        """Release the service's resources; it can be used again afterwards."""
        ...


class CardError(Exception):
    """Base of all card errors. ``failure`` is a name in resources/failures.toml."""

    failure: FailureName = FailureName.CARD_UNREADABLE


class ServiceUnavailable(CardError):
    """The smart-card service does not answer."""

    failure = FailureName.PCSC_UNAVAILABLE


class ReaderUnavailable(CardError):
    """No such reader, or it was unplugged."""

    failure = FailureName.READER_MISSING


class CardAbsent(CardError):
    """No card, or it was taken away during the call."""

    failure = FailureName.CARD_REMOVED


class CardMute(CardError):
    """The card does not answer: upside down, damaged, or two at once."""

    failure = FailureName.CARD_MUTE


class CardBusy(CardError):
    """Another program holds the card (sharing violation)."""

    failure = FailureName.CARD_BUSY


class CardReset(CardError):
    """Another handle reset the card; ``reconnect`` is needed."""

    failure = FailureName.CARD_UNREADABLE


class ProtocolRefused(CardError):
    """The card takes none of our protocols, or another program left it in the raw one."""

    failure = FailureName.CARD_UNREADABLE


class PowerLeft(CardError):
    """The card still has power after it was cut: a verified PIN may be left."""

    failure = FailureName.WIPE_CARD


class TransmissionError(CardError):
    """The exchange failed for a reason that the driver does not report."""

    failure = FailureName.CARD_UNREADABLE
