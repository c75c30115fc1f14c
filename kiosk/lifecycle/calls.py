"""When the terminal calls its staff, and when the call is over. Pure.

A person's call ends when they go back to their procedure or staff come; a card that was left calls until it is taken;
a suspected mix-up calls until staff come, and until then nobody else is served. A report that the city has not read
calls while nobody is there.
"""

from dataclasses import replace

from kiosk.lifecycle.states import CallEvent, Phase, StaffCalled, State
from kiosk.vocabulary import Call, EndReason, ReaderState

#: Calls of a person in front of the terminal: they end with the session.
OF_PERSON = frozenset({Call.PERSON, Call.PIN_BLOCKED})
_WITH_PERSON = frozenset({Phase.READY, Phase.SERVING, Phase.AWAY})


def on_event(state: State, event: CallEvent) -> State:
    """A person waits for staff from now on, with more time than without; or does not any more."""
    if not isinstance(event, StaffCalled):
        return _without(replace(state, waiting=False), OF_PERSON)
    return replace(state, call=event.call, waiting=True) if state.phase in _WITH_PERSON else state


def on_unread(state: State) -> State:
    """Call because of a report, while nobody is served and nothing else calls."""
    return replace(state, call=Call.REPORT) if state.call is None and state.phase is Phase.READY else state


def begun(state: State) -> State:
    """Somebody is served: the call because of a report waits until they are gone."""
    return _without(state, frozenset({Call.REPORT}))


def on_answered(state: State) -> State:
    """Staff are there. A card that is left lying after that calls again in a while."""
    return replace(state, call=None, quiet_since=state.now)


def at_end(state: State, reason: EndReason) -> State:
    """The session ends: nobody waits in front of it any more, but a suspected mix-up calls."""
    call = Call.MIXUP if reason is EndReason.SUSPECTED_MIXUP else None
    return replace(state, call=call, waiting=False)


def card_left(state: State) -> State:
    """Call because of the card on the reader when its owner did not take it."""
    there = state.phase is Phase.TAKE_CARD and state.reader is ReaderState.CARD
    since = max(state.since, state.quiet_since)
    left = there and state.call is None and state.now - since >= state.limits.forgotten
    return replace(state, call=Call.CARD_LEFT) if left else state


def card_taken(state: State) -> State:
    """The card that was left is gone, or cannot be seen any more."""
    return _without(state, frozenset({Call.CARD_LEFT}))


def holds(state: State) -> bool:
    """Whether nobody may be served before staff came."""
    return state.call is Call.MIXUP


def _without(state: State, calls: frozenset[Call]) -> State:
    return replace(state, call=None) if state.call in calls else state
