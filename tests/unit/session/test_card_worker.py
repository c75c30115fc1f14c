"""The card's thread: every job ends in one signal, every PIN is overwritten, and no signal carries a secret."""

import queue
from collections.abc import Iterator
from datetime import timedelta
from functools import partial

import pytest
from hypothesis import given, strategies as st
from PySide6.QtCore import Qt, Signal

from kiosk.cards.transport import (
    HOLD_LIMIT,
    CardAbsent,
    CardBusy,
    CardConnection,
    CardError,
    CardMute,
    ReaderUnavailable,
    ServiceUnavailable,
    Share,
)
from kiosk.secret import Pin
from kiosk.system import clock
from kiosk.training.reader.virtual_slot import VirtualReader
from tests.support import cards
from ui.session.card_worker import CardWorker

SIGNALS = ("read", "tries_known", "signed", "pin_wrong", "failed", "compared")
MESSAGE = bytes(64)


class Worker:
    """A worker, and the signals that it emitted."""

    def __init__(self, service: object, reader: str = "reader", clock_trusted: bool = True) -> None:
        self.results: queue.Queue[tuple[object, ...]] = queue.Queue()
        self.worker = CardWorker(lambda: service, reader, cards.KEY, clock_trusted)  # type: ignore[arg-type,return-value]
        for name in SIGNALS:
            on_result = partial(self._on_result, name)
            getattr(self.worker, name).connect(on_result, Qt.ConnectionType.DirectConnection)

    def _on_result(self, name: str, *values: object) -> None:
        self.results.put((name, *values))

    def result(self) -> tuple[object, ...]:
        """The name and the values of the next signal."""
        return self.results.get(timeout=10)

    def read(self) -> tuple[object, ...]:
        self.worker.read_card()
        return self.result()

    def sign(self, digits: str, message: bytes = MESSAGE) -> tuple[tuple[object, ...], Pin]:
        pin = cards.typed(digits)
        self.worker.sign(pin, message)
        return self.result(), pin


@pytest.fixture
def slot() -> VirtualReader:
    return cards.reader()


@pytest.fixture
def worker(slot: VirtualReader) -> Iterator[Worker]:
    """A worker on a virtual reader."""
    made = Worker(cards.DirectService(slot), slot.name)
    yield made
    made.worker.stop()
    assert slot.state().handles == 0
    assert not slot.state().verified


def test_read_then_sign(worker: Worker, slot: VirtualReader) -> None:
    slot.place("taro")
    assert worker.read() == ("read", 3)
    assert worker.worker.bound
    result, pin = worker.sign("1234")
    assert (result, len(pin)) == (("signed",), 0)
    assert worker.worker.take_signature() is not None
    assert worker.worker.take_signature() is None, "a signature is taken once"


def test_a_wrong_pin_leaves_no_signature(worker: Worker, slot: VirtualReader) -> None:
    slot.place("taro")
    worker.read()
    result, pin = worker.sign("9999")
    assert (result, len(pin)) == (("pin_wrong", 2), 0)
    assert worker.worker.take_signature() is None


def test_a_certificate_that_is_over_is_told_before_the_pin(worker: Worker, slot: VirtualReader) -> None:
    slot.place("expired")
    assert worker.read() == ("failed", "certificate_expired")
    assert not worker.worker.bound
    assert slot.state().handles == 0, "it was powered off at once"


