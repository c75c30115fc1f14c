"""The supervisor's lifecycle as a pure function: no Qt, no clock, no I/O (docs/lifecycle.md).

``step`` decides the next state. What to do and what to write down is derived from (old state, event, new state) in
``kiosk.lifecycle.effects`` and ``kiosk.lifecycle.trail``, so that no branch can forget to cover the screen, to wipe,
or to leave a line.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from kiosk.failures import FailureName
from kiosk.lifecycle import calls, closings, deadlines, notices, verdicts
from kiosk.lifecycle.effects import Effect, derive, waits_for_card
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import (
    BROKEN_READER,
    PORTAL_AWAY,
    ActivitySeen,
    CallAnswered,
    CallEvent,
    CardCleared,
    CardJudged,
    CheckChanged,
    CloseWanted,
    CurtainEvent,
    EndWanted,
    Event,
    NoticeSeen,
    OpenWanted,
    Phase,
    PortalSeen,
    ReaderSeen,
    Refused,
    ReportUnread,
    RunEvent,
    SessionAlive,
    SessionBegun,
    SessionEvent,
    SessionOver,
    SessionReady,
    SessionTold,
    StaffEvent,
    StaffUnlocked,
    State,
    TerminalEvent,
    Tick,
    WipeFinished,
)
from kiosk.told import NOTHING
from kiosk.vocabulary import EndReason, ReaderState

LIVE = frozenset({Phase.PREPARING, Phase.READY, Phase.SERVING, Phase.AWAY})


def step(state: State, event: Event) -> tuple[State, tuple[Effect, ...]]:
    """The next state and its effects. Accepts any event in any state; late events of an old session change nothing."""
    new = state if _is_late(state, event) else _next(state, event)
    return new, derive(state, event, new)


def _is_late(state: State, event: Event) -> bool:
    if isinstance(event, WipeFinished):
        return event.session != state.wiping
    return isinstance(event, SessionEvent) and event.session != state.session


def _next(state: State, event: Event) -> State:
    if isinstance(event, CallEvent):
        return calls.on_event(state, event)
    if isinstance(event, CurtainEvent):
        return _on_curtain(state, event)
    if isinstance(event, ReportUnread):
        return calls.on_unread(state)
    return _of_run(state, event) if isinstance(event, RunEvent) else _of_terminal(state, event)


def _of_run(state: State, event: RunEvent) -> State:
    match event:
        case SessionReady():
            new = _on_ready(state)
        case SessionBegun():
            new = _begin(state)
        case SessionAlive():
            new = replace(state, alive_at=state.now)
        case ActivitySeen():
            new = _on_activity(state, event)
        case CheckChanged():
            new = _on_check(state, event)
        case CardJudged():
            new = _on_card_judged(state, event)
        case SessionTold() | SessionOver():
            new = _on_told(state, event)
        case _:
            assert_never(event)
    return new


def _of_terminal(state: State, event: TerminalEvent) -> State:
    match event:
        case Tick():
            new = _on_tick(state, event)
        case ReaderSeen():
            new = _on_reader(state, event)
        case EndWanted():
            new = _end(state, event.reason)
        case WipeFinished():
            new = _on_wipe_finished(state, event)
        case CardCleared() | PortalSeen():
            new = _on_probe(state, event)
        case Refused():
            new = _on_refused(state, event)
        case StaffUnlocked() | CallAnswered() | CloseWanted() | OpenWanted():
            new = _of_staff(state, event)
        case _:
            assert_never(event)
    return new


def _of_staff(state: State, event: StaffEvent) -> State:
    match event:
        case StaffUnlocked():
            return _on_unlocked(state)
        case CallAnswered():
            return _on_curtain(calls.on_answered(state), NoticeSeen())  # they have seen what the curtain tells them
        case CloseWanted():
            return _end(closings.on_close(state, event), EndReason.STAFF_ABORT)
        case OpenWanted():
            return (_start if state.phase is Phase.CLOSED else closings.opened)(closings.opened(state))
        case _:
            assert_never(event)


def _on_told(state: State, event: SessionTold | SessionOver) -> State:
    if isinstance(event, SessionOver):
        return _end(state, event.reason)
    return replace(state, told=event.told) if state.phase in LIVE else state


def _enter(state: State, phase: Phase) -> State:
    return replace(state, phase=phase, since=state.now)


def _end(state: State, reason: EndReason) -> State:
    """Any end reason in a live state leads to the wipe; elsewhere there is nothing left to end."""
    if state.phase not in LIVE:
        return state
    failed = deadlines.failed_in_a_row(state, reason)
    ended = calls.at_end(_enter(state, Phase.WIPING), reason)
    return replace(ended, reason=reason, wiping=state.session, failed_starts=failed)


def _out_of_service(state: State, failure: FailureName) -> State:
    """Only the staff code leads out of this phase, and then staff know of the broken sessions (``_on_unlocked``).

    One exception: a card that kept its power leads out too, as soon as that is gone. Either way a start wipes again.
    """
    return replace(calls.card_taken(_enter(state, Phase.OUT_OF_SERVICE)), failure=failure)


def _start(state: State) -> State:
    """Begin with a wipe. The start has a number of its own, so that no earlier wipe is taken for its wipe.

    A wipe that ran out of time may still be running: the wipe of this start waits for its end (``_on_wipe_finished``).
    """
    session = state.session + 1
    wiping = session if state.wiping is None else state.wiping
    start = _enter(state, Phase.STARTING)
    return replace(start, session=session, wiping=wiping, reason=None, told=NOTHING, failure=None, begun=False)


def _prepare(state: State) -> State:
    """A new session: only after a verified wipe with the reader seen empty (docs/architecture.md, invariant 3)."""
    return replace(
        _enter(state, Phase.PREPARING),
        session=state.session + 1,
        reason=None,
        told=NOTHING,
        failure=None,
        begun=False,
        checking=False,
        returned=False,
        bound=False,
        refused=False,
        alive_at=state.now,
    )


def _after_wipe(state: State) -> State:
    """The phase after a verified wipe: words that must be read come first, then the reader decides, then the portal."""
    words = replace(_enter(state, Phase.TAKE_CARD), looks=0, confirmed=False, read=False)
    kind = notices.stay(state.reason, state.told)
    if kind in (Stay.READ, Stay.STAFF) and notices.keeps(words):
        return words
    if state.reader in BROKEN_READER and not state.closing:
        return _unavailable(state, BROKEN_READER[state.reader])
    if state.reason is EndReason.PORTAL_FAILED and state.reader is ReaderState.EMPTY and not state.closing:
        return _unavailable(state, FailureName.PORTAL_UNREACHABLE)
    if state.reader is ReaderState.CARD or notices.keeps(words) or calls.holds(state):
        return words
    return closings.closed(state) if closings.holds(state) else _prepare(state)


def _unavailable(state: State, failure: FailureName) -> State:
    return replace(calls.card_taken(_enter(state, Phase.UNAVAILABLE)), failure=failure)


def _on_tick(state: State, event: Tick) -> State:
    now = max(event.now, state.now)
    state = replace(state, now=now, since=min(state.since, now))
    if reason := deadlines.passed(state):
        return _end(state, reason)
    overdue = _OVERDUE.get(state.phase)
    return overdue(state) if overdue else state


def _overdue_wiping(state: State) -> State:
    late = state.now - state.since >= state.limits.wipe
    return _out_of_service(state, FailureName.WIPE_TIMEOUT) if late else state


def _overdue_take_card(state: State) -> State:
    """A card that lies there keeps the terminal, and so do words that must stay and a call that staff must answer."""
    if notices.keeps(state):
        return replace(state, quiet_since=state.now)
    if state.reader is not ReaderState.CARD and not calls.holds(state):
        return _leave_take_card(state)
    return calls.card_left(state)


def _leave_take_card(state: State) -> State:
    """Nothing is told any more; a portal that failed is still the reason to wait for it."""
    failed = EndReason.PORTAL_FAILED if state.reason is EndReason.PORTAL_FAILED else None
    return _after_wipe(replace(state, reason=failed, told=NOTHING))


def _on_curtain(state: State, event: CurtainEvent) -> State:
    new = notices.pressed(state, event) if state.phase is Phase.TAKE_CARD else state
    return _overdue_take_card(new) if new is not state else state


def _on_reader(state: State, event: ReaderSeen) -> State:
    if (state.reader, state.insertion) == (event.state, event.insertion):
        return state  # only the list of readers changed
    swapped = state.reader is ReaderState.CARD is event.state
    went = state.reader is ReaderState.CARD
    state = replace(state, reader=event.state, insertion=event.insertion)
    if event.state in BROKEN_READER:
        return _reader_broken(state)
    if event.state is ReaderState.EMPTY:
        return _card_gone(state, went)
    return _card_there(state, swapped)


def _reader_broken(state: State) -> State:
    if state.phase in LIVE:
        return _end(state, EndReason.READER_LOST)
    if state.phase is Phase.TAKE_CARD:
        return _overdue_take_card(calls.card_taken(state))
    if state.phase is Phase.UNAVAILABLE:
        return _unavailable(state, BROKEN_READER[state.reader])
    return state


def _card_gone(state: State, went: bool) -> State:
    if state.phase is Phase.SERVING:
        return _card_away(state) if went and not state.refused else state
    if state.phase is Phase.AWAY:
        return replace(state, returned=False, away_at=state.since)
    if state.phase is Phase.TAKE_CARD:
        return _overdue_take_card(calls.card_taken(state))
    return _reader_healed(state)


def _card_away(state: State) -> State:
    if state.checking or state.limits.grace <= 0:
        return _end(state, EndReason.CARD_REMOVED)
    return replace(_enter(state, Phase.AWAY), away_at=state.now, returned=False, due=0)


def _card_there(state: State, swapped: bool) -> State:
    if state.phase is Phase.READY:
        return _begin(state)
    if state.phase is Phase.AWAY:
        return _card_back(state)
    if state.phase is Phase.SERVING and state.refused:
        return replace(state, refused=False)  # another card: nothing was said about it yet
    if swapped and state.phase is Phase.SERVING:
        # The card was taken and put back between two readings: only the insertion counter shows it.
        away = _card_away(state)
        return _card_back(away) if away.phase is Phase.AWAY else away
    return _reader_healed(state)


def _card_back(state: State) -> State:
    """A card is on the reader again. The grace period counts from the first time that the card went away."""
    if state.now - state.since >= state.limits.grace:
        return _end(state, EndReason.CARD_REMOVED)
    return replace(state, returned=True, due=state.due + 1, away_at=state.now)


def _reader_healed(state: State) -> State:
    if state.phase is Phase.UNAVAILABLE and state.failure in BROKEN_READER.values():
        return _start(state)
    return state


def _begin(state: State) -> State:
    if state.phase is not Phase.READY:
        return state
    serving = calls.begun(_enter(state, Phase.SERVING))
    return replace(serving, begun=True, begun_at=state.now, idle_since=state.now, failed_starts=0)


def _on_ready(state: State) -> State:
    if state.phase is not Phase.PREPARING:
        return _end(state, EndReason.PROTOCOL_ERROR)
    ready = replace(_enter(state, Phase.READY), alive_at=state.now)
    return _begin(ready) if state.reader is ReaderState.CARD else ready


def _on_activity(state: State, event: ActivitySeen) -> State:
    # Counted on this process's clock: no session can put its last input into the future.
    return replace(state, idle_since=max(state.idle_since, state.now - max(event.idle, 0.0)))


def _on_check(state: State, event: CheckChanged) -> State:
    if event.running and state.phase is Phase.AWAY:
        return _end(state, EndReason.CARD_REMOVED)
    return replace(state, checking=event.running)


def _on_card_judged(state: State, event: CardJudged) -> State:
    judged = verdicts.judge(state, event.verdict)
    if isinstance(judged, EndReason):
        return _end(state, judged)
    return _card_away(judged) if verdicts.is_gone(state, judged) else judged


def _on_wipe_finished(state: State, event: WipeFinished) -> State:
    state = replace(state, wiping=None)
    if state.phase not in (Phase.STARTING, Phase.WIPING):
        return state
    if event.session != state.session:
        # An earlier wipe has ended: the wipe of this start begins.
        return replace(_enter(state, state.phase), wiping=state.session)
    # What was kept is for staff; a card that kept its power, the wipe's failure, leads out without them.
    if failure := state.failure or event.failure:
        return _out_of_service(state, failure)
    if state.failed_starts >= state.limits.failed_starts:
        return _out_of_service(state, FailureName.SESSIONS_FAIL)
    return _after_wipe(state)


def _on_probe(state: State, event: CardCleared | PortalSeen) -> State:
    if isinstance(event, CardCleared):
        return _start(state) if waits_for_card(state) else state
    if state.phase is not Phase.UNAVAILABLE or state.failure not in PORTAL_AWAY:
        return state
    if event.up:
        return _start(state)
    # Said once: one line in the audit file, whatever the probe finds next.
    return replace(state, failure=event.failure) if state.failure == FailureName.PORTAL_UNREACHABLE else state


def _on_refused(state: State, event: Refused) -> State:
    if state.phase in LIVE:
        # The session is wiped first; after that the failure kept here leads out of service.
        return replace(_end(state, EndReason.TERMINAL_FAILED), failure=event.failure)
    return _out_of_service(state, event.failure)


def _on_unlocked(state: State) -> State:
    if state.phase is not Phase.OUT_OF_SERVICE:
        return state
    return replace(calls.on_answered(_start(state)), failed_starts=0)


_OVERDUE: dict[Phase, Callable[[State], State]] = {
    Phase.STARTING: _overdue_wiping,
    Phase.WIPING: _overdue_wiping,
    Phase.TAKE_CARD: _overdue_take_card,
}
