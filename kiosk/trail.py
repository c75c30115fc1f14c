"""The audit lines of a transition, derived from (old state, event, new state): no branch can forget one. Pure."""

from kiosk.states import Event, Phase, ReaderSeen, StaffUnlocked, State
from kiosk.vocabulary import ReaderState

Line = tuple[str, dict[str, str | int | bool]]


def lines(old: State, event: Event, new: State) -> list[Line]:
    """The audit lines for this transition (codes: resources/audit_events.toml)."""
    found: list[Line] = []
    if isinstance(event, ReaderSeen) and event.state is not old.reader:
        found.append(("reader_state", {"state": str(event.state)}))
    if isinstance(event, StaffUnlocked) and old.phase is Phase.OUT_OF_SERVICE:
        found.append(("staff_unlock", {}))
    if new.phase is not old.phase:
        found += _phase_lines(old, new)
    return found


def _phase_lines(old: State, new: State) -> list[Line]:
    entered: dict[Phase, Line] = {
        Phase.READY: ("session_prepared", {}),
        Phase.SERVING: ("card_back", {}) if old.phase is Phase.AWAY else ("session_begun", {}),
        Phase.AWAY: ("card_away", {}),
        Phase.WIPING: ("session_ended", {"reason": str(new.reason)}),
        Phase.UNAVAILABLE: ("unavailable", {"failure": new.failure}),
        Phase.OUT_OF_SERVICE: ("out_of_service", {"failure": new.failure}),
    }
    found = [entered[new.phase]] if new.phase in entered else []
    if new.phase is Phase.TAKE_CARD and new.reader is ReaderState.CARD:
        found.append(("card_left", {}))
    if old.phase is Phase.TAKE_CARD and new.reader is ReaderState.EMPTY:
        found.append(("card_taken", {}))
    return found
