"""What a session says, as the lifecycle hears it: which message is which event, and which lines have a consequence."""

from collections.abc import Callable
from typing import Any

from kiosk.lifecycle import states
from kiosk.protocol.messages import Activity, Alive, Begun, Card, Ready, Up

#: The end of this customer is in sight: the next interpreter may begin its imports (docs/decisions).
END_NEAR = frozenset({"end_asked", "idle_warning", "result"})
#: A page is there: its start, each of its steps, the login.
WITH_PAGE = frozenset({"step", "login_done"})
#: Whether an identity check or a commit runs from this line on.
CHECKS = {"check_started": True, "check_passed": True, "commit_passed": True, "check_failed": False, "result": False}
_EVENTS: dict[type, Callable[[int, Any], states.Event]] = {
    Ready: lambda session, _: states.SessionReady(session),
    Alive: lambda session, _: states.SessionAlive(session),
    Begun: lambda session, _: states.SessionBegun(session),
    Activity: lambda session, message: states.ActivitySeen(session, message.idle_ms / 1000),
    Card: lambda session, message: states.CardJudged(session, message.verdict),
}


def as_event(session: int, message: Up) -> states.Event:
    """The event of this message. Raises KeyError for those that are none: ``Hello``, ``AuditReport`` and ``Ended``."""
    return _EVENTS[type(message)](session, message)
