"""No sequence of events breaks the lifecycle: exhaustively over small numbers, and at random beyond them.

States that no future event can tell apart count as one, so that "all sequences" really are all; what a sequence must
have kept in mind is in the ``Witness``.
"""

from collections import deque
from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings, strategies as st

from kiosk.audit_events import check_event
from kiosk.failures import FailureName
from kiosk.lifecycle import states, trail
from kiosk.lifecycle.effects import SHOWN, CallStaff, Effect, HideCurtain, Launch, ShowCurtain, TellReader, Wipe
from kiosk.lifecycle.states import Event, Phase, ReaderSeen, Refused, StaffUnlocked, State, Tick, WipeFinished
from kiosk.lifecycle.transitions import LIVE, step
from kiosk.vocabulary import Call, CardVerdict, EndReason, ReaderState
from tests.documents import lifecycle_diagram
from tests.rules.sources import ROOT

DOCUMENT = ROOT / "docs" / "lifecycle.md"
WRITTEN = {Phase.WIPING: "session_ended", Phase.OUT_OF_SERVICE: "out_of_service", Phase.UNAVAILABLE: "unavailable"}
#: The line that a phase begins with.
CODE_OF = {Phase.READY: "session_prepared", Phase.AWAY: "card_away", **WRITTEN}


@dataclass(frozen=True)
class Witness:
    """The terminal's state as an observer infers it from events and effects only."""

    covered: bool = True
    wiping: int | None = 0
    wiped: int | None = None
    clean: bool = False
    emptied: bool = False
    serving: int | None = None
    #: Cards placed while the customer's card is away, without a verdict yet.
    unjudged: int = 0
    #: The session said that it has read a card.
    owner: bool = False

    def told(self, event: Event) -> "Witness":
        """Take in an event."""
        if isinstance(event, ReaderSeen):
            return replace(self, emptied=event.state is ReaderState.EMPTY)
        if isinstance(event, WipeFinished) and event.session == self.wiping:
            return replace(self, wiping=None, clean=not event.failure)
        if isinstance(event, states.CardJudged) and event.session == self.serving:
            return self.judged(event.verdict)
        return self

    def judged(self, verdict: CardVerdict) -> "Witness":
        """Take in a verdict: on a card that was put back, or on one that was read."""
        if verdict in (CardVerdict.BOUND, CardVerdict.REFUSED):
            return replace(self, owner=self.owner or verdict is CardVerdict.BOUND)
        return replace(self, unjudged=max(0, self.unjudged - 1))

    def saw(self, effect: Effect) -> "Witness":
        """Take in an effect; asserts that it is allowed."""
        if isinstance(effect, ShowCurtain):
            return replace(self, covered=True)
        if isinstance(effect, Wipe):
            assert self.covered, "the page is covered before anything is wiped"
            assert effect.session != self.wiped, "no wipe can be taken for the one before"
            assert self.wiping in (None, effect.session), "never two wipes beside each other"
            return replace(
                self, wiping=effect.session, wiped=effect.session, clean=False, serving=None, unjudged=0, owner=False
            )
        if isinstance(effect, Launch):
            assert self.covered
            assert self.serving is None, "at most one session"
            assert self.clean, "no session before the wipe before it was verified"
            assert self.emptied, "no session before the reader was seen empty"
            return replace(self, clean=False, serving=effect.session)
        if isinstance(effect, HideCurtain):
            assert self.serving is not None
            assert not self.unjudged, "every card that came was judged"
            return replace(self, covered=False)
        return self


