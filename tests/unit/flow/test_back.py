"""「もどる」: one question back before the login, another procedure afterwards, and never out of anything else."""

from dataclasses import replace

import pytest

from kiosk.failures import FailureName
from tests.support.flow_play import CHECKING, CHOOSE, IN, LAST, LOGIN, PAD, PLACE, PREPARE, READING, SIGNING, play
from ui.flow import back
from ui.flow.events import (
    Act,
    CardRead,
    Chosen,
    CommitBlocked,
    Event,
    ForChild,
    IdleWarned,
    PageFailed,
    PageSeen,
    PinComplete,
    PinWrong,
    Prepared,
    Purpose,
    QuitPressed,
    SignatureRequested,
    StaffPressed,
    Stage,
    TriesKnown,
    WentBack,
)
from ui.flow.state import Flow

LAST_CHECK = play(CommitBlocked(), TriesKnown(1), start=IN)[0]
PROBLEM = play(PageFailed(FailureName.PORTAL_UNREACHABLE), start=PREPARE)[0]


@pytest.mark.parametrize(
    ("flow", "stage"),
    [
        (PREPARE, Stage.CHOOSE),
        (PLACE, Stage.PREPARE),
        (PAD, Stage.PREPARE),
        (LAST, Stage.PREPARE),
        (play(PinComplete(), PinWrong(2), start=PAD)[0], Stage.PREPARE),
    ],
)
def test_every_question_before_the_login_has_a_way_back(flow: Flow, stage: Stage) -> None:
    assert back.target(flow) is stage
    assert play(WentBack(), start=flow)[0].stage is stage


@pytest.mark.parametrize("flow", [Flow(), CHOOSE, READING, SIGNING, IN, CHECKING, LAST_CHECK, PROBLEM])
def test_there_is_none_out_of_a_card_in_use_a_page_a_check_or_a_problem(flow: Flow) -> None:
    assert back.target(flow) is None
    assert play(WentBack(), start=flow) == (flow, [])


@pytest.mark.parametrize("cover", [StaffPressed(), IdleWarned(), QuitPressed()])
def test_there_is_none_behind_something_that_covers_the_question(cover: Event) -> None:
    for flow in (PREPARE, PLACE, PAD):
        covered = play(cover, start=flow)[0]
        assert play(WentBack(), start=covered) == (covered, [])


def test_another_procedure_gets_a_page_of_its_own_and_nothing_of_the_first_one() -> None:
    chosen_for_child = play(ForChild(child=True), start=PREPARE)[0]
    flow, done = play(WentBack(), start=chosen_for_child)
    assert flow == replace(CHOOSE, procedure="", asked=None, for_child=False)
    assert done == [Act.CLEAR_PIN, Act.REFUSE, Act.DROP_PAGE], "the first page gets its answer and is gone"
    assert play(Chosen("status"), start=flow)[1] == [Act.LOAD_PAGE]
    assert play(Chosen("status"), start=flow)[0].procedure == "status"


def test_a_page_that_was_dropped_changes_nothing_any_more() -> None:
    gone = play(WentBack(), start=PREPARE)[0]
    assert play(LOGIN, start=gone) == (gone, [Act.REFUSE])
    assert play(SignatureRequested(), PageSeen(mixup=True), PageSeen(number=3), start=gone)[0] == gone


def test_the_typed_digits_are_overwritten_and_the_card_is_read_anew() -> None:
    flow, done = play(WentBack(), start=PAD)
    assert done == [Act.CLEAR_PIN]
    assert (flow.tries, flow.asked) == (3, Purpose.LOGIN), "the card and the page's request stay the session's"
    again, done = play(Prepared(renewed=False), CardRead(2), start=flow)
    assert done == [Act.READ_CARD, Act.CLEAR_PIN]
    assert (again.stage, again.tries) == (Stage.ENTER_PIN, 2)


def test_a_page_that_asks_for_the_login_does_not_take_the_person_from_the_question() -> None:
    """With a card that was read already: the page's request waits until the person has answered."""
    waiting = replace(play(WentBack(), start=PAD)[0], asked=None)
    flow, done = play(LOGIN, start=waiting)
    assert (flow.stage, flow.asked, done) == (Stage.PREPARE, Purpose.LOGIN, [])


def test_the_last_try_is_asked_for_again_after_a_way_back() -> None:
    flow = play(WentBack(), Prepared(renewed=False), CardRead(1), start=LAST)[0]
    assert (flow.stage, flow.agreed) == (Stage.LAST_TRY, False)
