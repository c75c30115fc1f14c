"""The person's side of a request that is held: pressed twice, and not confirmed in time.

The server's log is the witness, the page says what is still in it, and the notice is read off the screen.
"""

import pytest

from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.e2e.conftest import Start
from tests.support.terminal import ONE_CHECK, Terminal, reach

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PRESS = "document.getElementById('apply').click();"
SEND = (
    "void fetch('/apply', {method: 'POST', body: 'x'}).then(() => { window.sent = 1; }, () => { window.refused = 1; })"
)
FIELDS = "['payment_id', 'phone'].map((id) => document.getElementById(id).value)"


def words(terminal: Terminal) -> str:
    """All that is written on the kiosk's own part of the screen."""
    return "".join(terminal.control.ask("session", "words"))


@pytest.fixture
def review(terminal: Terminal) -> Terminal:
    """At the page with the button, in the mode in which nothing but the kiosk asks."""
    terminal.portal.change("mode", mode=ONE_CHECK)
    reach(terminal, "review")
    return terminal


def test_pressed_twice_in_one_go_it_arrives_once(review: Terminal) -> None:
    trail = review.trail.now()
    review.evaluate(f"(() => {{ {PRESS} {PRESS} }})()")
    review.control.wait_stage("check")
    assert review.commits() == 0
    review.control.enter_pin(A.pin)
    review.control.wait_page("/result/done")
    assert review.commits() == 1
    assert trail.codes().count("check_started") == trail.codes().count("commit_passed") == 1


def test_pressed_again_while_it_is_held_nothing_left_and_the_person_is_told(review: Terminal) -> None:
    """The page takes the first back for the second, which may not begin: no try is spent, and one press is enough."""
    trail = review.trail.now()
    review.evaluate(f"(() => {{ {PRESS} }})()")
    review.control.wait_stage("check")
    review.evaluate(f"(() => {{ {PRESS} }})()")
    review.control.wait_stage("browse")
    assert "まだ申し込まれていません" in words(review)
    assert review.commits() == 0
    assert review.verifications(A.person) == 1, "the login's alone"
    assert trail.codes() == ["commit_blocked", "check_started", "request_refused", "commit_withdrawn", "check_failed"]
    walk.confirm(review.control, A)
    assert review.commits() == 1


def test_sent_again_by_script_while_it_is_held_the_first_arrives_once(review: Terminal) -> None:
    review.evaluate(SEND)
    review.control.wait_stage("check")
    review.evaluate(SEND)
    review.control.wait_until("the refusal", lambda: review.evaluate("window.refused"))
    assert review.shown() == "check"
    review.control.enter_pin(A.pin)
    review.control.wait_until("the answer", lambda: review.evaluate("window.sent"))
    assert review.commits() == 1


def test_not_confirmed_in_time_nothing_left_and_all_that_was_typed_is_there(start: Start) -> None:
    terminal = start(timers={"check_window": 4.0})
    terminal.portal.change("mode", mode=ONE_CHECK)
    reach(terminal, "browse")
    walk.to_details(terminal.control, A)
    terminal.control.page_fill("#payment_id", A.payment_id)
    terminal.control.page_fill("#phone", A.phone)
    trail = terminal.trail.now()
    terminal.evaluate("(() => { const f = document.querySelector('form'); f.action = '/apply'; f.submit(); })()")
    terminal.control.wait_stage("check")
    terminal.evaluate("void (window.alive = 'while it waits')")
    terminal.control.enter_pin("12")
    terminal.control.wait_stage("browse")
    assert "時間が過ぎました" in words(terminal)
    assert terminal.evaluate(f"[...{FIELDS}, window.alive, location.pathname]") == [
        *(A.payment_id, A.phone, "while it waits", "/details")
    ]
    assert trail.codes() == ["commit_blocked", "check_started", "check_failed"]
    assert terminal.commits() == 0
