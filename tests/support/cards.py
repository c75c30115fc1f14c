"""Software cards for tests: a training CA for each test process, a virtual reader without a socket, scripted cards."""

import itertools
import tempfile
import threading
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path

from kiosk.cards.transport import HOLD_LIMIT, CardAbsent, CardConnection, Disposition, Observation, Share
from kiosk.secret import Pin
from kiosk.training.cards.card_files import card_for
from kiosk.training.cards.persons import Person, load_persons
from kiosk.training.cards.software_card import SoftwareCard, Trace
from kiosk.training.cards.training_ca import TrainingCa, load_or_make
from kiosk.training.reader.virtual_slot import VirtualReader

KEY = b"k" * 32
_folder = tempfile.TemporaryDirectory(prefix="training-ca-", ignore_cleanup_errors=True)
_owners = itertools.count()


@cache
def ca() -> TrainingCa:
    """The training CA of this test process."""
    return load_or_make(Path(_folder.name))


@cache
def person(name: str) -> Person:
    """A person of the training set."""
    return load_persons()[name]


def card(name: str) -> SoftwareCard:
    """A new card of this person, powered."""
    made = card_for(person(name), ca())
    made.power_on()
    return made


def reader(on_trace: Callable[[Trace], None] | None = None) -> VirtualReader:
    """An empty virtual reader with all training persons."""
    return VirtualReader(lambda name: card_for(person(name), ca()), on_trace=on_trace)


def typed(digits: str) -> Pin:
    """The PIN object that the keypad makes of these digits."""
    pin = Pin()
    for digit in digits:
        pin.push(int(digit))
    return pin


class DirectConnection:
    """A CardConnection to a virtual reader in the same process."""

    def __init__(self, slot: VirtualReader, handle: int) -> None:
        self._slot = slot
        self._handle: int | None = handle

    def transmit(self, command: bytes | bytearray) -> bytes:
        assert self._handle is not None
        return self._slot.transmit(self._handle, bytes(command))

    def reconnect(self, share: Share, initialization: Disposition) -> None:
        assert self._handle is not None
        self._slot.reconnect(self._handle, share, initialization)

    def disconnect(self, disposition: Disposition) -> None:
        handle, self._handle = self._handle, None
        if handle is not None:
            self._slot.disconnect(handle, disposition)


class DirectService:
    """A CardService on a virtual reader in the same process. Each instance counts as a separate program."""

    def __init__(self, slot: VirtualReader) -> None:
        self._slot = slot
        self._owner = f"direct-{next(_owners)}"
        self._cancelled = threading.Event()

    def observe(self, previous: Observation | None, timeout: float) -> Observation:
        return self._slot.observe(previous, timeout, self._cancelled)

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        return DirectConnection(self._slot, self._slot.connect(self._owner, reader, share))

    def cut_power(self, reader: str, limit: float = HOLD_LIMIT) -> None:
        self._slot.cut_power(reader)

    def cancel(self) -> None:
        self._cancelled.set()
        self._slot.wake()

    def close(self) -> None:
        """Release the handles of this program, as the end of its context does."""
        self._slot.release(self._owner)

    def die(self) -> None:
        """Act as a killed process: the service releases its handles."""
        self._slot.release(self._owner)


class NoCard:
    """A CardService whose reader is empty and stays so: nobody may cut its power. Tests override what they need."""

    def observe(self, previous: Observation | None, timeout: float) -> Observation:
        return Observation(service=True)

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        raise CardAbsent

    def cut_power(self, reader: str, limit: float = HOLD_LIMIT) -> None:
        raise AssertionError("nothing has to be cut")

    def cancel(self) -> None:
        """There is no blocking call to cancel."""

    def close(self) -> None:
        """There is nothing to close."""


class OwnService(NoCard):
    """A software card that is its own service and its own connection; ``answer`` may change what it says."""

    def __init__(self, person: str = "taro") -> None:
        self.card = card(person)

    def answer(self, command: bytes, genuine: bytes) -> bytes:
        """What the card says to this command instead of its genuine answer."""
        return genuine

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        self.card.power_on()
        return self

    def cut_power(self, reader: str, limit: float = HOLD_LIMIT) -> None:
        self.card.power_off()

    def transmit(self, command: bytes | bytearray) -> bytes:
        return self.answer(bytes(command), self.card.transmit(command))

    def reconnect(self, share: Share, initialization: Disposition) -> None:
        """Never refused here."""

    def disconnect(self, disposition: Disposition) -> None:
        assert disposition in (Disposition.UNPOWER, Disposition.LEAVE)
        if disposition is Disposition.UNPOWER:
            self.card.power_off()


class ScriptedConnection:
    """A connection that expects exactly these commands and gives these answers; records shares and dispositions."""

    def __init__(self, script: Sequence[tuple[bytes, bytes]]) -> None:
        self.script = list(script)
        self.ended: list[Disposition] = []
        self.shares: list[Share] = []

    def transmit(self, command: bytes | bytearray) -> bytes:
        assert self.script, f"no further command was expected, but {bytes(command).hex()} came"
        expected, answer = self.script.pop(0)
        assert bytes(command).hex() == expected.hex()
        return answer

    def reconnect(self, share: Share, initialization: Disposition) -> None:
        self.shares.append(share)

    def disconnect(self, disposition: Disposition) -> None:
        self.ended.append(disposition)


class ScriptedService(NoCard):
    """A CardService that gives out these connections one after the other."""

    def __init__(self, *connections: CardConnection) -> None:
        self.connections = list(connections)

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        return self.connections.pop(0)
