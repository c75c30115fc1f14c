"""docs/protocol.md agrees with the code: it has every message with its fields and a line that decodes."""

import re
from dataclasses import fields
from typing import get_args

import pytest

from kiosk.protocol import messages
from kiosk.protocol.messages import decode_down, decode_up, encode
from kiosk.vocabulary import SESSION_MARKS, CardVerdict, EndReason, ReaderState
from tests.rules.sources import ROOT
from ui.browser import web_eid

TEXT = (ROOT / "docs/protocol.md").read_text(encoding="utf-8")
PIPE, PAGE = TEXT.split("\n## 2. ")
DOWN, UP = PIPE.split("\n### ")[1:]
SECTION = re.compile(r"^#### `(\w+)`\n(.*?)(?=^#### |\Z)", re.MULTILINE | re.DOTALL)
SIDES = {"down": (DOWN, decode_down, messages.Down), "up": (UP, decode_up, messages.Up)}
FOUND = [(side, name, body) for side, (text, _, _) in SIDES.items() for name, body in SECTION.findall(text)]


def line_in(body: str) -> bytes:
    """The example of a section, as a line of the pipe."""
    (example,) = re.findall(r"^```json\n(.*?\n)```$", body, re.MULTILINE | re.DOTALL)
    return str(example).encode()


def rows(text: str) -> set[str]:
    """The names in the first cells of the tables."""
    cells = re.findall(r"^\|([^|]*`[^|]*)\|", text, re.MULTILINE)
    return {name for cell in cells for name in re.findall(r"`([^`]+)`", cell)}


@pytest.mark.parametrize("side", SIDES)
def test_every_message_is_documented_and_no_other(side: str) -> None:
    _, _, union = SIDES[side]
    assert [name for found, name, _ in FOUND if found == side] == [messages.NAMES[kind] for kind in get_args(union)]


@pytest.mark.parametrize(("side", "name", "body"), FOUND)
def test_the_example_is_what_encode_writes(side: str, name: str, body: str) -> None:
    line = line_in(body)
    message = SIDES[side][1](line)
    assert messages.NAMES[type(message)] == name
    assert encode(message) == line


@pytest.mark.parametrize(("side", "name", "body"), FOUND)
def test_every_field_is_documented_and_no_other(side: str, name: str, body: str) -> None:
    message = SIDES[side][1](line_in(body))
    wanted = {item.name for item in fields(message)}
    if isinstance(message, messages.Start):
        wanted = wanted - {"config"} | {f"config.{item.name}" for item in fields(messages.SessionConfig)}
    assert rows(body) == wanted


def test_the_words_are_those_of_the_code() -> None:
    for words in (EndReason, ReaderState, CardVerdict, SESSION_MARKS, (f.name for f in fields(messages.SessionTimers))):
        missing = [word for word in words if f"`{word}`" not in PIPE]
        assert not missing


def test_the_numbers_are_those_of_the_code() -> None:
    assert f"at most {messages.MAX_LINE} bytes" in PIPE
    assert f"`v` comes first and is {messages.PROTOCOL};" in PIPE
    assert f"More than {web_eid.RATE} requests" in PAGE
    assert f"longer than {web_eid.LONGEST} characters" in PAGE


def test_the_error_codes_of_the_page_protocol_are_those_of_the_code() -> None:
    code = "".join(
        (ROOT / path).read_text(encoding="utf-8") for path in ("ui/browser/web_eid.py", "resources/scripts/web_eid.js")
    )
    assert set(re.findall(r"ERR_WEBEID_\w+", PAGE)) == set(re.findall(r"ERR_WEBEID_\w+", code))
    actions = {name for name in re.findall(r'"(web-eid:[a-z-]+)"', code) if not name.endswith("-success")}
    assert set(re.findall(r"`(web-eid:[a-z-]+)`", PAGE)) == actions
