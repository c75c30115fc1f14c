"""Tables in documents are those of the code: settings, rooms, claims, the glossary, steps of the wipe."""

import ast
import re
import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import zip_longest
from pathlib import Path
from typing import Any

import pytest
import typer.main

from kiosk.cli import app
from kiosk.config.settings import Config, Network, Timers
from kiosk.exit_codes import ExitCode
from kiosk.vocabulary import WIPE_STEPS
from tests.rules.layers import TABLE
from tests.rules.sources import ROOT, product
from tests.rules.test_scenarios import exists

_ROW = re.compile(r"^\| `([^`]+)` \| (.*) \|$", re.MULTILINE)
_NUMBER = re.compile(r"^\| (\d+) \|", re.MULTILINE)
_COMMAND = re.compile(r"`python3 run\.py (\w+) ?([^`]*)`")


def page(name: str) -> str:
    """A document."""
    return (ROOT / name).read_text(encoding="utf-8")


def section(text: str, title: str) -> str:
    """What stands under this heading of the second level."""
    return text.split(f"\n## {title}\n", 1)[1].split("\n## ", 1)[0]


def table(text: str) -> list[tuple[str, str]]:
    """Rows whose first cell is one name in backticks: the name, and the rest."""
    return _ROW.findall(text)


# --- settings ---------------------------------------------------------------------------------------------------------


#: Their keys have rows of their own.
_TABLES = ("timers", "network")


def settings_rows() -> dict[str, str]:
    """The keys of kiosk.toml as a document has to show them: default and, where there is one, the range."""
    shown = {key: _default(key, getattr(Config(), key)) for key in Config.model_fields if key not in _TABLES}
    shown |= {key: _default(key, getattr(Network(), key)) for key in Network.model_fields}
    shown |= {key: f"{getattr(Timers(), key):g}" for key in Timers.model_fields}
    return shown


def _default(key: str, value: Any) -> str:
    if isinstance(value, Path):
        return ""  # another on each system; the row says where
    if isinstance(value, tuple):
        return "、".join(f"`{item}`" for item in value)
    return f"`{str(value).lower() if isinstance(value, bool) else value}`" if value != "" else "空"


def ranges() -> dict[str, str]:
    """Every locked range, as it is written."""
    fields = {**Config.model_fields, **Timers.model_fields}
    found = {key: {type(rule).__name__: rule for rule in field.metadata} for key, field in fields.items()}
    bounded = {key: rules for key, rules in found.items() if {"Ge", "Le"} <= rules.keys()}
    return {key: f"{rules['Ge'].ge:g}〜{rules['Le'].le:g}" for key, rules in bounded.items()}


def wrong_settings(text: str) -> Iterator[str]:
    """Settings that the document does not show as they are, and settings that do not exist."""
    rows = dict(table(section(text, "設定")))
    yield from sorted(rows.keys() ^ settings_rows().keys())
    for key, default in settings_rows().items():
        if not rows.get(key, "").startswith(default):
            yield f"{key}: default {default}"
    for key, allowed in ranges().items():
        if not re.search(rf"(?<!\d){allowed}(?!\d)", re.sub(r"[(（][^)）]*[)）]", "", rows.get(key, ""))):
            yield f"{key}: range {allowed}"


def test_the_settings_are_those_of_the_model() -> None:
    assert not list(wrong_settings(page("docs/operations.md")))
    assert ranges().keys() > {"audit_months", "sound_volume", "idle", "wipe_limit"}


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("| `idle` | 90 | 30〜300 |", "| `idle` | 60 | 30〜300 |"),
        ("| `idle` | 90 | 30〜300 |", "| `idle` | 90 | 30〜3000 |"),
        ("| `audit_months` | `13` | 3〜60", "| `audit_months` | `13` | 2〜60"),
        ("| `printer` |", "| `prynter` |"),
        ("| `staff_key` | `Shift+F12` |", "| `staff_key` | `F11` |"),
        ("`id`、`my` |", "`id` |"),
    ],
)
def test_a_wrong_setting_is_found(was: str, now: str) -> None:
    assert was in page("docs/operations.md")
    assert list(wrong_settings(page("docs/operations.md").replace(was, now)))


def options_of_commands(text: str) -> Iterator[str]:
    """Options in the table of commands that differ from the program's: ``kiosk audit show: --config``."""
    for names, rest in re.findall(r"^\| `kiosk ([a-z][a-z \-]*?)((?: \[.*?)?)` \|", text, re.MULTILINE):
        command = typer.main.get_command(app)
        for name in names.split():
            command = getattr(command, "commands", {})[name]
        known = {option for parameter in command.params for option in parameter.opts if option.startswith("--")}
        open_ended = command.context_settings.get("ignore_unknown_options", False)
        wrong = set() if open_ended else known ^ set(re.findall(r"--[a-z][a-z-]*", rest))
        yield from (f"kiosk {names}: {option}" for option in sorted(wrong))


def test_the_options_of_the_commands_are_the_programs() -> None:
    text = page("docs/operations.md")
    assert list(options_of_commands(text)) == []
    assert list(options_of_commands(text.replace(" [--file FILE] [--config FILE]", " [--file FILE]", 1)))


def test_the_exit_codes_are_those_of_the_program() -> None:
    shown = page("docs/operations.md").split("### 終了コード")[1].split("\n## ")[0]
    assert list(map(int, _NUMBER.findall(shown))) == list(ExitCode)


