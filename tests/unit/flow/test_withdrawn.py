"""A final request that its page takes back while it is held: nobody is asked any longer, and the person is told."""

import pytest

from kiosk.vocabulary import EndReason
from tests.support.flow_play import IN, play
from ui.flow.events import (
    Act,
    Asked,
    CommitBlocked,
    CommitWithdrawn,
    Event,
    Notice,
    PinComplete,
    Purpose,
    Stage,
    TriesKnown,
)

GATE = CommitBlocked()
BACK = CommitWithdrawn(signing=False)


@pytest.mark.parametrize("on_the_way", [(), (TriesKnown(3),), (TriesKnown(1),), (TriesKnown(3), PinComplete())])
def test_it_is_not_checked_any_more_and_the_person_is_told(on_the_way: tuple[Event, ...]) -> None:
    flow, done = play(GATE, *on_the_way, BACK, start=IN)
    assert (flow.stage, flow.asked, flow.busy, flow.notice) == (Stage.BROWSE, None, False, Notice.WITHDRAWN)
    assert done[-2:] == [Act.CLEAR_PIN, Act.CLOSE_CHECK]


def test_while_the_card_signs_it_ends_the_session() -> None:
    flow, _ = play(GATE, TriesKnown(3), PinComplete(), CommitWithdrawn(signing=True), start=IN)
    assert (flow.stage, flow.ending) == (Stage.OVER, EndReason.PROTOCOL_ERROR)


@pytest.mark.parametrize("purpose", [Purpose.LOGIN, Purpose.PORTAL_CHECK])
def test_only_a_check_of_the_kiosks_own_hangs_on_what_is_held(purpose: Purpose) -> None:
    flow, _ = play(Asked(purpose), TriesKnown(3), start=IN)
    assert play(BACK, start=flow)[0] == flow
