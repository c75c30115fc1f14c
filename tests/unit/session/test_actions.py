"""The session carries out whatever the flow decides."""

from ui.flow.events import Act
from ui.session.session import Session


def test_every_action_of_the_flow_is_carried_out() -> None:
    assert set(Session._ACTS) == set(Act)
