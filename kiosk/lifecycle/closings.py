"""Closing the terminal by hand: a pause, or the end of the day. It stays closed until staff open it. Pure."""

from dataclasses import replace

from kiosk.lifecycle import calls
from kiosk.lifecycle.states import CloseWanted, Phase, State
from kiosk.told import NOTHING
from kiosk.vocabulary import ReaderState


def on_close(state: State, event: CloseWanted) -> State:
    """Close as soon as nobody is served, the wipe is verified and the reader is empty; at once where nobody can be."""
    wanted = replace(state, closing=event.closing, until=event.until)
    return closed(wanted) if state.phase in (Phase.UNAVAILABLE, Phase.CLOSED) else wanted


def holds(state: State) -> bool:
    """Whether the terminal is to stay closed instead of being made ready for the next person."""
    return state.closing is not None and state.reader is not ReaderState.CARD


def closed(state: State) -> State:
    """The closed terminal: no session, and nothing that has to be explained."""
    return replace(
        calls.card_taken(state), phase=Phase.CLOSED, since=state.now, reason=None, told=NOTHING, failure=None
    )


def opened(state: State) -> State:
    """Staff open the terminal again, or take back that it closes."""
    return replace(state, closing=None, until="")
