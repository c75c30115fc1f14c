"""Scenarios A and C: people who walk away or give up, and PINs."""

from kiosk.failures import FailureName
from kiosk.training.drill.desk import Desk, expect, pause
from kiosk.training.drill.scenario import Scenario
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A, B
from kiosk.vocabulary import EndReason
from ui.widgets.marks import WORDS

WRONG_PIN = "9990"
#: Seconds to wait before a press: the warning appears by itself and ignores touches at first.
ARMED = 0.8


def walks_away(desk: Desk) -> str:
    """A1, the incident: a logged-in person leaves with the card and the next person sits down."""
    visit = desk.log_in()
    desk.control.take()
    desk.control.wait_phase("away")
    expect("covered at once", True, desk.control.terminal()["covered"])
    seen = desk.check_ended(visit, EndReason.CARD_REMOVED)
    desk.wait_for_attract()
    desk.check_next_has_no_cookie()
    return seen


def gives_up(desk: Desk) -> str:
    """A3: 「手続きをやめる」 during a procedure."""
    visit = desk.log_in()
    desk.quit("give_up")
    seen = desk.check_ended(visit, EndReason.GIVE_UP)
    expect("logouts at the portal", 1, len(desk.requests("GET", "/logout")))
    desk.check_card_waits()
    return seen


def forgets_the_card(desk: Desk) -> str:
    """A2: the person has left, the card has not. No new session begins and no PIN is presented while it lies there."""
    visit = desk.log_in()
    desk.control.wait_stage("idle_warning")
    seen = desk.check_ended(visit, EndReason.IDLE)
    desk.control.wait_phase("take_card")
    expect("card_left in the audit file", 1, desk.codes(visit).count("card_left"))
    before = desk.verifications(A.person)
    pause(1.0)
    expect("phase while the card lies there", "take_card", desk.phase())
    expect("PINs presented by themselves", before, desk.verifications(A.person))
    desk.check_card_waits()
    return seen


def finishes_and_goes(desk: Desk) -> str:
    """A4: a complete application, then no input. Also shows that the ordinary procedure works."""
    visit = desk.reach_check()
    expect("final requests before the check", 0, len(desk.requests("POST", "/apply")))
    walk.pass_check(desk.control, A)
    seen = desk.check_ended(visit, EndReason.FINISHED)
    expect("applications", {A.person: A.service}, desk.portal.applications())
    desk.check_card_waits()
    return seen


def keys_do_not_revive(desk: Desk) -> str:
    """A5: another person's keys and touches during the countdown do not extend the session."""
    visit = desk.log_in()
    desk.control.wait_stage("idle_warning")
    desk.control.ask("session", "type", text="12")
    desk.control.press("idle_warning")
    seen = desk.check_ended(visit, EndReason.IDLE)
    desk.check_card_waits()
    return seen


def somebody_else_goes_on(desk: Desk) -> str:
    """A9: another person presses 「続ける」 with A's card: the mark is shown, nothing is final without A's PIN."""
    visit = desk.log_in()
    mark = WORDS[str(desk.control.customer()["mark"])]
    desk.control.wait_stage("idle_warning")
    expect(f"the mark {mark} on the warning", True, mark in desk.words())
    pause(ARMED)
    desk.control.press("extend")
    desk.control.wait_stage("browse")
    walk.fill_in(desk.control, A)
    desk.control.page_press("#apply")
    desk.control.wait_stage("check")
    desk.control.enter_pin(B.pin)
    desk.control.wait_until("the PIN to be refused", lambda: "pin_wrong" in desk.codes(visit))
    expect("final requests", 0, len(desk.requests("POST", "/apply")))
    desk.hardware_key()
    seen = desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
    desk.check_card_waits()
    return f"PIN refused, nothing sent; {seen}"


def wrong_pin(desk: Desk) -> str:
    """C1: each wrong PIN costs one try; the last try needs the person's consent and is kept when they decline."""
    visit = desk.place_card(A.person)
    for left in (2, 1):
        desk.control.wait_stage("enter_pin")
        desk.control.enter_pin(WRONG_PIN)
        wait_for_tries(desk, left)
    desk.control.wait_stage("last_try")
    desk.control.press("decline")
    seen = desk.check_ended(visit, EndReason.GIVE_UP)
    expect("PINs presented", 2, desk.verifications(A.person))
    expect("tries left on the card", 1, desk.station("state")["tries"])
    desk.check_card_waits()
    return f"2 tries used, 1 kept; {seen}"


def wait_for_tries(desk: Desk, left: int) -> None:
    """Wait until the session knows that this many tries are left."""
    desk.control.wait_until(f"{left} tries", lambda: desk.control.customer().get("tries") == left)


def blocked_pin(desk: Desk) -> str:
    """C4: there is no PIN pad for a card with a blocked PIN."""
    visit = desk.place_card("pin_blocked")
    desk.control.wait_stage("staff_called")
    desk.control.press("back")
    desk.control.wait_stage("problem")
    expect("failure shown", FailureName.PIN_BLOCKED, desk.control.customer()["failure"])
    expect("PINs presented", 0, desk.verifications("pin_blocked"))
    desk.control.press("end")
    seen = desk.check_ended(visit, EndReason.CARD_UNUSABLE)
    desk.check_card_waits()
    return seen


ORDINARY = (
    Scenario(("A1",), "walks away with the card", walks_away),
    Scenario(("A3",), "gives up in the middle", gives_up),
    Scenario(("C1",), "wrong PIN, down to the last try", wrong_pin),
    Scenario(("C4",), "blocked PIN", blocked_pin),
)
HURRIED = (
    Scenario(("A2",), "forgets the card and goes", forgets_the_card, hurried=True),
    Scenario(("A4",), "applies, finishes and goes", finishes_and_goes, hurried=True),
    Scenario(("A5",), "keys during the idle warning", keys_do_not_revive, hurried=True),
    Scenario(("A9",), "somebody else presses go on", somebody_else_goes_on, hurried=True),
)
