"""Killed and stopped processes in every phase: nothing of the customer is left, and the next person may come.

A thread of the session does the engine's GPU work (as QtWebEngine does wherever it shares its surface with the window),
so there is no GPU process that could die alone. ``engine`` means all processes of the engine.
"""

import signal
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import psutil
import pytest

from kiosk.training.base import process_tree
from tests.support.afterwards import (
    LIMIT,
    assert_ended_and_forgotten,
    assert_forgotten,
    assert_wiped_at_start,
    come_back,
    limits,
    send,
    session_fault,
    victims,
)
from tests.support.closed import assert_out_of_service, unlock
from tests.support.terminal import Terminal, Visit, assert_card_waits, assert_next_may_come, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    """Show why a session broke for 0.1 s only, to save time."""
    return {"notice": 0.1}


@pytest.fixture(autouse=True)
def supervisor_that_runs(running: Terminal) -> None:
    """Start the supervisor again if the test before killed it."""
    assert running.process is not None
    if running.process.poll() is not None:
        come_back(running)


@pytest.fixture(autouse=True)
def answering_portal(supervisor_that_runs: None, terminal: Terminal) -> None:
    terminal.portal.change("fault", fault="none")


KILL, STOP, CONT = signal.SIGKILL, signal.SIGSTOP, signal.SIGCONT
#: Seconds without a message after which a session counts as hung; a session sends one every second.
SILENCE = 1.2
#: Phases in which no page is visible: a card on the reader is enough, which saves the time of a login.
WITHOUT_PAGE = ("away", "take_card", "preparing", "unavailable")
WITH_CARD = ("serving", "wiping", "take_card")


# --- how a phase is reached and held ---


def stand_at(terminal: Terminal, phase: str, page: bool = False) -> Visit:
    """Bring the terminal into this phase, where it stays long enough for a signal; returns the session.

    ``page``: log in, whatever the phase.
    """
    if phase == "ready":
        terminal.control.wait_phase("ready")
        terminal.control.wait_engine()
        return visit(terminal)
    if phase in WITHOUT_PAGE and not page:
        reach(terminal, "choose")
        terminal.place_card("taro")
        terminal.control.wait_until("the card to be seen", lambda: terminal.control.terminal()["reader"] == "card")
    else:
        reach(terminal, "browse")
    before = visit(terminal)
    if phase in HELD:
        HELD[phase](terminal)
        terminal.control.wait_phase(phase)
    return before


def _hold_wiping(terminal: Terminal) -> None:
    """A portal that does not answer the logout delays the second step of the wipe."""
    terminal.portal.change("fault", fault="slow 30")
    terminal.hardware_key()


def _hold_preparing(terminal: Terminal) -> None:
    """Stop the spare interpreter, so that no session becomes ready."""
    terminal.hardware_key()
    terminal.control.wait_phase("take_card")
    send(spare_of(terminal), STOP)
    terminal.control.take()


def _hold_unavailable(terminal: Terminal) -> None:
    terminal.control.take()
    terminal.station("unplug")


HELD: dict[str, Callable[[Terminal], None]] = {
    "away": lambda terminal: terminal.control.take(),
    "wiping": _hold_wiping,
    "take_card": Terminal.hardware_key,
    "preparing": _hold_preparing,
    "unavailable": _hold_unavailable,
}


def spare_of(terminal: Terminal) -> list[psutil.Process]:
    """The spare interpreter, as soon as it has been started."""
    terminal.control.wait_until("the spare interpreter", lambda: terminal.control.terminal()["spare"])
    return victims(terminal, "spare")


def go_on(terminal: Terminal, phase: str) -> None:
    """The next person may come, after the card was taken if one is on the reader."""
    if phase in WITH_CARD:
        assert_card_waits(terminal)
    else:
        assert_next_may_come(terminal)


def end_by_key(terminal: Terminal) -> None:
    """Staff press 「次の方へ」 if a session still runs."""
    if terminal.phase() in ("ready", "serving", "away"):
        terminal.hardware_key()


# --- the session and its page ---


@pytest.mark.parametrize(
    ("phase", "reason"),
    [
        ("ready", "session_crashed"),
        ("serving", "session_crashed"),
        ("away", "session_crashed"),
        ("wiping", "next_customer"),
    ],
)
def test_session_killed(terminal: Terminal, phase: str, reason: str) -> None:
    before = stand_at(terminal, phase, page=True)
    send(victims(terminal, "session"), KILL)
    assert_ended_and_forgotten(terminal, before, reason)
    go_on(terminal, phase)


