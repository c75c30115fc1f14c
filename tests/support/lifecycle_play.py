"""Plays events against the lifecycle, and the states that its unit tests begin from."""

from kiosk.lifecycle import transitions
from kiosk.lifecycle.states import Event, Phase, ReaderSeen, State, Tick
from kiosk.vocabulary import ReaderState

#: The present time in seconds, and the number of the session.
NOW, S = 5000.0, 7


def at(phase: Phase, **changes: object) -> State:
    """A terminal that entered this phase now, with an empty reader and nothing overdue."""
    times = dict.fromkeys(("now", "since", "alive_at", "idle_since", "begun_at", "away_at"), NOW)
    wiping = S if phase in (Phase.STARTING, Phase.WIPING) else None
    known = {"session": S, "reader": ReaderState.EMPTY, "insertion": 7, "wiping": wiping, **times, **changes}
    return State(phase=phase, **known)  # type: ignore[arg-type]


def after(state: State, *events: Event) -> State:
    """The state after these events."""
    for event in events:
        state, _ = transitions.step(state, event)
    return state


def seen(reader: ReaderState) -> ReaderSeen:
    """The reader in this state after another insertion."""
    return ReaderSeen(reader, 8)


def later(seconds: float) -> Tick:
    """The time this long after now."""
    return Tick(NOW + seconds)
