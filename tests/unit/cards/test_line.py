"""Calls with a limit: who waits never waits longer, and what is late tidies up by itself."""

import threading

import pytest

from kiosk.cards import line
from kiosk.cards.line import Late, Line
from tests.support.waiting import eventually


def test_results_and_errors_come_back_in_order() -> None:
    tidied: list[str] = []
    made = Line(lambda: tidied.append(threading.current_thread().name))
    assert [made.call(lambda number=number: number * 2, 5.0) for number in range(3)] == [0, 2, 4]  # type: ignore[misc]
    with pytest.raises(KeyError):
        made.call(lambda: {0: 0}[1], 5.0)
    made.end()
    assert tidied == ["card line"]


def test_a_late_call_is_left_to_itself_and_tidied_up_when_it_returns() -> None:
    gate, tidied = threading.Event(), threading.Event()
    made = Line(tidied.set)
    with pytest.raises(Late):
        made.call(gate.wait, 0.05)
    assert made.late
    with pytest.raises(Late):
        made.call(lambda: pytest.fail("no other call is made on it"), 5.0)
    made.end()
    assert not tidied.is_set()
    gate.set()
    assert tidied.wait(5)


def test_late_calls_do_not_pile_up() -> None:
    gate = threading.Event()
    eventually(lambda: not any(thread.is_alive() for thread in line._late))
    for _ in range(line.MOST_LATE):
        with pytest.raises(Late):
            Line(lambda: None).call(gate.wait, 0.01)
    with pytest.raises(Late):
        Line(lambda: None)
    gate.set()
    eventually(lambda: not any(thread.is_alive() for thread in line._late))
    assert Line(lambda: None).call(lambda: 1, 5.0) == 1
