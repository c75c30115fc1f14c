"""Which message of a session is which event of the lifecycle."""

from typing import Any, cast, get_args

import pytest

from kiosk.audit_events import audit_events
from kiosk.lifecycle.states import (
    ActivitySeen,
    CardJudged,
    SessionAlive,
    SessionBegun,
    SessionEvent,
    SessionReady,
    SessionTold,
)
from kiosk.protocol.messages import Activity, Alive, AuditReport, Begun, Card, Ended, Hello, Panel, Ready, Summary, Up
from kiosk.supervisor import session_events
from kiosk.told import Told
from kiosk.vocabulary import CardVerdict, EndReason, ResultKind

S = 7
TOLD = Told("points", ResultKind.DONE)
NO_EVENT = (Hello(), Panel(), AuditReport("begun"), Ended(EndReason.IDLE))
HEARD: dict[session_events.LifecycleMessage, SessionEvent] = {
    Ready(): SessionReady(S),
    Alive(): SessionAlive(S),
    Begun(): SessionBegun(S),
    Activity(1500): ActivitySeen(S, 1.5),
    Card(CardVerdict.OTHER): CardJudged(S, CardVerdict.OTHER),
    Summary(TOLD): SessionTold(S, TOLD),
}


@pytest.mark.parametrize("message", HEARD)
def test_each_message_is_one_event_of_this_session(message: session_events.LifecycleMessage) -> None:
    assert session_events.as_event(S, message) == HEARD[message]


@pytest.mark.parametrize("message", NO_EVENT)
def test_what_is_dealt_with_elsewhere_is_no_event(message: Up) -> None:
    with pytest.raises(AssertionError):
        session_events.as_event(S, cast(Any, message))


def test_no_message_is_forgotten() -> None:
    assert {type(message) for message in (*HEARD, *NO_EVENT)} == set(get_args(Up))


@pytest.mark.parametrize(
    "code", sorted(session_events.END_NEAR | session_events.WITH_PAGE | session_events.CHECKS.keys())
)
def test_every_line_with_a_consequence_is_one_that_a_session_may_write(code: str) -> None:
    assert audit_events()[code].source == "session"
