"""Faults of reader, card and portal: each has its message, nobody is served wrongly, and service resumes by itself."""

import pytest

from kiosk.failures import FailureName, failures
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.terminal import Terminal, assert_card_waits, assert_ended, assert_next_may_come, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

CARDS = {
    "bank": FailureName.CARD_NOT_MY_NUMBER,
    "blank": FailureName.CARD_NOT_MY_NUMBER,
    "foreign_eid": FailureName.CARD_NOT_MY_NUMBER,
    "licence": FailureName.CARD_NOT_MY_NUMBER,
    "transport": FailureName.CARD_NOT_MY_NUMBER,
    "old_juki": FailureName.CARD_OLD_JUKI,
    "phone": FailureName.CARD_PHONE,
    "mute": FailureName.CARD_MUTE,
}
UNUSABLE = {
    "certificate_missing": FailureName.CERTIFICATE_MISSING,
    "expired": FailureName.CERTIFICATE_EXPIRED,
    "pin_less": FailureName.PIN_ABSENT,
    "pin_blocked": FailureName.PIN_BLOCKED,
}


def assert_says(terminal: Terminal, process: str, failure: FailureName) -> None:
    """The code and the sentence of this failure are visible in the window of this process."""
    words = "".join("\n".join(terminal.control.ask(process, "words")).split())
    expected = failures()[failure]
    assert expected.code in words, words
    assert "".join(expected.citizen.split()) in words, words


# --- reader and service ---


@pytest.mark.parametrize(
    ("gone", "back", "failure"),
    [("unplug", "plug", FailureName.READER_MISSING), ("stop_service", "start_service", FailureName.PCSC_UNAVAILABLE)],
)
def test_reader_or_service_gone_and_back(terminal: Terminal, gone: str, back: str, failure: FailureName) -> None:
    terminal.station(gone)
    terminal.control.wait_phase("unavailable")
    assert_says(terminal, "supervisor", failure)
    assert not terminal.control.terminal()["serving"]
    terminal.station(back)
    assert_next_may_come(terminal)


@pytest.mark.parametrize(("gone", "back"), [("unplug", "plug"), ("stop_service", "start_service")])
def test_reader_or_service_lost_in_the_middle(terminal: Terminal, gone: str, back: str) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.station(gone)
    assert_ended(terminal, before, "reader_lost")
    terminal.control.wait_phase("unavailable")
    terminal.station(back)
    assert_card_waits(terminal)


# --- cards ---


@pytest.mark.parametrize(("person", "failure"), CARDS.items(), ids=CARDS)
def test_another_kind_of_card_is_changed_for_the_right_one(
    terminal: Terminal, person: str, failure: FailureName
) -> None:
    """It stays on the question, says why, and nothing is covered or ended when the card is taken."""
    control, trail = terminal.control, terminal.trail.now()
    reach(terminal, "place_card")
    session = control.terminal()["session"]
    terminal.place_card(person)
    control.wait_until("its reason", lambda: control.customer()["refused"] == failure)
    assert_says(terminal, "session", failure)
    control.take()
    control.wait_until("an empty reader", lambda: control.terminal()["reader"] == "empty")
    assert (terminal.phase(), terminal.shown(), control.terminal()["covered"]) == ("serving", "place_card", False)
    terminal.place_card(A.person)
    control.wait_stage("enter_pin")
    assert control.terminal()["session"] == session
    assert terminal.verifications(person) == 0
    assert "card_refused" in trail.codes()
    assert "card_away" not in trail.codes()


def test_after_a_wrong_card_the_right_one_is_watched_like_any_other(terminal: Terminal) -> None:
    control = terminal.control
    reach(terminal, "place_card")
    before = visit(terminal)
    terminal.place_card("licence")
    control.wait_until("its reason", lambda: control.customer()["refused"])
    terminal.station("restore", person=A.person)
    control.swap(A.person)
    control.wait_stage("enter_pin")
    control.take()
    control.wait_phase("away")
    assert control.terminal()["covered"]
    assert_ended(terminal, before, "card_removed")


@pytest.mark.parametrize(("person", "failure"), UNUSABLE.items(), ids=UNUSABLE)
def test_a_card_that_cannot_be_used(terminal: Terminal, person: str, failure: FailureName) -> None:
    reach(terminal, "place_card")
    before = visit(terminal)
    terminal.place_card(person)
    if failure is FailureName.PIN_BLOCKED:  # staff are called first, without the reason on the screen
        terminal.control.wait_stage("staff_called")
        terminal.control.press("back")
    terminal.control.wait_stage("problem")
    assert terminal.control.customer()["failure"] == failure
    assert_says(terminal, "session", failure)
    assert terminal.verifications(person) == 0
    terminal.control.press("end")
    assert_ended(terminal, before, "card_unusable")
    assert_card_waits(terminal)


def test_a_wrong_pin_costs_one_try_and_is_never_repeated(terminal: Terminal) -> None:
    reach(terminal, "enter_pin")
    terminal.control.enter_pin("9999")
    terminal.control.wait_until("two tries", lambda: terminal.control.customer().get("tries") == 2)
    assert any("2" in word for word in terminal.control.ask("session", "words"))
    assert terminal.verifications(A.person) == 1
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_page("/measures")
    assert terminal.verifications(A.person) == 2
    assert [line["tries_left"] for line in terminal.trail.of("pin_wrong")][-1] == 2


