"""The commit gate on a real browser: what makes an application final leaves only after a check made for it.

The portal runs in its one-check mode: nothing but the kiosk stands in the way. The server's log is the witness.
"""

import json
from contextlib import suppress

import pytest

from kiosk.system import clock
from kiosk.training.remote import walk
from kiosk.training.remote.control import ControlError
from kiosk.training.remote.walk import A
from tests.hostile.routes import AUTHENTICATE
from tests.support.afterwards import session_fault
from tests.support.observe import AuditTrail
from tests.support.terminal import ONE_CHECK, Terminal, assert_ended, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

FORM = "{method: 'POST', body: new URLSearchParams({x: '1'})}"
ATTEMPTS = {
    "form": "document.body.appendChild(Object.assign(document.createElement('form'), "
    "{method: 'post', action: '/apply'})).submit()",
    "fetch": f"void fetch('/apply', {FORM})",
    "keepalive": "void fetch('/apply', {method: 'POST', keepalive: true, body: 'x'})",
    "xhr": "(() => { const r = new XMLHttpRequest(); r.open('POST', '/apply'); r.send('x'); })()",
    "another method": "void fetch('/apply', {method: 'PUT', body: 'x'})",
    "another case": f"void fetch('/Apply', {FORM})",
    "percent-encoded": f"void fetch('/%61pply', {FORM})",
    "doubled slash": f"void fetch(location.origin + '//apply', {FORM})",
    "trailing slash": f"void fetch('/apply/', {FORM})",
    "with a query": f"void fetch('/apply?x=1', {FORM})",
    "a GET with a suffix": "void fetch('/apply.json')",
    "a GET with path info": "void fetch('/apply/x')",
    "an unlisted POST": f"void fetch('/unlisted', {FORM})",
    "an unlisted DELETE": "void fetch('/status', {method: 'DELETE'})",
    "another method by header": "void fetch('/status', {headers: {'X-HTTP-Method-Override': 'DELETE'}})",
}
#: Nobody can be asked meanwhile: aborted at once.
UNATTENDED = {
    "beacon": "navigator.sendBeacon('/apply', new URLSearchParams({x: '1'}))",
    "picture": "void (new Image().src = '/apply')",
    "style": "void document.head.append("
    "Object.assign(document.createElement('link'), {rel: 'stylesheet', href: '/apply'}))",
    "websocket": "void new WebSocket(location.origin.replace('http', 'ws') + '/socket')",
    "redirected picture": "void (new Image().src = '/_hostile/to-apply')",
}


def unsafe_requests(terminal: Terminal) -> list[str]:
    """What reached the portal that could have changed something, but for the login and the filling in."""
    ordinary = {"/auth/login", "/measures", "/service", "/details"}
    found = terminal.portal.state()["requests"]
    return [item["path"] for item in found if item["method"] != "GET" and item["path"] not in ordinary]


def check_is_written(terminal: Terminal, trail: AuditTrail) -> None:
    """The screen is the session's and the line the supervisor's, which comes a moment later; with it all before it."""
    terminal.control.wait_stage("check")
    terminal.control.wait_until("the check in the audit file", lambda: trail.of("check_started"))


@pytest.fixture(autouse=True)
def one_check(terminal: Terminal) -> None:
    terminal.portal.change("mode", mode=ONE_CHECK)


@pytest.mark.parametrize("attempt", ATTEMPTS.values(), ids=ATTEMPTS)
def test_no_kind_of_request_leaves_without_a_check(terminal: Terminal, attempt: str) -> None:
    reach(terminal, "browse")
    trail = terminal.trail.now()
    terminal.evaluate(attempt)
    check_is_written(terminal, trail)
    assert unsafe_requests(terminal) == []
    assert terminal.requests("PUT", "/apply") == []
    gate = [code for code in trail.codes() if code != "step"]  # of the page before, which may come late
    assert gate[:2] == ["commit_blocked", "check_started"]


