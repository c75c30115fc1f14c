"""The audit lines of a session. That no branch forgets its line is checked by ``test_walks.check_trail``."""

from dataclasses import replace

import pytest

import resources
from kiosk.failures import FailureName
from kiosk.procedures.gate import Decision
from kiosk.procedures.load import TRAINING_ORIGIN, load_procedure
from kiosk.vocabulary import EndReason, ResultKind
from ui.flow import events as ev
from ui.flow.events import Event, Purpose, Stage
from ui.flow.page import page_seen, request_seen
from ui.flow.step import Flow, step
from ui.flow.trail import Line, lines

POINTS = load_procedure(resources.path("procedures", "training", "points.toml"), TRAINING_ORIGIN)
IN = Flow(Stage.BROWSE, procedure="points", card=True, tries=3, logins=1, logged_in=True)
OVER = step(IN, ev.Ended(EndReason.IDLE))[0]


def trail(*events: Event, start: Flow | None = None) -> list[Line]:
    flow, found = start or Flow(), list[Line]()
    for event in events:
        old, (flow, _) = flow, step(flow, event)
        found += lines(old, event, flow, {"points": POINTS})
    return found


def trail_flow(*events: Event) -> Flow:
    """The state after these events on the page."""
    flow = IN
    for event in events:
        flow = step(flow, event)[0]
    return flow


def test_a_way_to_the_end_in_order() -> None:
    written = trail(
        *(ev.StaffPressed(), ev.OverlayLeft(), ev.LanguageChosen("en"), ev.Chosen("points")),
        *(ev.Prepared(renewed=False), ev.CardPlaced(there=True), ev.Asked(Purpose.LOGIN), ev.CardRead(3)),
        *(ev.PinComplete(), ev.PinWrong(2), ev.PinComplete(), ev.Signed(), ev.PageSeen(number=4)),
        *(ev.IdleWarned(), ev.Extended(), ev.CommitBlocked(), ev.TriesKnown(3), ev.PinComplete()),
        *(ev.Signed(), ev.CommitPassed(), ev.QuitPressed(), ev.PageSeen(7, ResultKind.DONE)),
        *(ev.EndPressed(EndReason.NEXT_CUSTOMER), ev.Ended(EndReason.NEXT_CUSTOMER, logout=True)),
        ev.LoggedOut(done=True),
    )
    assert written == [
        ("staff_called", {"call": "person"}),
        ("call_ended", {}),
        ("language", {"language": "en"}),
        ("procedure_chosen", {"procedure": "points", "version": POINTS.version}),
        ("pin_wrong", {"tries_left": 2}),
        ("login_done", {}),
        ("step", {"number": 4}),
        ("idle_warning", {}),
        ("idle_extended", {}),
        ("commit_blocked", {}),
        ("check_started", {}),
        ("check_passed", {}),
        ("commit_passed", {}),
        ("end_asked", {}),
        ("step", {"number": 7}),
        ("result", {"kind": "done"}),
        ("portal_logout", {"done": True}),
    ]


def test_going_on_for_the_fourth_time_asks_for_the_pin() -> None:
    again = (ev.IdleWarned(), ev.Extended())
    written = trail(*again * 4, ev.TriesKnown(3), ev.PinComplete(), ev.Signed(), ev.LimitNear(), start=IN)
    codes = [code for code, _ in written if code != "idle_warning"]
    assert codes == ["idle_extended"] * 3 + ["extend_asked", "idle_extended", "limit_warning"]


PORTAL = ev.Asked(Purpose.PORTAL_CHECK)
BLOCKED = ev.CommitBlocked()
#: The ways that a check ends which is not passed.
NOT_PASSED: list[tuple[Event, ...]] = [
    (ev.AskLate(),),
    (ev.PinComplete(), ev.PinWrong(0)),
    (ev.PageFailed(FailureName.PORTAL_UNREACHABLE),),
    (ev.CardFailed(FailureName.CARD_MUTE),),
]


@pytest.mark.parametrize("request_made", [PORTAL, BLOCKED], ids=["portal", "gate"])
@pytest.mark.parametrize("way", NOT_PASSED)
def test_a_check_that_ends_without_a_signature_is_written_as_failed_once(
    request_made: Event, way: tuple[Event, ...]
) -> None:
    codes = [code for code, _ in trail(request_made, ev.TriesKnown(3), *way, *way, start=IN)]
    assert codes.count("check_started") == codes.count("check_failed") == 1
    assert "check_passed" not in codes


