"""The session's own time limits: which event is due, after how many seconds. Pure."""

import math

from kiosk.protocol.messages import SessionTimers
from ui.flow import events as ev
from ui.flow.events import Overlay, Purpose, Stage
from ui.flow.state import Flow

#: The longest time is announced at least this many seconds before its end (WCAG 2.2.1 asks for 20).
LEAST_NOTICE = 20.0
#: Seconds for a login. web-eid.js stops waiting after 120 s (userInteractionTimeout); a later answer has no use.
LOGIN_LIMIT = 110.0


def limit_notice(timers: SessionTimers) -> float:
    """How many seconds before its end the longest time of a session is announced."""
    return max(LEAST_NOTICE, timers.warning) + 1.0


def request_limit(purpose: Purpose, timers: SessionTimers) -> float:
    """The seconds within which a request must be answered, whoever made it."""
    return LOGIN_LIMIT if purpose is Purpose.LOGIN else timers.check_window


def idle_limit(flow: Flow, timers: SessionTimers) -> float:
    """The seconds without input until the warning: more while somebody waits for staff."""
    return timers.waiting if flow.called else timers.idle


def due(
    flow: Flow, timers: SessionTimers, idle: float, digits: int, left: float = math.inf, waiting: float = 0.0
) -> ev.Event | None:
    """The event that is due now, if any; none is before a session begins and after it ends.

    ``idle``: seconds without input; ``digits``: typed into the PIN pad; ``left``: seconds of the longest time;
    ``waiting``: seconds since the request under way was made.
    """
    if flow.stage in (Stage.ATTRACT, Stage.OVER):
        return None
    if flow.asked and waiting >= request_limit(flow.asked, timers):
        return ev.AskLate()
    long = idle >= timers.idle and flow.called and not flow.waited
    return _due(flow, timers, idle, digits, left) or (ev.WaitedLong() if long else None)


def _due(flow: Flow, timers: SessionTimers, idle: float, digits: int, left: float) -> ev.Event | None:
    warned = flow.overlay is Overlay.IDLE_WARNING
    ends_by_itself = (flow.result is not None or flow.stage is Stage.PROBLEM) and not warned
    limit = idle_limit(flow, timers)
    by_itself = limit if flow.called else timers.completion
    if idle >= (by_itself if ends_by_itself else limit + timers.warning):
        return ev.IdleOver()
    if warned:
        return None
    if idle >= limit and not ends_by_itself:
        return ev.IdleWarned()
    if left <= limit_notice(timers) and not flow.limit_announced and not ends_by_itself:
        return ev.LimitNear()
    if idle >= timers.pin_idle and digits and not flow.busy:
        return ev.PinIdle()
    return None
