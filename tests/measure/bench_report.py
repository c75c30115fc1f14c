"""The bench's figures: statistics, budgets, the table, docs/performance.md, the JSON file."""

import math
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.system import clock

#: The keys of ``--json``, in order.
TIMES = (
    "curtain_ms", "wipe_verified_ms", "curtain_canary_ms", "wipe_canary_ms",
    "ready_ms", "chromium_restart_ms", "page_ms",
)  # fmt: skip
HOLD = ("hold_page_ratio", "hold_part_ms", "hold_fetch_ms", "hold_first_page_ms", "hold_memory_mb")
COUNTS = ("ready_vs_chromium", "login_apdus", "second_check_apdus", "memory_attract_mb", "memory_session_mb")
KEYS = (*TIMES, *COUNTS, *HOLD)


@dataclass(frozen=True)
class Figure:
    """One row. ``most``, ``most_p95``: budgets of median and 95th percentile, or None. No values: not measured."""

    key: str
    title: str
    values: tuple[float, ...] = ()
    unit: str = "ms"
    most: float | None = None
    most_p95: float | None = None
    note: str = ""

    @property
    def median(self) -> float | None:
        """The median."""
        return statistics.median(self.values) if self.values else None

    @property
    def p95(self) -> float | None:
        """The 95th percentile (nearest rank); None for a single value."""
        ranked = sorted(self.values)
        return ranked[math.ceil(0.95 * len(ranked)) - 1] if len(ranked) > 1 else None

    @property
    def holds(self) -> bool | None:
        """Whether the budgets hold; None: no budget, or nothing measured."""
        pairs = [(self.median, self.most), (self.p95, self.most_p95)]
        judged = [value <= most for value, most in pairs if value is not None and most is not None]
        return all(judged) if judged else None


def all_hold(figures: Sequence[Figure]) -> bool:
    """Whether no budget is broken."""
    return all(figure.holds is not False for figure in figures)


def to_json(figures: Sequence[Figure]) -> dict[str, Any]:
    """A value for each of ``KEYS``; null where nothing could be measured."""
    found = {figure.key: figure for figure in figures}
    return {key: _plain(found.get(key), key in TIMES) for key in KEYS}


def _plain(figure: Figure | None, spread: bool) -> Any:
    if figure is None or figure.median is None:
        return None
    if spread:
        return {"median": round(figure.median, 1), "p95": round(figure.p95 or figure.median, 1)}
    return int(figure.median) if figure.unit == "APDUs" else round(figure.median, 3)


def rows(figures: Sequence[Figure]) -> list[tuple[str, ...]]:
    """The rows of the table, beginning with its head."""
    return [("", "median", "p95", "budget", "")] + [_row(figure) for figure in figures]


def _row(figure: Figure) -> tuple[str, ...]:
    verdict = {True: "holds", False: "BROKEN", None: ""}[figure.holds]
    return (figure.title, _cell(figure, figure.median), _cell(figure, figure.p95), _budget(figure), verdict)


def _cell(figure: Figure, value: float | None) -> str:
    if value is None:
        return "–" if figure.values else "not measured"
    return f"{_number(figure, value)} {figure.unit}".strip()


def _number(figure: Figure, value: float) -> str:
    if not figure.unit:
        return f"{value:.2f}"
    return f"{value:.1f}" if figure.key in HOLD else f"{value:.0f}"


def _budget(figure: Figure) -> str:
    parts = []
    if figure.most is not None:
        parts.append(f"≤ {figure.most:g} {figure.unit}".strip())
    if figure.most_p95 is not None:
        parts.append(f"p95 ≤ {figure.most_p95:g} {figure.unit}".strip())
    return ", ".join(parts)


