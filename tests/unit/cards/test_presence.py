"""Presence: ``judge`` as a table, the watch on the virtual reader."""

import queue
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest

from kiosk.cards.presence import PresenceReading, PresenceWatch, between, judge
from kiosk.cards.transport import Observation, ReaderStatus
from kiosk.training.reader.virtual_slot import VirtualReader
from kiosk.vocabulary import ReaderState
from tests.support.cards import DirectService, reader

A, B = ReaderStatus("Reader A 00 00", present=False), ReaderStatus("Reader B 00 00", present=True, insertion=3)
DEAD = ReaderStatus("Reader 非接触 00 00", present=False, answers=False)


@pytest.mark.parametrize(
    ("observation", "configured", "state", "name"),
    [
        (Observation(service=False), "", ReaderState.NO_SERVICE, ""),
        (Observation(service=False), "Reader A", ReaderState.NO_SERVICE, ""),
        (Observation(service=True), "", ReaderState.NO_READER, ""),
        (Observation(True, (A,)), "", ReaderState.EMPTY, A.name),
        (Observation(True, (B,)), "", ReaderState.CARD, B.name),
        (Observation(True, (A, B)), "", ReaderState.AMBIGUOUS, ""),
        (Observation(True, (A, B)), "Reader A", ReaderState.EMPTY, A.name),
        (Observation(True, (A, B)), "Reader B 00 00", ReaderState.CARD, B.name),
        (Observation(True, (A, B)), "Reader", ReaderState.NO_READER, ""),
        (Observation(True, (A, B)), "Other", ReaderState.NO_READER, ""),
        (Observation(True, (B,)), "Reader A", ReaderState.NO_READER, ""),
        (Observation(True, (DEAD,)), "", ReaderState.UNKNOWN, DEAD.name),
        (Observation(True, (DEAD, B)), "Reader B", ReaderState.CARD, B.name),
    ],
)
def test_judge(observation: Observation, configured: str, state: ReaderState, name: str) -> None:
    reading = judge(observation, configured)
    assert (reading.state, reading.reader) == (state, name)
    assert reading.names == tuple(status.name for status in observation.readers)


def test_another_reader_in_our_readers_place_means_that_ours_was_gone() -> None:
    before = PresenceReading(ReaderState.EMPTY, "Reader A 00 00")
    other = PresenceReading(ReaderState.EMPTY, "Reader A 01 00", names=("Reader A 01 00",))
    assert [one.state for one in between(before, other)] == [ReaderState.NO_READER]
    assert not between(before, PresenceReading(ReaderState.CARD, "Reader A 00 00"))
    assert not between(before, PresenceReading(ReaderState.NO_READER))
    assert not between(None, other)


def test_the_watch_says_so(watched: "Watched") -> None:
    watched.until(ReaderState.EMPTY)
    watched.slot.name = "Madoguchi Training Reader 01 00"
    watched.slot.wake()
    assert watched.next().state is ReaderState.NO_READER
    assert watched.next().reader == "Madoguchi Training Reader 01 00"


def test_other_programs_using_the_card_are_no_change() -> None:
    used = ReaderStatus(B.name, present=True, insertion=3, in_use=True, exclusive=True)
    assert judge(Observation(True, (used,)), "") == judge(Observation(True, (B,)), "")


@dataclass
class Watched:
    """A watch and its reports."""

    slot: VirtualReader = field(default_factory=reader)
    told: "queue.Queue[tuple[float, PresenceReading]]" = field(default_factory=queue.Queue)

    def __post_init__(self) -> None:
        self.service = DirectService(self.slot)
        self.watch = PresenceWatch(self.service, "", lambda reading: self.told.put((time.monotonic(), reading)))

    def next(self) -> PresenceReading:
        return self.told.get(timeout=5)[1]

    def until(self, state: ReaderState) -> PresenceReading:
        while (reading := self.next()).state is not state:
            pass
        return reading


@pytest.fixture
def watched() -> Iterator[Watched]:
    made = Watched()
    made.watch.start()
    yield made
    made.watch.stop()


def test_says_the_beginning_and_every_change_at_once(watched: Watched) -> None:
    assert watched.next().state is ReaderState.EMPTY
    steps: tuple[tuple[Callable[[], None], ReaderState], ...] = (
        (lambda: watched.slot.place("bank"), ReaderState.CARD),
        (watched.slot.take, ReaderState.EMPTY),
        (watched.slot.unplug, ReaderState.NO_READER),
        (watched.slot.plug, ReaderState.EMPTY),
        (watched.slot.stop_service, ReaderState.NO_SERVICE),
        (watched.slot.start_service, ReaderState.EMPTY),
    )
    for act, state in steps:
        begun = time.monotonic()
        act()
        at, reading = watched.told.get(timeout=5)
        assert reading.state is state
        assert at - begun < 0.3


def test_a_swap_faster_than_the_watch_shows_in_the_insertion(watched: Watched) -> None:
    watched.slot.place("bank")
    first = watched.until(ReaderState.CARD)
    watched.slot.swap("blank")
    second = watched.next()
    assert second.state is ReaderState.CARD
    assert second.insertion != first.insertion


def test_flutter_ends_in_the_truth(watched: Watched) -> None:
    for _ in range(20):
        watched.slot.place("bank")
        watched.slot.take()
    watched.slot.place("blank")
    last = watched.next()
    while last.insertion != 41:
        last = watched.next()
    assert last.state is ReaderState.CARD


def test_says_nothing_without_change(watched: Watched) -> None:
    watched.next()
    watched.slot.wake()
    watched.slot.wake()
    with pytest.raises(queue.Empty):
        watched.told.get(timeout=0.1)


def test_after_its_stop_it_looks_at_nothing_any_more(watched: Watched) -> None:
    watched.next()
    (thread,) = (thread for thread in threading.enumerate() if thread.name == "presence")
    watched.watch.stop()
    assert not thread.is_alive()


def test_a_service_that_raises_is_no_service_and_the_watch_goes_on() -> None:
    class Broken(DirectService):
        failing = True

        def observe(self, previous: Observation | None, timeout: float) -> Observation:
            if self.failing:
                raise RuntimeError("driver")
            return super().observe(previous, timeout)

    service, told = Broken(reader()), queue.Queue[PresenceReading]()
    watch = PresenceWatch(service, "", told.put)
    watch.start()
    assert told.get(timeout=5).state is ReaderState.NO_SERVICE
    service.failing = False
    assert told.get(timeout=5).state is ReaderState.EMPTY
    watch.stop()


def test_a_listener_that_fails_is_told_again() -> None:
    slot, told = reader(), queue.Queue[PresenceReading]()

    def listen(reading: PresenceReading) -> None:
        told.put(reading)
        if told.qsize() == 1:
            slot.wake()
            raise RuntimeError("listener")

    watch = PresenceWatch(DirectService(slot), "", listen)
    watch.start()
    first = told.get(timeout=5)
    slot.place("bank")
    assert told.get(timeout=5).state is ReaderState.CARD
    assert first.state is ReaderState.EMPTY
    watch.stop()


def test_stop_ends_the_thread(watched: Watched) -> None:
    watched.next()
    begun = time.monotonic()
    watched.watch.stop()
    assert time.monotonic() - begun < 1
