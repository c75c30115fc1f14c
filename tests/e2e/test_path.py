"""The whole path, from the attract screen to the next attract screen, against real processes and a real browser."""

from typing import Any

import pytest

from kiosk.training.cards.persons import load_persons
from kiosk.training.portal.settings import Mode
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A, B, Customer
from tests.support.terminal import (
    ONE_CHECK,
    Terminal,
    assert_card_waits,
    assert_ended,
    assert_next_is_a_stranger,
    mix_up,
    reach,
    visit,
)

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    """The portal's pages wait a second after loading, as with the public web-eid.js."""
    return {"hasty": False}


CHILD = Customer("child_14", "mihon-pay", "MIHON1414")


@pytest.mark.parametrize("mode", [mode.value for mode in Mode])
def test_a_person_applies(terminal: Terminal, mode: str) -> None:
    terminal.portal.change("mode", mode=mode)
    walk.begin(terminal.control)
    terminal.station("restore", person=A.person)
    walk.log_in(terminal.control, A)
    walk.fill_in(terminal.control, A)
    assert terminal.commits() == 0
    before = visit(terminal)
    walk.confirm(terminal.control, A)
    assert terminal.control.customer()["result"] == "done"
    terminal.control.press("finish")
    assert_ended(terminal, before, "finished")
    assert_card_waits(terminal)
    assert terminal.portal.applications() == {A.person: A.service}
    assert terminal.commits() == 1
    checks = [("/auth/login", "accepted")] + [("/apply", "accepted")] * Mode(mode).second_check
    assert terminal.tokens() == checks, "each token arrives once"
    assert terminal.verifications(A.person) == 2, "one PIN for the login, one for the check, none twice"


def test_the_portals_own_check_is_asked_once(terminal: Terminal) -> None:
    trail = terminal.trail.now()
    reach(terminal, "result")
    assert trail.codes().count("check_started") == 1
    assert trail.codes().count("check_passed") == 1
    assert "commit_blocked" not in trail.codes(), "the kiosk asked for a second time"
    assert trail.codes().count("commit_passed") == 1


def test_where_the_portal_does_not_ask_the_kiosk_does_once(terminal: Terminal) -> None:
    terminal.portal.change("mode", mode=ONE_CHECK)
    trail = terminal.trail.now()
    reach(terminal, "result")
    assert [trail.codes().count(code) for code in ("commit_blocked", "check_started", "check_passed")] == [1, 1, 1]


def test_two_people_one_after_the_other(terminal: Terminal) -> None:
    for customer in (A, B):
        walk.begin(terminal.control)
        walk.log_in(terminal.control, customer)
        walk.fill_in(terminal.control, customer)
        walk.confirm(terminal.control, customer)
        walk.finish(terminal.control)
    assert terminal.portal.applications() == {A.person: A.service, B.person: B.service}
    assert_next_is_a_stranger(terminal)


def test_the_status_procedure_shows_whose_service_it_is_with_advice(terminal: Terminal) -> None:
    reach(terminal, "result")
    walk.finish(terminal.control)
    walk.begin(terminal.control, "status")
    walk.log_in(terminal.control, A, page="/status")
    assert A.payment_id[-4:] in terminal.evaluate("document.querySelector('dl').innerText")
    assert "0120-95-0178" in words(terminal)


def test_the_status_of_a_person_without_application(terminal: Terminal) -> None:
    walk.begin(terminal.control, "status")
    walk.log_in(terminal.control, B, page="/status")
    assert "0120-95-0178" in words(terminal)


def test_looking_up_an_application_has_an_end(terminal: Terminal) -> None:
    walk.begin(terminal.control, "status")
    walk.log_in(terminal.control, B, page="/status")
    terminal.control.page_press("#logout")
    terminal.control.wait_page("/logout")
    terminal.control.wait_until("the end", lambda: terminal.control.customer()["result"] == "done")


#: What the engine itself says about a field that must not be empty.
_EMPTY_FIELD = "Object.assign(document.createElement('input'), {required: true}).validationMessage"


def test_in_english(terminal: Terminal) -> None:
    """The portal follows the language. The engine reads its own sentences when it starts: they stay Japanese."""
    terminal.control.press("language_en")
    walk.begin(terminal.control)
    walk.log_in(terminal.control, A)
    assert terminal.evaluate("document.documentElement.lang") == "en"
    assert terminal.evaluate(_EMPTY_FIELD) == "このフィールドを入力してください。"
    walk.fill_in(terminal.control, A)
    walk.confirm(terminal.control, A)
    assert "Finish" in words(terminal).splitlines(), words(terminal)


def test_a_language_chosen_in_the_middle_is_that_of_the_next_page(terminal: Terminal) -> None:
    reach(terminal, "browse")
    assert terminal.evaluate("document.documentElement.lang") == "ja"
    terminal.control.press("language")
    terminal.control.press("menu_language_my")
    walk.to_details(terminal.control, A)
    assert terminal.evaluate("[document.documentElement.lang, navigator.language]") == ["my", "my"]
    loaded = "[...document.fonts].filter((font) => font.status === 'loaded').length"
    terminal.control.wait_until("its letters, which a system may not have", lambda: terminal.evaluate(loaded) >= 2)
    terminal.control.page_press("#next")
    terminal.control.wait_until(
        "the field is named", lambda: terminal.evaluate("document.querySelectorAll('[aria-invalid]').length") == 3
    )


