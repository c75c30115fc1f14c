"""Checks of the audit lines of one step, with its actions as a second source: no line is forgotten or made up."""

from collections.abc import Iterable
from functools import cache

import resources
from kiosk.procedures.load import TRAINING_ORIGIN, load_procedure
from kiosk.protocol.messages import known_event
from kiosk.supervisor import session_events
from ui.flow import events as ev, trail
from ui.flow.events import Act, Event, Overlay, Purpose, Stage
from ui.flow.state import Flow

PROCEDURES = {
    "points": load_procedure(resources.path("procedures", "training", "points.toml"), TRAINING_ORIGIN),
}
CHECKS = (Purpose.PORTAL_CHECK, Purpose.GATE_CHECK)
#: Action -> the audit line that must come with it.
WRITTEN = {
    Act.LOAD_PAGE: "procedure_chosen",
    Act.LOAD_AGAIN: "portal_retried",
    Act.SPEAK: "language",
    Act.EXTENDED: "idle_extended",
    Act.EXTEND_ASKED: "extend_asked",
    Act.OPEN_GATE: "check_passed",
    Act.LOGGED_IN: "login_done",
}
#: Event -> the audit line that is written for it in every state.
ALWAYS_WRITTEN: dict[type, str] = {
    ev.PinWrong: "pin_wrong",
    ev.CommitBlocked: "commit_blocked",
    ev.CommitPassed: "commit_passed",
    ev.CommitUnchecked: "commit_unchecked",
    ev.CommitWithdrawn: "commit_withdrawn",
    ev.RequestRefused: "request_refused",
    ev.KeyboardMissing: "touch_keyboard_missing",
    ev.LoggedOut: "portal_logout",
    ev.QuitPressed: "end_asked",
}


def requested(event: Event) -> Purpose | None:
    """The purpose of the signature that is requested by this event, if any."""
    if isinstance(event, ev.CommitBlocked):
        return Purpose.GATE_CHECK
    return event.purpose if isinstance(event, ev.Asked) else None


def check_trail(old: Flow, event: Event, new: Flow, acts: tuple[Act, ...]) -> None:
    """No branch forgets its audit line, and none writes one that is not declared."""
    codes = written(trail.lines(old, event, new, PROCEDURES))
    assert len(codes) == len(set(codes))
    for act, code in WRITTEN.items():
        assert (act in acts) == (code in codes)
    assert ("check_started" in codes) == (new.checking and not old.checking)
    assert ("idle_warning" in codes) == (new.overlay is Overlay.IDLE_WARNING is not old.overlay)
    assert ("limit_warning" in codes) == (new.limit_announced and not old.limit_announced)
    assert ("suspected_mixup" in codes) == (isinstance(event, ev.PageSeen) and event.mixup and old.has_page)
    refused = isinstance(event, ev.PageSeen) and event.refusal is not None and not event.mixup and old.has_page
    assert ("portal_refused" in codes) == refused
    for kind, code in ALWAYS_WRITTEN.items():
        assert (code in codes) == isinstance(event, kind)
    check_grace(old, event, new, acts, codes)
    check_calls(old, new, codes)
    assert ("problem_shown" in codes) == (new.stage is Stage.PROBLEM is not old.stage)
    if new.result is not old.result:
        assert "result" in codes


def check_calls(old: Flow, new: Flow, codes: list[str]) -> None:
    """The supervisor, which has only the lines, knows whether somebody waits: then the time without input is longer."""
    if new.stage is not Stage.OVER:
        waits = bool(old.called)
        for code in codes:
            waits = {"staff_called": True, "call_ended": False}.get(code, waits)
        assert waits == bool(new.called)


def check_grace(old: Flow, event: Event, new: Flow, acts: tuple[Act, ...], codes: list[str]) -> None:
    """The supervisor, which has only the lines, knows whether a check is running: then a card has no grace time."""
    if isinstance(event, ev.CommitPassed | ev.PageSeen):
        return  # the commit that follows a check; its result
    running = old.checking
    for code in codes:
        running = session_events.CHECKS.get(code, running)
    assert running == (new.checking or Act.OPEN_GATE in acts)
    if Act.CLOSE_CHECK in acts and requested(event) in CHECKS and not old.checking:
        assert "check_failed" in codes


def written(lines: Iterable[trail.Line]) -> list[str]:
    """The codes of these lines, each of which may be written by a session."""
    found = []
    for code, fields in lines:
        assert is_declared(code, tuple(fields.items()))
        found.append(code)
    return found


@cache
def is_declared(code: str, fields: tuple[tuple[str, str | int | bool], ...]) -> bool:
    return known_event(code, dict(fields))
