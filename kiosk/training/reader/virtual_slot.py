"""The state machine of the virtual reader: a PC/SC service with one reader, under one lock.

Modelled on pcscd 1.9.9: an exclusive connect fails while anybody has a handle; a handle is lost with its card; other
handles are informed of a reset; the handles of a dead client are released without a change of power. The automatic
power-off of an unused card is *not* modelled: without it the kiosk has the harder case, and Windows does not have it.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass, field

from kiosk.cards.transport import (
    CardAbsent,
    CardBusy,
    CardError,
    CardMute,
    CardReset,
    Disposition,
    Observation,
    ReaderStatus,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
    TransmissionError,
)
from kiosk.system import clock
from kiosk.training.cards.software_card import CardTorn, SoftwareCard, Trace

READER_NAME = "Madoguchi Training Reader 00 00"


class PlacementError(ValueError):
    """An impossible action at the reader: a second card, an unknown person, taking from an empty reader."""


@dataclass
class Handle:
    """One SCARDHANDLE. ``lost``: the error that every transmit raises until a reconnect."""

    owner: str
    share: Share
    lost: type[CardError] | None = None


@dataclass(frozen=True)
class ReaderScene:
    """The state of reader and card, for the panel. ``person`` is "" without a card; ``tries``: its PIN tries left."""

    service: bool
    plugged: bool
    person: str
    insertion: int
    powered: bool
    verified: bool
    tries: int
    handles: int


@dataclass
class VirtualReader:
    """One reader and the cards that can be put on it. ``make`` builds a person's card when it is first used."""

    make: Callable[[str], SoftwareCard]
    name: str = READER_NAME
    on_trace: Callable[[Trace], None] | None = None
    _cards: dict[str, SoftwareCard] = field(default_factory=dict)
    _card: SoftwareCard | None = None
    _insertion: int = 0
    _plugged: bool = True
    _running: bool = True
    _handles: dict[int, Handle] = field(default_factory=dict)
    _next_handle: int = 1
    _changed: threading.Condition = field(default_factory=threading.Condition)

    # --- actions of a person ---

    def place(self, person: str) -> None:
        """Put a card on the reader. The same person's card keeps its tries between visits. Raises PlacementError."""
        with self._changed:
            if self._card is not None:
                raise PlacementError("a card is already there")
            self._put(self.card(person))

    def take(self) -> None:
        """Take the card away. Raises PlacementError when there is none."""
        with self._changed:
            self._remove(CardAbsent)

    def swap(self, person: str) -> None:
        """Replace the card so quickly that only the insertion counter shows it. Raises PlacementError."""
        with self._changed:
            card = self.card(person)
            self._remove(CardAbsent)
            self._put(card)

    def unplug(self) -> None:
        """Pull the reader's cable; the card stays on it without power."""
        with self._changed:
            self._plugged = False
            self._drop_power(ReaderUnavailable)
            self.wake()

    def plug(self) -> None:
        """Plug the reader in again."""
        with self._changed:
            if not self._plugged:
                self._plugged = True
                self._insertion = 1 if self._card is not None else 0
            self.wake()

    def stop_service(self, power_off: bool = True) -> None:
        """Stop the smart-card service; ``power_off`` False: it was killed and the card kept its power."""
        with self._changed:
            self._running = False
            for handle in self._handles.values():
                handle.lost = ServiceUnavailable
            if power_off and self._card is not None:
                self._card.power_off()
            self.wake()

    def start_service(self) -> None:
        """Start the service again; old handles are lost."""
        with self._changed:
            if not self._running:
                self._handles.clear()
                self._running = True
                self._insertion = 1 if self._card is not None else 0
            self.wake()

    def state(self) -> ReaderScene:
        """The state at this moment."""
        with self._changed:
            card = self._card
            return ReaderScene(
                self._running,
                self._plugged,
                card.name if card else "",
                self._insertion,
                bool(card and card.powered),
                bool(card and card.verified),
                card.tries_left if card else 0,
                len(self._handles),
            )

    def card(self, person: str) -> SoftwareCard:
        """The card of this person, made at first use. Raises PlacementError for an unknown person."""
        with self._changed:
            if person not in self._cards:
                try:
                    self._cards[person] = self.make(person)
                except KeyError:
                    raise PlacementError("no such person") from None
                self._cards[person].on_trace = self.on_trace
            return self._cards[person]

    def restore(self, person: str) -> None:
        """A new card for this person (all tries, no faults). Raises PlacementError while it is on the reader."""
        with self._changed:
            if self._card is not None and self._card.name == person:
                raise PlacementError("the card is on the reader")
            self._cards.pop(person, None)

    # --- calls of programs ---

    def observe(self, previous: Observation | None, timeout: float, cancelled: threading.Event) -> Observation:
        """Wait up to ``timeout`` seconds for a change from ``previous``; ``cancelled`` ends the wait and is cleared."""
        deadline = clock.now() + timeout
        with self._changed:
            while (observation := self._observation()) == previous and not cancelled.is_set():
                left = deadline - clock.now()
                if left <= 0:
                    break
                self._changed.wait(left)
            cancelled.clear()
            return observation

    def wake(self) -> None:
        """Wake every waiting observer."""
        with self._changed:
            self._changed.notify_all()

    def connect(self, owner: str, reader: str, share: Share) -> int:
        """SCardConnect: a new handle. Raises CardError."""
        with self._changed:
            card = self._present(reader)
            self._check_share(share, None)
            if card.mute:
                raise CardMute("no ATR")
            card.power_on()
            number, self._next_handle = self._next_handle, self._next_handle + 1
            self._handles[number] = Handle(owner, share)
            self.wake()
            return number

    def cut_power(self, reader: str) -> None:
        """Power the card off through SCARD_SHARE_DIRECT. Other handles learn of it as of a reset. Raises CardError."""
        with self._changed:
            card = self._present(reader)
            if any(handle.share is Share.EXCLUSIVE and handle.lost is None for handle in self._handles.values()):
                raise CardBusy("sharing violation")
            self._dispose(card, 0, Disposition.UNPOWER)
            self.wake()

    def transmit(self, number: int, command: bytes) -> bytes:
        """SCardTransmit. If the card is removed meanwhile, the handle and the answer are lost. Raises CardError."""
        with self._changed:
            handle, card = self._alive(number), self._present(self.name)
        try:
            answer = card.transmit(command)
        except RuntimeError:  # the power was cut between the two locks
            answer = b""
        except CardTorn:
            with self._changed:
                if self._card is card:
                    self._remove(CardAbsent)
        with self._changed:
            self._alive(number)
            if handle.lost is None and answer:
                return answer
        raise TransmissionError("no answer")

    def reconnect(self, number: int, share: Share, initialization: Disposition) -> None:
        """SCardReconnect: makes a lost handle valid again after a reset, and on a new card too, as pcscd does."""
        with self._changed:
            handle = self._handle(number)
            card = self._present(self.name)
            self._check_share(share, number)
            handle.share, handle.lost = share, None
            card.power_on()
            self._dispose(card, number, initialization)
            self.wake()

    def disconnect(self, number: int, disposition: Disposition) -> None:
        """SCardDisconnect. Without the card it only releases the handle."""
        with self._changed:
            handle = self._handle(number)
            del self._handles[number]
            if handle.lost in (None, CardReset) and self._card is not None:
                self._dispose(self._card, number, disposition)
            self.wake()

    def release(self, owner: str) -> None:
        """Release the handles of a client that died or left; the card's state does not change."""
        with self._changed:
            for number in [number for number, handle in self._handles.items() if handle.owner == owner]:
                del self._handles[number]
            self.wake()

    # --- inside the lock ---

    def _observation(self) -> Observation:
        if not self._running:
            return Observation(service=False)
        return Observation(True, (self._status(),) if self._plugged else ())

    def _status(self) -> ReaderStatus:
        card = self._card
        return ReaderStatus(
            self.name,
            present=card is not None,
            insertion=self._insertion,
            mute=card is not None and card.mute,
            in_use=bool(self._handles),
            exclusive=any(handle.share is Share.EXCLUSIVE for handle in self._handles.values()),
        )

    def _put(self, card: SoftwareCard) -> None:
        self._card = card
        self._insertion = self._insertion + 1 & 0xFFFF
        self.wake()

    def _remove(self, error: type[CardError]) -> None:
        if self._card is None:
            raise PlacementError("no card is there")
        self._drop_power(error)
        self._card = None
        self._insertion = self._insertion + 1 & 0xFFFF
        self.wake()

    def _drop_power(self, error: type[CardError]) -> None:
        for handle in self._handles.values():
            handle.lost = error
        if self._card is not None:
            self._card.power_off()

    def _present(self, reader: str) -> SoftwareCard:
        if not self._running:
            raise ServiceUnavailable("stopped")
        if not self._plugged or reader != self.name:
            raise ReaderUnavailable("no such reader")
        if self._card is None:
            raise CardAbsent("no card")
        return self._card

    def _check_share(self, share: Share, own: int | None) -> None:
        others = [handle for number, handle in self._handles.items() if number != own]
        living = [handle for handle in others if handle.lost in (None, CardReset)]
        if any(share is Share.EXCLUSIVE or handle.share is Share.EXCLUSIVE for handle in living):
            raise CardBusy("sharing violation")

    def _handle(self, number: int) -> Handle:
        if not self._running:
            raise ServiceUnavailable("stopped")
        if number not in self._handles:
            raise ServiceUnavailable("the handle died with the service")
        return self._handles[number]

    def _alive(self, number: int) -> Handle:
        handle = self._handle(number)
        if handle.lost is not None:
            raise handle.lost("lost")
        return handle

    def _dispose(self, card: SoftwareCard, number: int, disposition: Disposition) -> None:
        """LEAVE and EJECT change nothing (pcscd's eject keeps the power); other handles learn of RESET and UNPOWER."""
        if disposition is Disposition.RESET:
            card.reset()
        elif disposition is Disposition.UNPOWER:
            card.power_off()
            if number in self._handles:
                card.power_on()
        else:
            return
        for other, handle in self._handles.items():
            if other != number and handle.lost is None:
                handle.lost = CardReset