def look_on(witness: Witness, old: State, event: Event) -> tuple[State, Witness]:
    """One step, with all invariants checked."""
    new, effects = step(old, event)
    witness = witness.told(event)
    if new.phase is Phase.AWAY and any(isinstance(effect, TellReader) for effect in effects):
        witness = replace(witness, unjudged=witness.unjudged + (new.reader is ReaderState.CARD))
    for effect in effects:
        witness = witness.saw(effect)
    check_shown(witness, new, effects)
    if witness.owner and new.phase is Phase.SERVING:
        assert new.reader is ReaderState.CARD or old.reader is not ReaderState.CARD, "nobody's page without their card"
    check_end(old, event, new, effects)
    check_times(old, event, new)
    if new.phase is not old.phase:
        check_ways(old, event, new)
    check_calls(old, new, effects)
    check_closing(old, event, new)
    check_trail(old, event, new)
    return new, witness


def check_shown(witness: Witness, new: State, effects: tuple[Effect, ...]) -> None:
    """The session's window is seen in READY and SERVING, and covered in all other phases."""
    assert witness.covered == (new.phase not in SHOWN)
    assert not any(isinstance(effect, HideCurtain) for effect in effects) or new.phase in SHOWN


def check_end(old: State, event: Event, new: State, effects: tuple[Effect, ...]) -> None:
    """A live session is wiped once, by its own number; besides sessions only starts are wiped."""
    wipes = [effect for effect in effects if isinstance(effect, Wipe)]
    ended = old.phase in LIVE and new.phase not in LIVE
    if ended:
        assert new.phase is Phase.WIPING
        assert wipes == [Wipe(old.session, new.reason)]
    else:
        assert wipes == [Wipe(new.session, None)] * starts_wiping(old, event, new)
    if new.phase in (Phase.STARTING, Phase.WIPING):
        assert new.wiping is not None, "nobody waits for a wipe that never began"
    assert new.phase not in LIVE or new.wiping is None
    if old.phase in LIVE and isinstance(event, states.CardJudged) and event.session == old.session:
        ends = event.verdict in (CardVerdict.OTHER, CardVerdict.UNUSABLE)
        ends = ends or (event.verdict is CardVerdict.REFUSED and old.bound)
        assert ended or not ends
    late = old.wiping if isinstance(event, WipeFinished) else old.session
    if getattr(event, "session", late) != late:
        assert (new, effects) == (old, ()), "late events of an old session change nothing"


def starts_wiping(old: State, event: Event, new: State) -> bool:
    """A start wipes at once, or as soon as a wipe that ran out of time has ended."""
    if new.phase is not Phase.STARTING:
        return False
    over = isinstance(event, WipeFinished) and event.session == old.wiping
    return over if old.phase is Phase.STARTING else old.wiping is None


def check_times(old: State, event: Event, new: State) -> None:
    """Only ticks move time; no session can report a time in the future or outlast its absolute limit."""
    assert new.now == (max(old.now, event.now) if isinstance(event, Tick) else old.now)
    assert new.idle_since <= new.now
    if old.phase in (Phase.SERVING, Phase.AWAY) and new.phase in LIVE:
        assert new.begun_at == old.begun_at
        assert new.idle_since == old.idle_since or isinstance(event, states.ActivitySeen)
    if isinstance(event, Tick) and new.phase in (Phase.SERVING, Phase.AWAY):
        assert new.now - new.begun_at < new.limits.absolute
        shown = max(new.limits.idle, new.limits.completion) if _tells(new) else new.limits.idle
        assert new.now - new.idle_since < (new.limits.waiting if new.waiting else shown)
    if isinstance(event, Tick) and new.phase is Phase.AWAY:
        assert new.now - new.since < new.limits.grace + new.limits.verdict
    if isinstance(event, Tick) and new.phase in (Phase.WIPING, Phase.STARTING):
        assert new.now - new.since < new.limits.wipe


def _tells(state: State) -> bool:
    return bool(state.told.result or state.told.failure)


