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
    ReportUnread,
    SessionBegun,
    SessionOver,
    SessionReady,
    StaffCalled,
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


def test_an_unread_report_calls_while_nobody_is_served() -> None:
    calling = after(at(Phase.READY), ReportUnread())
    assert calling.call is Call.REPORT
    assert after(calling, ReportUnread()) == calling
    assert after(calling, CallAnswered()).call is None


@pytest.mark.parametrize("phase", [phase for phase in Phase if phase is not Phase.READY])
def test_it_waits_until_then(phase: Phase) -> None:
    assert after(at(phase), ReportUnread()).call is None


def test_it_is_quiet_as_soon_as_somebody_begins_and_calls_again_after_them() -> None:
    serving = after(at(Phase.READY), ReportUnread(), SessionBegun(S))
    assert (serving.phase, serving.call) == (Phase.SERVING, None)
    assert after(serving, ReportUnread()).call is None
    ended = after(serving, SessionOver(S, EndReason.GIVE_UP), WipeFinished(S), SessionReady(S + 1), ReportUnread())
    assert (ended.phase, ended.call) == (Phase.READY, Call.REPORT)


def test_it_takes_nobody_elses_call() -> None:
    waiting = after(at(Phase.READY), StaffCalled(S, Call.PERSON))
    assert after(waiting, ReportUnread()).call is Call.PERSON
