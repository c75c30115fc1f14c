"""「もう一度」 after a portal that could not be reached: a fresh page, after the questions already answered. Pure."""

from dataclasses import replace

from kiosk.failures import FailureName
from ui.flow.events import Act, Overlay, Stage
from ui.flow.state import QUESTIONS, Flow, Step

#: What may be over a moment later.
_PASSING = (FailureName.PORTAL_UNREACHABLE, FailureName.PROXY_UNREACHABLE)
#: How often a person may try again; then only the end is left.
MAX_RETRIES = 3


def offered(flow: Flow) -> bool:
    """Whether the portal may be tried again: never after a final request whose answer is not known."""
    unreachable = flow.stage is Stage.PROBLEM and flow.failure in _PASSING
    return unreachable and bool(flow.procedure) and not flow.committed and flow.retries < MAX_RETRIES


def on_retried(flow: Flow) -> Step:
    """Load the start page anew: under the questions, if they were not answered yet; else it asks for the login."""
    if not offered(flow) or flow.overlay is not Overlay.NONE:
        return flow, ()
    stage = Stage.PREPARE if flow.failed_at in QUESTIONS else Stage.BROWSE
    again = replace(flow, stage=stage, failure=None, failed_at=None, retries=flow.retries + 1)
    return again, (Act.CLEAR_PIN, Act.LOAD_AGAIN)