def test_the_next_person_has_japanese_again(terminal: Terminal) -> None:
    terminal.control.press("language_en")
    reach(terminal, "choose")
    terminal.back_to_start()
    walk.begin(terminal.control)
    walk.log_in(terminal.control, A)
    assert terminal.evaluate("document.documentElement.lang") == "ja"


def _as_parent(terminal: Terminal) -> None:
    walk.begin(terminal.control, for_child=True)
    assert "お子さまのマイナンバーカードを" in words(terminal)
    terminal.station("restore", person=CHILD.person)
    terminal.control.place(CHILD.person)
    terminal.control.wait_stage("enter_pin")
    assert "お子さまのカードの、利用者証明用の番号です。" in words(terminal)
    terminal.control.enter_pin(CHILD.pin)
    terminal.control.wait_page("/error/age-needs-proxy")


def test_a_child_of_14_is_represented(terminal: Terminal) -> None:
    _as_parent(terminal)
    terminal.control.page_press("a[href='/proxy']")
    terminal.control.wait_page("/proxy")
    terminal.control.page_press("#relation_parent")
    terminal.control.page_press("#representative")
    terminal.control.page_press("#next")
    terminal.control.wait_page("/measures")
    walk.fill_in(terminal.control, CHILD)
    walk.confirm(terminal.control, CHILD)
    assert terminal.portal.applications() == {CHILD.person: CHILD.service}


def test_the_parents_card_after_the_childs_login_ends_it(terminal: Terminal) -> None:
    _as_parent(terminal)
    before = visit(terminal)
    parent = load_persons()[CHILD.person].representative
    used = terminal.verifications(parent)
    terminal.control.swap(parent)
    assert_ended(terminal, before, "card_changed")
    assert terminal.verifications(parent) == used, "no try of the parent's card is at stake"
    assert_card_waits(terminal)


def test_a_certificate_renewed_today_stops_before_any_login(terminal: Terminal) -> None:
    reach(terminal, "prepare")
    before = visit(terminal)
    terminal.control.press("renewed_yes")
    terminal.control.wait_stage("problem")
    assert terminal.control.customer()["failure"] == "certificate_renewed_today"
    terminal.control.press("end")
    assert_ended(terminal, before, "give_up")
    assert terminal.tokens() == []


def test_a_person_who_chose_the_wrong_procedure_goes_back_to_the_other_one(terminal: Terminal) -> None:
    """From the PIN pad: nothing is spent, and the login is that of the other procedure's own page."""
    control, trail = terminal.control, terminal.trail.now()
    reach(terminal, "enter_pin")
    for screen in ("prepare", "choose"):
        control.press("go_back")
        control.wait_stage(screen)
    control.press("procedure_status")
    control.wait_stage("prepare")
    control.press("ready")
    control.wait_stage("enter_pin")
    control.enter_pin(A.pin)
    control.wait_page("/status")
    assert terminal.verifications(A.person) == 1
    assert terminal.tokens() == [("/auth/login", "accepted")]
    assert [line["procedure"] for line in trail.of("procedure_chosen")] == ["points", "status"]


def test_the_last_try_needs_consent(terminal: Terminal) -> None:
    reach(terminal, "last_try")
    assert terminal.verifications("one_try_left") == 0
    terminal.control.press("agree")
    terminal.control.wait_stage("enter_pin")
    assert terminal.control.customer()["tries"] == 1
    terminal.control.enter_pin("1234")
    assert terminal.verifications("one_try_left") == 0
    terminal.control.press("confirm_pin")
    terminal.control.wait_page("/measures")


def test_declining_the_last_try_ends_the_session_and_keeps_it(terminal: Terminal) -> None:
    reach(terminal, "last_try")
    before = visit(terminal)
    terminal.control.press("decline")
    assert_ended(terminal, before, "give_up")
    assert terminal.verifications("one_try_left") == 0
    assert terminal.station("state")["tries"] == 1


def test_the_payment_service_of_another_person_is_a_matter_for_staff(terminal: Terminal) -> None:
    before = mix_up(terminal)
    assert_ended(terminal, before, "portal_refused")
    assert terminal.portal.applications() == {A.person: A.service}


@pytest.mark.parametrize("screen", ["choose", "place_card", "enter_pin", "browse"])
def test_every_screen_says_that_it_is_training(terminal: Terminal, screen: str) -> None:
    assert "研修用" in words(terminal).splitlines()
    reach(terminal, screen)
    assert "研修用" in words(terminal).splitlines()
    before = visit(terminal)
    terminal.hardware_key()
    assert "研修用" in "\n".join(terminal.control.ask("supervisor", "words"))
    assert_ended(terminal, before, "next_customer")


def words(terminal: Terminal) -> str:
    """The texts of the session's window, without the page."""
    return "\n".join(terminal.control.ask("session", "words"))
