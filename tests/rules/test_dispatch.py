"""Events reach their step through code that the type checker sees: a field renamed or an event left out is its error.

Shown on a copy of the pure rooms, where every field has another name, and where every dispatch has lost an event.
"""

import ast
import re
import shutil
from collections.abc import Callable, Iterator
from dataclasses import fields
from pathlib import Path
from typing import get_args

import pytest
from mypy import api

from kiosk.lifecycle import states
from kiosk.supervisor import session_events
from tests.rules.sources import ROOT
from ui.flow import events as ev

#: The files that declare events, with these events.
DECLARED: dict[str, tuple[type, ...]] = {
    "ui/flow/events.py": get_args(ev.Event),
    "kiosk/lifecycle/states.py": get_args(states.Event),
    "kiosk/protocol/messages.py": get_args(session_events.LifecycleMessage),
}
#: The files that take events apart.
TAKEN_APART = (
    "ui/flow/step.py",
    "ui/flow/requests.py",
    "ui/flow/extend.py",
    "ui/flow/trail.py",
    "kiosk/lifecycle/transitions.py",
    "kiosk/lifecycle/effects.py",
    "kiosk/lifecycle/trail.py",
    "kiosk/supervisor/session_events.py",
)
Change = Callable[[str, str], str]


def test_the_table_of_files_is_complete() -> None:
    """A file that dispatches events is in the table above."""
    rooms = (ROOT / "ui" / "flow", ROOT / "kiosk" / "lifecycle", ROOT / "kiosk" / "supervisor")
    files = (file for room in rooms for file in room.glob("*.py"))
    found = {file.relative_to(ROOT).as_posix() for file in files if "assert_never" in file.read_text(encoding="utf-8")}
    assert found <= set(TAKEN_APART)


@pytest.fixture
def check_copy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[tuple[str, ...], Change], list[str]]:
    """Runs mypy on a copy in which these files were changed; returns its errors."""

    def check(changed: tuple[str, ...], change: Change) -> list[str]:
        for room in ("kiosk", "ui", "resources"):
            shutil.copytree(ROOT / room, tmp_path / room, ignore=_no_python)
        for path in changed:
            file = tmp_path / path
            file.write_text(change(path, file.read_text(encoding="utf-8")), encoding="utf-8")
        monkeypatch.chdir(tmp_path)
        config, cache = str(ROOT / "pyproject.toml"), str(tmp_path / "cache")
        report, broken, _ = api.run(["--config-file", config, "--cache-dir", cache, *TAKEN_APART])
        assert not broken
        return [line for line in report.splitlines() if ": error: " in line]

    return check


def _no_python(folder: str, names: list[str]) -> set[str]:
    return {name for name in names if "." in name and not name.endswith(".py")}


def renamed(path: str, text: str) -> str:
    """The file with another name for every field of its events."""
    events = {event.__name__ for event in DECLARED[path]}
    lines = text.splitlines()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.ClassDef) and node.name in events:
            for item in node.body:
                if isinstance(item, ast.AnnAssign):
                    lines[item.lineno - 1] = re.sub(r"^( +\w+)", r"\1_renamed", lines[item.lineno - 1])
    return "\n".join(lines) + "\n"


def complete_matches(text: str) -> Iterator[ast.Match]:
    """The dispatches that must know every event of a type."""
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Match) and "assert_never" in ast.unparse(node.cases[-1]):
            yield node


def without_first(_: str, text: str) -> str:
    """The file with the first event left out of every dispatch."""
    lines: list[str | None] = list(text.splitlines())
    for node in complete_matches(text):
        first = node.cases[0]
        for number in range(first.pattern.lineno, (first.body[-1].end_lineno or 0) + 1):
            lines[number - 1] = None
    return "\n".join(line for line in lines if line is not None) + "\n"


@pytest.mark.slow
def test_the_copy_itself_has_no_errors(check_copy: Callable[[tuple[str, ...], Change], list[str]]) -> None:
    assert check_copy((), renamed) == []


@pytest.mark.slow
def test_every_renamed_field_is_an_error(check_copy: Callable[[tuple[str, ...], Change], list[str]]) -> None:
    errors = "\n".join(check_copy(tuple(DECLARED), renamed))
    wanted = {
        (event.__name__, field.name) for events in DECLARED.values() for event in events for field in fields(event)
    }
    found = set(re.findall(r'"(\w+)"(?: of "[^"]+")? has no attribute "(\w+)"', errors))
    assert wanted - found == set(), errors


@pytest.mark.slow
def test_every_dispatch_without_one_of_its_events_is_an_error(
    check_copy: Callable[[tuple[str, ...], Change], list[str]],
) -> None:
    errors = [line for line in check_copy(TAKEN_APART, without_first) if '"assert_never"' in line]
    matches = [node for path in TAKEN_APART for node in complete_matches((ROOT / path).read_text(encoding="utf-8"))]
    assert len(errors) == len(matches) >= 10
