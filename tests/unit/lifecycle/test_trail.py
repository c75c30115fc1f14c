"""The audit lines of transitions: one for each event that happened, and no other."""

import pytest

from kiosk.failures import FailureName
from kiosk.lifecycle import trail, transitions
from kiosk.lifecycle.states import (
    CardJudged,
    EndWanted,
    Event,
    Phase,
    Refused,
    SessionBegun,
    SessionReady,
    StaffUnlocked,
    State,
    WipeFinished,
)
from kiosk.vocabulary import CardVerdict, EndReason, ReaderState
from tests.support.lifecycle_play import S, at, later, seen

P, R = Phase, ReaderState
MIXUP, PORTAL = EndReason.SUSPECTED_MIXUP, "portal_unreachable"


ROWS: list[tuple[State, Event, list[str]]] = [
    (at(P.PREPARING), SessionReady(S), ["session_prepared"]),
    (at(P.PREPARING, reader=R.CARD), SessionReady(S), ["session_prepared", "session_begun"]),
    (at(P.READY), SessionBegun(S), ["session_begun"]),
    (at(P.READY), seen(R.CARD), ["reader_state card", "card_placed", "session_begun"]),
    (at(P.SERVING), seen(R.CARD), ["reader_state card", "card_placed"]),
    (at(P.SERVING, reader=R.CARD), seen(R.EMPTY), ["reader_state empty", "card_away"]),
    (at(P.SERVING, reader=R.CARD), seen(R.CARD), ["card_away"]),
    (at(P.AWAY), seen(R.CARD), ["reader_state card"]),
    (at(P.AWAY, reader=R.CARD, returned=True, due=1), CardJudged(S, CardVerdict.SAME), ["card_back"]),
    (at(P.SERVING), EndWanted(EndReason.NEXT_CUSTOMER), ["session_ended next_customer"]),
    (at(P.SERVING, reader=R.CARD), seen(R.NO_READER), ["reader_state no_reader", "session_ended reader_lost"]),
    (at(P.WIPING), WipeFinished(S), []),
    (at(P.WIPING, reader=R.CARD), WipeFinished(S), ["card_left"]),
    (at(P.WIPING), WipeFinished(S, FailureName.WIPE_CARD), ["out_of_service wipe_card"]),
    (at(P.WIPING), later(10), ["out_of_service wipe_timeout"]),
    (at(P.WIPING, reader=R.NO_READER), WipeFinished(S), ["unavailable reader_missing"]),
    (at(P.TAKE_CARD, reader=R.CARD), seen(R.EMPTY), ["reader_state empty", "card_taken"]),
    (at(P.TAKE_CARD, reader=R.CARD, reason=MIXUP), seen(R.EMPTY), ["reader_state empty", "card_taken"]),
    (at(P.TAKE_CARD, reason=MIXUP), seen(R.CARD), ["reader_state card", "card_left"]),
    (at(P.TAKE_CARD, reason=MIXUP), later(8), []),
    (at(P.UNAVAILABLE, failure=PORTAL), seen(R.NO_READER), ["reader_state no_reader", "unavailable reader_missing"]),
    (at(P.SERVING), Refused(FailureName.AUDIT_UNWRITABLE), ["session_ended terminal_failed"]),
    (at(P.SERVING), EndWanted(EndReason.STAFF_ABORT), ["session_ended staff_abort"]),
    (at(P.SERVING), EndWanted(EndReason.DISPLAY_CHANGED), ["session_ended display_changed"]),
    (
        at(P.OUT_OF_SERVICE, failure=FailureName.WIPE_CARD),
        Refused(FailureName.AUDIT_UNWRITABLE),
        ["out_of_service audit_unwritable"],
    ),
    (at(P.OUT_OF_SERVICE, failure=FailureName.WIPE_CARD), Refused(FailureName.WIPE_CARD), []),
    (at(P.OUT_OF_SERVICE, failure=FailureName.WIPE_CARD), StaffUnlocked(), ["staff_unlock"]),
    (at(P.READY), StaffUnlocked(), []),
    (at(P.READY), seen(R.EMPTY), []),
]  # fmt: skip


@pytest.mark.parametrize(("state", "event", "expected"), ROWS)
def test_lines(state: State, event: Event, expected: list[str]) -> None:
    new, _ = transitions.step(state, event)
    written = [" ".join([code, *map(str, fields.values())]) for code, fields in trail.lines(state, event, new)]
    assert written == expected
