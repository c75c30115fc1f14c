"""Going on after the idle warning: three times at a press, then with the PIN."""

from kiosk.failures import FailureName
from kiosk.vocabulary import EndReason
from tests.support.flow_play import IN, LOGIN, PAD, play
from ui.flow.events import (
    Act,
    CardPlaced,
    CommitBlocked,
    Consented,
    Extended,
    IdleWarned,
    Overlay,
    OverlayLeft,
    PinComplete,
    PinConfirmed,
    PinWrong,
    QuitPressed,
    Signed,
    StaffPressed,
    Stage,
    Started,
    Touched,
    TriesKnown,
)
from ui.flow.step import Flow

GATE, QUIT = CommitBlocked(), QuitPressed()
CLEAR = Act.CLEAR_PIN


def idle_and_on(flow: Flow, times: int) -> Flow:
    for _ in range(times):
        flow = play(IdleWarned(), Extended(), start=flow)[0]
    return flow


def test_after_three_extensions_without_other_input_the_pin_is_asked() -> None:
    owed, done = play(IdleWarned(), Extended(), start=idle_and_on(IN, 3))
    assert (owed.overlay, done) == (Overlay.EXTEND, [CLEAR, CLEAR, Act.EXTEND_ASKED, Act.QUERY_TRIES])
    back, done = play(TriesKnown(3), PinComplete(), Signed(), start=owed)
    assert done == [CLEAR, Act.SIGN, CLEAR, Act.EXTENDED]
    assert back == IN


def test_an_input_between_them_counts_anew() -> None:
    flow = play(Touched(), start=idle_and_on(IN, 3))[0]
    assert play(IdleWarned(), Extended(), start=flow)[0].overlay is Overlay.NONE


def test_a_card_that_is_gone_extends_nothing() -> None:
    gone = play(CardPlaced(there=False), IdleWarned(), start=IN)[0]
    assert play(Extended(), start=gone) == (gone, [])


def test_before_a_card_was_read_there_is_no_pin_to_ask() -> None:
    assert idle_and_on(play(Started())[0], 10).overlay is Overlay.NONE


def test_the_pin_that_is_owed_cannot_be_walked_around() -> None:
    owed = play(TriesKnown(3), start=idle_and_on(IN, 4))[0]
    for way in ((StaffPressed(), OverlayLeft()), (QUIT, OverlayLeft()), (IdleWarned(), Extended()), (OverlayLeft(),)):
        assert play(*way, start=owed)[0].overlay is Overlay.EXTEND
    assert play(LOGIN, start=owed)[1] == [Act.REFUSE]
    assert play(GATE, start=owed)[1] == [Act.CLOSE_CHECK]


def test_a_wrong_pin_counts_and_the_last_one_needs_the_word() -> None:
    owed = play(TriesKnown(2), PinComplete(), PinWrong(1), start=idle_and_on(IN, 4))[0]
    assert owed.overlay is Overlay.EXTEND_LAST_TRY
    assert play(PinComplete(), start=owed)[1] == [CLEAR]
    agreed = play(Consented(agreed=True), start=owed)[0]
    assert play(PinComplete(), start=agreed) == (agreed, []), "the fourth digit sends nothing"
    assert play(PinConfirmed(), PinWrong(0), start=agreed)[0].failure == FailureName.PIN_BLOCKED
    assert play(Consented(agreed=False), start=owed)[0].ending is EndReason.GIVE_UP


def test_a_pin_asked_before_is_asked_again_with_the_tries_of_now() -> None:
    owed = play(TriesKnown(2), PinComplete(), PinWrong(1), Consented(agreed=True), start=idle_and_on(PAD, 4))[0]
    back, done = play(PinComplete(), PinConfirmed(), Signed(), start=owed)
    assert (back.stage, done[-1]) == (Stage.BROWSE, Act.QUERY_TRIES)
    assert play(TriesKnown(3), start=back)[0].stage is Stage.ENTER_PIN
