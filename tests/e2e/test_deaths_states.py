"""Whatever dies or stops, wherever the terminal stands: nothing of the customer is left, and the next may come."""

import signal
from collections.abc import Callable
from typing import Any

import pytest

from tests.support.afterwards import (
    assert_bygone,
    assert_forgotten,
    assert_wiped_at_start,
    come_back,
    limits,
    send,
    session_fault,
    victims,
)
from tests.support.terminal import Terminal, Visit, assert_card_waits, assert_next_may_come, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    """Why a session broke is told to the next person; not for seconds here."""
    return {"notice": 0.1}


KILL, STOP, CONT = signal.SIGKILL, signal.SIGSTOP, signal.SIGCONT
#: Silence that counts as hung here, in seconds; a session says every second that it lives.
SILENCE = 1.3
WITH_CARD = ("enter_pin", "browse", "review", "check", "wiping", "take_card")


# --- how a state is reached and held ---


def stand_at(terminal: Terminal, state: str) -> Visit:
    """Bring the terminal into this state, where it stays long enough for a signal; the session as it was seen."""
    if state == "ready":
        terminal.control.wait_until("the engine", lambda: terminal.control.customer().get("engine"))
        return visit(terminal)
    reach(terminal, state if state not in HELD else "browse")
    before = visit(terminal)
    if state in HELD:
        HELD[state](terminal)
    return before


def _hold_away(terminal: Terminal) -> None:
    terminal.control.take()
    terminal.control.wait_phase("away")


def _hold_wiping(terminal: Terminal) -> None:
    """A portal that does not answer its logout keeps the wipe in its second step for a while."""
    terminal.portal.change("fault", fault="slow 30")
    terminal.hardware_key()
    terminal.control.wait_phase("wiping")


def _hold_take_card(terminal: Terminal) -> None:
    terminal.hardware_key()
    terminal.control.wait_phase("take_card")


HELD: dict[str, Callable[[Terminal], None]] = {
    "away": _hold_away,
    "wiping": _hold_wiping,
    "take_card": _hold_take_card,
}


@pytest.fixture(autouse=True)
def answering_portal(terminal: Terminal) -> None:
    terminal.portal.change("fault", fault="none")


def go_on(terminal: Terminal, state: str) -> None:
    """The next person may come, after the card was taken where one lies."""
    if state in WITH_CARD:
        assert_card_waits(terminal)
    else:
        assert_next_may_come(terminal)


def end_by_key(terminal: Terminal) -> None:
    """Staff press 「次の方へ」, if anybody is still served."""
    if terminal.phase() in ("ready", "serving", "away"):
        terminal.hardware_key()


# --- the session and its page ---


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("ready", "session_crashed"),
        ("choose", "session_crashed"),
        ("enter_pin", "session_crashed"),
        ("browse", "session_crashed"),
        ("check", "session_crashed"),
        ("away", "session_crashed"),
        ("wiping", "next_customer"),
    ],
)
def test_session_killed(terminal: Terminal, state: str, reason: str) -> None:
    before = stand_at(terminal, state)
    send(victims(terminal, "session"), KILL)
    assert_bygone(terminal, before, reason)
    go_on(terminal, state)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("ready", "session_hung"),
        ("enter_pin", "session_hung"),
        ("browse", "session_hung"),
        ("check", "session_hung"),
        ("away", "card_removed"),
        ("wiping", "next_customer"),
    ],
)
def test_session_stopped(terminal: Terminal, state: str, reason: str) -> None:
    before = stand_at(terminal, state)
    alive = 5.0 if state == "away" else SILENCE  # the grace of the card is over first
    with limits(terminal, alive=alive):
        send(victims(terminal, "session"), STOP)
        assert_bygone(terminal, before, reason)
    go_on(terminal, state)


@pytest.mark.parametrize(
    ("state", "reason"),
    [
        ("enter_pin", "renderer_dead"),
        ("browse", "renderer_dead"),
        ("check", "renderer_dead"),
        ("away", "renderer_dead"),
        ("wiping", "next_customer"),
    ],
)
def test_renderer_killed(terminal: Terminal, state: str, reason: str) -> None:
    before = stand_at(terminal, state)
    send(victims(terminal, "renderer"), KILL)
    assert_bygone(terminal, before, reason)
    go_on(terminal, state)


@pytest.mark.parametrize(
    ("who", "state"), [("renderer", "browse"), ("renderer", "wiping"), ("zygote", "browse"), ("engine", "check")]
)
def test_page_stopped_and_staff_press_the_key(terminal: Terminal, who: str, state: str) -> None:
    """A page that stands still looks like a slow portal; it cannot hold up the end, nor outlive it."""
    before = stand_at(terminal, state)
    send(victims(terminal, who), STOP)
    end_by_key(terminal)
    assert_bygone(terminal, before, "next_customer")
    go_on(terminal, state)