def check_ways(old: State, event: Event, new: State) -> None:
    """The transitions that only certain events may cause."""
    if old.phase is Phase.OUT_OF_SERVICE:
        cleared = isinstance(event, states.CardCleared) and old.failure == FailureName.WIPE_CARD
        assert cleared or isinstance(event, StaffUnlocked)
        assert new.phase is Phase.STARTING
    if new.phase is Phase.AWAY:
        assert not old.checking, "no grace while an identity check or a commit runs"
        late = old.refused and event == states.CardJudged(old.session, CardVerdict.BOUND)
        assert late or old.reader is ReaderState.CARD, "only a card that was there can go away"
    if old.phase is Phase.AWAY and new.phase is Phase.SERVING:
        assert isinstance(event, states.CardJudged)
        assert event.verdict in (CardVerdict.SAME, CardVerdict.REFUSED)
        assert new.reader is ReaderState.CARD or (new.refused and not new.bound)
    if new.phase is Phase.SERVING and old.phase is not Phase.AWAY:
        assert old.phase in (Phase.READY, Phase.PREPARING)
    if new.phase is Phase.PREPARING:
        assert new.session == old.session + 1
        assert new.reader is ReaderState.EMPTY
        assert old.phase in (Phase.STARTING, Phase.WIPING, Phase.TAKE_CARD)
        assert new.call is not Call.MIXUP, "staff came before anybody else was served"
    if isinstance(event, Refused):
        assert new.phase in (Phase.WIPING, Phase.OUT_OF_SERVICE)


def check_calls(old: State, new: State, effects: tuple[Effect, ...]) -> None:
    """Staff hear of every call and of its end; a session's calls end with it."""
    told = [effect.call for effect in effects if isinstance(effect, CallStaff)]
    assert told == ([new.call] if new.call is not old.call else [])
    assert new.call in (None, Call.MIXUP, Call.CARD_LEFT) or new.phase in LIVE
    assert new.call is not Call.REPORT or new.phase is Phase.READY, "nobody is served meanwhile"
    assert new.call is not Call.CARD_LEFT or (new.phase, new.reader) == (Phase.TAKE_CARD, ReaderState.CARD)
    assert not new.waiting or new.phase in LIVE


def check_closing(old: State, event: Event, new: State) -> None:
    """Staff alone close and open; what is closed serves nobody, also after a wipe or a start."""
    if new.closing is not old.closing:
        assert isinstance(event, states.CloseWanted | states.OpenWanted)
    if new.phase is Phase.PREPARING is not old.phase:
        assert new.closing is None
    if old.phase is Phase.CLOSED is not new.phase:
        assert isinstance(event, states.OpenWanted | Refused)
    assert new.phase is not Phase.CLOSED or new.closing is not None


def check_trail(old: State, event: Event, new: State) -> None:
    """Every audit line is declared, and none is missing."""
    lines = trail.lines(old, event, new)
    for code, fields in lines:
        assert _writable(code, tuple(fields.items()))
    codes = [code for code, _ in lines]
    if new.phase is not old.phase:
        assert CODE_OF.get(new.phase, "") in ("", *codes)
        began = new.phase is Phase.SERVING
        nobody_came_back = old.phase is Phase.AWAY and new.reader is not ReaderState.CARD
        assert (began and not nobody_came_back) == ("session_begun" in codes or "card_back" in codes)
    assert ("out_of_service" in codes) <= (new.phase is Phase.OUT_OF_SERVICE)


_CHECKED: set[tuple[str, tuple[tuple[str, object], ...]]] = set()


def _writable(code: str, fields: tuple[tuple[str, str | int | bool], ...]) -> bool:
    if (code, fields) not in _CHECKED:
        check_event(code, dict(fields), "supervisor")
        _CHECKED.add((code, fields))
    return True


def alphabet(state: State) -> tuple[Event, ...]:
    """One event of every kind, and all late events of an old session or an old wipe."""
    old = state.session - 1
    return (
        *lifecycle_diagram.lifecycle_events(state),
        states.SessionReady(old),
        states.SessionOver(old, EndReason.FINISHED),
        states.CardJudged(old, CardVerdict.SAME),
        states.CardJudged(old, CardVerdict.OTHER),
        states.CheckChanged(old, running=False),
        WipeFinished(old),
        WipeFinished(state.session),
        Tick(state.now - 1),
        states.SessionOver(state.session, EndReason.SUSPECTED_MIXUP),
    )


