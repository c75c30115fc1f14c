"""Each problem over HTTP: which page it leads to, and that the page says what to do."""

import re
from datetime import timedelta

import pytest

from kiosk.training.portal.rules import SUSPECTED_MIXUP, Problem
from kiosk.training.portal.settings import PersonFacts
from tests.unit.training.portal.card_holder import NOON, holder
from tests.unit.training.portal.visitor import Browser, Desk, goes_to

A, B = holder(1001), holder(1002)


def logged_in(desk: Desk, facts: PersonFacts | None = None) -> Browser:
    if facts:
        desk.facts[A.identity] = facts
    browser = desk.browser()
    browser.log_in(A)
    return browser


def applied(desk: Desk) -> Browser:
    browser = logged_in(desk)
    browser.fill_in()
    browser.apply(A)
    return browser


def test_already_applied(desk: Desk) -> None:
    assert goes_to(applied(desk).get("/measures")) == "/error/already-applied"


def test_payment_id_in_use(desk: Desk) -> None:
    applied(desk)
    other = desk.browser()
    other.log_in(B)
    assert goes_to(other.fill_in("mihon 12345678")) == "/error/payment-id-in-use"


def test_payment_id_taken_in_the_meantime(desk: Desk) -> None:
    other = desk.browser()
    other.log_in(B)
    other.fill_in()
    applied(desk)
    assert goes_to(other.apply(B)) == "/error/payment-id-in-use"
    assert len(desk.portal.store.applications()) == 1


def test_applied_twice_at_the_same_time(desk: Desk) -> None:
    other = logged_in(desk)
    other.fill_in("ANOTHER99")
    applied(desk)
    assert goes_to(other.apply(A)) == "/error/already-applied"


def test_reapply_not_allowed_for_anything(desk: Desk) -> None:
    browser = logged_in(desk)
    browser.fill_in(measures=("new_card", "health_insurance", "account"))
    browser.apply(A)
    desk.admin("application", {"id": 1, "state": "paid"})
    assert goes_to(browser.get("/measures")) == "/error/reapply-not-allowed"


def test_reapply_not_allowed_for_one_measure_while_the_others_are_open(desk: Desk) -> None:
    """Points that somebody else got by mistake: their measure is closed, and choosing it is a sign for staff."""
    browser = logged_in(desk)
    browser.fill_in(measures=("new_card", "health_insurance"))
    browser.apply(A)
    desk.admin("application", {"id": 1, "measure": "new_card", "state": "cancelled"})
    desk.admin("application", {"id": 1, "measure": "health_insurance", "state": "paid"})
    browser = logged_in(desk)
    page = browser.get("/measures").text
    assert re.findall(r'value="(\w+)" checked', page) == ["new_card", "account"]
    assert "ポイント付与ずみ（申込みはできません）" in page
    assert goes_to(browser.post("/measures", data={"measure": ["health_insurance"]})) == "/error/reapply-not-allowed"
    assert goes_to(browser.fill_in("OWN-ID-99", measures=("new_card", "account"))) == "/confirm"
    assert goes_to(browser.apply(A)) == "/result/done"
    _, second = desk.admin("state").json()["applications"]
    assert second["measures"] == {"new_card": "pending", "account": "pending"}


def test_points_given_in_the_meantime_close_the_measure(desk: Desk) -> None:
    other = logged_in(desk)
    other.fill_in("ANOTHER99")
    applied(desk)
    desk.admin("application", {"id": 1, "state": "paid"})
    assert goes_to(other.apply(A)) == "/error/reapply-not-allowed"


def test_apply_again_after_a_cancellation(desk: Desk) -> None:
    browser = applied(desk)
    desk.admin("application", {"id": 1, "state": "cancelled"})
    browser.fill_in()
    assert goes_to(browser.apply(A)) == "/result/done"


def test_certificate_too_new_says_from_when(desk: Desk) -> None:
    browser = logged_in(desk, PersonFacts(issued_at=NOON - timedelta(minutes=20)))
    assert goes_to(browser.get("/measures")) == "/error/certificate-too-new"
    text = browser.get("/error/certificate-too-new").text
    assert "2026年11月20日 12時40分" in text
    assert "選びなおす" not in text


def test_certificate_too_new_for_the_account(desk: Desk) -> None:
    browser = logged_in(desk, PersonFacts(issued_at=NOON - timedelta(days=1)))
    browser.get("/measures")
    assert goes_to(browser.post("/measures", data={"measure": "account"})) == "/error/certificate-too-new"
    text = browser.get("/error/certificate-too-new").text
    assert "2026年11月22日 12時00分" in text
    assert "選びなおす" in text


