"""The bridge to the card in a real browser: whatever a page tries, nothing is signed that must not be."""

import json
from typing import Any

import pytest

from kiosk.training.remote.walk import A
from tests.support.terminal import Terminal, reach

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

NONCE = "A" * 44


def go(terminal: Terminal, page: str) -> None:
    """Navigate to a hostile page of the portal's own origin."""
    terminal.evaluate(f"location.assign('/_hostile/{page}')")
    terminal.control.wait_page(f"/_hostile/{page}")


def ask(terminal: Terminal, **message: Any) -> None:
    """Post a message as the public library does, with these fields."""
    terminal.control.ask("session", "page_eval", script=f"postMessage({_script(message)}, '*')")


def _script(message: dict[str, Any]) -> str:
    return json.dumps({"libraryVersion": "2.1.0", **message})


def seen(terminal: Terminal, action: str) -> list[dict[str, Any]]:
    """The messages with this action that the page has received."""
    found = terminal.evaluate("window.seen")
    return [item for item in found if isinstance(item, dict) and item.get("action") == action]


def answer(terminal: Terminal, action: str) -> dict[str, Any]:
    """Wait for a message with this action and return it."""
    found: dict[str, Any] = terminal.control.wait_until(action, lambda: seen(terminal, action))[0]
    return found


def assert_still_serves(terminal: Terminal) -> None:
    """The bridge answers the page, the session lives, no PIN pad is shown and no PIN was used since the login."""
    terminal.evaluate("window.seen = []")
    terminal.control.wait_until("an answer", lambda: status(terminal))
    assert terminal.shown() == "browse"
    assert terminal.verifications(A.person) == 1


def status(terminal: Terminal) -> bool:
    """Request the versions; returns whether they have arrived. A flood may have used up this second's requests."""
    ask(terminal, action="web-eid:status")
    return bool(seen(terminal, "web-eid:status-success"))


@pytest.mark.parametrize("page", ["frame", "blank-frame"])
def test_a_frame_gets_nothing_signed(terminal: Terminal, page: str) -> None:
    reach(terminal, "browse")
    go(terminal, page)
    terminal.control.wait_until("the frame to have asked", lambda: "asked" in terminal.evaluate("window.seen"))
    assert_still_serves(terminal)


def test_a_blank_window_is_not_opened(terminal: Terminal) -> None:
    reach(terminal, "browse")
    go(terminal, "quiet")
    assert terminal.evaluate("open('about:blank') === null")
    assert_still_serves(terminal)


@pytest.mark.parametrize("url", ["about:blank", "about:blank#x", "data:text/html,<button>x</button>"])
def test_a_document_without_origin_is_never_shown_for_long(terminal: Terminal, url: str) -> None:
    """about:blank is loaded without a request: it is followed by a failure screen instead of an empty page."""
    reach(terminal, "browse")
    go(terminal, "quiet")
    terminal.evaluate(f"void (location.href = {url!r})")
    if url.startswith("about:"):
        terminal.control.wait_stage("problem")
        assert terminal.control.customer()["failure"] == "portal_forbidden"
    else:
        assert_still_serves(terminal)


@pytest.mark.parametrize("host", ["localhost", "127.0.0.2"])
def test_another_origin_is_not_even_reached(terminal: Terminal, host: str) -> None:
    reach(terminal, "browse")
    go(terminal, "quiet")
    before = len(terminal.requests("GET", "/_hostile/child"))
    terminal.evaluate(f"void (location.href = 'http://{host}:{terminal.settings.port}/_hostile/child')")
    terminal.control.wait_until("the refusal", lambda: terminal.trail.of("request_refused"))
    assert_still_serves(terminal)
    assert len(terminal.requests("GET", "/_hostile/child")) == before


def test_what_was_asked_before_a_navigation_is_not_answered_after_it(terminal: Terminal) -> None:
    reach(terminal, "enter_pin")
    terminal.control.enter_pin(A.pin[:3])
    terminal.evaluate("location.assign('/_hostile/quiet')")
    terminal.control.wait_stage("browse")
    terminal.control.wait_page("/_hostile/quiet")
    status_answered(terminal)
    assert [item["action"] for item in terminal.evaluate("window.seen") if item["action"].endswith("success")] == [
        "web-eid:status-success"
    ]
    assert terminal.verifications(A.person) == 0
    assert terminal.tokens() == []


