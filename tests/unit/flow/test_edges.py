"""Single decisions of the flow: the verdict on a card, what a page means, how the supervisor is answered."""

from dataclasses import dataclass, replace
from typing import Any

import pytest

from kiosk.failures import FailureName
from kiosk.procedures.model import REFUSALS
from kiosk.vocabulary import WITH_LOGOUT, EndReason, ResultKind
from tests.support.flow_play import CHECKING, IN, LAST, PAD, READING, SIGNING, play
from ui.flow.events import (
    Act,
    CardFailed,
    CardPlaced,
    Consented,
    Ended,
    Event,
    Extend,
    IdleWarned,
    LoggedOut,
    Overlay,
    PageSeen,
    StaffPressed,
    Stage,
    Started,
)
from ui.flow.step import Flow, step

CLEAR = Act.CLEAR_PIN
PROBLEM = replace(IN, stage=Stage.PROBLEM, failure=FailureName.CARD_MUTE)


@dataclass(frozen=True)
class Dropped:
    """Something that is not an event, which a screen could post by mistake."""


@pytest.mark.parametrize("posted", [Dropped(), "started", None, Started])
@pytest.mark.parametrize("flow", [Flow(), SIGNING, PROBLEM])
def test_what_is_no_event_breaks_the_session_instead_of_being_dropped(flow: Flow, posted: Any) -> None:
    with pytest.raises(AssertionError):
        step(flow, posted)


@pytest.mark.parametrize("stage", [READING, LAST, PAD, SIGNING, IN, CHECKING])
def test_a_suspected_mixup_ends_at_once_and_stands_above_a_result(stage: Flow) -> None:
    for seen in (PageSeen(mixup=True), PageSeen(number=4, result=ResultKind.DONE, mixup=True)):
        for cover in ((), (StaffPressed(),), (IdleWarned(),)):
            assert play(*cover, seen, start=stage)[0].ending is EndReason.SUSPECTED_MIXUP


@pytest.mark.parametrize("refusal", REFUSALS)
def test_a_refusal_of_the_portal_ends_at_once_and_tells_its_kind(refusal: FailureName) -> None:
    for cover in ((), (StaffPressed(),), (IdleWarned(),)):
        ended, acts = play(*cover, PageSeen(refusal=refusal), start=IN)
        assert (ended.ending, ended.told.failure) == (EndReason.PORTAL_REFUSED, refusal)
        assert Act.END in acts
    both = play(PageSeen(refusal=refusal, mixup=True), start=IN)[0]
    assert both.ending is EndReason.SUSPECTED_MIXUP, "the stricter one"


def test_whoever_leaves_the_last_try_to_the_desk_is_told_where_to_go() -> None:
    assert play(Consented(agreed=False), start=LAST)[0].told.failure == FailureName.PIN_LAST_TRY


def test_a_card_that_is_gone_while_the_pin_is_owed_has_nobody_else_to_judge_it() -> None:
    owed = replace(IN, extend=Extend.ASK, overlay=Overlay.EXTEND)
    assert play(CardFailed(FailureName.CARD_REMOVED), start=owed)[0].failure == FailureName.CARD_REMOVED


@pytest.mark.parametrize("reason", EndReason)
@pytest.mark.parametrize("flow", [Flow(), PAD, IN, PROBLEM])
@pytest.mark.parametrize("over", [(), (Ended(EndReason.IDLE),)], ids=["running", "over"])
def test_the_supervisor_gets_its_answer_with_a_logout_only_where_one_is_due(
    flow: Flow, reason: EndReason, over: tuple[Event, ...]
) -> None:
    """Also when the session has ended by itself before."""
    before = play(*over, start=flow)[0]
    for logout in (False, True):
        new, done = play(Ended(reason, logout), start=before)
        assert (new.stage, new.ending) == (Stage.OVER, reason)
        due = logout and flow.logged_in and reason in WITH_LOGOUT
        assert done == [CLEAR, Act.LOG_OUT if due else Act.END]
        assert play(LoggedOut(done=False), start=new) == (new, [Act.END])


@pytest.mark.parametrize("flow", [Flow(), READING, PAD, SIGNING, IN, CHECKING, PROBLEM])
def test_every_card_that_comes_gets_one_word_and_it_is_yes_only_where_none_was_read(flow: Flow) -> None:
    verdicts = {Act.COMPARE_CARD, Act.ACCEPT_CARD}
    for known, verdict in ((False, Act.ACCEPT_CARD), (True, Act.COMPARE_CARD)):
        done = play(CardPlaced(there=True, known=known), start=flow)[1]
        assert [act for act in done if act in verdicts] == [verdict]
    assert not verdicts & set(play(CardPlaced(there=False), start=flow)[1])
