"""Plays events against the flow: what the unit tests of the flow share."""

from ui.flow.events import Act, Event
from ui.flow.state import Flow
from ui.flow.step import step


def play(*events: Event, start: Flow | None = None) -> tuple[Flow, list[Act]]:
    """The state after these events, and all actions."""
    flow = start or Flow()
    done: list[Act] = []
    for event in events:
        flow, acts = step(flow, event)
        done += acts
    return flow, done