def plain_table(figures: Sequence[Figure]) -> str:
    """The table as plain text."""
    table = rows(figures)
    widths = [max(len(row[column]) for row in table) for column in range(len(table[0]))]
    lines = [
        "  ".join(
            [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        )
        for row in table
    ]
    return "\n".join(line.rstrip() for line in lines)


def keys_of_hold(figures: Sequence[Figure]) -> str:
    """What the hold costs, a line for each key."""
    found = to_json(figures)
    return "\n".join(f"{key}: {'not measured' if found[key] is None else found[key]}" for key in HOLD)


def document(figures: Sequence[Figure], facts: Sequence[tuple[str, str]], rounds: int) -> str:
    """The text of docs/performance.md."""
    head, *body = rows(figures)
    lines = [f"| {' | '.join(head)} |", "|---|--:|--:|--:|---|", *(f"| {' | '.join(row)} |" for row in body)]
    notes = [f"- **{figure.title}**: {figure.note}" for figure in figures if figure.note]
    machine = [f"- {name}: {value}" for name, value in facts]
    return _DOCUMENT.format(table="\n".join(lines), notes="\n".join(notes), machine="\n".join(machine), rounds=rounds)


def machine(chromium: str) -> list[tuple[str, str]]:
    """Names and values of the machine, its software and its load."""
    import PySide6

    display = (os.environ.get("DISPLAY") and "X11") or os.environ.get("QT_QPA_PLATFORM", "the default")
    return [
        ("Measured", clock.wall().strftime("%Y-%m-%d")),
        ("Machine", f"{_processor()}, {os.cpu_count()} cores, {_memory_gb()} GB"),
        ("System", f"{_system()}, kernel {platform.release()}"),
        ("Python", platform.python_version()),
        ("PySide6", PySide6.__version__),
        ("Chromium", chromium or "not installed: its rows are not measured"),
        ("Qt platform", str(display)),
        ("Load when it began", f"{os.getloadavg()[0]:.1f}"),
    ]


def _processor() -> str:
    for line in Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines():
        if line.startswith("model name"):
            return line.partition(":")[2].strip()
    return platform.machine()


def _memory_gb() -> int:
    return round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30)


def _system() -> str:
    return platform.freedesktop_os_release().get("PRETTY_NAME", platform.system())


_DOCUMENT = """# Performance

Written by `python3 run.py bench`; every run replaces it. The budgets are the project's own: a change of customers that
nobody has to wait for, and half the time of a restarted browser.

{table}

## What was measured on

{machine}

## How

- {rounds} pairs: one change of customers at the kiosk, then one restart of a Chromium kiosk, in turn, in the same run.
  The first pair is a warm-up and is dropped. Then {rounds} customers who log in, in turn with {rounds} who leave the
  canary page open; before all, one goes through to the result.
- All times are of one clock (CLOCK_BOOTTIME), taken inside the process in which the thing happens: the tap in the
  session, the curtain's paint in the supervisor, the first paint in the next session. Nobody asks the kiosk anything
  while a time runs. Only the training station's parts (software card, control channel) are added to `kiosk run`.
- p95 is the nearest rank: with {rounds} values it is close to the worst one.

{notes}

## Seen from outside

Not measured by the bench, but by two tests that fail when a limit is passed; figures of November 2026, two cores.

- **Film of two monitors** (`tests/e2e/test_frames.py`, Xvfb, 200 to 500 frames a second, the machine busy): the last
  frame with the page came 36–69 ms after the hardware key, 22–27 ms after the card was taken, 55–83 ms after the
  session's process was killed, 24–35 ms after the page's was. After 次の方へ and after the idle warning there is none:
  both hide the page first. From the first curtain to the stop no frame shows the desktop. A new monitor is covered
  after 0.03 s (0.5 s allowed).
- **Event loops** (`tests/e2e/test_pace.py`): on a whole path none stands still for 50 ms. Up to 40 ms at a switch of
  language or letters, 30 ms in the supervisor; but for the engine's start behind the attract screen, 60–130 ms.

## Survey

`python3 run.py bench --survey`; figures of November 2026, one of two cores, the machine busy. A million
lines of one terminal and one year: 36 s of CPU time for verifying, loading and all questions (60 allowed), 2.1 s for
the slowest question (5), 250 MB (500).
"""
