"""A final request that its page takes back while it is held: nobody is asked any longer, and the person is told."""

import pytest

from kiosk.vocabulary import EndReason
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
from ui.flow.step import Flow, step

IN = Flow(stage=Stage.BROWSE, procedure="points", card=True, tries=3, logins=1, logged_in=True)
GATE = CommitBlocked()
BACK = CommitWithdrawn(signing=False)


def play(start: Flow, *events: Event) -> tuple[Flow, list[Act]]:
    flow = start
    done: list[Act] = []
    for event in events:
        flow, acts = step(flow, event)
        done += acts
    return flow, done


@pytest.mark.parametrize("on_the_way", [(), (TriesKnown(3),), (TriesKnown(1),), (TriesKnown(3), PinComplete())])
def test_it_is_not_checked_any_more_and_the_person_is_told(on_the_way: tuple[Event, ...]) -> None:
    flow, done = play(IN, GATE, *on_the_way, BACK)
    assert (flow.stage, flow.asked, flow.busy, flow.notice) == (Stage.BROWSE, None, False, Notice.WITHDRAWN)
    assert done[-2:] == [Act.CLEAR_PIN, Act.CLOSE_CHECK]


def test_while_the_card_signs_it_ends_the_session() -> None:
    flow, _ = play(IN, GATE, TriesKnown(3), PinComplete(), CommitWithdrawn(signing=True))
    assert (flow.stage, flow.ending) == (Stage.OVER, EndReason.PROTOCOL_ERROR)


@pytest.mark.parametrize("purpose", [Purpose.LOGIN, Purpose.PORTAL_CHECK])
def test_only_a_check_of_the_kiosks_own_hangs_on_what_is_held(purpose: Purpose) -> None:
    flow, _ = play(IN, Asked(purpose), TriesKnown(3))
    assert play(flow, BACK)[0] == flow
