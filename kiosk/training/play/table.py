"""The rows of the play (step, expected, seen) and the wipe receipts, printed as plain text."""

import sys
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import Any

from kiosk.training.base.receipts import step_time
from kiosk.training.remote.control import Control, ControlError


@dataclass(frozen=True)
class Row:
    """One row of the table. ``scene``: the heading above it."""

    scene: str
    step: str
    expected: str
    seen: str

    @property
    def holds(self) -> bool:
        """Whether the expected was seen."""
        return self.expected == self.seen


@dataclass
class Play:
    """The state of a play: folder of the pictures, rows so far, number of pictures taken, current scene."""

    pictures: Path
    rows: list[Row] = field(default_factory=list)
    taken: int = 0
    scene: str = ""

    def begin(self, scene: str) -> None:
        """Begin a scene: the following rows belong to it."""
        self.scene = scene
        self.say(scene)

    def row(self, step: str, expected: str, observe: Callable[[], str]) -> None:
        """Add a row with what ``observe`` returns, or with its ControlError."""
        try:
            seen = observe()
        except ControlError as error:
            seen = str(error)[:160]
        self.rows.append(Row(self.scene, step, expected, seen))
        self.say(f"  {'ok' if self.rows[-1].holds else 'NO'}  {step}")

    def picture(self, control: Control, name: str) -> None:
        """Save a numbered screenshot of the curtain or the session's window."""
        control.screenshot(self._next(name))

    def picture_of_session(self, control: Control, name: str) -> None:
        """Save a numbered screenshot of the session's window only: the old desk has no curtain."""
        control.ask("session", "screenshot", path=str(self._next(name)))

    def _next(self, name: str) -> Path:
        self.taken += 1
        return self.pictures / f"{self.taken:02d}-{name}.png"

    def say(self, text: str) -> None:
        """Print a line at once: the play takes about two minutes."""
        sys.stdout.write(f"{text}\n")
        sys.stdout.flush()


def print_table(rows: Sequence[Row]) -> None:
    """Print step, expected and seen in columns, below the name of their scene."""
    lines: list[Sequence[str]] = [("step", "expected", "seen", "")]
    for scene, group in groupby(rows, lambda row: row.scene):
        lines.append((scene.upper(), "", "", ""))
        lines += [(f"  {row.step}", row.expected, row.seen, "ok" if row.holds else "NO") for row in group]
    _print_columns(lines)


def print_receipts(receipts: Iterable[dict[str, Any]]) -> None:
    """Print for each wipe its reason, whether it was verified, and the milliseconds of its steps."""
    sys.stdout.write("\nwipe receipts\n")
    lines = [("no.", "reason", "verified", "steps (ms)")]
    for receipt in receipts:
        steps = " ".join(f"{step['step']} {step_time(step)}" for step in receipt["steps"])
        lines.append((str(receipt["number"]), receipt["reason"] or "start", _yes(receipt["verified"]), steps))
    _print_columns(lines)


def _yes(value: bool) -> str:
    return "yes" if value else "NO"


def _print_columns(lines: Sequence[Sequence[str]]) -> None:
    widths = [max(_width(line[column]) for line in lines) for column in range(len(lines[0]) - 1)]
    for line in lines:
        padded = [cell + " " * (width - _width(cell)) for cell, width in zip(line, widths, strict=False)]
        sys.stdout.write("  ".join([*padded, line[-1]]).rstrip() + "\n")


def _width(text: str) -> int:
    """Columns on a terminal: a full-width character takes two."""
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)
