"""The effects of transitions, in the order in which they must happen."""

import pytest

from kiosk.failures import FailureName
from kiosk.lifecycle import transitions
from kiosk.lifecycle.effects import (
    CallCard,
    Effect,
    HideCurtain,
    Launch,
    ProbeCard,
    ProbePortal,
    ShowCurtain,
    TellReader,
    Wipe,
)
from kiosk.lifecycle.states import (
    CardCleared,
    CardJudged,
    EndWanted,
    Event,
    Phase,
    PortalSeen,
    Refused,
    SessionBegun,
    SessionReady,
    StaffUnlocked,
    State,
    WipeFinished,
)
from kiosk.vocabulary import CardVerdict, EndReason, ReaderState
from tests.support.lifecycle_play import S, at, seen

P, R = Phase, ReaderState
FINISHED = EndReason.FINISHED
READER = {"reader": R.NO_READER, "failure": FailureName.READER_MISSING}
PORTAL = {"failure": FailureName.PORTAL_UNREACHABLE}


Row = tuple[State, Event, tuple[Effect, ...]]
ROWS: list[Row] = [
    (at(P.STARTING), WipeFinished(S), (ShowCurtain(P.PREPARING), Launch(S + 1))),
    (at(P.STARTING, reader=R.CARD), WipeFinished(S), (ShowCurtain(P.TAKE_CARD, card=True), CallCard(on=True))),
    (at(P.PREPARING), SessionReady(S), (ProbePortal(on=True), HideCurtain())),
    (at(P.PREPARING), seen(R.CARD), (TellReader(R.CARD, 8),)),
    (at(P.READY), SessionBegun(S), (ProbePortal(on=False),)),
    (at(P.READY), seen(R.CARD), (TellReader(R.CARD, 8), ProbePortal(on=False))),
    (
        at(P.READY),
        EndWanted(FINISHED),
        (ShowCurtain(P.WIPING, reason=FINISHED), Wipe(S, FINISHED), ProbePortal(on=False)),
    ),
    (at(P.SERVING, reader=R.CARD), seen(R.EMPTY), (ShowCurtain(P.AWAY), TellReader(R.EMPTY, 8))),
    (at(P.AWAY), seen(R.CARD), (ShowCurtain(P.AWAY, card=True), TellReader(R.CARD, 8))),
    (at(P.AWAY, reader=R.CARD, returned=True, due=1), CardJudged(S, CardVerdict.SAME), (HideCurtain(),)),
    (
        at(P.SERVING, reader=R.CARD),
        seen(R.NO_READER),
        (ShowCurtain(P.WIPING, reason=EndReason.READER_LOST), Wipe(S, EndReason.READER_LOST)),
    ),
    (at(P.WIPING), WipeFinished(S), (ShowCurtain(P.PREPARING), Launch(S + 1))),
    (at(P.WIPING), seen(R.CARD), ()),
    (
        at(P.WIPING),
        WipeFinished(S, FailureName.WIPE_CARD),
        (ShowCurtain(P.OUT_OF_SERVICE, FailureName.WIPE_CARD), ProbeCard(on=True)),
    ),
    (
        at(P.OUT_OF_SERVICE, failure=FailureName.WIPE_CARD),
        CardCleared(),
        (ShowCurtain(P.STARTING), Wipe(S + 1, None), ProbeCard(on=False)),
    ),
    (
        at(P.TAKE_CARD, reader=R.CARD),
        seen(R.EMPTY),
        (ShowCurtain(P.PREPARING), Launch(S + 1), TellReader(R.EMPTY, 8), CallCard(on=False)),
    ),
    (
        at(P.TAKE_CARD, reader=R.CARD),
        Refused(FailureName.AUDIT_UNWRITABLE),
        (ShowCurtain(P.OUT_OF_SERVICE, FailureName.AUDIT_UNWRITABLE, card=True), CallCard(on=False)),
    ),
    (
        at(P.WIPING, reason=EndReason.PORTAL_FAILED),
        WipeFinished(S),
        (ShowCurtain(P.UNAVAILABLE, FailureName.PORTAL_UNREACHABLE, EndReason.PORTAL_FAILED), ProbePortal(on=True)),
    ),
    (
        at(P.UNAVAILABLE, **PORTAL),
        PortalSeen(up=True),
        (ShowCurtain(P.STARTING), Wipe(S + 1, None), ProbePortal(on=False)),
    ),
    (at(P.UNAVAILABLE, **READER), seen(R.EMPTY), (ShowCurtain(P.STARTING), Wipe(S + 1, None))),
    (
        at(P.OUT_OF_SERVICE, failure=FailureName.WIPE_CARD),
        StaffUnlocked(),
        (ShowCurtain(P.STARTING), Wipe(S + 1, None), ProbeCard(on=False)),
    ),
    (at(P.OUT_OF_SERVICE, failure=FailureName.WIPE_CARD), Refused(FailureName.WIPE_CARD), ()),
]


@pytest.mark.parametrize(("state", "event", "effects"), ROWS)
def test_effects_in_order(state: State, event: Event, effects: tuple[Effect, ...]) -> None:
    assert transitions.step(state, event)[1] == effects
