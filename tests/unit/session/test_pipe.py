"""The session's end of the pipe: the work that is done until the first message arrives."""

import os
import threading
from collections.abc import Iterator
from functools import partial

import pytest

from kiosk.protocol.messages import End, encode
from kiosk.vocabulary import EndReason
from ui.session.pipe import Pipe

FIRST, SECOND = End(EndReason.IDLE), End(EndReason.SHUTDOWN)


@pytest.fixture
def ends() -> Iterator[tuple[int, int]]:
    """The file descriptors: what the pipe reads from, and where a supervisor writes."""
    reading, writing = os.pipe()
    yield reading, writing
    os.close(writing)
    os.close(reading)


def test_work_is_done_until_the_message_is_there(ends: tuple[int, int]) -> None:
    reading, writing = ends
    done: list[str] = []

    def last() -> None:
        done.append("last")
        os.write(writing, encode(FIRST))

    assert Pipe(reading, -1).wait_first([lambda: done.append("first"), last]) == FIRST
    assert done == ["first", "last"]


def test_what_is_left_is_left_undone(ends: tuple[int, int]) -> None:
    reading, writing = ends
    done: list[int] = []

    def piece(number: int) -> None:
        done.append(number)
        if number == 3:
            os.write(writing, encode(FIRST))
        threading.Event().wait(0.002)

    assert Pipe(reading, -1).wait_first([partial(piece, number) for number in range(2000)]) == FIRST
    assert 4 <= len(done) < 2000


def test_a_second_message_is_kept(ends: tuple[int, int]) -> None:
    reading, writing = ends
    os.write(writing, encode(FIRST) + encode(SECOND))
    pipe = Pipe(reading, -1)
    assert pipe.wait_first() == FIRST
    assert pipe._early == [encode(SECOND).rstrip(b"\n")]