def status_answered(terminal: Terminal) -> None:
    """Wait for an answer to this document, so that all earlier messages to it have arrived."""
    ask(terminal, action="web-eid:status")
    answer(terminal, "web-eid:status-success")


def test_a_flood_of_requests_crashes_nothing(terminal: Terminal) -> None:
    reach(terminal, "browse")
    go(terminal, "quiet")
    message = _script({"action": "web-eid:sign"})
    terminal.evaluate(f"Array.from({{length: 2000}}).forEach(() => postMessage({message}, '*'))")
    assert_still_serves(terminal)


def test_two_at_once_are_one_dialogue(terminal: Terminal) -> None:
    reach(terminal, "browse")
    go(terminal, "quiet")
    for _ in range(2):
        ask(terminal, action="web-eid:authenticate", challengeNonce=NONCE)
    terminal.control.wait_stage("enter_pin")
    assert answer(terminal, "web-eid:authenticate-failure")["error"]["code"] == "ERR_WEBEID_ACTION_PENDING"
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_stage("browse")
    assert terminal.verifications(A.person) == 2, "the login and one more"


def test_a_nonce_of_the_wrong_form_is_not_signed(terminal: Terminal) -> None:
    reach(terminal, "browse")
    go(terminal, "quiet")
    for nonce in ("", "short", "A" * 129, "A" * 43 + "é", 44, None, {"length": 44}, ["A" * 44], "A" * 20000):
        terminal.evaluate("window.seen = []")
        ask(terminal, action="web-eid:authenticate", challengeNonce=nonce)
        failure = answer(terminal, "web-eid:authenticate-failure")
        assert failure["error"]["code"] == "ERR_WEBEID_NATIVE_INVALID_ARGUMENT", nonce
    assert_still_serves(terminal)


def test_an_origin_in_the_message_changes_nothing(terminal: Terminal) -> None:
    """The kiosk uses the origin that the engine reports; a forged answer of the page is refused by the portal."""
    reach(terminal, "enter_pin")
    ask(terminal, action="web-eid:authenticate-success", unverifiedCertificate="x", signature="x", origin="https://x.y")
    terminal.control.wait_until("the forged answer to be refused", terminal.tokens)
    assert [outcome for _, outcome in terminal.tokens()] != ["accepted"], "a page can only cheat itself"
    assert terminal.verifications(A.person) == 0


def test_the_page_asks_with_forged_fields(terminal: Terminal) -> None:
    reach(terminal, "browse")
    go(terminal, "quiet")
    forged = {"origin": "https://example.jp", "doc": "0" * 32, "id": -1, "kind": "hello", "options": {"lang": 5}}
    ask(terminal, action="web-eid:authenticate", challengeNonce=NONCE, **forged)
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_stage("browse")
    token = answer(terminal, "web-eid:authenticate-success")
    assert token["format"] == "web-eid:1.0"
    assert set(token) == {"action", "unverifiedCertificate", "algorithm", "signature", "format", "appVersion"}


@pytest.mark.parametrize("action", ["web-eid:sign", "web-eid:get-signing-certificate"])
def test_the_signature_key_is_never_touched(terminal: Terminal, action: str) -> None:
    reach(terminal, "browse")
    go(terminal, "quiet")
    heard = terminal.commands(A.person)
    ask(terminal, action=action, certificate="x", hash="x", hashFunction="SHA-256")
    assert answer(terminal, f"{action}-ack")
    assert answer(terminal, f"{action}-failure")["error"]["code"] == "ERR_WEBEID_USER_CANCELLED"
    assert terminal.commands(A.person) == heard
    assert_still_serves(terminal)


def test_the_pages_own_script_cannot_reach_the_channel(terminal: Terminal) -> None:
    reach(terminal, "browse")
    names = ["qt", "QWebChannel", "bridge", "qtWebChannelTransport"]
    assert terminal.evaluate(f"{names}.map((name) => typeof window[name])") == ["undefined"] * len(names)


def test_only_three_logins_a_session(terminal: Terminal) -> None:
    reach(terminal, "browse")
    go(terminal, "quiet")
    for _ in range(2):
        ask(terminal, action="web-eid:authenticate", challengeNonce=NONCE)
        terminal.control.wait_stage("enter_pin")
        terminal.control.enter_pin(A.pin)
        terminal.control.wait_stage("browse")
    ask(terminal, action="web-eid:authenticate", challengeNonce=NONCE)
    terminal.control.wait_stage("problem")
    assert terminal.control.customer()["failure"] == "too_many_logins"
    assert terminal.verifications(A.person) == 3
