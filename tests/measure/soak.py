"""``python3 run.py soak``: random customers with random ends on one terminal. Nothing may grow; wipes are verified."""

import argparse
import json
import math
import random
import secrets
import signal
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kiosk.system import clock
from kiosk.training.drill.desk import Desk, ExpectationFailed
from kiosk.training.launch import RunningTerminal
from kiosk.training.remote.control import ControlError
from tests.measure.bench_report import machine
from tests.measure.soak_customers import Turn, draw, serve
from tests.measure.soak_figures import TOLERANCES, Row, Sample, plain, rows, sample, table

#: Seconds: a short grace period after a removed card (3 s in service), and a short notice after a broken session.
TIMERS = {"card_grace": 0.5}
NOTICE = 0.2
#: Customers between two progress lines; the exit code when the soak was stopped by a signal.
EVERY, STOPPED = 10, 130
#: The report is written to docs/soak.md from this number of customers on.
ENOUGH = 100
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "soak.md"


@dataclass
class Soak:
    """The result of a soak."""

    seed: int
    turns: list[Turn] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    wipes: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0
    #: Stopped by a signal: the results so far are reported, but it has not passed.
    stopped: bool = False

    @property
    def rows(self) -> list[Row]:
        """The rows of the report."""
        return rows(self.samples) if self.samples else []

    @property
    def passed(self) -> bool:
        """Whether all customers were served, no figure grew and no end was wrong."""
        return not (self.failures or self.stopped) and bool(self.samples) and not any(row.grew for row in self.rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the options, soak, report; returns 1 for growth or a wrong end, 130 when stopped by a signal."""
    options = _parser().parse_args(arguments)
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="kiosk-soak-") as folder:
        soak = run(Path(folder), options.customers, seed, lambda soak: _report_progress(soak, options))
    print(report(soak))
    _save(soak, options.json)
    if len(soak.turns) >= ENOUGH and not soak.stopped:
        DOCUMENT.write_text(document(soak), encoding="utf-8")
    return STOPPED if soak.stopped else 0 if soak.passed else 1


def _report_progress(soak: Soak, options: argparse.Namespace) -> None:
    """Print a progress line and save the figures so far, in case the rest is lost."""
    last = soak.samples[-1]
    here = f"{len(soak.turns):>4} of {options.customers}, {soak.seconds:.0f} s"
    print(f"{here}: {last.memory:.1f} MiB, {last.handles} handles, {last.threads} threads", file=sys.stderr, flush=True)
    _save(soak, options.json)


def _save(soak: Soak, file: Path | None) -> None:
    if file:
        file.write_text(json.dumps(as_json(soak), indent=1), encoding="utf-8")


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="run.py soak", description="Random customers with random ends; what grows?")
    parser.add_argument("--customers", type=int, default=300, help="how many (default 300, about 15 minutes)")
    parser.add_argument("--seed", type=int, help="play the same customers again")
    parser.add_argument("--json", type=Path, help="write all samples to this file")
    return parser


def run(folder: Path, customers: int, seed: int, on_progress: Callable[[Soak], None] = lambda _: None) -> Soak:
    """Serve all customers on one terminal; stops at the first wrong end and on Ctrl+C.

    ``on_progress`` is called after every ``EVERY`` customers.
    """
    soak, began = Soak(seed), clock.now()
    generator = random.Random(seed)
    with RunningTerminal(folder, timers=TIMERS, notice=NOTICE, reading=0.0, hasty=True) as terminal:
        desk = Desk(terminal)
        try:
            desk.wait_for_attract()
            # The first customer is a warm-up for what is loaded once, and is not counted.
            for number in range(-1, customers):
                turn = draw(generator)
                if not _one(desk, soak, turn, number):
                    break
                soak.seconds = clock.now() - began
                if soak.turns and len(soak.turns) % EVERY == 0:
                    on_progress(soak)
        except KeyboardInterrupt:
            soak.stopped = True
    return soak


def _one(desk: Desk, soak: Soak, turn: Turn, number: int) -> bool:
    try:
        wipe = serve(desk, turn)
    except (ExpectationFailed, ControlError) as error:
        soak.failures.append(f"customer {number + 1}, {turn.end} at {turn.depth}: {error}")
        return False
    if number >= 0:
        assert desk.terminal.process is not None
        soak.turns.append(turn)
        soak.wipes.append(wipe)
        soak.samples.append(sample(desk.terminal.process.pid, desk.terminal.data))
    return True


def report(soak: Soak) -> str:
    """The report in Markdown."""
    ends = Counter(turn.end for turn in soak.turns)
    wipes = sorted(soak.wipes) or [0.0]
    lines = [
        f"{len(soak.turns)} customers, seed {soak.seed}, {soak.seconds:.0f} s",
        "",
        table(soak.rows),
        "",
        f"Wipes: all {len(soak.wipes)} verified; median {wipes[len(wipes) // 2]:.0f} ms, longest {wipes[-1]:.0f} ms.",
        f"Ends: {', '.join(f'{name} {count}' for name, count in sorted(ends.items()))}.",
        *(f"FAILED: {failure}" for failure in soak.failures),
        "stopped before its end" if soak.stopped else "passed" if soak.passed else "FAILED",
    ]
    return "\n".join(lines)


def document(soak: Soak) -> str:
    """The text of docs/soak.md."""
    why = [f"- **{name}** may grow by {most:g} {text}" for name, (most, text) in TOLERANCES.items() if most < math.inf]
    facts = [f"- {name}: {value}" for name, value in machine("") if name != "Chromium"]
    return _DOCUMENT.format(report=report(soak), why="\n".join(why), machine="\n".join(facts))


_DOCUMENT = """# Soak

Written by `python3 run.py soak` when it has served 100 customers or more; every such run replaces it.

{report}

Each customer comes as far as a random choice says and ends in a random way. The figures are taken at the attract screen
after each customer, and the medians of the first and the last third are compared. A customer whose end is not verified,
or has another reason than expected, ends the soak as failed.

{why}

{machine}
"""


def as_json(soak: Soak) -> dict[str, Any]:
    """All results as values for JSON."""
    return {
        "seed": soak.seed,
        "seconds": round(soak.seconds, 1),
        "passed": soak.passed,
        "stopped": soak.stopped,
        "failures": soak.failures,
        "turns": [[turn.end, turn.depth] for turn in soak.turns],
        "wipe_ms": soak.wipes,
        **plain(soak.rows, soak.samples),
    }


if __name__ == "__main__":
    raise SystemExit(main())
