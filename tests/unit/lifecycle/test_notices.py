"""Which words stay on the curtain after an end: for how long, and until whom, whether a card lies there or not."""

import pytest

from kiosk.failures import FailureName
from kiosk.lifecycle import notices
from kiosk.lifecycle.effects import Launch, ShowCurtain, Wipe
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import (
    CallAnswered,
    Event,
    LookedLonger,
    NoticeRead,
    NoticeSeen,
    Phase,
    ReaderSeen,
    SessionOver,
    SessionTold,
    State,
    WipeFinished,
)
from kiosk.lifecycle.transitions import step
from kiosk.procedures.model import REFUSALS
from kiosk.told import NOTHING, Told
from kiosk.vocabulary import EndReason, ReaderState, ResultKind
from tests.support.lifecycle_play import S, after, at, later

GONE, THERE = ReaderSeen(ReaderState.EMPTY, 9), ReaderSeen(ReaderState.CARD, 10)
BROKEN = ReaderSeen(ReaderState.NO_READER)
APPLIED = Told("points", failure=FailureName.APPLIED_BEFORE)
BLOCKED = Told("points", failure=FailureName.PIN_BLOCKED)
DONE = Told("points", ResultKind.DONE)


def wiped(reason: EndReason, told: Told = NOTHING, reader: ReaderState = ReaderState.CARD) -> State:
    """A session that told this ended for this reason, and its wipe was verified at once."""
    serving = at(Phase.SERVING, reader=reader, insertion=8)
    return after(serving, SessionTold(S, told), SessionOver(S, reason), WipeFinished(S))


def waits(state: State) -> bool:
    return state.phase is Phase.TAKE_CARD


@pytest.mark.parametrize(
    ("reason", "seen"),
    [
        (EndReason.PORTAL_REFUSED, NoticeSeen()),
        (EndReason.PORTAL_REFUSED, CallAnswered()),
        (EndReason.SUSPECTED_MIXUP, CallAnswered()),
    ],
)
def test_words_for_staff_stay_a_minute_and_until_staff_have_seen_them(reason: EndReason, seen: Event) -> None:
    ended = wiped(reason, APPLIED)
    assert waits(after(ended, GONE, later(3600))), "nobody came"
    assert waits(after(ended, GONE, later(10), seen, later(59.9))), "seen at once, a minute all the same"
    assert not waits(after(ended, GONE, later(10), seen, later(60)))
    assert not waits(after(ended, GONE, later(3600), seen))
    assert waits(after(ended, later(3600), seen)), "the card is still there"
    assert not waits(after(ended, later(3600), seen, GONE))


def test_a_suspected_mixup_is_answered_by_the_staff_code_alone() -> None:
    ended = after(wiped(EndReason.SUSPECTED_MIXUP), GONE)
    assert waits(after(ended, NoticeSeen(), NoticeRead(), later(3600)))


@pytest.mark.parametrize("event", [NoticeRead(), LookedLonger()])
def test_words_for_staff_are_neither_read_away_nor_looked_at_longer(event: Event) -> None:
    ended = after(wiped(EndReason.PORTAL_REFUSED, APPLIED), GONE)
    assert step(ended, event) == (ended, ())


def test_the_wipe_waits_for_nobody() -> None:
    told = after(at(Phase.SERVING, reader=ReaderState.CARD), SessionTold(S, APPLIED))
    _, effects = step(told, SessionOver(S, EndReason.PORTAL_REFUSED))
    assert Wipe(S, EndReason.PORTAL_REFUSED) in effects


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (EndReason.FINISHED, DONE),
        (EndReason.CARD_REMOVED, DONE),
        (EndReason.IDLE, Told("points", ResultKind.UNKNOWN)),
        (EndReason.GIVE_UP, Told("points")),
        (EndReason.GIVE_UP, Told("points", failure=FailureName.PIN_LAST_TRY)),
        (EndReason.CARD_UNUSABLE, BLOCKED),
        (EndReason.CARD_REMOVED, BLOCKED),
        (EndReason.COMMIT_UNCHECKED, NOTHING),
    ],
)
def test_a_person_has_a_minute_to_read_also_after_the_card_was_taken(reason: EndReason, told: Told) -> None:
    ended = wiped(reason, told)
    assert waits(after(ended, GONE, later(59.9)))
    assert not waits(after(ended, GONE, later(60)))
    assert not waits(after(ended, GONE, later(5), NoticeRead()))
    assert waits(after(ended, NoticeRead())), "the card is still there"
    assert not waits(after(ended, NoticeRead(), GONE))
    assert not waits(after(ended, later(3600), GONE))


