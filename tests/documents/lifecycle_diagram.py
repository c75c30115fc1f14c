"""Explores a pure state machine by its ``step`` and draws it, so that the diagrams show exactly what the code does.

Makes ``docs/lifecycle.md``; ``tests.documents.flow_diagram`` makes ``docs/flow.md`` with the same functions.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import product
from typing import Generic, TypeVar

from kiosk.failures import FailureName
from kiosk.lifecycle import states, transitions
from kiosk.lifecycle.effects import SHOWN, Effect
from kiosk.lifecycle.states import Event, Limits, Phase, State
from kiosk.lifecycle.transitions import LIVE
from kiosk.told import Told
from kiosk.vocabulary import Call, CardVerdict, Closing, EndReason, ReaderState, ResultKind

S = TypeVar("S")
E = TypeVar("E")
A = TypeVar("A")


@dataclass(frozen=True)
class Move(Generic[S, E, A]):
    """One step of a state machine."""

    old: S
    event: E
    new: S
    acts: tuple[A, ...]


def explore(
    start: S,
    events: Callable[[S], Iterable[E]],
    step: Callable[[S, E], tuple[S, tuple[A, ...]]],
    key: Callable[[S], Hashable],
    depth: int | None = None,
) -> Iterator[Move[S, E, A]]:
    """Every event in every reachable state (within ``depth`` steps); states with the same key count as one."""
    seen, waiting = {key(start)}, deque([(start, 0)])
    while waiting:
        state, steps = waiting.popleft()
        if depth is not None and steps >= depth:
            continue
        for event in events(state):
            new, acts = step(state, event)
            yield Move(state, event, new, acts)
            if (found := key(new)) not in seen:
                seen.add(found)
                waiting.append((new, steps + 1))


#: (From, to) -> sorted labels of the events that lead there.
Edges = Mapping[tuple[str, str], list[str]]


def edges(moves: Iterable[tuple[str, str, str]]) -> Edges:
    """Collect the labels of all moves (from, to, label) by their ends; moves within one state are left out."""
    found: dict[tuple[str, str], list[str]] = defaultdict(list)
    for old, new, label in moves:
        if old != new and label not in found[old, new]:
            found[old, new].append(label)
    return {pair: sorted(labels) for pair, labels in sorted(found.items()) if labels}


def mermaid(found: Edges, order: Iterable[str], start: str) -> str:
    """A Mermaid state diagram."""
    names = list(order)
    pairs = (pair for pair in product(names, names) if pair in found)
    lines = (f"    {old} --> {new}: {', '.join(found[old, new])}" for old, new in pairs)
    return "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {start}", *lines, "```", ""])


# --- the lifecycle ----------------------------------------------------------------------------------------------------

DONE = Told("points", ResultKind.DONE)
#: Small whole numbers, so that every order of deadlines occurs within few steps.
SMALL = Limits(
    grace=1,
    verdict=1,
    idle=2,
    completion=3,
    absolute=3,
    alive=2,
    prepare=2,
    wipe=2,
    recycle=3,
    notice=1,
    reading=1,
    looks=1,
    failed_starts=2,
    steady=2,
    waiting=3,
    forgotten=2,
)
_TIMES = ("since", "alive_at", "idle_since", "begun_at", "away_at", "quiet_since")
_FARTHEST = 3


def lifecycle_events(state: State) -> tuple[Event, ...]:
    """The events to explore: one of each kind, with the numbers of the present session."""
    session = state.session
    wiping = session if state.wiping is None else state.wiping
    return (
        states.Tick(state.now + 1),
        states.ReaderSeen(ReaderState.EMPTY, state.insertion + 1),
        states.ReaderSeen(ReaderState.CARD, state.insertion + 1),
        states.ReaderSeen(ReaderState.NO_SERVICE),
        states.SessionReady(session),
        states.SessionBegun(session),
        states.SessionAlive(session),
        states.ActivitySeen(session, 0.0),
        states.CheckChanged(session, True),
        states.CheckChanged(session, False),
        *(states.CardJudged(session, verdict) for verdict in CardVerdict),
        states.SessionTold(session, DONE),
        states.SessionOver(session, EndReason.FINISHED),
        states.SessionOver(session, EndReason.SESSION_CRASHED),
        states.SessionOver(session, EndReason.PORTAL_FAILED),
        states.EndWanted(EndReason.NEXT_CUSTOMER),
        states.WipeFinished(wiping),
        states.WipeFinished(wiping, FailureName.WIPE_CARD),
        states.CardCleared(),
        states.PortalSeen(True),
        states.Refused(FailureName.AUDIT_UNWRITABLE),
        states.StaffUnlocked(),
        states.StaffCalled(session, Call.PERSON),
        states.CallEnded(session),
        states.CallAnswered(),
        states.ReportUnread(),
        states.LookedLonger(),
        states.NoticeRead(),
        states.NoticeSeen(),
        states.CloseWanted(Closing.DAY),
        states.OpenWanted(),
    )


def lifecycle_key(state: State) -> Hashable:
    """The part of the state that decides about the future: ages instead of times, no numbers of sessions and cards."""
    marks = (state.reason, state.checking, state.begun, state.bound, state.refused, state.call, state.waiting)
    return (*_words_of(state), *marks, *_notice_of(state), min(state.due, 2), *(_age(state, name) for name in _TIMES))


def _notice_of(state: State) -> tuple[Hashable, ...]:
    """What decides about words on the curtain; what was pressed counts only while they are shown."""
    pressed = (state.looks, state.confirmed, state.read) if state.phase is Phase.TAKE_CARD else ()
    return (state.told, *pressed)


def lifecycle_drawn_key(state: State) -> Hashable:
    """Like ``lifecycle_key``, but only with the values that the phase still uses: enough for the diagram."""
    reason = state.reason if state.phase in (Phase.WIPING, Phase.TAKE_CARD) else None
    ages = (_age(state, name) for name in _USED_TIMES.get(state.phase, ("since",)))
    return (
        *_words_of(state),
        reason,
        state.checking and state.phase in LIVE,
        state.phase in LIVE and (state.bound, state.refused),
        *_notice_of(state),
        *ages,
    )


def _words_of(state: State) -> tuple[Hashable, ...]:
    wiping = None if state.wiping is None else state.wiping == state.session
    return (state.phase, state.closing, state.reader, state.returned, state.failed_starts, state.failure, wiping)


def _age(state: State, name: str) -> float:
    began: float = getattr(state, name)
    return min(state.now - began, _FARTHEST)


_USED_TIMES: dict[Phase, tuple[str, ...]] = {
    Phase.READY: ("since", "alive_at"),
    Phase.SERVING: ("alive_at", "idle_since", "begun_at"),
    Phase.AWAY: _TIMES,
}
_WORDS: dict[type, str] = {
    states.SessionReady: "session ready",
    states.SessionBegun: "touch or key",
    states.WipeFinished: "wipe verified",
    states.PortalSeen: "portal answers",
    states.CardCleared: "card without power",
    states.StaffUnlocked: "staff code",
    states.CloseWanted: "closed by staff",
    states.OpenWanted: "opened by staff",
    states.Tick: "time",
    states.NoticeRead: "words read",
    states.NoticeSeen: "staff have seen it",
}


def _label(move: Move[State, Event, Effect]) -> str:
    """The reason of this move, in words for the diagram."""
    event, new = move.event, move.new
    if new.phase is Phase.WIPING:
        requested = isinstance(event, states.EndWanted | states.SessionOver)
        return "any end reason" if requested else str(new.reason)
    if new.phase in (Phase.OUT_OF_SERVICE, Phase.UNAVAILABLE):
        return _FAILURES.get(type(event), str(new.failure))
    if isinstance(event, states.ReaderSeen):
        return f"reader {event.state}"
    return "same card" if isinstance(event, states.CardJudged) else _WORDS[type(event)]


_FAILURES: dict[type, str] = {states.Refused: "refused", states.ReaderSeen: "reader lost"}
_SHOWN = {True: "the session's window", False: "curtain"}
_LIFECYCLE_HEAD = """# Lifecycle