@pytest.mark.parametrize(
    ("phase", "reason"),
    [
        ("ready", "session_hung"),
        ("serving", "session_hung"),
        ("away", "session_hung"),
        ("wiping", "next_customer"),
    ],
)
def test_session_stopped(terminal: Terminal, phase: str, reason: str) -> None:
    before = stand_at(terminal, phase)
    send(victims(terminal, "session"), STOP)
    with limits(terminal, alive=SILENCE):
        assert_ended_and_forgotten(terminal, before, reason)
    go_on(terminal, phase)


@pytest.mark.parametrize(
    ("phase", "reason"), [("serving", "renderer_dead"), ("away", "renderer_dead"), ("wiping", "next_customer")]
)
def test_renderer_killed(terminal: Terminal, phase: str, reason: str) -> None:
    before = stand_at(terminal, phase, page=True)
    send(victims(terminal, "renderer"), KILL)
    assert_ended_and_forgotten(terminal, before, reason)
    go_on(terminal, phase)


@pytest.mark.parametrize(("who", "phase"), [("renderer", "serving"), ("engine", "away"), ("engine", "wiping")])
def test_page_stopped_and_staff_press_the_key(terminal: Terminal, who: str, phase: str) -> None:
    """A stopped page seems to be a slow portal; it can neither delay the end nor survive it."""
    before = stand_at(terminal, phase, page=True)
    send(victims(terminal, who), STOP)
    end_by_key(terminal)
    assert_ended_and_forgotten(terminal, before, "next_customer")
    go_on(terminal, phase)


@pytest.mark.parametrize(("who", "phase"), [("zygote", "ready"), ("engine", "ready"), ("engine", "serving")])
def test_engine_killed(terminal: Terminal, who: str, phase: str) -> None:
    """Without its zygotes a page may survive or die; the wipe is the same."""
    before = stand_at(terminal, phase)
    send(victims(terminal, who), KILL)
    end_by_key(terminal)
    receipt = terminal.control.wait_until("the receipt", lambda: terminal.control.receipt_of(before.session))
    assert receipt["reason"] in ("hold_lost", "renderer_dead", "next_customer", "session_crashed")
    assert_ended_and_forgotten(terminal, before, receipt["reason"])
    go_on(terminal, phase)


def test_whole_tree_of_the_session_stopped_at_once(terminal: Terminal) -> None:
    before = stand_at(terminal, "serving")
    send(victims(terminal, "tree"), STOP)
    with limits(terminal, alive=SILENCE):
        assert_ended_and_forgotten(terminal, before, "session_hung")
    go_on(terminal, "serving")


def test_gui_thread_hangs_while_the_others_live(terminal: Terminal) -> None:
    before = stand_at(terminal, "ready")
    session_fault(terminal, "hang")
    with limits(terminal, alive=SILENCE):
        assert_ended_and_forgotten(terminal, before, "session_hung")
    go_on(terminal, "ready")


# --- the spare interpreter ---


@pytest.mark.parametrize("phase", ["take_card", "preparing"])
def test_interpreter_in_waiting_killed(terminal: Terminal, phase: str) -> None:
    before = stand_at(terminal, phase)
    send(spare_of(terminal) if phase == "take_card" else next_one(terminal), KILL)
    go_on(terminal, phase)
    assert_forgotten(terminal, before)


@pytest.mark.parametrize("ripe", [False, True], ids=["at once", "when it waits"])
def test_interpreter_in_waiting_stopped_before_it_serves(terminal: Terminal, ripe: bool) -> None:
    """It never becomes ready, so it is ended like a hung session, and another interpreter serves."""
    before = stand_at(terminal, "take_card")
    (spare,) = spare_of(terminal)
    if ripe:
        terminal.control.wait_until("its imports", lambda: reads_its_pipe(spare))
    send([spare], STOP)
    terminal.control.take()
    terminal.control.wait_phase("preparing")
    with limits(terminal, prepare=0.3):
        terminal.control.wait_until("its end", lambda: terminal.phase() != "preparing")
    assert_next_may_come(terminal)
    assert [line["reason"] for line in before.trail.of("session_ended")] == ["next_customer", "session_hung"]
    assert not spare.is_running()
    assert_forgotten(terminal, before)


def next_one(terminal: Terminal) -> list[psutil.Process]:
    """The process of the next session: still the spare interpreter, or already preparing its attract screen."""
    return victims(terminal, "session" if terminal.control.terminal()["serving"] else "spare")


def reads_its_pipe(process: psutil.Process) -> bool:
    """Whether it has sent hello and waits for ``start``: it sleeps and uses no processor time."""
    before = process.cpu_times()
    with suppress(psutil.TimeoutExpired):
        process.wait(0.1)
    return process.status() == psutil.STATUS_SLEEPING and process.cpu_times() == before


