"""The audit lines of a step, derived from (old flow, event, new flow), so that no branch can forget one. Pure."""

from collections.abc import Mapping
from typing import assert_never

from kiosk.procedures.model import Procedure
from ui.flow.events import (
    Asked,
    Chosen,
    CommitBlocked,
    CommitEvent,
    CommitPassed,
    CommitUnchecked,
    CommitWithdrawn,
    Event,
    Extended,
    KeyboardMissing,
    LanguageChosen,
    LoggedOut,
    Overlay,
    PageSeen,
    PinWrong,
    Purpose,
    QuitPressed,
    RequestRefused,
    Retried,
    Signed,
    Stage,
)
from ui.flow.state import Flow

Line = tuple[str, dict[str, str | int | bool]]


def lines(old: Flow, event: Event, new: Flow, procedures: Mapping[str, Procedure]) -> list[Line]:
    """The audit lines for this step (codes: resources/audit_events.toml). ``procedures`` by their id."""
    found = _always(event)
    if old.stage is Stage.OVER:
        return found
    if isinstance(event, LanguageChosen):
        found.append(("language", {"language": event.language}))
    if isinstance(event, Chosen) and new.procedure != old.procedure:
        chosen = procedures[new.procedure]
        found.append(("procedure_chosen", {"procedure": chosen.id, "version": chosen.version}))
    if isinstance(event, Retried) and new.retries > old.retries:
        found.append(("portal_retried", {}))
    if isinstance(event, PageSeen) and old.has_page:
        found += _page_lines(event, new)
    if new.stage is Stage.PROBLEM is not old.stage:
        found.append(("problem_shown", {"failure": new.failure or ""}))
    return found + _time_lines(old, event, new) + _call_lines(old, new) + _check_lines(old, event, new)


def _always(event: Event) -> list[Line]:
    """The line of an event that is written whatever the flow does with it, after the end as well."""
    if isinstance(event, CommitEvent):
        return [_commit_line(event)]
    found: Line | None = None
    match event:
        case PinWrong():
            found = "pin_wrong", {"tries_left": event.tries}
        case LoggedOut():
            found = "portal_logout", {"done": event.done}
        case QuitPressed():
            found = "end_asked", {}
        case RequestRefused():
            found = "request_refused", {"kind": event.kind}
        case KeyboardMissing():
            found = "touch_keyboard_missing", {}
    return [found] if found else []


def _commit_line(event: CommitEvent) -> Line:
    match event:
        case CommitBlocked():
            return "commit_blocked", {}
        case CommitPassed():
            return "commit_passed", {}
        case CommitUnchecked():
            return "commit_unchecked", {}
        case CommitWithdrawn():
            return "commit_withdrawn", {}
        case _:
            assert_never(event)


def _page_lines(event: PageSeen, new: Flow) -> list[Line]:
    found: list[Line] = []
    if event.number is not None:
        found.append(("step", {"number": event.number}))
    if event.mixup:
        found.append(("suspected_mixup", {"procedure": new.procedure}))
    elif event.refusal:
        found.append(("portal_refused", {"procedure": new.procedure, "failure": str(event.refusal)}))
    elif event.result:
        found.append(("result", {"kind": str(event.result)}))
    return found


def _time_lines(old: Flow, event: Event, new: Flow) -> list[Line]:
    found: list[Line] = []
    if new.overlay is Overlay.IDLE_WARNING is not old.overlay:
        found.append(("idle_warning", {}))
    if new.limit_announced and not old.limit_announced:
        found.append(("limit_warning", {}))
    if isinstance(event, Extended) and old.overlay is Overlay.IDLE_WARNING is not new.overlay:
        found.append(("extend_asked" if new.extend else "idle_extended", {}))
    if new.extend and not old.extend and old.overlay is Overlay.STAFF_CALLED:
        found.append(("extend_asked", {}))
    extended = bool(old.extend) and not new.extend and new.stage not in (Stage.PROBLEM, Stage.OVER)
    if isinstance(event, Signed) and extended:
        found.append(("idle_extended", {}))
    return found


def _call_lines(old: Flow, new: Flow) -> list[Line]:
    """The supervisor calls staff by the first, and stops by the second; after the end it stops by itself."""
    if new.called and new.called is not old.called:
        return [("staff_called", {"call": str(new.called)})]
    return [("call_ended", {})] if old.called and not new.called and new.stage is not Stage.OVER else []


def _check_lines(old: Flow, event: Event, new: Flow) -> list[Line]:
    """The lines of the login and of checks. By the latter the supervisor knows when a card has no grace time."""
    if isinstance(event, Signed) and new.logins > old.logins:
        return [("login_done", {})]
    if new.checking:
        return [] if old.checking else [("check_started", {})]
    if old.checking:
        return [("check_passed" if isinstance(event, Signed) else "check_failed", {})]
    return [("check_failed", {})] if _requests_check(event) else []


def _requests_check(event: Event) -> bool:
    return isinstance(event, CommitBlocked) or (isinstance(event, Asked) and event.purpose is Purpose.PORTAL_CHECK)
