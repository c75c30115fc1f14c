"""The status procedure and the cancellation."""

from datetime import timedelta

from tests.unit.training.portal.card_holder import holder
from tests.unit.training.portal.visitor import Browser, Desk, goes_to

A, B = holder(1001), holder(1002)


def applied(desk: Desk) -> Browser:
    browser = desk.browser()
    browser.log_in(A, course="status")
    browser.fill_in()
    browser.apply(A)
    return browser


def cancel(browser: Browser, person: object = A) -> str:
    token = A.token("http://testserver", browser.nonce("cancel")) if person is A else ""
    return goes_to(browser.post("/status/cancel", data={"token": token}))


def test_status_shows_the_connected_service_and_its_end(desk: Desk) -> None:
    """What to do about a service that is not one's own, and the helpline, is the kiosk's advice beside the page."""
    text = applied(desk).get("/status").text
    for words in ("みほんPay", "5678", "受付ずみ（明日確定します）", 'id="logout"', "終わる"):
        assert words in text
    assert "MIHON12345678" not in text


def test_entitlement_is_fixed_the_next_day(desk: Desk) -> None:
    applied(desk)
    desk.now += timedelta(days=1)
    browser = desk.browser()
    browser.log_in(A, course="status")
    assert "確定しました" in browser.get("/status").text
    assert desk.admin("state").json()["applications"][0]["measures"] == {"new_card": "fixed"}


def test_cancellation_needs_a_check_of_its_own(desk: Desk) -> None:
    browser = applied(desk)
    assert "2か月" in browser.get("/status/cancel").text
    assert cancel(browser, person=None) == "/result/failed"
    assert cancel(browser) == "/status/cancelled"
    assert "2か月" in browser.get("/status/cancelled").text
    assert "取消しの手続き中" in browser.get("/status").text


def test_cancellation_with_one_check(desk: Desk) -> None:
    browser = applied(desk)
    desk.admin("mode", {"mode": "one_check_2022_06"})
    assert cancel(browser, person=None) == "/status/cancelled"


def test_no_cancellation_once_paid(desk: Desk) -> None:
    browser = applied(desk)
    desk.admin("application", {"id": 1, "state": "paid"})
    assert goes_to(browser.get("/status/cancel")) == "/error/cancel-not-possible"
    assert cancel(browser) == "/error/cancel-not-possible"
    assert "申込みを取り消したい" not in browser.get("/status").text


def test_a_cancellation_leaves_the_measure_whose_points_were_given(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A, course="status")
    browser.fill_in(measures=("new_card", "health_insurance"))
    browser.apply(A)
    desk.admin("application", {"id": 1, "measure": "health_insurance", "state": "paid"})
    assert cancel(browser) == "/status/cancelled"
    (application,) = desk.admin("state").json()["applications"]
    assert application["measures"] == {"new_card": "cancel_requested", "health_insurance": "paid"}
    text = browser.get("/status").text
    assert "取消しの手続き中" in text
    assert "ポイント付与ずみ（申込みはできません）" in text


def test_nothing_to_cancel(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(B, course="status")
    assert goes_to(browser.get("/status/cancel")) == "/status"
    assert goes_to(browser.post("/status/cancel")) == "/status"
    assert goes_to(browser.get("/status/cancelled")) == "/status"
