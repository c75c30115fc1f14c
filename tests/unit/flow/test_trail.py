"""The audit lines of a session. That no branch forgets its line is checked by ``test_walks.check_trail``."""

import pytest

import resources
from kiosk.failures import FailureName
from kiosk.procedures.load import TRAINING_ORIGIN, load_procedure
from kiosk.vocabulary import EndReason, ResultKind
from ui.flow import events as ev
from ui.flow.events import Event, Purpose, Stage
from ui.flow.page import page_seen
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


def test_a_way_to_the_end_in_order() -> None:
    written = trail(
        *(ev.StaffPressed(), ev.OverlayLeft(), ev.LanguageChosen("en"), ev.Chosen("points")),
        *(ev.Prepared(renewed=False), ev.CardPlaced(there=True), ev.Asked(Purpose.LOGIN), ev.CardRead(3)),
        *(ev.PinComplete(), ev.PinWrong(2), ev.PinComplete(), ev.Signed(), ev.PageSeen(number=4)),
        *(ev.IdleWarned(), ev.Extended(), ev.Asked(Purpose.GATE_CHECK), ev.TriesKnown(3), ev.PinComplete()),
        *(ev.Signed(), ev.CommitPassed(), ev.PageSeen(7, ResultKind.DONE), ev.EndPressed(EndReason.NEXT_CUSTOMER)),
        *(ev.Ended(EndReason.NEXT_CUSTOMER, logout=True), ev.LoggedOut(done=True)),
    )
    assert written == [
        ("staff_called", {}),
        ("language", {"language": "en"}),
        ("procedure_chosen", {"procedure": "points", "version": POINTS.version}),
        ("pin_wrong", {"tries_left": 2}),
        ("step", {"number": 4}),
        ("idle_warning", {}),
        ("idle_extended", {}),
        ("check_started", {}),
        ("commit_passed", {}),
        ("step", {"number": 7}),
        ("result", {"kind": "done"}),
        ("end_asked", {"reason": "next_customer"}),
        ("portal_logout", {"done": True}),
    ]


def test_going_on_for_the_fourth_time_asks_for_the_pin() -> None:
    again = (ev.IdleWarned(), ev.Extended())
    written = trail(*again * 4, ev.TriesKnown(3), ev.PinComplete(), ev.Signed(), ev.LimitNear(), start=IN)
    codes = [code for code, _ in written if code != "idle_warning"]
    assert codes == ["idle_extended"] * 3 + ["extend_asked", "idle_extended", "limit_warning"]


def test_a_mixup_is_written_instead_of_the_result_that_its_page_stands_for() -> None:
    seen = ev.PageSeen(5, ResultKind.DONE, mixup=True)
    assert trail(seen, start=IN) == [("step", {"number": 5}), ("suspected_mixup", {"procedure": "points"})]


@pytest.mark.parametrize("seen", [ev.PageSeen(4), ev.PageSeen(result=ResultKind.DONE), ev.PageSeen(mixup=True)])
def test_a_page_without_a_procedure_or_one_that_was_dropped_is_not_written(seen: Event) -> None:
    assert trail(seen) == []
    assert trail(ev.PageFailed(FailureName.PORTAL_UNREACHABLE), seen, start=IN) == []
    assert trail(seen, start=OVER) == []


def test_what_cannot_be_undone_is_written_after_the_end_as_well() -> None:
    written = trail(ev.PinWrong(0), ev.CommitPassed(), ev.CommitUnchecked(), ev.LanguageChosen("en"), start=OVER)
    assert [code for code, _ in written] == ["pin_wrong", "commit_passed", "commit_unchecked"]


def test_an_address_means_its_step_its_result_or_a_mixup() -> None:
    mixup, result = POINTS.mixup_pages[0].replace("*", "x"), POINTS.results[0]
    assert page_seen(POINTS, IN, mixup).mixup
    assert page_seen(POINTS, IN, result.url.replace("*", "x")).result is result.kind
    assert page_seen(POINTS, Flow(), f"{TRAINING_ORIGIN}/") == ev.PageSeen(number=3), "it wants the PIN"
    assert page_seen(POINTS, IN, f"{TRAINING_ORIGIN}/") == ev.PageSeen()
