"""The admin surface, faults, journal and bad habits."""

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from tests.unit.training.portal.card_holder import holder
from tests.unit.training.portal.visitor import Desk, goes_to

A = holder(1001)
CHANGES = ["mode", "switches", "fault", "reset", "person", "application"]


@pytest.mark.parametrize("what", ["state", *CHANGES])
@pytest.mark.parametrize("secret", ["", "wrong"])
def test_guarded(desk: Desk, what: str, secret: str) -> None:
    answer = desk.admin(what, {"fault": "down"}, secret=secret)
    assert answer.status_code == 401
    assert answer.content == b""
    assert desk.portal.fault == "none"


@pytest.mark.parametrize(
    ("what", "sent"),
    [
        ("mode", {"mode": "three_checks"}),
        ("mode", {}),
        ("switches", {"unheard_of": True}),
        ("switches", {"no_logout": "yes"}),
        ("fault", {"fault": "slow x"}),
        ("fault", {"fault": 1}),
        ("person", {"age": 3}),
        ("person", {"key": "k", "height": 3}),
        ("application", {"id": 1, "state": "eaten"}),
        ("application", {"id": 1, "state": "paid"}),
    ],
)
def test_not_understood(desk: Desk, what: str, sent: dict[str, Any]) -> None:
    assert desk.admin(what, sent).status_code == 400


def test_state_describes_applications_without_payment_ids(desk: Desk) -> None:
    desk.admin("person", {"key": A.identity, "label": "A", "age": 40, "issued_at": "2020-01-01T00:00:00+09:00"})
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    browser.apply(A)
    state = desk.admin("state")
    (application,) = state.json()["applications"]
    assert (application["label"], application["service"], application["checks"]) == ("A", "mihon-pay", 2)
    assert application["measures"] == {"new_card": "pending"}
    assert "MIHON" not in state.text
    outcomes = [(token["path"], token["outcome"], token["label"]) for token in state.json()["tokens"]]
    assert outcomes == [("/auth/login", "accepted", "A"), ("/apply", "accepted", "A")]


def test_journal_notes_requests(desk: Desk) -> None:
    browser = desk.browser()
    browser.get("/?lang=ja&secret=1")
    browser.post("/measures", content=b"measure=new_card")
    first, second = desk.admin("state").json()["requests"]
    assert (first["method"], first["path"], first["cookies"], first["body_sha256"]) == ("GET", "/", [], None)
    assert second["cookies"] == ["training_language", "training_session"]
    assert second["body_sha256"] == hashlib.sha256(b"measure=new_card").hexdigest()
    assert "secret" not in desk.admin("state").text


def test_reset(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    browser.apply(A)
    desk.admin("mode", {"mode": "one_check_2022_06"})
    desk.admin("switches", {"storage": True})
    desk.admin("reset")
    state = desk.admin("state").json()
    assert (state["mode"], state["applications"], state["requests"], state["tokens"]) == (
        "two_checks_2023_04",
        [],
        [],
        [],
    )
    assert not state["switches"]["storage"]
    assert goes_to(browser.get("/measures")) == "/error/session-expired"


def test_fault_garbage(desk: Desk) -> None:
    desk.admin("fault", {"fault": "garbage"})
    answer = desk.browser().get("/")
    assert answer.status_code == 200
    assert b"<html" not in answer.content


def test_fault_down(desk: Desk) -> None:
    desk.admin("fault", {"fault": "down"})
    assert desk.browser().get("/").status_code == 503
    desk.admin("fault", {"fault": "none"})
    assert desk.browser().get("/").status_code == 200


def test_fault_maintenance(desk: Desk) -> None:
    desk.admin("fault", {"fault": "maintenance"})
    browser = desk.browser()
    assert goes_to(browser.get("/")) == "/error/maintenance"
    answer = browser.get("/error/maintenance")
    assert answer.status_code == 503
    assert "あとでお越しください" in answer.text


def test_fault_slow(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    slept: list[float] = []

    async def sleep(seconds: float) -> None:
        slept.append(seconds)

    monkeypatch.setattr("kiosk.training.portal.faults.asyncio.sleep", sleep)
    desk.admin("fault", {"fault": "slow 2.5"})
    assert desk.browser().get("/logout").status_code == 200
    assert slept == [2.5]


@pytest.mark.parametrize(("switch", "word"), [("storage", "storage"), ("service_worker", "worker")])
def test_bad_habits_are_off_unless_switched_on(desk: Desk, switch: str, word: str) -> None:
    browser = desk.browser()
    assert "habits.js" not in browser.get("/").text
    desk.admin("switches", {switch: True, "marker": "find-me"})
    text = browser.get("/").text
    assert "habits.js" in text
    assert word in text
    assert 'data-marker="find-me"' in text


def test_security_headers(desk: Desk) -> None:
    browser = desk.browser()
    for path in ("/", "/static/login.js", "/nowhere", "/error/maintenance"):
        headers = browser.get(path).headers
        assert "script-src 'self'" in headers["content-security-policy"]
        assert "unsafe" not in headers["content-security-policy"]
        assert headers["cache-control"] == "no-store"


def test_hostile_routes_hook(desk_in: Callable[..., Desk]) -> None:
    async def hostile(_request: Request) -> PlainTextResponse:
        return PlainTextResponse("hostile", headers={"Content-Security-Policy": "sandbox"})

    answer = desk_in(hostile_routes=[Route("/page", hostile)]).browser().get("/_hostile/page")
    assert (answer.text, answer.headers["content-security-policy"]) == ("hostile", "sandbox")


def test_state_of_one_measure(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in(measures=("new_card", "account"))
    browser.apply(A)
    assert desk.admin("application", {"id": 1, "measure": "account", "state": "paid"}).status_code == 200
    assert desk.admin("application", {"id": 1, "measure": "health_insurance", "state": "paid"}).status_code == 400
    (application,) = desk.admin("state").json()["applications"]
    assert application["measures"] == {"new_card": "pending", "account": "paid"}
