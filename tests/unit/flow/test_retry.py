"""「もう一度」: a portal that could not be reached is tried again, a few times, never past a question or a commit."""

import pytest

from kiosk.failures import FailureName
from tests.support.flow_play import CHECKING, CHOOSE, IN, LOGIN, PAD, SIGNING, play
from ui.flow import retry
from ui.flow.events import (
    Act,
    CardFailed,
    Chosen,
    CommitPassed,
    PageFailed,
    Retried,
    Signed,
    StaffPressed,
    Stage,
    TriesKnown,
    WentBack,
)
from ui.flow.state import Flow

DOWN = PageFailed(FailureName.PORTAL_UNREACHABLE)
#: The same question with a page that could not be loaded: it has asked for nothing.
NOT_LOADED = play(Chosen("points"), start=CHOOSE)[0]


@pytest.mark.parametrize(("flow", "stage"), [(NOT_LOADED, Stage.PREPARE), (PAD, Stage.BROWSE), (IN, Stage.BROWSE)])
def test_a_fresh_page_from_the_last_question_that_was_answered(flow: Flow, stage: Stage) -> None:
    again, done = play(DOWN, Retried(), start=flow)
    assert (again.stage, again.failure, again.asked) == (stage, None, None)
    assert done[-1] is Act.LOAD_AGAIN
    assert again.has_page


def test_the_question_about_the_renewal_is_not_skipped_with_a_card_of_an_earlier_procedure() -> None:
    other = play(WentBack(), WentBack(), Chosen("status"), DOWN, Retried(), start=PAD)[0]
    assert (other.stage, other.bound) == (Stage.PREPARE, True)


def test_the_login_after_it_needs_the_pin_as_always() -> None:
    again, done = play(DOWN, Retried(), LOGIN, start=IN)
    assert (again.stage, again.logged_in, done[-1]) == (Stage.BROWSE, True, Act.QUERY_TRIES)
    assert play(TriesKnown(3), start=again)[0].stage is Stage.ENTER_PIN


def test_a_few_times_and_then_only_the_end_is_left() -> None:
    flow = play(DOWN, start=NOT_LOADED)[0]
    for _ in range(retry.MAX_RETRIES):
        assert retry.offered(flow)
        flow = play(Retried(), DOWN, start=flow)[0]
    assert not retry.offered(flow)
    assert play(Retried(), start=flow) == (flow, [])


@pytest.mark.parametrize(
    "flow",
    [
        play(CommitPassed(), DOWN, start=IN)[0],
        play(PageFailed(FailureName.TLS_ERROR), start=NOT_LOADED)[0],
        play(PageFailed(FailureName.PORTAL_FORBIDDEN), start=IN)[0],
        play(CardFailed(FailureName.PIN_BLOCKED), start=PAD)[0],
        play(DOWN, StaffPressed(), start=NOT_LOADED)[0],
        IN,
        Flow(),
    ],
)
def test_never_after_a_final_request_nor_for_another_problem_nor_from_under_a_cover(flow: Flow) -> None:
    assert play(Retried(), start=flow) == (flow, [])


def test_a_signature_of_before_is_not_used() -> None:
    late, done = play(DOWN, Retried(), Signed(), start=SIGNING)
    assert late.stage is Stage.OVER
    assert Act.ANSWER not in done
    held = play(DOWN, Retried(), start=CHECKING)
    assert Act.CLOSE_CHECK in held[1], "what the gate held is aborted"
    assert not held[0].checking
