"""Sessions, nonces and cookies."""

import json
from collections.abc import Callable
from datetime import timedelta

import pytest

from kiosk.training.portal.settings import Switches
from tests.unit.training.portal.card_holder import Holder, authority, holder
from tests.unit.training.portal.visitor import ORIGIN, Browser, Desk, goes_to

A = holder(1001)
LOGGED_IN = ["/measures", "/service", "/details", "/confirm", "/status", "/status/cancel", "/result/done", "/proxy"]


def post_token(browser: Browser, token: str) -> str:
    answer = browser.post("/auth/login", json={"token": json.loads(token)})
    return "accepted" if answer.status_code == 200 else str(answer.json()["reason"])


def test_nonce_is_used_once(desk: Desk) -> None:
    browser = desk.browser()
    browser.get("/")
    nonce = browser.nonce()
    assert post_token(browser, A.token("http://elsewhere", nonce)) == "signature_wrong"
    assert post_token(browser, A.token(ORIGIN, nonce)) == "nonce_used"


def test_nonce_grows_old(desk: Desk) -> None:
    browser = desk.browser()
    browser.get("/")
    token = A.token(ORIGIN, browser.nonce())
    desk.now += timedelta(minutes=5, seconds=1)
    assert post_token(browser, token) == "nonce_expired"


def test_nonce_of_another_session(desk: Desk) -> None:
    one, other = desk.browser(), desk.browser()
    one.get("/")
    other.get("/")
    other.nonce()
    assert post_token(other, A.token(ORIGIN, one.nonce())) == "signature_wrong"


def test_no_nonce_asked_for(desk: Desk) -> None:
    browser = desk.browser()
    browser.get("/")
    assert post_token(browser, A.token(ORIGIN, "x" * 44)) == "nonce_missing"


def test_newest_nonce_counts(desk: Desk) -> None:
    browser = desk.browser()
    browser.get("/")
    old = browser.nonce()
    browser.nonce()
    assert post_token(browser, A.token(ORIGIN, old)) == "signature_wrong"


def test_nonce_is_long_and_fresh(desk: Desk) -> None:
    browser = desk.browser()
    browser.get("/")
    nonces = {browser.nonce() for _ in range(20)}
    assert len(nonces) == 20
    assert all(len(nonce) == 44 for nonce in nonces)


def test_no_challenge_without_session_or_login(desk: Desk) -> None:
    browser = desk.browser()
    assert browser.get("/auth/challenge").status_code == 403
    browser.get("/")
    assert browser.get("/auth/challenge?purpose=apply").status_code == 403
    assert browser.get("/auth/challenge?purpose=anything").status_code == 403


@pytest.mark.parametrize("body", ["", "nonsense", "[]", "{}"])
def test_login_with_nonsense(desk: Desk, body: str) -> None:
    browser = desk.browser()
    browser.get("/")
    answer = browser.post("/auth/login", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 401
    assert "next" not in answer.json()


def test_login_without_session(desk: Desk) -> None:
    assert desk.browser().post("/auth/login", json={"token": {}}).status_code == 403


def test_login_with_a_card_of_another_authority(desk: Desk) -> None:
    stranger: Holder = holder(1, by=authority(which=2))
    assert desk.browser().log_in(stranger).json() == {"reason": "chain_wrong"}


def test_login_changes_the_session_id(desk: Desk) -> None:
    browser = desk.browser()
    browser.get("/")
    before = browser.cookies["training_session"]
    browser.log_in(A)
    assert browser.cookies["training_session"] != before
    assert desk.portal.store.session(before) is None


def test_session_ends_after_an_hour_without_use(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    desk.now += timedelta(minutes=59)
    assert browser.get("/measures").status_code == 200
    desk.now += timedelta(minutes=60)
    assert browser.get("/measures").status_code == 200
    desk.now += timedelta(minutes=60, seconds=1)
    assert goes_to(browser.get("/measures")) == "/error/session-expired"


@pytest.mark.parametrize("path", LOGGED_IN)
def test_pages_need_a_login(desk: Desk, path: str) -> None:
    browser = desk.browser()
    browser.get("/")
    assert goes_to(browser.get(path)) == "/error/session-expired"


def test_cookie(desk: Desk) -> None:
    cookie = desk.browser().get("/").headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "Max-Age" not in cookie


def test_persistent_cookie_on_request(desk_in: Callable[..., Desk]) -> None:
    cookie = desk_in(switches=Switches(persistent_cookie=True)).browser().get("/").headers["set-cookie"]
    assert "Max-Age=3600" in cookie


def test_logout(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    kept = browser.cookies["training_session"]
    assert "ログアウトしました" in browser.get("/logout").text
    assert desk.portal.store.session(kept) is None
    assert goes_to(browser.get("/measures")) == "/error/session-expired"


def test_no_logout_on_request(desk: Desk) -> None:
    desk.admin("switches", {"no_logout": True})
    browser = desk.browser()
    browser.log_in(A)
    assert "ログアウトしました" in browser.get("/logout").text
    assert browser.get("/measures").status_code == 200


def test_who_is_logged_in_goes_straight_on(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    assert goes_to(browser.get("/")) == "/measures"
    assert goes_to(browser.get("/status/login")) == "/status"


def test_post_from_another_origin(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    foreign = {"Origin": "http://evil.example"}
    assert browser.post("/measures", data={"measure": "new_card"}, headers=foreign).status_code == 403
    assert browser.post("/auth/login", json={}, headers=foreign).status_code == 403
    own = {"Origin": ORIGIN}
    assert goes_to(browser.post("/measures", data={"measure": "new_card"}, headers=own)) == "/service"