def test_three_wrong_pins_block_and_the_last_try_needs_consent(terminal: Terminal) -> None:
    reach(terminal, "enter_pin")
    before = visit(terminal)
    terminal.control.enter_pin("9999")
    terminal.control.wait_until("two tries", lambda: terminal.control.customer().get("tries") == 2)
    terminal.control.enter_pin("9999")
    terminal.control.wait_stage("last_try")
    assert terminal.verifications(A.person) == 2
    terminal.control.press("agree")
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin("9999")
    assert terminal.verifications(A.person) == 2, "the fourth digit sends nothing"
    terminal.control.press("clear_one")
    terminal.control.enter_pin("9")
    terminal.control.press("confirm_pin")
    terminal.control.wait_stage("staff_called")
    terminal.control.press("back")
    terminal.control.wait_stage("problem")
    assert terminal.control.customer()["failure"] == "pin_blocked"
    assert_says(terminal, "session", FailureName.PIN_BLOCKED)
    assert terminal.verifications(A.person) == 3
    terminal.control.press("end")
    assert_ended(terminal, before, "card_unusable")


# --- portal ---


def test_the_portal_is_closed_and_opens_again(terminal: Terminal) -> None:
    terminal.station("close_portal")
    reach(terminal, "choose")
    before = visit(terminal)
    terminal.control.press("procedure_points")
    terminal.control.wait_stage("problem")
    assert_says(terminal, "session", FailureName.PORTAL_UNREACHABLE)
    terminal.control.press("end")
    assert_ended(terminal, before, "portal_failed")
    terminal.control.wait_phase("unavailable")
    assert_says(terminal, "supervisor", FailureName.PORTAL_UNREACHABLE)
    terminal.station("open_portal")
    assert_next_may_come(terminal)


def test_a_portal_that_was_down_for_a_moment_is_tried_again_and_the_person_goes_on(terminal: Terminal) -> None:
    control, trail = terminal.control, terminal.trail.now()
    terminal.station("close_portal")
    reach(terminal, "choose")
    control.press("procedure_points")
    control.wait_stage("problem")
    control.press("retry")
    control.wait_until("the second try", lambda: "portal_retried" in trail.codes())
    control.wait_stage("problem")
    terminal.station("open_portal")
    control.press("retry")
    control.wait_stage("prepare")
    control.press("renewed_no")
    control.wait_stage("place_card")
    terminal.place_card(A.person)
    control.wait_stage("enter_pin")
    control.enter_pin(A.pin)
    control.wait_page("/measures")
    assert trail.codes().count("session_begun") == 1, "one and the same session"


@pytest.mark.parametrize(
    ("fault", "failure"),
    [("garbage", "portal_garbled"), ("down", "portal_unreachable")],
)
def test_the_portal_answers_wrongly(terminal: Terminal, fault: str, failure: FailureName) -> None:
    reach(terminal, "choose")
    before = visit(terminal)
    terminal.portal.change("fault", fault=fault)
    terminal.control.press("procedure_points")
    terminal.control.wait_stage("problem")
    assert terminal.control.customer()["failure"] == failure
    assert_says(terminal, "session", failure)
    terminal.control.press("end")
    assert_ended(terminal, before, "portal_failed")


def test_a_maintenance_page_that_the_procedure_lists_is_shown_as_a_result(terminal: Terminal) -> None:
    reach(terminal, "choose")
    terminal.portal.change("fault", fault="maintenance")
    terminal.control.press("procedure_points")
    terminal.control.wait_stage("prepare")
    terminal.control.wait_until("the result", lambda: terminal.control.customer().get("result") == "not_done")
    terminal.control.press("renewed_no")
    terminal.place_card(A.person)
    terminal.control.wait_stage("browse")
    assert terminal.control.customer()["page"] == "/error/maintenance"
    terminal.control.press("finish")
    terminal.control.wait_phase("take_card")


def test_the_portal_fails_in_the_middle(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.portal.change("fault", fault="down")
    terminal.control.page_press("#next")
    terminal.control.wait_stage("problem")
    assert_says(terminal, "session", FailureName.PORTAL_UNREACHABLE)
    terminal.control.press("end")
    assert_ended(terminal, before, "portal_failed")
    assert_card_waits(terminal)


def test_a_slow_portal_is_waited_for(terminal: Terminal) -> None:
    terminal.portal.change("fault", fault="slow 0.5")
    walk.begin(terminal.control)
    terminal.station("restore", person=A.person)
    walk.log_in(terminal.control, A)


def test_a_portal_that_does_not_answer_does_not_hold_up_the_wipe(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.portal.change("fault", fault="slow 30")
    terminal.hardware_key()
    receipt = assert_ended(terminal, before, "next_customer")
    assert receipt["steps"][1]["skipped"]
    assert receipt["steps"][1]["ms"] < 2000
    terminal.portal.change("fault", fault="none")
