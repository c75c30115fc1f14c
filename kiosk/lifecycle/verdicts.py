"""What the session's verdict on a card changes: whose the session is, and whether the curtain may go. Pure."""

from dataclasses import replace

from kiosk.lifecycle.states import Phase, State
from kiosk.vocabulary import CardVerdict, EndReason, ReaderState

_ENDS = {CardVerdict.OTHER: EndReason.CARD_CHANGED, CardVerdict.UNUSABLE: EndReason.CARD_UNUSABLE}


def judge(state: State, verdict: CardVerdict) -> State | EndReason:
    """The next state, or the reason for which the session ends.

    A session that belongs to a card cannot refuse one any more. One that belongs to none may: another kind of card, or
    one that could not be read, may then be taken away and another one placed.
    """
    if verdict in _ENDS:
        return _ENDS[verdict]
    if verdict is CardVerdict.REFUSED:
        return EndReason.PROTOCOL_ERROR if state.bound else _settled(replace(state, refused=True))
    if verdict is CardVerdict.BOUND:
        return replace(state, bound=True, refused=False)
    if state.phase is not Phase.AWAY or not state.due:
        return state
    return _settled(replace(state, due=state.due - 1))


def is_gone(old: State, new: State) -> bool:
    """Whether the card that the session belongs to from now on was taken while a removal meant nothing."""
    bound = new.bound and old.refused
    return bound and new.phase is Phase.SERVING and new.reader is not ReaderState.CARD


def _settled(state: State) -> State:
    """Back to the session: the card is there again, or the session belongs to none.

    While verdicts are due, the last one was about an earlier card and not about the card that is there now; nor was
    that one refused then.
    """
    if state.phase is not Phase.AWAY or state.due or not (state.returned or state.refused):
        return state
    refused = state.refused and not state.returned
    return replace(state, phase=Phase.SERVING, since=state.now, returned=False, refused=refused)
