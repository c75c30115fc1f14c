"""Before a card was read the session belongs to none: another kind of card may be taken away and changed."""

import pytest

from kiosk.failures import FailureName
from tests.support.flow_play import PLACE, READING, play
from ui.flow.events import (
    Act,
    CardFailed,
    CardPlaced,
    CardRead,
    Prepared,
    Stage,
    WentBack,
)
from ui.flow.state import OTHER_CARD

WRONG = play(CardFailed(FailureName.CARD_NOT_MY_NUMBER), start=READING)[0]


@pytest.mark.parametrize("failure", sorted(OTHER_CARD - {FailureName.CARD_REMOVED}))
def test_another_kind_of_card_stays_on_the_question_with_its_reason(failure: FailureName) -> None:
    flow, done = play(CardFailed(failure), start=READING)
    assert (flow.stage, flow.reading, flow.refused, done) == (Stage.PLACE_CARD, False, failure, [Act.REFUSE_CARD])
    taken = play(CardPlaced(there=False), start=flow)[0]
    assert (taken.stage, taken.refused) == (Stage.PLACE_CARD, failure), "still to be read while the hand changes cards"


def test_a_my_number_card_then_goes_on() -> None:
    flow, done = play(CardPlaced(there=False), CardPlaced(there=True), start=WRONG)
    assert (flow.reading, flow.refused, done) == (True, None, [Act.ACCEPT_CARD, Act.READ_CARD])
    flow, done = play(CardRead(3), start=flow)
    assert (flow.stage, done) == (Stage.ENTER_PIN, [Act.BIND_CARD, Act.CLEAR_PIN])


def test_a_card_that_is_changed_in_one_movement_is_read_as_well() -> None:
    assert play(CardPlaced(there=True), start=WRONG)[1] == [Act.ACCEPT_CARD, Act.READ_CARD]


def test_a_card_taken_too_soon_is_simply_asked_for_again() -> None:
    flow, done = play(CardPlaced(there=False), CardFailed(FailureName.CARD_REMOVED), start=READING)
    assert (flow, done) == (PLACE, [Act.REFUSE_CARD])


def test_an_answer_that_comes_after_the_way_back_says_nothing_there() -> None:
    back = play(CardPlaced(there=False), WentBack(), start=READING)[0]
    flow, done = play(CardFailed(FailureName.CARD_MUTE), start=back)
    assert (flow.stage, done) == (Stage.PREPARE, [Act.REFUSE_CARD])


@pytest.mark.parametrize(
    "failure",
    [FailureName.PIN_BLOCKED, FailureName.CERTIFICATE_EXPIRED, FailureName.PIN_ABSENT, FailureName.READER_MISSING],
)
def test_what_is_wrong_with_a_my_number_card_is_for_the_desk(failure: FailureName) -> None:
    assert play(CardFailed(failure), start=READING)[0].failure is failure


def test_a_session_that_belongs_to_a_card_has_no_other() -> None:
    """Back at the question with the card that was read: a failure ends it as before."""
    bound = play(CardRead(3), WentBack(), Prepared(renewed=False), start=READING)[0]
    assert bound.bound
    assert bound.reading
    flow, done = play(CardFailed(FailureName.CARD_MUTE), start=bound)
    assert flow.failure is FailureName.CARD_MUTE
    assert Act.REFUSE_CARD not in done