Made from `kiosk/lifecycle/transitions.py` by `python3 run.py docs`, by exploring every event in every state; do not
edit by hand. What each word means: `kiosk/lifecycle/states.py`, `kiosk/lifecycle/effects.py`. `any end reason`: the
session, the hardware key, staff or the system ended it; the reasons that are named are found by the lifecycle itself.

"""


def lifecycle_document() -> str:
    """The text of ``docs/lifecycle.md``."""
    start = State(limits=SMALL, since=0.0)
    moves = list(explore(start, lifecycle_events, transitions.step, lifecycle_drawn_key))
    found = edges((move.old.phase, move.new.phase, _label(move)) for move in moves if move.old.phase != move.new.phase)
    return _LIFECYCLE_HEAD + mermaid(found, Phase, Phase.STARTING) + "\n" + _phase_table(found, moves)


def _phase_table(found: Edges, moves: Iterable[Move[State, Event, Effect]]) -> str:
    entered: dict[str, set[str]] = defaultdict(set)
    for move in moves:
        if move.new.phase is not move.old.phase:
            entered[move.new.phase] |= {type(act).__name__ for act in move.acts}
    head = "| phase | shown | effects when it begins | leaves to |\n|---|---|---|---|\n"
    return head + "".join(_phase_row(phase, sorted(entered[phase]), found) for phase in Phase)


def _phase_row(phase: Phase, effects: Iterable[str], found: Edges) -> str:
    ways = "; ".join(f"{', '.join(labels)} → `{new}`" for (old, new), labels in found.items() if old == phase)
    return f"| `{phase}` | {_SHOWN[phase in SHOWN]} | {', '.join(effects)} | {ways} |\n"