def test_it_may_be_looked_at_longer_ten_times() -> None:
    state = after(wiped(EndReason.FINISHED, DONE), GONE)
    for minutes in range(1, 11):
        assert waits(after(state, later(60 * minutes - 1)))
        state = after(state, LookedLonger())
    assert step(state, LookedLonger()) == (state, ())
    assert waits(after(state, later(11 * 60 - 0.1)))
    assert not waits(after(state, later(11 * 60)))


@pytest.mark.parametrize(
    ("reason", "told"),
    [
        (EndReason.NEXT_CUSTOMER, DONE),
        (EndReason.GIVE_UP, NOTHING),
        (EndReason.IDLE, Told("points")),
        (EndReason.CARD_UNUSABLE, Told("points", failure=FailureName.CARD_NOT_MY_NUMBER)),
        (EndReason.STAFF_ABORT, BLOCKED),
        (EndReason.RECYCLED, NOTHING),
    ],
)
def test_nothing_is_told_where_nobody_reads_it(reason: EndReason, told: Told) -> None:
    assert wiped(reason, told, ReaderState.EMPTY).phase is Phase.PREPARING
    assert after(wiped(reason, told), GONE).phase is Phase.PREPARING


def test_a_reader_that_is_pulled_out_does_not_take_the_words_away() -> None:
    for reason, told in ((EndReason.PORTAL_REFUSED, APPLIED), (EndReason.FINISHED, DONE)):
        pulled = after(wiped(reason, told), BROKEN)
        assert waits(pulled)
        assert waits(wiped(reason, told, ReaderState.NO_READER))
        assert after(pulled, NoticeSeen(), NoticeRead(), later(60)).phase is Phase.UNAVAILABLE


def test_another_card_that_is_put_down_meanwhile_serves_nobody() -> None:
    ended = after(wiped(EndReason.PORTAL_REFUSED, APPLIED), GONE, THERE)
    assert waits(after(ended, later(61), NoticeSeen()))


def test_the_page_tells_how_long_and_is_shown_again_when_it_changes() -> None:
    ended = wiped(EndReason.FINISHED, DONE)
    _, effects = step(after(ended, later(10)), GONE)
    assert effects[0] == ShowCurtain(
        Phase.TAKE_CARD, reason=EndReason.FINISHED, told=DONE, stay=Stay.READ, left=50, may_look=True
    )
    _, effects = step(after(ended, GONE, later(10)), LookedLonger())
    assert [effect.left for effect in effects if isinstance(effect, ShowCurtain)] == [110]


def test_the_next_session_begins_with_nothing_told() -> None:
    state, effects = step(after(wiped(EndReason.FINISHED, DONE), GONE), NoticeRead())
    assert Launch(S + 1) in effects
    assert (state.told, state.reason) == (NOTHING, None)


def test_a_session_that_is_over_tells_nothing_more() -> None:
    ended = wiped(EndReason.CARD_UNUSABLE, BLOCKED)
    assert after(ended, SessionTold(S, DONE)).told == BLOCKED
    assert after(ended, SessionTold(S - 1, DONE)).told == BLOCKED


def test_every_refusal_of_a_portal_is_for_staff() -> None:
    assert {notices.stay(EndReason.PORTAL_REFUSED, Told("points", failure=name)) for name in REFUSALS} == {Stay.STAFF}
