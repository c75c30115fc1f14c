"""A session that sends nonsense, half a line, far too much or nothing is ended like any other."""

from typing import Any

import psutil
import pytest

from tests.hostile.faults import DETACHED_SECONDS
from tests.support.afterwards import LIMIT, assert_ended_and_forgotten, limits, machine_fault, session_fault, victims
from tests.support.terminal import Terminal, assert_card_waits, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    """Show why a session broke for 0.1 s only, to save time."""
    return {"notice": 0.1}


MEGABYTE = 1_000_000
SILENCE = 1.3

NONSENSE: dict[str, dict[str, Any]] = {
    "half a line, and the next one behind it": {"text": '{"v":1,"type":"ali'},
    "a line of 10 MB": {"text": "x" * 1000, "times": 10 * MEGABYTE // 1000},
    "10 MB of empty lines": {"text": "\n" * 1000, "times": 10 * MEGABYTE // 1000},
    "no JSON": {"text": "Traceback (most recent call last):\n"},
    "an unknown word": {"text": '{"v":1,"type":"forget_the_gate"}\n'},
    "an event that is in no list": {"text": '{"v":1,"type":"event","code":"pin","fields":{"digits":"1234"}}\n'},
}


@pytest.mark.parametrize("words", NONSENSE.values(), ids=NONSENSE)
def test_nonsense_in_the_pipe(terminal: Terminal, words: dict[str, Any]) -> None:
    reach(terminal, "enter_pin")
    before = visit(terminal)
    session_fault(terminal, "say", **words)
    assert_ended_and_forgotten(terminal, before, "protocol_error")
    assert not [line for line in before.trail.lines() if "1234" in str(line)]
    assert_card_waits(terminal)


def test_a_flood_of_lines_that_are_right(terminal: Terminal) -> None:
    """A session that repeats the same valid line endlessly is ended."""
    reach(terminal, "enter_pin")
    before = visit(terminal)
    session_fault(terminal, "say", text='{"v":1,"type":"event","code":"idle_extended","fields":{}}\n', times=50_000)
    ended = terminal.control.wait_until("its end", lambda: terminal.control.receipt_of(before.session))
    # On a busy machine the lines take so long that silence is noticed before there are too many of them.
    assert ended["reason"] in ("protocol_error", "session_hung")
    assert_ended_and_forgotten(terminal, before, ended["reason"])
    assert len(before.trail.of("idle_extended")) <= 2000
    assert_card_waits(terminal)


def test_the_pipe_closed_by_a_session_that_lives_on(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    session_fault(terminal, "close_pipe")
    assert_ended_and_forgotten(terminal, before, "session_crashed")
    assert_card_waits(terminal)


def test_half_a_line_and_then_death(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    (session,) = victims(terminal, "session")
    session_fault(terminal, "say", text='{"v":1,')
    session.kill()
    assert_ended_and_forgotten(terminal, before, "session_crashed")
    assert_card_waits(terminal)


def test_an_exception_in_the_session(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    session_fault(terminal, "fail")
    assert_ended_and_forgotten(terminal, before, "session_crashed")
    (line,) = before.trail.of("session_exception")
    assert line["kind"] == "RuntimeError"
    assert "told to" not in str(line)
    assert_card_waits(terminal)


def test_a_session_that_ignores_its_end(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    session_fault(terminal, "deaf")
    terminal.hardware_key()
    assert_ended_and_forgotten(terminal, before, "next_customer")
    assert not terminal.requests("GET", "/logout"), "it was asked for a logout and did not listen"
    assert_card_waits(terminal)


@pytest.mark.parametrize("reason", ["suspend", "screen_locked"])
def test_a_hung_session_is_ended_for_suspend_and_lock(terminal: Terminal, reason: str) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    session_fault(terminal, "hang")
    machine_fault(terminal, "want_end", reason=reason)
    assert_ended_and_forgotten(terminal, before, reason)
    assert_card_waits(terminal)


@pytest.mark.parametrize("how", ["key", "killed", "hung"])
def test_a_child_that_left_the_sessions_family(terminal: Terminal, how: str) -> None:
    """``setsid``, forked twice, without the mark in its environment: it can be found only among the descendants."""
    reach(terminal, "enter_pin")
    before = visit(terminal)
    session_fault(terminal, "detach")
    terminal.control.wait_until("the child", lambda: detached(terminal))
    (child,) = detached(terminal)
    with limits(terminal, alive=SILENCE if how == "hung" else 5.0):
        if how == "key":
            terminal.hardware_key()
        elif how == "killed":
            victims(terminal, "session")[0].kill()
        else:
            session_fault(terminal, "hang")
        reason = {"key": "next_customer", "killed": "session_crashed", "hung": "session_hung"}[how]
        assert_ended_and_forgotten(terminal, before, reason)
    child.wait(LIMIT)
    assert_card_waits(terminal)


def detached(terminal: Terminal) -> list[psutil.Process]:
    """The child that the fault has started, anywhere in the supervisor's tree."""
    return [process for process in victims(terminal, "everything") if words_of(process) == ["sleep", DETACHED_SECONDS]]


def words_of(process: psutil.Process) -> list[str]:
    """The command line of a process; empty if it has just ended."""
    try:
        return process.cmdline()
    except psutil.Error:
        return []
