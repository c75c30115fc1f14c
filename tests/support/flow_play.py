"""Plays events against the flow, and the states on the way that the unit tests of the flow begin from."""

from ui.flow.events import (
    Act,
    Asked,
    CardPlaced,
    CardRead,
    Chosen,
    CommitBlocked,
    Event,
    PinComplete,
    Prepared,
    Purpose,
    Signed,
    Started,
    TriesKnown,
)
from ui.flow.state import Flow
from ui.flow.step import step


def play(*events: Event, start: Flow | None = None) -> tuple[Flow, list[Act]]:
    """The state after these events, and all actions."""
    flow = start or Flow()
    done: list[Act] = []
    for event in events:
        flow, acts = step(flow, event)
        done += acts
    return flow, done


LOGIN = Asked(Purpose.LOGIN)
#: The questions; the page has asked for the login as soon as a procedure was chosen.
CHOOSE = play(Started())[0]
PREPARE = play(Chosen("points"), LOGIN, start=CHOOSE)[0]
PLACE = play(Prepared(renewed=False), start=PREPARE)[0]
#: A card lies there and is read; the pad with all tries, and the question before the last one.
READING = play(CardPlaced(there=True), start=PLACE)[0]
PAD = play(CardRead(3), start=READING)[0]
LAST = play(CardRead(1), start=READING)[0]
#: The login's PIN is at the card; logged in; the pad of a check that the kiosk itself asks for.
SIGNING = play(PinComplete(), start=PAD)[0]
IN = play(Signed(), start=SIGNING)[0]
CHECKING = play(CommitBlocked(), TriesKnown(3), start=IN)[0]
