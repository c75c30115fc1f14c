"""From a session's messages to the lifecycle's events, and the audit lines that have a consequence."""

from typing import assert_never

from kiosk.lifecycle.states import (
    ActivitySeen,
    CallEnded,
    CardJudged,
    CheckChanged,
    SessionAlive,
    SessionBegun,
    SessionEvent,
    SessionReady,
    SessionTold,
    StaffCalled,
)
from kiosk.protocol.messages import Activity, Alive, AuditReport, Begun, Card, Ready, Summary
from kiosk.vocabulary import Call

#: The session ends soon: the spare process for the next one may begin its imports.
END_NEAR = frozenset({"end_asked", "idle_warning", "result"})
#: A page is loaded: each of its steps, and the login.
WITH_PAGE = frozenset({"step", "login_done"})
#: Whether an identity check or a commit is running after this line.
CHECKS = {"check_started": True, "check_passed": True, "commit_passed": True, "check_failed": False, "result": False}
#: The messages that are an event of the lifecycle as they are.
LifecycleMessage = Ready | Alive | Begun | Activity | Card | Summary


def consequence(session: int, report: AuditReport) -> SessionEvent | None:
    """The lifecycle's event that follows from this audit line, if any."""
    if report.code in CHECKS:
        return CheckChanged(session, CHECKS[report.code])
    if report.code == "staff_called":
        return StaffCalled(session, Call(str(report.fields["call"])))
    return CallEnded(session) if report.code == "call_ended" else None


def as_event(session: int, message: LifecycleMessage) -> SessionEvent:
    """The lifecycle's event of this message. Raises AssertionError for a message that is none."""
    match message:
        case Ready():
            event: SessionEvent = SessionReady(session)
        case Alive():
            event = SessionAlive(session)
        case Begun():
            event = SessionBegun(session)
        case Activity():
            event = ActivitySeen(session, message.idle_ms / 1000)
        case Summary():
            event = SessionTold(session, message.told)
        case Card():
            event = CardJudged(session, message.verdict)
        case _:
            assert_never(message)
    return event
