"""The setting of a card test: one virtual reader, one card session, one trace."""

from dataclasses import dataclass, field

from kiosk.cards.identity import CardReading, CardSession
from kiosk.training.cards.software_card import Faults, Trace
from kiosk.training.reader.virtual_slot import VirtualReader
from tests.support import cards
from tests.support.trace import verifications

MESSAGE = b"challenge"


@dataclass
class Desk:
    """Reader, service and card session of the kiosk, and the trace of all APDUs."""

    trace: list[Trace] = field(default_factory=list)
    #: Set by tests that send APDUs of their own, which the kiosk would not send.
    foreign: bool = False

    def __post_init__(self) -> None:
        self.slot: VirtualReader = cards.reader(self.trace.append)
        self.service = cards.DirectService(self.slot)
        self.session = CardSession(self.service, self.slot.name, cards.KEY, hold_retry=0.0)

    def place(self, person: str) -> None:
        self.slot.place(person)

    def read(self, person: str = "taro") -> CardReading:
        self.place(person)
        return self.session.read()

    def sign(self, reading: CardReading, digits: str = "1234") -> bytes:
        return self.session.sign(cards.typed(digits), MESSAGE, reading.fingerprint)

    def other(self) -> cards.DirectService:
        """The service of another program on the same computer."""
        return cards.DirectService(self.slot)

    def faults(self, person: str, faults: Faults) -> None:
        self.slot.card(person).faults = faults

    def commands(self) -> list[str]:
        return [entry.command for entry in self.trace]

    @property
    def verifications(self) -> int:
        return verifications(self.trace)

    def assert_closed(self) -> None:
        """The card has no handle, no power and no verified PIN."""
        scene = self.slot.state()
        assert (scene.handles, scene.powered, scene.verified) == (0, False, False)
