"""From a session's messages to the lifecycle's events, and the audit lines that have a consequence."""

from collections.abc import Callable
from typing import Any

from kiosk.lifecycle import states
from kiosk.protocol.messages import Activity, Alive, Begun, Card, Ready, Up

#: The session ends soon: the spare process for the next one may begin its imports.
END_NEAR = frozenset({"end_asked", "idle_warning", "result"})
#: A page is loaded: each of its steps, and the login.
WITH_PAGE = frozenset({"step", "login_done"})
#: Whether an identity check or a commit is running after this line.
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