def test_a_request_that_its_page_takes_back_ends_its_check() -> None:
    assert trail(PORTAL, ev.AskLost(), start=IN) == [("check_started", {}), ("check_failed", {})]
    codes = [code for code, _ in trail(BLOCKED, ev.CommitWithdrawn(signing=False), start=IN)]
    assert codes == ["commit_blocked", "check_started", "commit_withdrawn", "check_failed"]


def test_a_check_that_cannot_begin_is_written_as_failed() -> None:
    """A second login is under way; or the PIN is required for going on."""
    for busy in (trail_flow(ev.Asked(Purpose.LOGIN)), trail_flow(*(ev.IdleWarned(), ev.Extended()) * 4)):
        assert trail(BLOCKED, start=busy) == [("commit_blocked", {}), ("check_failed", {})]
        assert trail(PORTAL, start=busy) == [("check_failed", {})]


def test_what_the_page_may_not_do_is_written() -> None:
    for start in (IN, OVER):
        written = trail(ev.RequestRefused("popup"), ev.KeyboardMissing(), start=start)
        assert written == [("request_refused", {"kind": "popup"}), ("touch_keyboard_missing", {})]


def test_a_mixup_is_written_instead_of_the_result_that_its_page_stands_for() -> None:
    seen = ev.PageSeen(5, ResultKind.DONE, mixup=True)
    assert trail(seen, start=IN) == [("step", {"number": 5}), ("suspected_mixup", {"procedure": "points"})]


@pytest.mark.parametrize("seen", [ev.PageSeen(4), ev.PageSeen(result=ResultKind.DONE), ev.PageSeen(mixup=True)])
def test_a_page_without_a_procedure_or_one_that_was_dropped_is_not_written(seen: Event) -> None:
    assert trail(seen) == []
    shown = ("problem_shown", {"failure": FailureName.PORTAL_UNREACHABLE})
    assert trail(ev.PageFailed(FailureName.PORTAL_UNREACHABLE), seen, start=IN) == [shown]
    assert trail(seen, start=OVER) == []


def test_what_cannot_be_undone_is_written_after_the_end_as_well() -> None:
    written = trail(ev.PinWrong(0), ev.CommitPassed(), ev.CommitUnchecked(), ev.LanguageChosen("en"), start=OVER)
    assert [code for code, _ in written] == ["pin_wrong", "commit_passed", "commit_unchecked"]


def test_a_refusal_is_written_with_its_kind() -> None:
    seen = ev.PageSeen(refusal=FailureName.APPLIED_BEFORE)
    assert trail(seen, start=IN) == [("portal_refused", {"procedure": "points", "failure": "applied_before"})]


def test_an_address_means_its_step_its_result_a_refusal_or_a_mixup() -> None:
    refusal, result = POINTS.refusals[0], POINTS.results[0]
    mixup = f"{TRAINING_ORIGIN}/error/other-person"
    assert page_seen(replace(POINTS, mixup_pages=(mixup,)), IN, mixup).mixup
    assert page_seen(POINTS, IN, refusal.url.upper().replace("HTTP", "http") + "/?x").refusal == refusal.kind
    assert page_seen(POINTS, IN, result.url.replace("*", "x")).result is result.kind
    assert page_seen(POINTS, Flow(), f"{TRAINING_ORIGIN}/") == ev.PageSeen(number=3), "it wants the PIN"
    assert page_seen(POINTS, IN, f"{TRAINING_ORIGIN}/") == ev.PageSeen()


def test_a_request_of_the_page_is_a_login_unless_the_gate_began_a_check_for_it() -> None:
    assert request_seen(Decision.PASS) == ev.Asked(Purpose.LOGIN)
    assert request_seen(Decision.BLOCK) == ev.Asked(Purpose.LOGIN)
    assert request_seen(Decision.HOLD) == ev.Asked(Purpose.PORTAL_CHECK)
    assert request_seen(Decision.TOO_MANY) == ev.PageFailed(FailureName.TOO_MANY_CHECKS)
