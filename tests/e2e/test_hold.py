"""The engine lets go of what it holds when the holder goes away. Whatever dies here, what is held never leaves.

A commit is held; then something is killed, stopped, led astray or overfed. A relay before the portal, in the process of
the test, is the witness: it must not have seen the commit, also after everything of the kiosk is gone.
"""

import itertools
import signal
from collections.abc import Callable, Iterator
from typing import Any

import psutil
import pytest

from kiosk.system import clock
from kiosk.training.base import process_tree
from kiosk.training.remote.walk import A
from tests.support.afterwards import come_back, machine_fault, send, session_fault, victims
from tests.support.relay import Relay
from tests.support.terminal import ONE_CHECK, Terminal, Visit, assert_card_waits, assert_ended, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

KILL, STOP = signal.SIGKILL, signal.SIGSTOP
#: Seconds that a slow person takes for the second check.
LONG = 10.0
#: Everything that a page can have waiting when its holder goes.
WAYS = {
    "form": "document.querySelector('form').submit()",
    "fetch": "void fetch('/apply', {method: 'POST', body: 'x'})",
    "keepalive": "void fetch('/apply', {method: 'POST', keepalive: true, body: 'x'})",
    "xhr": "(() => { const r = new XMLHttpRequest(); r.open('POST', '/apply'); r.send('x'); })()",
    "redirected": "void fetch('/_hostile/to-apply', {redirect: 'follow'})",
}


@pytest.fixture(scope="module")
def relay() -> Iterator[Relay]:
    with Relay() as made:
        yield made


@pytest.fixture(scope="module")
def choices(relay: Relay) -> dict[str, Any]:
    return {"notice": 0.1, "front": relay.origin}


@pytest.fixture(autouse=True)
def supervisor_that_runs(running: Terminal, relay: Relay) -> Iterator[None]:
    """Before the test and after it."""
    assert running.process is not None
    relay.target = running.settings.port
    running.back_to_start()
    yield
    if running.process.poll() is not None:
        come_back(running)


@pytest.fixture(autouse=True)
def witness(supervisor_that_runs: None, terminal: Terminal, relay: Relay) -> Relay:
    terminal.portal.change("mode", mode=ONE_CHECK)
    relay.seen.clear()
    return relay


def held(terminal: Terminal, way: str = "fetch") -> Visit:
    """A commit waits, and the person is asked."""
    reach(terminal, "review")
    terminal.evaluate(WAYS[way])
    terminal.control.wait_stage("check")
    return visit(terminal)


def arrived(relay: Relay) -> list[tuple[str, str]]:
    """The commits that have come as far as the relay."""
    return [item for item in tuple(relay.seen) if item[1].lower().startswith("/apply")]


def assert_nothing_left(terminal: Terminal, witness: Relay, before: Visit, *reasons: str) -> None:
    """The session ended for one of these reasons, everything of it is gone, and the witness has seen nothing."""
    receipt = terminal.control.wait_until("the receipt", lambda: terminal.control.receipt_of(before.session), 20)
    assert receipt["reason"] in reasons
    assert_ended(terminal, before, receipt["reason"])
    assert "commit_passed" not in before.trail.codes()
    assert arrived(witness) == []
    assert_card_waits(terminal)


# --- the process that holds ---


@pytest.mark.parametrize("way", WAYS)
def test_it_is_killed(terminal: Terminal, witness: Relay, way: str) -> None:
    before = held(terminal, way)
    send(victims(terminal, "hold"), KILL)
    assert_nothing_left(terminal, witness, before, "hold_lost")


@pytest.mark.parametrize("way", WAYS)
def test_it_is_killed_after_a_long_check(terminal: Terminal, witness: Relay, way: str) -> None:
    """Held for as long as a slow person needs, and then: no longer wait lets out what a short one keeps."""
    before = held(terminal, way)
    began = clock.now()
    terminal.control.wait_until("a long check", lambda: clock.now() > began + LONG)
    assert terminal.shown() == "check"
    assert arrived(witness) == []
    send(victims(terminal, "hold"), KILL)
    assert_nothing_left(terminal, witness, before, "hold_lost")


def test_it_is_stopped(terminal: Terminal, witness: Relay) -> None:
    before = held(terminal)
    send(victims(terminal, "hold"), STOP)
    assert_nothing_left(terminal, witness, before, "hold_lost")


LOST: dict[str, tuple[str, dict[str, str]]] = {
    "it loops": ("hold_does", {"script": "for (;;);"}),
    "it goes away": ("hold_goes", {"address": "about:blank"}),
    "it forgets": ("hold_does", {"script": "window.kiosk = null"}),
    "it goes on to its own address": ("hold_does", {"script": "location.reload()"}),
}


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
def test_it_is_led_astray(terminal: Terminal, witness: Relay, fault: tuple[str, dict[str, str]]) -> None:
    before = held(terminal)
    session_fault(terminal, fault[0], **fault[1])
    assert_nothing_left(terminal, witness, before, "hold_lost")


@pytest.mark.parametrize("phase", ["attract", "place_card", "browse"])
@pytest.mark.parametrize("number", [KILL, STOP])
def test_without_it_no_session_goes_on_in_any_phase(terminal: Terminal, phase: str, number: signal.Signals) -> None:
    if phase != "attract":
        reach(terminal, phase)
    terminal.control.wait_until("the engine", lambda: terminal.control.customer()["engine"])
    terminal.control.wait_until("the hold", lambda: terminal.control.ask("session", "renderers")["held"])
    before = visit(terminal)
    send(victims(terminal, "hold"), number)
    receipt = terminal.control.wait_until("the receipt", lambda: terminal.control.receipt_of(before.session), 20)
    assert receipt["reason"] == "hold_lost"
    assert_ended(terminal, before, "hold_lost")


