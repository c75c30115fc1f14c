"""Which event is due after how many seconds without input."""

import math
from dataclasses import replace

import pytest

from kiosk.protocol.messages import SessionTimers
from kiosk.vocabulary import ResultKind
from ui.flow import events as ev
from ui.flow.events import Overlay, Purpose, Stage
from ui.flow.limits import LEAST_NOTICE, LOGIN_LIMIT, due, limit_notice
from ui.flow.step import Flow

TIMERS = SessionTimers(idle=90.0, warning=30.0, pin_idle=45.0, completion=60.0, check_window=60.0, absolute=1800.0)
PAGE = Flow(stage=Stage.BROWSE)
PAD = Flow(stage=Stage.ENTER_PIN)
WORKING = Flow(stage=Stage.ENTER_PIN, busy=True)
WARNED = Flow(stage=Stage.BROWSE, overlay=Overlay.IDLE_WARNING)
ANNOUNCED = Flow(stage=Stage.BROWSE, limit_announced=True)
RESULT = Flow(stage=Stage.BROWSE, result=ResultKind.DONE)
PROBLEM = Flow(stage=Stage.PROBLEM)


@pytest.mark.parametrize(
    ("flow", "idle", "digits", "left", "event"),
    [
        (PAGE, 89.9, 0, math.inf, None),
        (PAGE, 90.0, 0, math.inf, ev.IdleWarned()),
        (WARNED, 119.9, 0, math.inf, None),
        (WARNED, 120.0, 0, math.inf, ev.IdleOver()),
        (PAD, 44.9, 2, math.inf, None),
        (PAD, 45.0, 2, math.inf, ev.PinIdle()),
        (PAD, 45.0, 0, math.inf, None),
        (WORKING, 45.0, 4, math.inf, None),
        (RESULT, 59.9, 0, math.inf, None),
        (RESULT, 60.0, 0, math.inf, ev.IdleOver()),
        (replace(RESULT, overlay=Overlay.IDLE_WARNING), 119.9, 0, math.inf, None),
        (PROBLEM, 59.9, 0, 1.0, None),
        (PROBLEM, 60.0, 0, math.inf, ev.IdleOver()),
        (PAGE, 0.0, 0, 31.1, None),
        (PAGE, 0.0, 0, 31.0, ev.LimitNear()),
        (ANNOUNCED, 0.0, 0, 1.0, None),
        (RESULT, 0.0, 0, 1.0, None),
        (WARNED, 95.0, 0, 1.0, None),
    ],
)
def test_what_is_due(flow: Flow, idle: float, digits: int, left: float, event: ev.Event | None) -> None:
    assert due(flow, TIMERS, idle, digits, left) == event


@pytest.mark.parametrize("flow", [RESULT, PROBLEM])
def test_what_ends_by_itself_stays_its_whole_time_however_short_the_idle_time_is(flow: Flow) -> None:
    """No idle warning covers what the person is reading."""
    impatient = replace(TIMERS, idle=30.0, warning=20.0)
    assert due(flow, impatient, 59.9, 0) is None
    assert due(flow, impatient, 60.0, 0) == ev.IdleOver()


@pytest.mark.parametrize("stage", [Stage.ATTRACT, Stage.OVER])
def test_nothing_is_due_before_the_beginning_and_after_the_end(stage: Stage) -> None:
    """However long nobody comes, and while the process is not killed yet."""
    for flow in (Flow(stage=stage), Flow(stage=stage, result=ResultKind.DONE)):
        assert due(flow, TIMERS, 10_000.0, 4, -1.0) is None


@pytest.mark.parametrize(("warning", "notice"), [(20.0, 21.0), (60.0, 61.0), (1.0, LEAST_NOTICE + 1.0)])
def test_the_end_of_the_longest_time_is_told_in_time(warning: float, notice: float) -> None:
    """At least 20 s before it (WCAG 2.2.1), however short the idle warning is."""
    assert limit_notice(SessionTimers(90.0, warning, 45.0, 20.0, 60.0, 1800.0)) == notice


LIMITS = {Purpose.LOGIN: LOGIN_LIMIT, Purpose.PORTAL_CHECK: 60.0, Purpose.GATE_CHECK: 60.0}


@pytest.mark.parametrize("purpose", Purpose)
@pytest.mark.parametrize("overlay", [Overlay.NONE, Overlay.IDLE_WARNING, Overlay.STAFF_CALLED])
def test_a_request_is_late_after_its_time_whoever_made_it_and_whatever_covers_it(
    purpose: Purpose, overlay: Overlay
) -> None:
    flow = Flow(stage=Stage.CHECK, overlay=overlay, asked=purpose)
    assert due(flow, TIMERS, 0.0, 0, waiting=LIMITS[purpose] - 0.1) is None
    assert due(flow, TIMERS, 0.0, 0, waiting=LIMITS[purpose]) == ev.AskLate()


def test_without_a_request_nothing_is_late() -> None:
    assert due(PAGE, TIMERS, 0.0, 0, waiting=10_000.0) is None


def test_a_login_is_late_before_the_library_of_the_page_gives_up() -> None:
    assert LOGIN_LIMIT < 120.0, "userInteractionTimeout of web-eid.js"
