"""The whole application over HTTP, in the three historic modes and the one that redirects; the incident itself."""

import pytest

from kiosk.training.portal.settings import Mode
from kiosk.training.portal.store import payment_hash
from tests.unit.training.portal.card_holder import holder
from tests.unit.training.portal.visitor import ORIGIN, Desk, goes_to

A, B = holder(1001), holder(1002)
TWO_CHECKS = [Mode.TWO_CHECKS_2022_02, Mode.TWO_CHECKS_2023_04]


def test_whole_way_with_two_checks(desk: Desk) -> None:
    browser = desk.browser()
    assert browser.log_in(A).json() == {"next": "/measures"}
    assert browser.get("/measures").status_code == 200
    assert goes_to(browser.post("/measures", data={"measure": ["new_card", "account"]})) == "/service"
    assert "みほんPay" in browser.get("/service").text
    assert goes_to(browser.post("/service", data={"service": "mihon-pay"})) == "/details"
    assert "みほんPay" in browser.get("/details").text
    assert goes_to(browser.fill_in(measures=("new_card", "account"))) == "/confirm"
    assert "12,500" in browser.get("/confirm").text
    assert goes_to(browser.apply(A)) == "/result/done"
    assert "5678" in browser.get("/result/done").text
    (application,) = desk.portal.store.applications()
    assert (application.person, application.checks) == (A.identity, 2)
    assert application.payment_hash == payment_hash("mihon-pay", "MIHON12345678")


@pytest.mark.parametrize("mode", TWO_CHECKS)
def test_two_checks_refuse_without_second_token(desk: Desk, mode: Mode) -> None:
    desk.admin("mode", {"mode": mode.value})
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    assert goes_to(browser.apply()) == "/result/failed"
    assert desk.portal.store.applications() == []
    assert "まだ申し込まれていません" in browser.get("/result/failed").text


@pytest.mark.parametrize("mode", TWO_CHECKS)
def test_two_checks_refuse_another_card(desk: Desk, mode: Mode) -> None:
    desk.admin("mode", {"mode": mode.value})
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    assert goes_to(browser.apply(B)) == "/result/failed"
    assert desk.portal.store.applications() == []
    assert "ログインしたカードと" in browser.get("/result/failed").text


def test_failed_check_can_be_repeated(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    browser.apply()
    assert goes_to(browser.apply(A)) == "/result/done"


def test_login_token_is_no_second_check(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    token = A.token(ORIGIN, browser.nonce("login"))
    browser.nonce("apply")
    assert goes_to(browser.post("/apply", data={"token": token})) == "/result/failed"


def test_one_check_applies_with_the_login_alone(desk: Desk) -> None:
    desk.admin("mode", {"mode": "one_check_2022_06"})
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    assert 'name="token"' not in browser.get("/confirm").text
    assert goes_to(browser.apply()) == "/result/done"
    assert desk.portal.store.applications()[0].checks == 1


def test_the_incident(desk: Desk) -> None:
    """A walks away without logging out; B sits down at the same browser and applies."""
    desk.admin("mode", {"mode": "one_check_2022_06"})
    desk.admin("person", {"key": A.identity, "label": "A"})
    browser = desk.browser()
    browser.log_in(A)
    assert goes_to(browser.get("/")) == "/measures"
    browser.fill_in("B-PAY-000-111")
    assert goes_to(browser.apply()) == "/result/done"
    (application,) = desk.admin("state").json()["applications"]
    assert application["label"] == "A"
    assert application["payment_hash"] == payment_hash("mihon-pay", "BPAY000111")


def test_symptoms_of_the_incident(desk: Desk) -> None:
    """B's own status says that there is no application, and applying again says that the ID is in use."""
    test_the_incident(desk)
    own = desk.browser()
    assert own.log_in(B, course="status").json() == {"next": "/status"}
    assert "申込みはありません" in own.get("/status").text
    assert goes_to(own.fill_in("B-PAY-000-111")) == "/error/payment-id-in-use"


def test_pages_in_the_middle_lead_back(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    assert goes_to(browser.get("/service")) == "/measures"
    assert goes_to(browser.get("/details")) == "/service"
    assert goes_to(browser.get("/confirm")) == "/measures"
    assert goes_to(browser.apply()) == "/measures"
    assert goes_to(browser.get("/result/done")) == "/measures"
    assert goes_to(browser.post("/measures")) == "/measures"
    assert goes_to(browser.post("/service", data={"service": "unknown"})) == "/service"
    assert goes_to(browser.post("/details", data={})) == "/service"


def test_payment_id_is_not_kept_after_the_application(desk: Desk) -> None:
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    browser.apply(A)
    assert b"MIHON12345678" not in b"".join(row.encode() for row in desk.portal.store._db.iterdump())


def test_the_redirecting_mode_sends_form_and_link_on_to_the_commit(desk: Desk) -> None:
    desk.admin("mode", {"mode": Mode.REDIRECTS.value})
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    page = browser.get("/confirm").text
    assert 'action="/details?send"' in page
    assert 'href="/details?send"' in page
    sent_on = browser.post("/details?send"), browser.get("/details?send")
    assert [(item.status_code, item.headers["location"]) for item in sent_on] == [(307, "/apply"), (302, "/apply")]
    assert desk.portal.store.applications() == []
    assert goes_to(browser.get("/apply")) == "/result/done"
    assert [item.checks for item in desk.portal.store.applications()] == [1]


@pytest.mark.parametrize("mode", [mode for mode in Mode if not mode.redirects])
def test_the_historic_modes_redirect_nothing(desk: Desk, mode: Mode) -> None:
    desk.admin("mode", {"mode": mode.value})
    browser = desk.browser()
    browser.log_in(A)
    browser.fill_in()
    assert "?send" not in browser.get("/confirm").text
    assert browser.get("/details?send").status_code == 200
    assert browser.get("/apply").status_code == 405
    assert desk.portal.store.applications() == []
