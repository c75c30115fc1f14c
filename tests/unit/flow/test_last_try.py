"""The last try of a PIN: nothing but 「この番号でよい」 sends it, for the login, for a check and for going on."""

import pytest

from tests.support.flow_play import IN, PAD, READING, play
from ui.flow.events import (
    Act,
    CardRead,
    CommitBlocked,
    Consented,
    IdleWarned,
    Overlay,
    OverlayLeft,
    PinComplete,
    PinConfirmed,
    PinIdle,
    PinWrong,
    StaffPressed,
    Stage,
    TriesKnown,
    WaitedLong,
)
from ui.flow.state import Flow

AGREED = Consented(agreed=True)
LAST_LOGIN = play(CardRead(1), AGREED, start=READING)[0]
LAST_CHECK = play(CommitBlocked(), TriesKnown(1), AGREED, start=IN)[0]


@pytest.mark.parametrize("flow", [LAST_LOGIN, LAST_CHECK])
def test_the_fourth_digit_waits_and_only_the_word_sends(flow: Flow) -> None:
    assert play(PinComplete(), start=flow) == (flow, [])
    sent, done = play(PinComplete(), PinConfirmed(), start=flow)
    assert (sent.busy, done) == (True, [Act.SIGN])
    assert play(PinConfirmed(), start=sent)[1] == [Act.CLEAR_PIN], "once"


@pytest.mark.parametrize("flow", [LAST_LOGIN, LAST_CHECK])
@pytest.mark.parametrize("cover", [StaffPressed(), IdleWarned()])
def test_what_is_covered_cannot_be_sent(flow: Flow, cover: StaffPressed | IdleWarned) -> None:
    assert Act.SIGN not in play(PinComplete(), cover, PinConfirmed(), PinComplete(), start=flow)[1]


def test_digits_that_wait_are_overwritten_like_any_others() -> None:
    assert play(PinComplete(), PinIdle(), start=LAST_LOGIN)[1] == [Act.CLEAR_PIN]


def test_with_more_tries_the_word_sends_nothing() -> None:
    assert play(PinConfirmed(), start=PAD) == (PAD, [Act.CLEAR_PIN])


def test_the_question_says_whether_the_last_one_was_wrong() -> None:
    assert not play(CardRead(1), start=READING)[0].mistyped
    wrong = play(PinComplete(), PinWrong(2), PinComplete(), PinWrong(1), start=PAD)[0]
    assert (wrong.stage, wrong.mistyped) == (Stage.LAST_TRY, True)
    assert not play(CommitBlocked(), start=IN)[0].mistyped, "another entry begins anew"


def test_who_comes_back_after_long_waiting_is_not_told_of_a_wrong_pin() -> None:
    wrong = play(CommitBlocked(), TriesKnown(2), PinComplete(), PinWrong(1), start=IN)[0]
    waiting = play(StaffPressed(), WaitedLong(), start=wrong)[0]
    assert (waiting.overlay, waiting.mistyped) == (Overlay.STAFF_CALLED, True)
    back = play(OverlayLeft(), TriesKnown(1), TriesKnown(1), start=waiting)[0]
    assert (back.shown, back.mistyped) == (Stage.LAST_TRY, False)
