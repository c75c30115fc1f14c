"""``kiosk demo --play``: the incident of 2022, played by itself, first as it was, then with the kiosk.

A logs in and walks away without logging out, B sits down and applies. Every row is a step, what must be seen, what was
seen; the exit code is 0 only if every row holds.
"""

import argparse
import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.training import walk
from kiosk.training.control import ControlError
from kiosk.training.control_experiment import SharedBrowser
from kiosk.training.launch import RunningTerminal
from kiosk.training.portal.settings import Mode
from kiosk.training.walk import A, B

LABELS = {"taro": "A", "hanako": "B"}


@dataclass(frozen=True)
class Row:
    """One line of the table."""

    step: str
    expected: str
    seen: str

    @property
    def holds(self) -> bool:
        """What was seen is what was expected."""
        return self.expected == self.seen


@dataclass
class Play:
    """One performance: the terminal, where the pictures go, and the rows so far."""

    terminal: RunningTerminal
    pictures: Path
    rows: list[Row] = field(default_factory=list)
    taken: int = 0

    def row(self, step: str, expected: str, look: Callable[[], str]) -> None:
        """Look, and note what was seen; a refusal of the other side is a sight too."""
        try:
            seen = look()
        except ControlError as error:
            seen = f"{error}"[:160]
        self.rows.append(Row(step, expected, seen))
        sys.stdout.write(f"  {'ok ' if self.rows[-1].holds else 'NO '} {step}\n")
        sys.stdout.flush()

    def picture(self, name: str) -> None:
        """A numbered screenshot of what a person sees now."""
        self.taken += 1
        self.terminal.control.screenshot(self.pictures / f"{self.taken:02d}-{name}.png")

    def points(self) -> str:
        """Whose points are tied to which payment service, as the portal knows it."""
        tied = {LABELS.get(_person(label), label): service for label, service in self.terminal.portal.applications().items()}
        return ", ".join(f"{who} → {service}" for who, service in sorted(tied.items())) or "nobody's"


def _person(label: str) -> str:
    return label.partition(" ")[0]


def main(options: argparse.Namespace) -> int:
    """Play all modes; print the table; the exit code."""
    options.out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="madoguchi-play-") as folder:
        root = options.folder or Path(folder)
        with RunningTerminal(root, fullscreen=options.fullscreen, show_errors=False, notice=1.0) as terminal:
            play = Play(terminal, options.out)
            _with_kiosk(play)
            receipts = terminal.control.terminal()["receipts"]
        with RunningTerminal(root / "shared", station_only=True) as terminal:
            control = Play(terminal, options.out, play.rows, play.taken)
            _without_kiosk(control)
    _print_table(play.rows)
    _print_receipts(receipts)
    sys.stdout.write(f"\nscreenshots: {options.out}\n")
    return 0 if play.rows and all(row.holds for row in play.rows) else 1