# --- the supervisor, and everything ---


@pytest.mark.parametrize(
    ("who", "phase"),
    [
        ("supervisor", "ready"),
        ("supervisor", "serving"),
        ("supervisor", "away"),
        ("supervisor", "wiping"),
        ("supervisor", "take_card"),
        ("supervisor", "preparing"),
        ("supervisor", "unavailable"),
        ("everything", "ready"),
        ("everything", "wiping"),
    ],
)
def test_killed_and_started_again(terminal: Terminal, who: str, phase: str) -> None:
    before = stand_at(terminal, phase)
    send(victims(terminal, who), KILL)
    come_back(terminal)
    if phase == "unavailable":
        terminal.station("plug")
    assert_wiped_at_start(terminal, before)


def test_everything_stopped_and_then_killed_and_started_again(terminal: Terminal) -> None:
    before = stand_at(terminal, "serving")
    everything = victims(terminal, "everything")
    send(everything, STOP)
    send(everything, KILL)
    come_back(terminal)
    assert_wiped_at_start(terminal, before)


def test_supervisor_killed_again_while_it_starts(terminal: Terminal) -> None:
    """The stopped session does not notice the end of its pipe; the first start that is completed has wiped it."""
    before = stand_at(terminal, "serving")
    send(victims(terminal, "tree"), STOP)
    send(victims(terminal, "supervisor"), KILL)
    come_back(terminal)
    send([psutil.Process(terminal.pid)], KILL)
    come_back(terminal)
    assert_wiped_at_start(terminal, before)


def test_supervisor_stands_still_while_the_session_dies(terminal: Terminal) -> None:
    """The supervisor notices the death as soon as it runs again."""
    before = stand_at(terminal, "serving")
    supervisor, session = victims(terminal, "supervisor"), victims(terminal, "session")
    send(supervisor, STOP)
    send(session, KILL)
    send(supervisor, CONT)
    assert_ended_and_forgotten(terminal, before, "session_crashed")
    go_on(terminal, "serving")


def test_session_whose_supervisor_stands_still_ends_itself(terminal: Terminal) -> None:
    """Nobody would notice that the card is taken: without messages for a few seconds the session ends itself."""
    before = stand_at(terminal, "serving")
    session_fault(terminal, "trust", seconds=1.5)
    supervisor = victims(terminal, "supervisor")
    send(supervisor, STOP)
    try:
        terminal.control.wait_until("its end", lambda: not process_tree.alive(before.processes))
    finally:
        send(supervisor, CONT)
    assert_ended_and_forgotten(terminal, before, "session_crashed")
    go_on(terminal, "serving")


def test_card_taken_while_the_supervisor_stands_still(terminal: Terminal) -> None:
    before = stand_at(terminal, "serving")
    supervisor = victims(terminal, "supervisor")
    send(supervisor, STOP)
    terminal.control.take()
    send(supervisor, CONT)
    terminal.control.wait_phase("away")
    assert terminal.control.terminal()["covered"]
    terminal.hardware_key()
    assert_ended_and_forgotten(terminal, before, "next_customer")
    go_on(terminal, "away")


# --- again and again ---


def test_attract_screens_that_break_one_after_the_other(terminal: Terminal) -> None:
    """Three in a row that nobody has used: out of service until staff unlock it."""
    for _ in range(3):
        before = stand_at(terminal, "ready")
        send(victims(terminal, "session"), KILL)
        assert_ended_and_forgotten(terminal, before, "session_crashed")
    assert_out_of_service(terminal, "sessions_fail")
    unlock(terminal)
    assert_next_may_come(terminal)
    assert_forgotten(terminal, before)


def test_staff_unlock_while_an_old_wipe_is_still_at_it(terminal: Terminal) -> None:
    """The wipe of their start waits for the old one: the receipts are in order and do not overlap."""
    before = stand_at(terminal, "serving")
    terminal.portal.change("fault", fault="slow 30")
    with limits(terminal, wipe=0.1):
        terminal.hardware_key()
        assert_late(terminal)
    unlock(terminal)
    go_on(terminal, "serving")
    codes = [code for code in before.trail.codes() if code in ("out_of_service", "staff_unlock", "wipe_verified")]
    assert codes == ["out_of_service", "staff_unlock", "wipe_verified", "wipe_verified"]
    assert_forgotten(terminal, before)


def assert_late(terminal: Terminal) -> None:
    """The terminal is out of service because the wipe took too long."""
    terminal.control.wait_phase("out_of_service", LIMIT)
    assert terminal.control.terminal()["failure"] == "wipe_timeout"
