"""What is due after so many seconds without input, as a pure function."""

from kiosk.messages import SessionTimers
from ui import flow_events as ev
from ui.flow import Flow
from ui.flow_events import Overlay, Stage


def due(flow: Flow, timers: SessionTimers, idle: float, digits: int) -> ev.Event | None:
    """The event that is due now, if any. ``idle`` seconds without input; ``digits`` typed into the PIN pad."""
    ends_by_itself = flow.result is not None or flow.stage is Stage.PROBLEM
    if idle >= (timers.completion if ends_by_itself else timers.idle + timers.warning):
        return ev.IdleOver()
    if flow.overlay is Overlay.IDLE_WARNING:
        return None
    if idle >= timers.idle and flow.stage is not Stage.PROBLEM:
        return ev.IdleWarned()
    if idle >= timers.pin_idle and digits and not flow.busy:
        return ev.PinIdle()
    return None