def _key(state: State, witness: Witness, of: Callable[[State], Hashable]) -> Hashable:
    numbers = tuple(_from(state, number) for number in (witness.wiping, witness.wiped, witness.serving))
    return of(state), numbers, witness.covered, witness.clean, witness.emptied, min(witness.unjudged, 2), witness.owner


def _from(state: State, session: int | None) -> int | None:
    # A wipe that is still awaited counts as one old wipe, however old it is.
    return None if session is None else max(session - state.session, -2)


Said = Callable[[State], Event]
#: How a customer begins, so that walks need not spend themselves on the way there.
OPENING: tuple[Said, ...] = (
    lambda _: ReaderSeen(ReaderState.EMPTY, 1),
    lambda state: WipeFinished(state.session),
    lambda state: states.SessionReady(state.session),
    lambda state: ReaderSeen(ReaderState.CARD, 2),
)


def walk_one(said: Iterable[Said], start: State) -> tuple[State, Witness]:
    """One sequence of events."""
    state, witness = start, Witness()
    for event in said:
        state, witness = look_on(witness, state, event(state))
    return state, witness


def walk_all(depth: int | None, of: Callable[[State], Hashable], opening: tuple[Said, ...] = ()) -> int:
    """Every event after every sequence of less than ``depth`` (None: of any length). Returns the number of steps."""
    state, witness = walk_one(opening, State(limits=lifecycle_diagram.SMALL, since=0.0))
    seen, waiting, count = {_key(state, witness, of)}, deque([(state, witness, 1)]), 0
    while waiting:
        state, witness, steps = waiting.popleft()
        for event in alphabet(state):
            new, knows = look_on(witness, state, event)
            count += 1
            found = _key(new, knows, of)
            if found not in seen and steps != depth:
                seen.add(found)
                waiting.append((new, knows, steps + 1))
    return count


@pytest.mark.parametrize(
    ("opening", "depth", "least"),
    [
        pytest.param((), 5, 55_000, id="from the start"),
        pytest.param(OPENING, 4, 55_000, id="with a customer"),
        pytest.param(OPENING, 5, 280_000, id="with a customer, longer", marks=pytest.mark.slow),
    ],
)
@pytest.mark.slow
def test_every_short_sequence_of_events(opening: tuple[Said, ...], depth: int, least: int) -> None:
    assert walk_all(depth, lifecycle_diagram.lifecycle_key, opening) > least


@pytest.mark.slow
@pytest.mark.timeout(400)
def test_every_sequence_of_events_of_any_length(request: pytest.FixtureRequest) -> None:
    if settings().max_examples < 100 and "slow" not in request.config.option.markexpr:
        pytest.skip("about a minute: run.py test, or pytest -m slow")
    assert walk_all(8, lifecycle_diagram.lifecycle_key) > 2_400_000
    assert walk_all(None, lifecycle_diagram.lifecycle_drawn_key) > 250_000