@pytest.mark.parametrize(
    ("who", "state"), [("zygote", "ready"), ("zygote", "check"), ("engine", "ready"), ("engine", "browse")]
)
def test_engine_killed(terminal: Terminal, who: str, state: str) -> None:
    """Without its zygotes a page may live on or die; either way the end is the same."""
    before = stand_at(terminal, state)
    send(victims(terminal, who), KILL)
    end_by_key(terminal)
    receipt = terminal.control.wait_until("the receipt", lambda: terminal.control.receipt_of(before.session))
    assert receipt["reason"] in ("renderer_dead", "next_customer", "session_crashed")
    assert_bygone(terminal, before, receipt["reason"])
    go_on(terminal, state)


@pytest.mark.parametrize("number", [KILL, STOP])
def test_whole_tree_of_the_session_at_once(terminal: Terminal, number: signal.Signals) -> None:
    before = stand_at(terminal, "check")
    with limits(terminal, alive=SILENCE):
        send(victims(terminal, "tree"), number)
        assert_bygone(terminal, before, "session_crashed" if number is KILL else "session_hung")
    go_on(terminal, "check")


def test_interpreter_in_waiting_killed_while_the_card_is_called_for(terminal: Terminal) -> None:
    before = stand_at(terminal, "take_card")
    terminal.control.wait_until("the next interpreter", lambda: terminal.control.terminal()["spare"])
    send(victims(terminal, "spare"), KILL)
    go_on(terminal, "take_card")
    assert_forgotten(terminal, before)


def test_interpreter_in_waiting_stopped_before_it_serves(terminal: Terminal) -> None:
    """It never becomes ready, so it is ended like a session that hangs, and another one serves."""
    before = stand_at(terminal, "take_card")
    terminal.control.wait_until("the next interpreter", lambda: terminal.control.terminal()["spare"])
    send(victims(terminal, "spare"), STOP)
    terminal.control.take()
    terminal.control.wait_phase("preparing")
    with limits(terminal, prepare=SILENCE):
        terminal.control.wait_until("its end", lambda: "session_hung" in str(before.trail.of("session_ended")))
    go_on(terminal, "ready")
    assert_forgotten(terminal, before)


# --- the supervisor, and everything ---


@pytest.mark.parametrize(
    ("who", "state"),
    [
        ("supervisor", "ready"),
        ("supervisor", "enter_pin"),
        ("supervisor", "check"),
        ("supervisor", "away"),
        ("supervisor", "wiping"),
        ("supervisor", "take_card"),
        ("everything", "ready"),
        ("everything", "browse"),
        ("everything", "wiping"),
    ],
)
def test_killed_and_started_again(terminal: Terminal, who: str, state: str) -> None:
    before = stand_at(terminal, state)
    send(victims(terminal, who), KILL)
    come_back(terminal)
    assert_wiped_at_start(terminal, before)


def test_everything_stopped_and_then_killed_and_started_again(terminal: Terminal) -> None:
    before = stand_at(terminal, "check")
    everything = victims(terminal, "everything")
    send(everything, STOP)
    send(everything, KILL)
    come_back(terminal)
    assert_wiped_at_start(terminal, before)


def test_supervisor_killed_while_the_session_stands_still(terminal: Terminal) -> None:
    """The session cannot see the end of its pipe: the operating system ends it, else the next start does."""
    before = stand_at(terminal, "browse")
    send(victims(terminal, "tree"), STOP)
    send(victims(terminal, "supervisor"), KILL)
    come_back(terminal)
    assert_wiped_at_start(terminal, before)


@pytest.mark.parametrize("number", [KILL, STOP])
def test_supervisor_stands_still_while_something_happens(terminal: Terminal, number: signal.Signals) -> None:
    """What it slept through is seen as soon as it goes on: a session that died, or stood still."""
    before = stand_at(terminal, "browse")
    supervisor, session = victims(terminal, "supervisor"), victims(terminal, "session")
    with limits(terminal, alive=SILENCE):
        send(supervisor, STOP)
        send(session, number)
        send(supervisor, CONT)
        assert_bygone(terminal, before, "session_crashed" if number is KILL else "session_hung")
    go_on(terminal, "browse")


def test_card_taken_while_the_supervisor_stands_still(terminal: Terminal) -> None:
    before = stand_at(terminal, "check")
    supervisor = victims(terminal, "supervisor")
    send(supervisor, STOP)
    terminal.control.take()
    send(supervisor, CONT)
    assert_bygone(terminal, before, "card_removed")
    go_on(terminal, "ready")


# --- a session that lives and does not do what it should ---


@pytest.mark.parametrize("state", ["ready", "check"])
def test_gui_thread_hangs_while_the_others_live(terminal: Terminal, state: str) -> None:
    before = stand_at(terminal, state)
    with limits(terminal, alive=SILENCE):
        session_fault(terminal, "hang")
        assert_bygone(terminal, before, "session_hung")
    go_on(terminal, state)
