"""The audit lines of a transition, derived from (old state, event, new state), so that none is forgotten. Pure."""

from kiosk.lifecycle.effects import calls, waits_for_card
from kiosk.lifecycle.states import (
    CallAnswered,
    CallEnded,
    CardCleared,
    Event,
    Phase,
    ReaderSeen,
    StaffUnlocked,
    State,
)
from kiosk.vocabulary import ReaderState

Line = tuple[str, dict[str, str | int | bool]]

_CUSTOMER = (Phase.READY, Phase.SERVING)
_FAILED = (Phase.UNAVAILABLE, Phase.OUT_OF_SERVICE)


def lines(old: State, event: Event, new: State) -> list[Line]:
    """The audit lines for this transition (codes: resources/audit_events.toml)."""
    found: list[Line] = []
    if isinstance(event, ReaderSeen) and event.state is not old.reader:
        found.append(("reader_state", {"state": str(event.state)}))
        found += _card_lines(old, new)
    if isinstance(event, StaffUnlocked) and old.phase is Phase.OUT_OF_SERVICE:
        found.append(("staff_unlock", {}))
    if isinstance(event, CardCleared) and waits_for_card(old):
        found.append(("card_cleared", {}))
    if (new.phase, new.failure) != (old.phase, old.failure):
        found += _phase_lines(old, new)
    if new.refused and not old.refused:
        found.append(("card_refused", {}))
    if calls(new) and not calls(old):
        found.append(("card_left", {}))
    if old.closing is not new.closing:
        closing = new.closing
        found.append(("terminal_closed", {"closing": str(closing)}) if closing else ("terminal_opened", {}))
    return found + _call_lines(old, event, new)


def _call_lines(old: State, event: Event, new: State) -> list[Line]:
    """A call rings, and who ended it: staff, the person, or what happened (the card was taken, the session ended)."""
    if old.call is new.call:
        return []
    if new.call is not None:
        return [("call_rings", {"call": str(new.call)})]
    by = "staff" if isinstance(event, CallAnswered | StaffUnlocked) else "event"
    return [("call_answered", {"by": "person" if isinstance(event, CallEnded) else by})]


def _card_lines(old: State, new: State) -> list[Line]:
    if new.reader is ReaderState.CARD and old.phase in _CUSTOMER and new.phase is Phase.SERVING:
        return [("card_placed", {})]
    return [("card_taken", {})] if calls(old) and new.reader is ReaderState.EMPTY else []


def _phase_lines(old: State, new: State) -> list[Line]:
    if new.phase is old.phase and new.phase not in _FAILED:
        return []
    entered: dict[Phase, Line] = {
        Phase.READY: ("session_prepared", {}),
        Phase.SERVING: ("card_back", {}) if old.phase is Phase.AWAY else ("session_begun", {}),
        Phase.AWAY: ("card_away", {}),
        Phase.WIPING: ("session_ended", {"reason": str(new.reason)}),
        Phase.UNAVAILABLE: ("unavailable", {"failure": new.failure or ""}),
        Phase.OUT_OF_SERVICE: ("out_of_service", {"failure": new.failure or ""}),
    }
    if new.phase is Phase.SERVING and old.phase is Phase.AWAY and new.reader is not ReaderState.CARD:
        return []  # no card came back: the session belongs to none
    found = [entered[new.phase]] if new.phase in entered else []
    if old.phase is Phase.PREPARING and new.phase is Phase.SERVING:
        found.insert(0, entered[Phase.READY])  # a card was on the reader already: ready and begun in one step
    return found