SECONDS = st.floats(0, 4000) | st.sampled_from([0.1, 1.0, 2.9, 3.0, 5.0, 10.0, 122.0, 1800.0])
#: This session's number, an older one's, or one that never was.
NUMBER = st.sampled_from((0, 0, 0, -1, 1))
#: Anything that can be said, by anybody.
SAID: st.SearchStrategy[Said] = st.one_of(
    st.integers(0, len(alphabet(State())) - 1).map(lambda number: lambda state: alphabet(state)[number]),
    SECONDS.map(lambda seconds: lambda state: Tick(state.now + seconds)),
    st.builds(ReaderSeen, st.sampled_from(ReaderState), st.integers(0, 3)).map(lambda event: lambda _: event),
    st.builds(states.EndWanted, st.sampled_from(EndReason)).map(lambda event: lambda _: event),
    st.tuples(NUMBER, st.floats()).map(lambda of: lambda state: states.ActivitySeen(state.session + of[0], of[1])),
    st.tuples(NUMBER, st.sampled_from(EndReason)).map(
        lambda of: lambda state: states.SessionOver(state.session + of[0], of[1])
    ),
    st.tuples(NUMBER, st.sampled_from(CardVerdict)).map(
        lambda of: lambda state: states.CardJudged(state.session + of[0], of[1])
    ),
    st.tuples(NUMBER, st.sampled_from((None, FailureName.WIPE_CARD, FailureName.WIPE_PROCESSES))).map(
        lambda of: lambda state: WipeFinished(state.session + of[0], of[1])
    ),
)


@given(st.sampled_from(((), OPENING)), st.lists(SAID, min_size=10, max_size=60))
def test_long_walks_with_real_limits(opening: tuple[Said, ...], said: list[Said]) -> None:
    walk_one((*opening, *said), State(now=123_456.0))


#: How one session goes: seconds at the attract screen (None: never got there), whether somebody used it, why it ends.
LIVES = st.tuples(
    st.none() | st.sampled_from([0.0, 1.0, 59.0, 60.0, 3000.0]), st.booleans(), st.sampled_from(EndReason)
)
BROKEN = (
    EndReason.SESSION_CRASHED,
    EndReason.SESSION_HUNG,
    EndReason.PROTOCOL_ERROR,
    EndReason.RENDERER_DEAD,
    EndReason.HOLD_LOST,
)


@given(st.lists(LIVES, max_size=12))
def test_no_terminal_starts_sessions_for_ever_that_break_before_anybody_uses_them(
    lives: list[tuple[float | None, bool, EndReason]],
) -> None:
    """Counted independently: three in a row, each within its first minute."""
    state, row = walk_one(OPENING[:2], State(now=123_456.0, limits=states.Limits(alive=9999.0, reading=8.0)))[0], 0
    for stood, used, reason in lives:
        row = 0 if (used and stood is not None) or (stood or 0) >= 60 else row + (reason in BROKEN)
        state = _live(state, stood, used, reason)
        assert (state.phase is Phase.OUT_OF_SERVICE) == (row == 3)
        if row == 3:
            assert state.failure == FailureName.SESSIONS_FAIL
            break


def _live(state: State, stood: float | None, used: bool, reason: EndReason) -> State:
    """One session from PREPARING to the phase after its wipe."""
    said: list[Said] = [] if stood is None else [lambda now: states.SessionReady(now.session)]
    said += [lambda now: Tick(now.now + (stood or 0))]
    said += [lambda now: states.SessionBegun(now.session)] * used
    said += [lambda now: states.SessionOver(now.session, reason), lambda now: WipeFinished(now.session)]
    said += [lambda now: states.PortalSeen(True), lambda now: WipeFinished(now.session)]
    said += [lambda _: states.CallAnswered(), lambda _: states.NoticeSeen(), lambda now: Tick(now.now + 8)]
    for event in said:
        state, _ = step(state, event(state))
    return state


@pytest.mark.slow
@pytest.mark.parametrize("phase", Phase)
@pytest.mark.parametrize("reader", ReaderState)
def test_every_event_in_every_state_that_can_be_written_down(phase: Phase, reader: ReaderState) -> None:
    for reason in (None, *EndReason):
        state = State(phase=phase, reader=reader, reason=reason, session=3, since=0.0)
        for event in alphabet(state):
            new, _ = step(state, event)
            check_trail(state, event, new)


@pytest.mark.slow
def test_the_document_is_up_to_date() -> None:
    assert DOCUMENT.read_text(encoding="utf-8") == lifecycle_diagram.lifecycle_document(), "run: python3 run.py docs"
