"""The report of a drill, as text for people and as JSON: terminal, versions, scenarios, receipts, times, figures."""

import getpass
import json
import os
import platform
import statistics
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from kiosk.training.base.receipts import step_time
from kiosk.training.drill.desk import wipe_ms
from kiosk.training.drill.scenario import Result
from kiosk.version import __version__

#: Budgets of the median in milliseconds on a 2-core machine, as in docs/performance.md.
BUDGETS = {"curtain": 50.0, "wipe": 120.0}
FIGURES = {"curtain": "tap to painted curtain", "wipe": "wipe, steps 1 to 7 without the portal's logout"}
NAME = "drill"
ROOT_NOTE = "run as root: the page's process was not confined. Only the training part allows that; `kiosk run` refuses."


@dataclass(frozen=True)
class Figure:
    """Statistics of one kind of duration, in milliseconds."""

    count: int
    median: float
    most: float
    budget: float

    @classmethod
    def of(cls, values: Sequence[float], budget: float) -> "Figure":
        """Median and maximum; zeros for no values."""
        median = statistics.median(values) if values else 0.0
        return cls(len(values), round(median, 1), round(max(values, default=0.0), 1), budget)


@dataclass(frozen=True)
class Report:
    """One drill. ``place``: terminal, computer and versions, as texts by key."""

    started: str
    seconds: float
    place: dict[str, str]
    notes: tuple[str, ...]
    results: tuple[Result, ...]
    curtains: tuple[float, ...]

    @property
    def passed(self) -> bool:
        """Whether at least one scenario was played and none failed."""
        return bool(self.results) and all(result.ok for result in self.results)

    @property
    def figures(self) -> dict[str, Figure]:
        """The times of curtain and wipe."""
        receipts = [receipt for result in self.results for receipt in result.receipts]
        values = {"curtain": list(self.curtains), "wipe": [wipe_ms(receipt) for receipt in receipts]}
        return {name: Figure.of(found, BUDGETS[name]) for name, found in values.items()}

    def to_json(self) -> dict[str, Any]:
        """The report as values for JSON."""
        return {
            "report": "kiosk drill",
            "version": 1,
            "passed": self.passed,
            "started": self.started,
            "seconds": round(self.seconds, 1),
            **self.place,
            "notes": list(self.notes),
            "scenarios": [asdict(result) for result in self.results],
            "figures_ms": {name: asdict(figure) for name, figure in self.figures.items()},
        }

    def to_text(self) -> str:
        """The report as plain text."""
        failed = [result for result in self.results if not result.ok]
        verdict = (
            "PASSED" if self.passed else f"FAILED: {', '.join(' '.join(result.ids) for result in failed) or 'none'}"
        )
        head = [f"kiosk drill: {verdict}", ""]
        head += [f"{key:<10} {value}" for key, value in self.place.items()]
        head += [f"{'started':<10} {self.started}, {self.seconds:.0f} s"]
        head += [f"{'note':<10} {note}" for note in self.notes]
        lines = [*head, "", "scenarios", *map(line_of, self.results), "", "wipe receipts"]
        lines += [_receipt(receipt) for result in self.results for receipt in result.receipts]
        lines += ["", "figures", *(_figure(name, figure) for name, figure in self.figures.items()), ""]
        return "\n".join(lines)

    def save(self, folder: Path) -> Path:
        """Write text and JSON; returns the path of the text."""
        folder.mkdir(parents=True, exist_ok=True)
        plain = json.dumps(self.to_json(), ensure_ascii=False, indent=1)
        (folder / f"{NAME}.json").write_text(plain + "\n", encoding="utf-8")
        text = folder / f"{NAME}.txt"
        text.write_text(self.to_text(), encoding="utf-8")
        return text


def begin_of(label: str, name: str) -> str:
    """The first columns of a scenario's line: ids and name."""
    return f"{label:<10} {name:<40}"


def end_of(result: Result) -> str:
    """The other columns: seconds, result, what was seen."""
    return f"{result.seconds:5.1f} s  {'ok' if result.ok else 'NO'}  {result.seen}"


def line_of(result: Result) -> str:
    """The whole line of a scenario."""
    return f"{begin_of(' '.join(result.ids), result.name)} {end_of(result)}"


def _receipt(receipt: dict[str, Any]) -> str:
    steps = " ".join(f"{step['step']} {step_time(step)}" for step in receipt["steps"])
    verified = "verified" if receipt["verified"] else "NOT VERIFIED"
    return f"{receipt['number']:>4}  {receipt['reason'] or 'start':<16} {verified}  {steps}"


def _figure(name: str, figure: Figure) -> str:
    over = "" if figure.median <= figure.budget else "  ABOVE THE BUDGET"
    values = f"median {figure.median:.0f} ms, most {figure.most:.0f} ms, {figure.count} times"
    return f"{FIGURES[name]}: {values} (budget for the median {figure.budget:.0f} ms){over}"


def place(terminal: str) -> dict[str, str]:
    """Terminal, computer and versions that were drilled, for the head of the report."""
    from PySide6.QtCore import qVersion
    from PySide6.QtWebEngineCore import qWebEngineChromiumVersion

    return {
        "terminal": terminal,
        "computer": platform.node(),
        "account": getpass.getuser(),
        "kiosk": __version__,
        "python": platform.python_version(),
        "qt": f"{qVersion()}, Chromium {qWebEngineChromiumVersion()!s}",
        "system": platform.platform(),
        "display": os.environ.get("QT_QPA_PLATFORM") or os.environ.get("DISPLAY") or sys.platform,
    }