@pytest.mark.parametrize("attempt", UNATTENDED.values(), ids=UNATTENDED)
def test_what_cannot_wait_for_a_person_is_refused_at_once(terminal: Terminal, attempt: str) -> None:
    reach(terminal, "browse")
    trail = terminal.trail.now()
    terminal.evaluate(attempt)
    terminal.control.wait_until("the refusal", lambda: trail.of("request_refused"))
    assert [line["kind"] for line in trail.of("request_refused")][:1] == ["commit"]
    assert terminal.shown() == "browse"
    assert unsafe_requests(terminal) == []
    assert terminal.requests("GET", "/apply") + terminal.requests("GET", "/socket") == []


def test_the_login_does_not_open_it_even_five_seconds_later(terminal: Terminal) -> None:
    reach(terminal, "review")
    login = terminal.trail.of("login_done")[-1]["mono"]
    terminal.control.wait_until("five seconds", lambda: clock.now() > login + 5.5)
    terminal.control.page_press("#apply")
    terminal.control.wait_stage("check")
    assert unsafe_requests(terminal) == []


def test_after_the_check_this_request_leaves_once_and_nothing_is_pressed_twice(terminal: Terminal) -> None:
    reach(terminal, "check")
    assert unsafe_requests(terminal) == []
    trail = terminal.trail.now()
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_page("/result/done")
    assert unsafe_requests(terminal) == ["/apply"]
    assert [code for code in trail.codes() if code.startswith("c")] == ["check_passed", "commit_passed"]


def test_one_check_lets_one_request_pass(terminal: Terminal) -> None:
    reach(terminal, "review")
    terminal.evaluate(ATTEMPTS["fetch"])
    terminal.control.wait_stage("check")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_until("the commit", lambda: unsafe_requests(terminal))
    trail = terminal.trail.now()
    terminal.evaluate(f"[1, 2, 3].forEach(() => {{ {ATTEMPTS['fetch'].removeprefix('void ')} }})")
    check_is_written(terminal, trail)
    assert unsafe_requests(terminal) == ["/apply"]
    assert trail.codes().count("commit_passed") == 0
    assert trail.codes().count("commit_blocked") == 1


def test_a_check_for_one_address_does_not_open_another(terminal: Terminal) -> None:
    reach(terminal, "browse")
    terminal.evaluate(ATTEMPTS["an unlisted POST"])
    terminal.control.wait_stage("check")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_stage("browse")
    terminal.evaluate(ATTEMPTS["fetch"])
    terminal.control.wait_stage("check")
    assert unsafe_requests(terminal) == ["/unlisted"]


def test_what_was_typed_is_still_there_when_it_is_aborted(terminal: Terminal) -> None:
    reach(terminal, "browse")
    walk.to_details(terminal.control, A)
    terminal.control.page_fill("#payment_id", A.payment_id)
    terminal.evaluate("(() => { const f = document.querySelector('form'); f.action = '/apply'; f.submit(); })()")
    terminal.control.wait_stage("check")
    terminal.evaluate("void (window.alive = 'while it waits')")
    terminal.evaluate("void window.stop()")
    terminal.control.wait_stage("browse")
    assert terminal.evaluate("[document.getElementById('payment_id').value, window.alive, location.pathname]") == [
        *(A.payment_id, "while it waits", "/details")
    ]
    assert unsafe_requests(terminal) == []


def test_a_wrong_pin_does_not_open_it(terminal: Terminal) -> None:
    reach(terminal, "check")
    terminal.control.enter_pin("9999")
    terminal.control.wait_until("tries left", lambda: terminal.control.customer().get("tries") == 2)
    assert unsafe_requests(terminal) == []
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_page("/result/done")
    assert unsafe_requests(terminal) == ["/apply"]
    assert terminal.verifications(A.person) == 3