# --- architecture -----------------------------------------------------------------------------------------------------


def wrong_rooms(text: str) -> Iterator[str]:
    """Rooms that are missing, in another order, or without a sentence."""
    rows = table(section(text, "Rooms"))
    wanted = [room.folder for row in TABLE for room in row]
    yield from (f"{there} stands where {room} should" for there, room in _pairs([name for name, _ in rows], wanted))
    yield from (name for name, purpose in rows if not re.fullmatch(r"[A-Z`].{10,}\.", purpose))


def _pairs(there: list[str], wanted: list[str]) -> list[tuple[str, str]]:
    return [pair for pair in zip_longest(there, wanted, fillvalue="nothing") if pair[0] != pair[1]]


def test_the_rooms_are_those_of_the_table_of_layers() -> None:
    assert not list(wrong_rooms(page("docs/architecture.md")))


@pytest.mark.parametrize(
    ("was", "now"),
    [
        ("| `kiosk/wipe` |", "| `kiosk/wype` |"),
        ("| `ui/staff` | The staff code and the staff panel. |\n", ""),
        ("| `ui/staff` | The staff code and the staff panel. |", "| `ui/staff` | |"),
    ],
)
def test_a_wrong_room_is_found(was: str, now: str) -> None:
    assert was in page("docs/architecture.md")
    assert list(wrong_rooms(page("docs/architecture.md").replace(was, now)))


def test_the_steps_of_the_wipe_are_those_of_the_vocabulary() -> None:
    rows = table(section(page("docs/security-properties.md"), "The wipe"))
    assert tuple(name for name, _ in rows) == WIPE_STEPS


# --- packages ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["libraries.txt", "services.txt"])
def test_each_package_of_a_terminal_is_named_once_and_the_manual_installs_the_lists(name: str) -> None:
    names = page(f"packaging/linux/{name}").splitlines()
    assert names == sorted(set(names))
    assert name in page("docs/install-linux.md")
    assert {"pcscd", "gnome-keyring", "libnss3-tools"} <= set(page("packaging/linux/services.txt").splitlines())


def test_every_file_for_a_terminal_has_its_row() -> None:
    rows = {name for name, _ in table(page("packaging/linux/README.md"))}
    assert {file.name for file in (ROOT / "packaging/linux").iterdir()} - {"README.md"} <= rows


# --- claims -----------------------------------------------------------------------------------------------------------


def claims(text: str) -> list[list[str]]:
    """The rows of the table: claim, command, test."""
    rows = [line.strip("| ").split(" | ") for line in text.splitlines() if line.startswith("| ")]
    return rows[1:]


def unshown(text: str) -> Iterator[str]:
    """Claims without a command, or with files or tests that are not there."""
    for claim, command, test in claims(text):
        found = _COMMAND.fullmatch(command)
        files = found[2].split() if found and found[1] == "test" else []
        if found is None or not all((ROOT / file).exists() for file in files):
            yield f"{claim}: {command}"
        name = test.strip("`")
        if not (exists(name) if "::" in name else (ROOT / name).is_file()):
            yield f"{claim}: {test}"
        elif files and not any(name.startswith(file) for file in files):
            yield f"{claim}: {test} is not run by {command}"


def test_every_claim_is_shown_by_what_is_there() -> None:
    assert len(claims(page("docs/claims.md"))) > 15
    assert not list(unshown(page("docs/claims.md")))


@pytest.mark.parametrize(
    "row",
    [
        "| x | by hand | `tests/e2e/test_gate.py` |",
        "| x | `python3 run.py test tests/e2e/test_none.py` | `tests/e2e/test_gate.py` |",
        "| x | `python3 run.py test tests/e2e/test_gate.py` | `tests/e2e/test_gate.py::test_none` |",
        "| x | `python3 run.py test tests/e2e/test_gate.py` | `tests/e2e/test_ends.py::test_finished` |",
    ],
)
def test_a_claim_that_nothing_shows_is_found(row: str) -> None:
    assert list(unshown(f"| claim | command | test |\n|---|---|---|\n{row}"))


# --- glossary ---------------------------------------------------------------------------------------------------------


@cache
def names_of_the_code() -> frozenset[str]:
    """Every name that the product defines or uses, its short strings, and the keys of its catalogues."""
    found: set[str] = set()
    for source in product():
        for node in ast.walk(source.tree):
            found |= {str(getattr(node, field)) for field in ("id", "attr", "name", "arg") if hasattr(node, field)}
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                found.add(node.value)
    for file in (ROOT / "resources").glob("*.toml"):
        found |= tomllib.loads(file.read_text(encoding="utf-8")).keys()
    return frozenset(found)


def unknown_names(text: str) -> Iterator[str]:
    """Names of the glossary's third column that the code does not have."""
    for line in text.splitlines():
        if line.startswith("| "):
            yield from (name for name in re.findall(r"`([^`]+)`", line) if name not in names_of_the_code())


def test_every_name_of_the_glossary_is_in_the_code() -> None:
    assert not list(unknown_names(page("docs/glossary.md")))


def test_a_name_that_is_not_in_the_code_is_found() -> None:
    assert list(unknown_names("| 幕 | curtain | `CurtainOfNobody` |")) == ["CurtainOfNobody"]
