"""Scenarios F and G: situations at a busy desk, and events at the same moment."""

from kiosk.training.drill.desk import Desk, Visit, expect
from kiosk.training.drill.scenario import Scenario
from kiosk.training.remote import walk
from kiosk.training.remote.walk import B_WITH_ID_OF_A, A, B
from kiosk.vocabulary import EndReason
from ui.widgets.marks import WORDS


def next_on_the_wrong_terminal(desk: Desk) -> str:
    """F1: the way to 「次の方に交代する」 shows whose session it would end, needs two taps and can be cancelled."""
    visit = desk.log_in()
    mark = WORDS[str(desk.control.customer()["mark"])]
    desk.control.press("quit")
    desk.control.wait_stage("quit_sheet")
    expect(f"the mark {mark} above the sheet", True, mark in desk.words())
    desk.control.press("go_on")
    desk.control.wait_stage("browse")
    expect("the same process goes on", visit.pid, desk.visit().pid)
    desk.quit("next_customer")
    seen = desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
    desk.check_card_waits()
    return f"taken back once; {seen}"


def next_during_the_check(desk: Desk) -> str:
    """F2, F3: 「次の方へ」 pressed repeatedly while the second check waits for the PIN: one end, nothing sent."""
    visit = desk.reach_check()
    for _ in range(3):
        desk.hardware_key()
    seen = desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
    expect("final requests", 0, len(desk.requests("POST", "/apply")))
    expect("applications", {}, desk.portal.applications())
    expect("wipes", 1, desk.codes(visit).count("wipe_verified"))
    desk.check_card_waits()
    return f"pressed 3 times, one wipe, nothing sent; {seen}"


def applied_already(desk: Desk) -> str:
    """F7: B's payment ID is already registered. F8: the portal reports that A has applied. Both stop the session."""
    visit = desk.reach_check()
    walk.pass_check(desk.control, A)
    desk.control.press("finish")
    desk.check_ended(visit, EndReason.FINISHED)
    desk.check_card_waits()
    visit = desk.log_in(B_WITH_ID_OF_A)
    walk.enter_details(desk.control, B_WITH_ID_OF_A)
    seen = _stopped(desk, visit)
    visit = desk.place_card(A.person)
    desk.control.wait_stage("enter_pin")
    desk.control.enter_pin(A.pin)
    return f"{seen}; {_stopped(desk, visit)}"


def _stopped(desk: Desk, visit: Visit) -> str:
    seen = desk.check_ended(visit, EndReason.PORTAL_REFUSED)
    expect("refusals in the audit file", 1, desk.codes(visit).count("portal_refused"))
    expect("applications", {A.person: A.service}, desk.portal.applications())
    desk.check_card_waits()
    return seen


def late_events(desk: Desk) -> str:
    """G2, G3: the card is swapped and the key pressed again during one wipe; no session begins."""
    visit = desk.log_in()
    desk.station("restore", person=B.person)
    desk.hardware_key()
    desk.control.swap(B.person)
    desk.hardware_key()
    seen = desk.check_ended(visit, EndReason.NEXT_CUSTOMER)
    desk.control.wait_phase("take_card")
    expect("wipes", 1, desk.codes(visit).count("wipe_verified"))
    expect("sessions begun by it", 0, desk.codes(visit).count("session_begun"))
    desk.check_card_waits()
    expect("PINs presented to the late card", 0, desk.verifications(B.person))
    expect("number of the next session", visit.session + 1, desk.control.terminal()["session"])
    return f"one wipe, nothing begun; {seen}"


ORDINARY = (
    Scenario(("F1",), "next customer on the wrong terminal", next_on_the_wrong_terminal),
    Scenario(("F2", "F3"), "next customer during the check", next_during_the_check),
    Scenario(("F7", "F8"), "payment ID in use; applied already", applied_already),
    Scenario(("G2", "G3"), "late card events during a wipe", late_events),
)