def log_in_here(terminal: Terminal) -> None:
    """The page that is shown asks for a login, and the person gives it."""
    terminal.evaluate(AUTHENTICATE)
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_stage("browse")


def assert_a_commit_is_held(terminal: Terminal) -> None:
    """The page's final request still needs a check of its own, and none has left."""
    terminal.evaluate(ATTEMPTS["fetch"])
    terminal.control.wait_stage("check")
    assert unsafe_requests(terminal) == []


def test_a_login_from_another_page_does_not_open_it(terminal: Terminal) -> None:
    reach(terminal, "browse")
    log_in_here(terminal)
    assert_a_commit_is_held(terminal)


def test_a_page_cannot_go_round_the_portals_own_check(terminal: Terminal) -> None:
    terminal.portal.change("mode", mode="two_checks_2023_04")
    reach(terminal, "review")
    trail = terminal.trail.now()
    terminal.evaluate("document.getElementById('form').submit()")
    check_is_written(terminal, trail)
    assert unsafe_requests(terminal) == []
    assert "commit_blocked" in trail.codes()


def test_before_the_login_nothing_can_be_made_final(terminal: Terminal) -> None:
    reach(terminal, "enter_pin")
    trail = terminal.trail.now()
    terminal.evaluate(ATTEMPTS["fetch"])
    terminal.control.wait_until("the refusal", lambda: trail.of("request_refused"))
    assert unsafe_requests(terminal) == []
    assert terminal.shown() == "enter_pin"


# --- redirects ---


def test_a_navigation_sent_on_to_the_commit_is_held(terminal: Terminal) -> None:
    reach(terminal, "browse")
    terminal.evaluate("location.assign('/_hostile/to-apply')")
    terminal.control.wait_stage("check")
    assert terminal.requests("GET", "/apply") == []


def test_a_form_sent_on_with_its_body_to_the_commit_is_held(terminal: Terminal) -> None:
    reach(terminal, "browse")
    terminal.portal.change("fault", fault="hop")
    terminal.evaluate(ATTEMPTS["form"].replace("/apply", "/details"))
    terminal.control.wait_until("the gate", lambda: terminal.shown() != "browse")
    assert terminal.requests("POST", "/details")
    assert unsafe_requests(terminal) == []


@pytest.mark.parametrize("attempt", ["fetch", "xhr", "keepalive"])
def test_a_request_sent_on_with_its_body_to_the_commit_is_held(terminal: Terminal, attempt: str) -> None:
    """The interceptor is told of a hop only after it may have gone; the hold has paused it."""
    reach(terminal, "review")
    terminal.portal.change("fault", fault="hop")
    trail = terminal.trail.now()
    terminal.evaluate(ATTEMPTS[attempt].replace("/apply", "/details"))
    check_is_written(terminal, trail)
    assert unsafe_requests(terminal) == []
    terminal.portal.change("fault", fault="none")


def test_a_get_sent_on_to_the_commit_is_held(terminal: Terminal) -> None:
    reach(terminal, "browse")
    terminal.evaluate("void fetch('/_hostile/to-apply')")
    terminal.control.wait_stage("check")
    assert terminal.requests("GET", "/apply") == []


# --- the second line ---


@pytest.mark.parametrize("attempt", ["form", "fetch", "redirected"])
def test_a_commit_that_the_hold_never_saw_ends_the_session(terminal: Terminal, attempt: str) -> None:
    """The interceptor expects every commit that it lets down to be held; one that is not may have left."""
    reach(terminal, "review")
    before = visit(terminal)
    session_fault(terminal, "hold_sleeps")
    terminal.evaluate({**ATTEMPTS, "redirected": "void fetch('/_hostile/to-apply')"}[attempt])
    assert_ended(terminal, before, "commit_unchecked")
    assert "commit_passed" not in before.trail.codes()