def test_renewed_today_blocks_the_account_only(desk: Desk) -> None:
    browser = logged_in(desk, PersonFacts(renewed_today=True))
    assert 'value="account" disabled' in browser.get("/measures").text
    assert goes_to(browser.post("/measures", data={"measure": "account"})) == "/error/renewed-today"
    assert goes_to(browser.post("/measures", data={"measure": "new_card"})) == "/service"


def test_payment_service_closed(desk: Desk) -> None:
    browser = logged_in(desk)
    assert goes_to(browser.post("/service", data={"service": "tanabata-money"})) == "/error/payment-service-closed"


@pytest.mark.parametrize(
    ("wrong", "named"),
    [
        ({"security_code": "0000"}, ["payment_id", "security_code"]),
        ({"payment_id": "?"}, ["payment_id"]),
        ({"payment_id": "", "security_code": "12"}, ["payment_id", "security_code"]),
    ],
)
def test_what_is_wrong_is_named_at_its_field_and_the_rest_stays_typed(
    desk: Desk, wrong: dict[str, str], named: list[str]
) -> None:
    browser = logged_in(desk)
    browser.fill_in()
    sent = {"payment_id": "MIHON12345678", "security_code": "4321", "phone": "5678", **wrong}
    assert goes_to(browser.post("/details", data=sent)) == "/details"
    again = browser.get("/details").text
    assert re.findall(r'id="(\w+)"[^>]*aria-invalid', again) == named
    assert dict(re.findall(r'<input name="(\w+)"[^>]* value="([^"]*)"', again)) == sent
    right = {**sent, "payment_id": "NEWID99", "security_code": "4321"}
    assert goes_to(browser.post("/details", data=right)) == "/confirm"
    assert "aria-invalid" not in browser.get("/details").text


@pytest.mark.parametrize(("page", "said"), [("measures", "1つ以上"), ("proxy", "同意を選んで")])
def test_a_page_says_what_is_missing(desk: Desk, page: str, said: str) -> None:
    browser = logged_in(desk)
    assert said not in browser.get(f"/{page}").text
    assert goes_to(browser.post(f"/{page}")) == f"/{page}"
    assert said in browser.get(f"/{page}").text


@pytest.mark.parametrize("phone", ["", "123", "12345", "12a4", "①②③④"])
def test_phone_digits(desk: Desk, phone: str) -> None:
    browser = logged_in(desk)
    browser.fill_in()
    sent = {"payment_id": "NEW-ID-99", "security_code": "4321", "phone": phone}
    assert goes_to(browser.post("/details", data=sent)) == "/details"
    again = browser.get("/details").text
    assert "数字4つで入力" in again
    assert "NEWID99" in again


def test_not_eligible(desk: Desk) -> None:
    assert goes_to(logged_in(desk, PersonFacts(eligible=False)).get("/measures")) == "/error/not-eligible"


def test_child_with_legal_representative(desk: Desk) -> None:
    """The child's card is the session's card; the representative confirms first."""
    browser = logged_in(desk, PersonFacts(age=14))
    assert goes_to(browser.get("/measures")) == "/error/age-needs-proxy"
    assert "/proxy" in browser.get("/error/age-needs-proxy").text
    assert browser.get("/proxy").status_code == 200
    assert goes_to(browser.post("/proxy", data={"relation": "parent"})) == "/proxy"
    assert goes_to(browser.post("/proxy", data={"representative": "yes"})) == "/proxy"
    assert goes_to(browser.post("/proxy", data={"representative": "yes", "relation": "parent"})) == "/measures"
    browser.fill_in()
    assert goes_to(browser.apply(A)) == "/result/done"


def test_child_cannot_skip_the_representative(desk: Desk) -> None:
    browser = logged_in(desk, PersonFacts(age=14))
    browser.fill_in()
    assert goes_to(browser.apply(A)) == "/error/age-needs-proxy"
    assert desk.portal.store.applications() == []


@pytest.mark.parametrize("problem", list(Problem))
@pytest.mark.parametrize("language", ["ja", "en"])
@pytest.mark.slow
def test_every_problem_has_a_page(desk: Desk, problem: Problem, language: str) -> None:
    text = desk.browser().get(f"{problem.page}?lang={language}").text
    assert ("0120-95-0178" in text) is (problem in SUSPECTED_MIXUP)
    assert ("研修用" if language == "ja" else "Training") in text
    assert "エラー" not in text


def test_suspected_mixup_offers_no_way_on(desk: Desk) -> None:
    text = desk.browser().get("/error/payment-id-in-use").text
    assert "ほかのIDを登録しないでください" in text
    assert 'href="/' not in text.split("<main")[1]


def test_unknown_pages(desk: Desk) -> None:
    for path in ("/nowhere", "/error/unheard-of", "/static/nothing.js"):
        answer = desk.browser().get(path)
        assert answer.status_code == 404
        assert "このページはありません" in answer.text