def test_a_certificate_that_the_strict_parser_refuses_is_told_before_the_pin(
    worker: Worker, slot: VirtualReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """TRUE is written as 01 in an extension. The portal would refuse it, after the PIN."""
    card = slot.card("taro")
    genuine = card.transmit
    strict, loose = b"\x01\x01\xff\x04", b"\x01\x01\x01\x04"
    monkeypatch.setattr(card, "transmit", lambda octets: genuine(octets).replace(strict, loose))
    slot.place("taro")
    assert worker.read() == ("failed", "card_unreadable")
    assert not worker.worker.bound
    assert slot.state().handles == 0, "it was powered off at once"


def test_by_a_time_of_day_that_was_set_no_certificate_is_judged(
    worker: Worker, slot: VirtualReader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """That is left to the portal: nobody is turned away because of a wrong clock (docs/scenarios.md, E5 and E6)."""
    slot.place("taro")
    real = clock.wall
    monkeypatch.setattr(clock, "wall", lambda: real() + timedelta(days=3650))
    assert worker.read() == ("read", 3)


def test_by_a_clock_that_nothing_confirms_no_certificate_is_judged(slot: VirtualReader) -> None:
    worker = Worker(cards.DirectService(slot), slot.name, clock_trusted=False)
    slot.place("expired")
    assert worker.read() == ("read", 3)
    worker.worker.stop()


def test_the_tries_are_known_before_a_second_check(worker: Worker, slot: VirtualReader) -> None:
    slot.place("taro")
    worker.read()
    worker.sign("9999")
    worker.worker.query_tries()
    assert worker.result() == ("tries_known", 2)


def test_another_card_is_not_read_into_this_session(worker: Worker, slot: VirtualReader) -> None:
    slot.place("taro")
    worker.read()
    slot.take()
    slot.place("hanako")
    worker.worker.compare()
    assert worker.result() == ("compared", False)
    assert worker.read() == ("failed", "card_changed")
    result, pin = worker.sign("1234")
    assert (result, len(pin)) == (("failed", "card_changed"), 0)


def test_the_same_card_is_known_again(worker: Worker, slot: VirtualReader) -> None:
    slot.place("taro")
    worker.read()
    slot.take()
    slot.place("taro")
    worker.worker.compare()
    assert worker.result() == ("compared", True)


def test_nothing_is_signed_before_a_card_was_read(worker: Worker, slot: VirtualReader) -> None:
    assert not worker.worker.bound
    slot.place("taro")
    result, pin = worker.sign("1234")
    assert (result[0], len(pin)) == ("failed", 0)
    worker.worker.query_tries()
    assert worker.result()[0] == "failed"


def test_a_pin_that_is_not_complete_is_no_try(worker: Worker, slot: VirtualReader) -> None:
    slot.place("taro")
    worker.read()
    result, pin = worker.sign("123")
    assert (result, len(pin)) == (("failed", "card_unreadable"), 0)
    worker.worker.query_tries()
    assert worker.result() == ("tries_known", 3)


def test_a_card_taken_while_it_signs(worker: Worker, slot: VirtualReader) -> None:
    slot.place("taro")
    worker.read()
    slot.take()
    result, pin = worker.sign("1234")
    assert (result, len(pin)) == (("failed", "card_removed"), 0)


ERRORS: list[Exception] = [
    *(kind() for kind in (CardError, CardAbsent, CardBusy, CardMute, ReaderUnavailable, ServiceUnavailable)),
    RuntimeError("1234 secret"),
    OSError("1234 secret"),
    KeyError("1234 secret"),
]


class Broken(cards.NoCard):
    """A service whose every connection fails in some way."""

    def __init__(self, error: Exception) -> None:
        self.error = error

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        raise self.error


@given(st.sampled_from([error for error in ERRORS if not isinstance(error, CardBusy)]), st.integers(0, 4))
def test_whatever_fails_the_pin_is_overwritten_and_the_word_says_only_which(error: Exception, digits: int) -> None:
    worker = Worker(Broken(error))
    result, pin = worker.sign("1234"[:digits])
    for end in (result, worker.read()):
        assert end[0] == "failed"
        assert "1234" not in str(end)
    assert (len(pin), bytes(pin._digits)) == (0, bytes(4))
    worker.worker.stop()


def test_signals_can_carry_nothing_but_words_and_small_numbers() -> None:
    declared = {name: str(value) for name, value in vars(CardWorker).items() if isinstance(value, Signal)}
    assert set(SIGNALS) <= set(declared)
    for signature in declared.values():
        assert signature.partition("(")[2].rstrip(")") in ("", "int", "bool", "QString")


def test_what_a_worker_holds_does_not_show_itself(worker: Worker, slot: VirtualReader) -> None:
    slot.place("taro")
    worker.read()
    worker.sign("1234")
    signature = worker.worker.take_signature()
    assert signature is not None
    assert signature.value not in repr(signature).encode("latin-1", "replace")
    assert "certificate" not in repr(signature)