# --- the page ---


@pytest.mark.parametrize("way", WAYS)
def test_the_page_dies(terminal: Terminal, witness: Relay, way: str) -> None:
    before = held(terminal, way)
    send(victims(terminal, "renderer"), KILL)
    assert_nothing_left(terminal, witness, before, "renderer_dead")


#: What could bring the holder down from a page: too large for it.
OVERFED = {
    "a body of 200 MB": "void fetch('/details', {method: 'POST', body: new Blob(Array(200).fill('x'.repeat(1e6)))})",
    "a text of 50 MB": "void fetch('/details', {method: 'POST', body: 'x'.repeat(5e7)}).catch(() => 0)",
    "an address of 1.9 MB": "void fetch('/x?' + 'y'.repeat(1.9e6)).catch(() => 0)",
    "headers of 200 kB": "void fetch('/x', {headers: {'X-A': 'y'.repeat(2e5)}}).catch(() => 0)",
}


@pytest.mark.parametrize("script", OVERFED.values(), ids=OVERFED)
def test_the_page_sends_what_is_too_large(terminal: Terminal, witness: Relay, script: str) -> None:
    held(terminal)
    trail = terminal.trail.now()
    terminal.evaluate(script)
    terminal.control.wait_until("the refusal", lambda: trail.of("request_refused"))
    assert trail.of("request_refused")[0]["kind"] == "too_large"
    assert terminal.shown() == "check", "it is held on"
    assert arrived(witness) == []
    assert witness.seen.count(("POST", "/details")) == 1, "the one that was filled in"
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_until("the commit", lambda: arrived(witness))


def test_many_requests_at_once_do_not_loosen_it(terminal: Terminal, witness: Relay) -> None:
    held(terminal)
    many = "Array.from({length: 300}, (_, n) => fetch(`/status?${n}`))"
    terminal.evaluate(f"void Promise.all({many}).then(() => {{ window.all = 1; }})")
    terminal.control.wait_until("all of them", lambda: terminal.evaluate("window.all"))
    assert terminal.shown() == "check"
    assert arrived(witness) == []


# --- a decision that fails, and every end ---


def test_an_exception_in_a_decision_is_an_abort_and_is_written_down(terminal: Terminal, witness: Relay) -> None:
    reach(terminal, "browse")
    session_fault(terminal, "decide_wrongly")
    trail = terminal.trail.now()
    terminal.evaluate("void fetch('/status').catch(() => { window.refused = 1; })")
    terminal.control.wait_until("the refusal", lambda: terminal.evaluate("window.refused"))
    terminal.control.wait_until("its line", lambda: trail.of("request_refused"))
    assert trail.of("request_refused")[0]["kind"] == "other"
    assert ("GET", "/status") not in witness.seen


def press_next(terminal: Terminal) -> None:
    terminal.quit("next_customer")


ENDS: dict[str, tuple[Callable[[Terminal], object], str]] = {
    "next customer": (press_next, "next_customer"),
    "hardware key": (Terminal.hardware_key, "next_customer"),
    "card away": (lambda terminal: terminal.control.take(), "card_removed"),
    "lock": (lambda terminal: machine_fault(terminal, "want_end", reason="screen_locked"), "screen_locked"),
    "session killed": (lambda terminal: send(victims(terminal, "session"), KILL), "session_crashed"),
    "exception": (lambda terminal: session_fault(terminal, "fail"), "session_crashed"),
    "nonsense": (lambda terminal: session_fault(terminal, "say", text="{}\n"), "protocol_error"),
    "engine killed": (lambda terminal: send(victims(terminal, "engine"), KILL), "hold_lost"),
    "tree killed": (lambda terminal: send(victims(terminal, "tree"), KILL), "session_crashed"),
}


@pytest.mark.parametrize(("end", "reason"), ENDS.values(), ids=ENDS)
@pytest.mark.parametrize("way", ["form", "keepalive"])
def test_every_end_with_a_commit_held(
    terminal: Terminal, witness: Relay, end: Callable[[Terminal], object], reason: str, way: str
) -> None:
    before = held(terminal, way)
    end(terminal)
    also = {"hold_lost": ("renderer_dead", "session_crashed")}.get(reason, ())
    receipt = terminal.control.wait_until("the receipt", lambda: terminal.control.receipt_of(before.session), 20)
    assert receipt["reason"] in (reason, *also)
    assert_ended(terminal, before, receipt["reason"])
    assert arrived(witness) == []


def wait_gone(terminal: Terminal, processes: list[psutil.Process]) -> None:
    """All of the terminal has ended, and its supervisor is reaped."""
    assert terminal.process is not None
    terminal.process.wait(10)
    terminal.control.wait_until("the end of all", lambda: not process_tree.alive(processes))


ORDERS = list(itertools.permutations(("supervisor", "session", "hold", "renderer")))


@pytest.mark.parametrize("order", ORDERS, ids=", ".join)
def test_everything_is_killed_in_every_order(terminal: Terminal, witness: Relay, order: tuple[str, ...]) -> None:
    held(terminal, "keepalive")
    dying: list[psutil.Process] = [victims(terminal, who)[0] for who in order]
    everything = process_tree.tree(terminal.pid)
    send(dying, KILL)
    wait_gone(terminal, everything)
    assert arrived(witness) == []


def test_the_end_of_the_pipe_ends_the_session_at_once(terminal: Terminal, witness: Relay) -> None:
    """Its supervisor is killed: stdin ends, and with it the process; nobody tears the engine down."""
    held(terminal, "keepalive")
    everything = process_tree.tree(terminal.pid)
    send(victims(terminal, "supervisor"), KILL)
    wait_gone(terminal, everything)
    assert arrived(witness) == []
