"""The scenario catalogue (``tests/documents/scenarios.toml``): what can happen, what must follow, how it is shown.

Makes ``docs/scenarios.md``; ``tests/rules/test_scenarios.py`` fails on a gap that is not listed.
"""

import datetime as dt
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from enum import StrEnum, unique
from pathlib import Path
from typing import Any

CATALOGUE = Path(__file__).with_name("scenarios.toml")


E2E = "tests/e2e/"
#: The sections of the catalogue: title and number of rows.
SECTIONS = {
    "A": ("People walk away", 9),
    "B": ("Card", 12),
    "C": ("PIN", 7),
    "D": ("Browser", 14),
    "E": ("Machine", 13),
    "F": ("Desk practice", 15),
    "G": ("Concurrency and attack", 6),
}


@unique
class Shown(StrEnum):
    """The kinds of evidence that the kiosk does what must follow."""

    TEST = "test"
    DECISION = "decision"
    STAFF_PANEL = "staff panel"
    POLICY = "policy"
    NOT_APPLICABLE = "not applicable"
    NOT_DONE = "not done"


class ScenarioError(ValueError):
    """The catalogue has an unknown key or a wrong value. The message names row and key."""


@dataclass(frozen=True)
class Row:
    """One scenario. ``code``: the file of the Windows code behind a decision. ``reason``: a remark on the evidence."""

    id: str
    priority: int
    happens: str
    follows: str
    shown: Shown
    tests: tuple[str, ...] = ()
    code: str = ""
    reason: str = ""
    drill: bool = False

    @property
    def is_gap(self) -> bool:
        """Whether no end-to-end test shows a row of priority 1 or 2; a decision, policy or reason is no gap."""
        if self.priority > 2:
            return False
        on_processes = any(test.startswith(E2E) for test in self.tests)
        return self.shown is Shown.NOT_DONE or (self.shown is Shown.TEST and not on_processes)


@dataclass(frozen=True)
class Gap:
    """A row that is not shown: since when, why, and exactly which test or part is missing."""

    id: str
    since: dt.date
    reason: str
    missing: str


@dataclass(frozen=True)
class Catalogue:
    """All rows in their order, and the gaps by id."""

    rows: tuple[Row, ...]
    gaps: Mapping[str, Gap]


def load(file: Path | None = None) -> Catalogue:
    """Read the catalogue. Raises ScenarioError, OSError or tomllib.TOMLDecodeError."""
    data = tomllib.loads((file or CATALOGUE).read_text(encoding="utf-8"))
    gaps = {name: _gap(name, entry) for name, entry in data.pop("gaps", {}).items()}
    rows = tuple(_row(name, entry) for name, entry in data.items())
    return Catalogue(rows, gaps)


def _row(name: str, entry: dict[str, Any]) -> Row:
    _only(name, entry, Row)
    try:
        shown = Shown(entry.pop("shown"))
        row = Row(id=name, shown=shown, tests=tuple(entry.pop("tests", ())), **entry)
    except (KeyError, ValueError, TypeError) as error:
        raise ScenarioError(f"{name}: {error}") from None
    _check(row)
    return row


def _check(row: Row) -> None:
    proved = row.shown in (Shown.TEST, Shown.DECISION)
    if proved != bool(row.tests) and row.shown is not Shown.NOT_DONE:
        raise ScenarioError(f"{row.id}: tests belong to `test` and `decision`, and only there")
    if (row.shown is Shown.DECISION) != bool(row.code):
        raise ScenarioError(f"{row.id}: code belongs to `decision`")
    if not proved and not row.reason:
        raise ScenarioError(f"{row.id}: reason is missing")
    if row.priority not in (1, 2, 3):
        raise ScenarioError(f"{row.id}: priority")


def _gap(name: str, entry: dict[str, Any]) -> Gap:
    _only(name, entry, Gap)
    gap = Gap(id=name, **entry)
    if type(gap.since) is not dt.date or not gap.reason or not gap.missing:
        raise ScenarioError(f"gaps.{name}: since is a date, reason and missing are sentences")
    return gap


def _only(name: str, entry: Mapping[str, Any], shape: type[Row] | type[Gap]) -> None:
    unknown = set(entry) - {known.name for known in fields(shape)} | set(entry) & {"id"}
    if unknown:
        raise ScenarioError(f"{name}: unknown key {min(unknown)}")


def expected_ids() -> list[str]:
    """Every id that the catalogue must have."""
    return [f"{letter}{number}" for letter, (_, count) in SECTIONS.items() for number in range(1, count + 1)]


_HEAD = """# Scenarios

Made from `tests/documents/scenarios.toml` by `python3 run.py docs`; do not edit by hand.
P is the priority: 1 must, 2 should, 3 may.

How it is shown: **test** names tests, those in `tests/e2e/` run the real supervisor, session, browser and wipe ·
**decision** is a test of the decision with the Windows code behind it · **staff panel** comes with it ·
**policy** is a setting or a rule at the desk, named in [operations.md](operations.md) · **not applicable** and
**not done** say why. `drill`: also part of `kiosk drill`, on the terminal itself.

"""


def document(catalogue: Catalogue) -> str:
    """The text of ``docs/scenarios.md``."""
    parts = [_HEAD, _summary(catalogue)]
    for letter, (title, _) in SECTIONS.items():
        rows = [row for row in catalogue.rows if row.id[0] == letter]
        parts.append(f"\n## {letter}. {title}\n\n| id | P | what happens | what must follow | how it is shown |\n")
        parts.append("|---|---|---|---|---|\n" + "".join(_line(row, catalogue.gaps) for row in rows))
    return "".join(parts) + _gaps(catalogue)


def _summary(catalogue: Catalogue) -> str:
    counts = {shown: sum(row.shown is shown for row in catalogue.rows) for shown in Shown}
    by_kind = ", ".join(f"{count} {shown}" for shown, count in counts.items() if count)
    drilled = sum(row.drill for row in catalogue.rows)
    gaps = len(catalogue.gaps)
    return f"{len(catalogue.rows)} scenarios: {by_kind}. {drilled} are in the drill. {gaps} have a gap, see the end.\n"


def _line(row: Row, gaps: Mapping[str, Gap]) -> str:
    parts = [f"**{row.shown}**", *(f"`{_short(test)}`" for test in row.tests), row.code and f"`{row.code}`", row.reason]
    parts += ["drill" if row.drill else "", "**gap, see the end**" if row.id in gaps else ""]
    evidence = " · ".join(part for part in parts if part)
    return f"| {row.id} | {row.priority} | {row.happens} | {row.follows} | {evidence} |\n"


def _short(test: str) -> str:
    file, _, name = test.partition("::")
    return f"{Path(file).name}::{name}"


def _gaps(catalogue: Catalogue) -> str:
    if not catalogue.gaps:
        return ""
    lines: Iterable[str] = (
        f"| {gap.id} | {gap.since} | {gap.reason} | {gap.missing} |\n" for gap in catalogue.gaps.values()
    )
    head = "\n## Gaps\n\nRows of priority 1 and 2 that are not shown, or only in part.\n\n"
    return head + "| id | since | why | what is missing |\n|---|---|---|---|\n" + "".join(lines)
