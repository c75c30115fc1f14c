"""Every way to end a session has the same result: nothing of it is left, and the next person has no cookie of it."""

import pytest

from kiosk.training.remote import walk
from kiosk.training.remote.control import ControlError
from kiosk.training.remote.walk import A
from tests.support.terminal import (
    Terminal,
    assert_card_waits,
    assert_ended,
    assert_next_is_a_stranger,
    assert_next_may_come,
    reach,
    visit,
)

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

IN_TWO_TAPS = ("choose", "prepare", "place_card", "enter_pin", "last_try", "browse", "check")
GIVEN_UP = ("choose", "enter_pin", "browse", "check")
WITH_CARD = ("enter_pin", "last_try", "problem", "browse", "check", "result")


@pytest.mark.parametrize(
    ("screen", "row"),
    [*((screen, "next_customer") for screen in IN_TWO_TAPS), *((screen, "give_up") for screen in GIVEN_UP)],
)
def test_two_taps_end_it_on_every_screen(terminal: Terminal, screen: str, row: str) -> None:
    reach(terminal, screen)
    before = visit(terminal)
    terminal.quit(row)
    assert_ended(terminal, before, row)
    if screen in WITH_CARD:
        assert_card_waits(terminal)
    else:
        assert_next_may_come(terminal)


@pytest.mark.parametrize(
    ("screen", "button", "reason"), [("problem", "end", "card_unusable"), ("result", "finish", "finished")]
)
def test_where_nothing_can_be_lost_there_is_one_end_and_it_takes_one_tap(
    terminal: Terminal, screen: str, button: str, reason: str
) -> None:
    reach(terminal, screen)
    before = visit(terminal)
    with pytest.raises(ControlError, match="NotThere"):
        terminal.control.press("quit")
    terminal.control.press(button)
    assert_ended(terminal, before, reason)
    assert_card_waits(terminal)


def test_the_first_tap_can_be_taken_back(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    for back in (lambda: terminal.control.press("go_on"), lambda: terminal.control.ask("session", "key", keys="Esc")):
        terminal.control.press("quit")
        terminal.control.wait_stage("quit_sheet")
        back()
        terminal.control.wait_stage("browse")
    assert visit(terminal).pid == before.pid
    walk.fill_in(terminal.control, A)


def test_finished(terminal: Terminal) -> None:
    reach(terminal, "result")
    before = visit(terminal)
    terminal.control.press("finish")
    receipt = assert_ended(terminal, before, "finished")
    logout = receipt["steps"][1]
    assert not logout["skipped"], "the portal's own logout was tried"
    assert terminal.requests("GET", "/logout")
    assert_card_waits(terminal)
    assert_next_is_a_stranger(terminal)


@pytest.mark.parametrize("screen", ["place_card", "enter_pin", "browse", "check", "problem"])
def test_the_hardware_key(terminal: Terminal, screen: str) -> None:
    reach(terminal, screen)
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    if screen in WITH_CARD:
        assert_card_waits(terminal)
    assert_next_is_a_stranger(terminal)


def test_the_hardware_key_with_nobody_there(terminal: Terminal) -> None:
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    assert_next_may_come(terminal)


def test_the_portal_without_logout_changes_nothing(terminal: Terminal) -> None:
    terminal.portal.change("switches", no_logout=True, persistent_cookie=True)
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    assert_card_waits(terminal)
    assert_next_is_a_stranger(terminal)


# --- the card ---


def test_the_same_card_back_within_three_seconds_goes_on(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.take()
    terminal.control.wait_phase("away")
    assert terminal.control.terminal()["covered"]
    terminal.control.place(A.person)
    terminal.control.wait_phase("serving")
    assert not terminal.control.terminal()["covered"]
    assert visit(terminal).pid == before.pid
    assert before.trail.codes().count("card_away") == before.trail.codes().count("card_back") == 1
    walk.fill_in(terminal.control, A)
    walk.confirm(terminal.control, A)


def test_the_same_card_back_at_the_pin_pad(terminal: Terminal) -> None:
    reach(terminal, "enter_pin")
    terminal.control.take()
    terminal.control.wait_phase("away")
    terminal.control.place(A.person)
    terminal.control.wait_phase("serving")
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_page("/measures")


def test_another_card_ends_it(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.take()
    terminal.control.wait_phase("away")
    terminal.place_card("hanako")
    assert_ended(terminal, before, "card_changed")
    assert terminal.verifications("hanako") == 0
    assert_card_waits(terminal)


def test_a_card_swapped_faster_than_anybody_can_look_ends_it(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.swap("hanako")
    assert_ended(terminal, before, "card_changed")
    assert_card_waits(terminal)


def test_a_foreign_card_in_its_place_ends_it(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.swap("bank")
    assert_ended(terminal, before, "card_unusable")
    assert terminal.commits() == 0


def test_a_card_that_does_not_come_back_ends_it(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.take()
    terminal.control.wait_phase("away")
    assert_ended(terminal, before, "card_removed")
    assert_next_may_come(terminal)
    assert_next_is_a_stranger(terminal)


def test_no_grace_during_the_check(terminal: Terminal) -> None:
    reach(terminal, "check")
    before = visit(terminal)
    terminal.control.take()
    assert_ended(terminal, before, "card_removed")
    assert "card_away" not in before.trail.codes()
    assert terminal.commits() == 0


def test_a_card_before_the_login_may_be_exchanged(terminal: Terminal) -> None:
    """Before the card is read there is no login to take over; the card that is read first belongs to the session."""
    terminal.control.place("hanako")
    terminal.control.wait_stage("choose")
    before = visit(terminal)
    terminal.control.take()
    terminal.control.wait_phase("away")
    terminal.control.place(A.person)
    terminal.control.wait_phase("serving")
    assert visit(terminal).pid == before.pid


def test_a_card_placed_on_the_attract_screen_begins(terminal: Terminal) -> None:
    terminal.control.place(A.person)
    terminal.control.wait_phase("serving")
    terminal.control.wait_stage("choose")


def test_a_card_that_comes_while_another_is_awaited_serves_nobody(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    terminal.control.swap("hanako")
    assert_card_waits(terminal)
    assert terminal.verifications("hanako") == 0
