"""``python3 run.py soak``: random customers with random ends on one terminal. Nothing grows, every wipe is verified."""

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

#: A person who goes is away at once in a soak; the real grace is 3 s. The notice after a broken session is short, too.
TIMERS = {"card_grace": 0.5}
NOTICE = 0.2
#: After how many customers it says how far it is; the exit code when somebody stopped it.
EVERY, STOPPED = 10, 130
#: From so many customers on the report is worth being kept.
ENOUGH = 100
DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "soak.md"


@dataclass
class Soak:
    """What came of it."""

    seed: int
    turns: list[Turn] = field(default_factory=list)
    samples: list[Sample] = field(default_factory=list)
    wipes: list[float] = field(default_factory=list)
    failures: list[str] = field(default_factory=list)
    seconds: float = 0.0
    #: Somebody ended it early: what there is counts, but it is no pass.
    stopped: bool = False

    @property
    def rows(self) -> list[Row]:
        """The figures."""
        return rows(self.samples) if self.samples else []

    @property
    def passed(self) -> bool:
        """Nothing grew, no customer's end was unlike what must follow."""
        return not (self.failures or self.stopped) and bool(self.samples) and not any(row.grew for row in self.rows)


def main(arguments: Sequence[str] | None = None) -> int:
    """Parse the options, soak, report; 1 for growth or any end that was not verified, 130 when it was stopped."""
    options = _parser().parse_args(arguments)
    seed = secrets.randbelow(1_000_000) if options.seed is None else options.seed
    print(f"seed {seed}", flush=True)
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with tempfile.TemporaryDirectory(prefix="kiosk-soak-") as folder:
        soak = run(Path(folder), options.customers, seed, lambda soak: _on_the_way(soak, options))
    print(report(soak))
    _save(soak, options.json)
    if len(soak.turns) >= ENOUGH and not soak.stopped:
        DOCUMENT.write_text(document(soak), encoding="utf-8")
    return STOPPED if soak.stopped else 0 if soak.passed else 1


def _on_the_way(soak: Soak, options: argparse.Namespace) -> None:
    """A line and the figures so far, so that nothing is lost with whatever may happen to the rest."""
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


def run(folder: Path, customers: int, seed: int, on_the_way: Callable[[Soak], None] = lambda _: None) -> Soak:
    """Serve them all on one terminal; stops at the first end that was unlike what must follow, and on Ctrl+C.

    ``on_the_way`` is called after every ``EVERY`` customers.
    """
    soak, began = Soak(seed), clock.now()
    dice = random.Random(seed)
    with RunningTerminal(folder, timers=TIMERS, notice=NOTICE, hasty=True) as terminal:
        desk = Desk(terminal)
        try:
            desk.wait_for_attract()
            # The first customer warms up what is loaded once; nobody compares with a terminal that never served.
            for number in range(-1, customers):
                turn = draw(dice)
                if not _one(desk, soak, turn, number):
                    break
                soak.seconds = clock.now() - began
                if soak.turns and len(soak.turns) % EVERY == 0:
                    on_the_way(soak)
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
    """What happened, in Markdown."""
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
    """docs/soak.md."""
    why = [f"- **{name}** may grow by {most:g} {text}" for name, (most, text) in TOLERANCES.items() if most < math.inf]
    facts = [f"- {name}: {value}" for name, value in machine("") if name != "Chromium"]
    return _DOCUMENT.format(report=report(soak), why="\n".join(why), machine="\n".join(facts))


_DOCUMENT = """# Soak

Written by `python3 run.py soak` when it has served 100 customers or more; every such run replaces it.

{report}

Each customer comes as far as the dice say and goes as the dice say; the figures are taken at the attract screen after
each, and compared as medians of the first and the last third. A customer whose end is not verified, or is another one
than it must be, ends the soak as failed.

{why}

{machine}
"""


def as_json(soak: Soak) -> dict[str, Any]:
    """Everything, for other programs."""
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
