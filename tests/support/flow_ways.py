"""Checks of one step of the flow out of a problem, and after the end."""

from dataclasses import replace

from kiosk.failures import FailureName
from ui.flow import events as ev
from ui.flow.events import Act, Event, Stage
from ui.flow.retry import MAX_RETRIES
from ui.flow.state import Flow


def check_problem(old: Flow, event: Event, new: Flow) -> None:
    """A problem leads to the end, or back to a portal that could not be reached, if nothing final was sent."""
    if isinstance(event, ev.Retried) and new != old:
        assert old.failure is FailureName.PORTAL_UNREACHABLE
        assert not old.committed
        assert old.retries < MAX_RETRIES
    else:
        assert new.stage in (Stage.PROBLEM, Stage.OVER)
        assert new.failure == old.failure, "the first problem is the one that is shown"


def check_answer(old: Flow, event: Event, new: Flow, acts: tuple[Act, ...]) -> None:
    """After the end only the supervisor is answered, and nothing new begins."""
    if isinstance(event, ev.Ended):
        assert new == replace(old, ending=event.reason)
        assert acts in ((Act.CLEAR_PIN, Act.END), (Act.CLEAR_PIN, Act.LOG_OUT))
    else:
        assert (new, acts) == (old, (Act.END,) if isinstance(event, ev.LoggedOut) else ())
