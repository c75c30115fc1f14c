"""When a card that was left calls staff, and until when."""

import pytest

from kiosk.lifecycle.states import (
    CallAnswered,
    CloseWanted,
    Event,
    LookedLonger,
    NoticeRead,
    Phase,
    ReaderSeen,
    SessionOver,
    State,
    WipeFinished,
)
from kiosk.told import NOTHING, Told
from kiosk.vocabulary import Call, Closing, EndReason, ReaderState, ResultKind
from tests.support.lifecycle_play import S, after, at, later
from tests.unit.lifecycle.test_transitions import LOST

DONE = Told("points", ResultKind.DONE)


def left_card(reason: EndReason, told: Told = NOTHING) -> State:
    """The session ended, its wipe was verified, and the card was not taken."""
    serving = at(Phase.SERVING, reader=ReaderState.CARD, told=told)
    return after(serving, SessionOver(S, reason), WipeFinished(S))


def ticks(until: float) -> list[Event]:
    """One in every tenth of a second, from the end of the session."""
    return [later(tenth / 10) for tenth in range(round(until * 10) + 1)]


@pytest.mark.parametrize(
    ("reason", "told", "seconds"),
    [
        (EndReason.NEXT_CUSTOMER, NOTHING, 30),
        (EndReason.CARD_CHANGED, NOTHING, 38),
        (EndReason.FINISHED, DONE, 90),
    ],
)
def test_it_calls_half_a_minute_after_the_words_about_the_end(reason: EndReason, told: Told, seconds: int) -> None:
    alone = left_card(reason, told)
    assert after(alone, *ticks(seconds - 0.2)).call is None
    assert after(alone, *ticks(seconds + 0.1)).call is Call.CARD_LEFT


def test_who_has_read_the_words_has_half_a_minute_to_take_the_card() -> None:
    read = after(left_card(EndReason.FINISHED, DONE), *ticks(40), NoticeRead())
    assert read.call is None, "pressed just now"
    assert after(read, later(69.9)).call is None
    assert after(read, later(70)).call is Call.CARD_LEFT


def test_it_calls_again_half_a_minute_after_staff_came() -> None:
    answered = after(left_card(EndReason.NEXT_CUSTOMER), *ticks(40), CallAnswered())
    assert answered.call is None
    assert after(answered, later(69.9)).call is None
    assert after(answered, later(70)).call is Call.CARD_LEFT


@pytest.mark.parametrize("more", [(), (LookedLonger(),), (CloseWanted(Closing.DAY),)])
@pytest.mark.parametrize("gone", [ReaderSeen(ReaderState.EMPTY, 9), LOST])
def test_nobody_is_called_for_a_card_that_cannot_be_seen_any_more(more: tuple[Event, ...], gone: ReaderSeen) -> None:
    calling = after(left_card(EndReason.FINISHED, DONE), *ticks(91), *more)
    assert calling.call is Call.CARD_LEFT
    assert after(calling, gone).call is None