def test_the_person_is_told_that_the_result_is_unknown(terminal: Terminal) -> None:
    reach(terminal, "browse")
    session_fault(terminal, "hold_sleeps")
    terminal.evaluate(ATTEMPTS["fetch"])
    terminal.control.wait_phase("take_card")
    words = json.dumps(terminal.control.ask("supervisor", "words"), ensure_ascii=False)
    assert "状況" in words or "結果" in words, words


# --- limits ---


def test_three_checks_for_one_commit_and_then_the_session_ends_with_words(terminal: Terminal) -> None:
    reach(terminal, "browse")
    for _ in range(3):
        terminal.evaluate("void (window.c = new AbortController())")
        terminal.evaluate("void fetch('/apply', {method: 'POST', body: 'x', signal: c.signal}).catch(() => 0)")
        terminal.control.wait_stage("check")
        terminal.evaluate("c.abort()")
        terminal.control.wait_stage("browse")
    terminal.evaluate(ATTEMPTS["fetch"])
    terminal.control.wait_stage("problem")
    assert terminal.control.customer()["failure"] == "too_many_checks"
    assert unsafe_requests(terminal) == []
    assert terminal.verifications(A.person) == 1, "the login's alone"


def test_no_try_is_spent_on_a_request_that_its_page_took_back(terminal: Terminal) -> None:
    reach(terminal, "browse")
    terminal.evaluate("void (window.c = new AbortController())")
    terminal.evaluate("void fetch('/apply', {method: 'POST', body: 'x', signal: c.signal}).catch(() => 0)")
    terminal.control.wait_stage("check")
    trail = terminal.trail.now()
    # The page's cancellation goes through the engine's processes; a request behind it shows that it has arrived there.
    terminal.evaluate("void (c.abort(), fetch('/measures').then(() => { window.arrived = 1; }))")
    terminal.control.wait_until("a later request", lambda: terminal.evaluate("window.arrived"))
    with suppress(ControlError):  # the pad may be gone before the last digit
        terminal.control.enter_pin("9999")
    terminal.control.wait_until("the notice", lambda: terminal.control.customer().get("notice") == "withdrawn")
    assert trail.codes().count("commit_withdrawn") == 1
    assert terminal.verifications(A.person) == 1
    assert unsafe_requests(terminal) == []


def test_a_flood_of_questions_costs_nobody_a_try(terminal: Terminal) -> None:
    reach(terminal, "check")
    terminal.evaluate(f"void setInterval(() => {{ {AUTHENTICATE} }}, 5)")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_page("/result/done")
    assert unsafe_requests(terminal) == ["/apply"]
    assert terminal.verifications(A.person) == 2


# --- a document is where it was loaded ---


def test_a_page_that_calls_itself_the_confirm_page_is_none(terminal: Terminal) -> None:
    reach(terminal, "browse")
    terminal.evaluate("void history.pushState({}, '', '/confirm')")
    log_in_here(terminal)
    assert_a_commit_is_held(terminal)


def test_a_page_that_calls_itself_the_result_shows_none(terminal: Terminal) -> None:
    reach(terminal, "browse")
    trail = terminal.trail.now()
    terminal.evaluate("void history.pushState({}, '', '/result/done')")
    terminal.control.wait_until("the address", lambda: terminal.evaluate("location.pathname") == "/result/done")
    terminal.evaluate("void fetch('/status')")
    terminal.control.wait_until("a request after it", lambda: terminal.requests("GET", "/status"))
    assert not terminal.control.customer()["result"]
    assert not trail.of("result")
    assert not trail.of("step")


def test_the_whole_path_in_one_check_mode_ends_with_one_commit(terminal: Terminal) -> None:
    reach(terminal, "result")
    assert unsafe_requests(terminal) == ["/apply"]
    assert [item["checks"] for item in terminal.portal.state()["applications"]] == [1], "the portal checked once"
    assert terminal.verifications(A.person) == 2, "the kiosk checked twice"
    walk.finish(terminal.control)
