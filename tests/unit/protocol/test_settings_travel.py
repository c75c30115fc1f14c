"""A session setting is declared once: the wire needs nothing but its field."""

import json
from dataclasses import asdict, make_dataclass
from typing import Any

import pytest

from kiosk.protocol import wire
from kiosk.protocol.messages import SessionConfig, SessionTimers
from kiosk.protocol.wire import ProtocolError
from tests.unit.protocol.test_messages import CONFIG

#: A copy of the dataclass with one more field of each type that a setting may have.
Longer: Any = make_dataclass(
    "Longer",
    [("survey", bool), ("greeting", str), ("pause", float), ("tries", int), ("topics", tuple[str, ...])],
    bases=(SessionConfig,),
    frozen=True,
)
NEW: dict[str, Any] = {"survey": True, "greeting": "ようこそ", "pause": 2.5, "tries": 3, "topics": ("a", "b")}


def longer() -> Any:
    """This class with values."""
    return Longer(**(asdict(CONFIG) | {"timers": SessionTimers(**asdict(CONFIG.timers))} | NEW))


def line_of(message: Any) -> Any:
    """The message as the other side parses it."""
    return json.loads(wire.dump(wire.plain(message)))


def test_a_field_that_is_added_travels() -> None:
    assert wire.record_of(Longer)(line_of(longer())) == longer()


@pytest.mark.parametrize("name", NEW)
def test_an_added_field_is_as_strict_as_the_others(name: str) -> None:
    body = line_of(longer())
    for wrong in ({key: value for key, value in body.items() if key != name}, body | {name: None}, body | {"more": 1}):
        with pytest.raises(ProtocolError):
            wire.record_of(Longer)(wrong)


def test_a_type_that_cannot_travel_is_refused_when_the_program_starts() -> None:
    with pytest.raises(TypeError, match="bytes"):
        wire.record_of(make_dataclass("Wrong", [("pin", bytes)]))
