"""The time limits of a session that lives, and the sessions that broke before they lived for long. Pure."""

from kiosk.lifecycle.states import Phase, State
from kiosk.vocabulary import EndReason

_BROKEN_SESSION = frozenset(
    {
        EndReason.SESSION_CRASHED,
        EndReason.SESSION_HUNG,
        EndReason.PROTOCOL_ERROR,
        EndReason.RENDERER_DEAD,
        EndReason.HOLD_LOST,
    }
)


def passed(state: State) -> EndReason | None:
    """The reason to end the session now, because a limit of its phase has passed; None: there is none."""
    if state.phase is Phase.PREPARING:
        return EndReason.SESSION_HUNG if state.now - state.since >= state.limits.prepare else None
    if state.phase is Phase.READY:
        return _unused(state)
    if state.phase is Phase.AWAY and _card_missing(state):
        return EndReason.CARD_REMOVED
    return _used(state) if state.phase in (Phase.SERVING, Phase.AWAY) else None


def _unused(state: State) -> EndReason | None:
    if state.now - state.alive_at >= state.limits.alive:
        return EndReason.SESSION_HUNG
    return EndReason.RECYCLED if state.now - state.since >= state.limits.recycle else None


def _card_missing(state: State) -> bool:
    limit = state.limits.verdict if state.returned else state.limits.grace
    return state.now - state.away_at >= limit


def _used(state: State) -> EndReason | None:
    if state.now - state.alive_at >= state.limits.alive:
        return EndReason.SESSION_HUNG
    if state.now - state.begun_at >= state.limits.absolute:
        return EndReason.ABSOLUTE_LIMIT
    return EndReason.IDLE if state.now - state.idle_since >= _idle(state) else None


def _idle(state: State) -> float:
    if state.waiting:
        return state.limits.waiting
    shown = state.told.result is not None or state.told.failure is not None
    return max(state.limits.idle, state.limits.completion) if shown else state.limits.idle


def failed_in_a_row(state: State, reason: EndReason) -> int:
    """Unused sessions that broke in a row, this one included, so that broken starts do not repeat for ever."""
    steady = state.phase is Phase.READY and state.now - state.since >= state.limits.steady
    return 0 if steady or state.begun else state.failed_starts + (reason in _BROKEN_SESSION)
