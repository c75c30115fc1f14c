"""``kiosk drill``: the scenarios of docs/scenarios.md that can be played on site, on a terminal being installed.

It uses the real browser, supervisor and wipe with the training portal and software cards in a folder of its own. It
never uses a real card or a real portal, and leaves only its report behind.
"""

import argparse
import os
import signal
import sys
import tempfile
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import psutil

from kiosk.config.settings import ConfigError, load_config
from kiosk.exit_codes import ExitCode
from kiosk.processes import start as processes
from kiosk.supervisor.terminal_settings import LOCK
from kiosk.system import clock, console, deletion
from kiosk.training.base.process_tree import alive
from kiosk.training.drill import (
    cards as drill_cards,
    machine as drill_machine,
    people as drill_people,
    practice as drill_practice,
    report as drill_report,
)
from kiosk.training.drill.desk import Desk, ExpectationFailed
from kiosk.training.drill.scenario import Result, Scenario
from kiosk.training.launch import RunningTerminal

PREFIX = "madoguchi-drill-"
#: Time limits of the second terminal, in seconds: below what a real configuration may have.
HURRY = {"idle": 3.0, "warning": 2.0, "completion": 1.0}
NOTICE = 0.5
READY_LIMIT = 40.0
#: Bytes of a failed terminal's standard error that are kept.
MOST_ERRORS = 20_000
HURRY_NOTE = (
    "A2, A4, A5, A9, E1, E7 had short limits: idle 3 s, warning 2 s, result 1 s; E13: silence 2 s. "
    "Notices stood for 0.5 s; pages asked for the card at once, not a second after their load."
)
SCENARIOS: tuple[Scenario, ...] = (
    *drill_people.ORDINARY,
    *drill_cards.ORDINARY,
    *drill_machine.ORDINARY,
    *drill_practice.ORDINARY,
    *drill_people.HURRIED,
    *drill_machine.HURRIED,
)
OpenDesk = Callable[[bool], Desk]


class Drill:
    """Plays scenarios one after the other. After a failed scenario the terminal is restarted."""

    def __init__(self, open_desk: OpenDesk, say: Callable[[str], None], evidence_folder: Path) -> None:
        self._open_desk = open_desk
        self._say = say
        self._evidence_folder = evidence_folder
        self._desk: Desk | None = None
        self._hurried = False
        self.curtains: list[float] = []

    def run(self, scenarios: Sequence[Scenario]) -> list[Result]:
        """Play all scenarios and print one line for each."""
        results = []
        order = sorted(scenarios, key=lambda scenario: scenario.hurried)
        for number, scenario in enumerate(order, 1):
            self._say(f"{number:>2}/{len(order)}  {drill_report.begin_of(scenario.label, scenario.name)} ")
            results.append(self._play(scenario))
            self._say(f"{drill_report.end_of(results[-1])}\n")
        return results

    def close(self) -> None:
        """Stop the terminal if one is running."""
        desk, self._desk = self._desk, None
        if desk is not None:
            self.curtains += desk.curtains
            desk.terminal.stop()

    def _play(self, scenario: Scenario) -> Result:
        began, before, ok = clock.now(), 0, False
        try:
            desk = self._desk_for(scenario.hurried)
            desk.reset()
            before = max((receipt["number"] for receipt in desk.receipts()), default=0)
            seen, ok = scenario.run(desk), True
        except Exception as error:  # any error means that the scenario failed
            seen = f"{type(error).__name__}: {error}"
            self._evidence(scenario.ids[0])
        receipts = self._receipts(before)
        if not ok:
            self.close()
        return Result(scenario.ids, scenario.name, ok, seen, round(clock.now() - began, 1), receipts)

    def _desk_for(self, hurried: bool) -> Desk:
        if self._desk is not None and hurried != self._hurried:
            self.close()
        if self._desk is None:
            self._desk, self._hurried = self._open_desk(hurried), hurried
        return self._desk

    def _evidence(self, name: str) -> None:
        """Save a screenshot and the end of the terminal's standard error beside the report."""
        with suppress(Exception):
            if self._desk is None:
                return
            place = self._evidence_folder.resolve() / f"{drill_report.NAME}-{name}.png"
            place.parent.mkdir(parents=True, exist_ok=True)
            errors = self._desk.terminal.errors
            place.with_suffix(".err").write_bytes(errors.read_bytes()[-MOST_ERRORS:] if errors.is_file() else b"")
            self._desk.control.screenshot(place)

    def _receipts(self, after: int) -> tuple[dict[str, object], ...]:
        with suppress(Exception):
            if self._desk is not None:
                return tuple(receipt for receipt in self._desk.receipts() if receipt["number"] > after)
        return ()


def opener(folder: Path, fullscreen: bool) -> OpenDesk:
    """A function that starts terminals, each in a folder of its own below ``folder``."""

    def open_desk(hurried: bool) -> Desk:
        place = folder / str(len(list(folder.iterdir())) + 1)
        timers = HURRY if hurried else {}
        terminal = RunningTerminal(
            place, notice=NOTICE, reading=0.0, fullscreen=fullscreen, timers=timers, show_errors=True, hasty=True
        )
        try:
            terminal.__enter__()
            terminal.control.wait_phase("ready", READY_LIMIT)
        except Exception as error:
            terminal.stop()
            raise ExpectationFailed(f"the terminal did not start: {error} {last_words(terminal)}") from error
        return Desk(terminal)

    return open_desk


def last_words(terminal: RunningTerminal) -> str:
    """The last line that a terminal wrote to its standard error."""
    lines = terminal.errors.read_text("utf-8", "replace").split("\n") if terminal.errors.is_file() else []
    return next((line.strip() for line in reversed(lines) if line.strip()), "")


def main(arguments: list[str]) -> int:
    """Parse the options of ``kiosk drill`` and run it; the exit code."""
    options = _parser().parse_args(arguments)
    unknown = unknown_ids(options.only)
    if unknown:
        known = " ".join(sorted({name for scenario in SCENARIOS for name in scenario.ids}))
        console.write_error(f"kiosk drill: --only {unknown[0]}: no such scenario; there are {known}")
        return ExitCode.WRONG_USE
    terminal, lock = terminal_of_this_machine()
    if lock and kiosk_runs(lock):
        console.write_error("kiosk drill: refused: `kiosk run` serves people on this terminal; stop it first")
        return ExitCode.REFUSED
    if sys.platform.startswith("linux") and not (os.environ.get("DISPLAY") or os.environ.get("QT_QPA_PLATFORM")):
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    try:
        return run(chosen(options.only), options, terminal)
    except KeyboardInterrupt:
        console.write_error("\nkiosk drill: stopped; nothing was left behind, there is no report")
        return ExitCode.CHECK_FAILED


def run(scenarios: Sequence[Scenario], options: argparse.Namespace, terminal: str) -> int:
    """Play the scenarios in a folder of their own, remove it, write the report; the exit code."""
    processes.become_subreaper()
    started, began = clock.wall().isoformat(timespec="seconds"), clock.now()
    folder = Path(tempfile.mkdtemp(prefix=PREFIX))
    drill = Drill(opener(folder, options.fullscreen), _say, options.out)
    left = Result(("end",), "nothing is left", ok=False, seen="", seconds=0.0)
    try:
        results = drill.run(scenarios)
    finally:
        drill.close()
        left = leave(folder)
    _say(f"       {drill_report.line_of(left)}\n")
    report = drill_report.Report(
        started, clock.now() - began, drill_report.place(terminal), notes(), (*results, left), tuple(drill.curtains)
    )
    file = report.save(options.out)
    _say(f"\n{report.to_text().splitlines()[0]}\nreport: {file} and {file.with_suffix('.json').name}\n")
    return ExitCode.OK if report.passed else ExitCode.CHECK_FAILED


def leave(folder: Path) -> Result:
    """End all processes below this one and delete the folder. Returns the last line of the report."""
    began = clock.now()
    running = [process.name() for process in alive(psutil.Process().children(recursive=True))]
    stuck = processes.kill_tree([], frozenset(), clock.now() + 5.0)
    gone = deletion.delete_folder(folder, folder.with_name(f"{folder.name}-aside"))
    wrong = [f"still running: {', '.join(running)}"] if running else []
    wrong += [text for text in (stuck, gone.reason) if text]
    seen = "; ".join(wrong) or "no process of the drill runs, its folder is deleted"
    return Result(("end",), "nothing is left", not wrong, seen, round(clock.now() - began, 1))


def notes() -> tuple[str, ...]:
    """Notes for the reader of the report: shortened limits, missing sandbox."""
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    return (HURRY_NOTE, drill_report.ROOT_NOTE) if root else (HURRY_NOTE,)


def chosen(only: Sequence[str]) -> list[Scenario]:
    """The scenarios with one of these ids; all without ids."""
    return [scenario for scenario in SCENARIOS if not only or set(only) & set(scenario.ids)]


def unknown_ids(only: Sequence[str]) -> list[str]:
    """Those of these ids that no scenario has."""
    known = {name for scenario in SCENARIOS for name in scenario.ids}
    return [name for name in only if name not in known]


def terminal_of_this_machine() -> tuple[str, Path | None]:
    """The terminal's name in the machine's configuration and the lock file of its kiosk; nothing else of it is used."""
    try:
        config = load_config(None)
    except ConfigError:
        return "its kiosk.toml is wrong", None
    if config.file is None:
        return "not configured yet", None
    return config.terminal_id, config.data_folder / LOCK


def kiosk_runs(lock: Path) -> bool:
    """Whether a living process holds this lock (the first line of a QLockFile is its pid)."""
    try:
        return psutil.pid_exists(int(lock.read_text("utf-8").splitlines()[0]))
    except (OSError, ValueError, IndexError, OverflowError):
        return False


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk drill",
        description="Try the scenarios of docs/scenarios.md on this terminal, with software cards.",
        epilog="exit codes: 0 all as it must be, 1 a scenario failed, 2 wrong use, 3 refused while `kiosk run` runs",
    )
    parser.add_argument("--out", type=Path, default=Path("var/drill"), help="folder for drill.txt and drill.json")
    parser.add_argument("--only", type=_ids, default=[], metavar="ID,...", help="only these scenarios")
    parser.add_argument("--fullscreen", action="store_true", help="the whole screen instead of a window of 1280×800")
    return parser


def _ids(text: str) -> list[str]:
    return [word.strip().upper() for word in text.split(",") if word.strip()]


def _say(text: str) -> None:
    target = console.output()
    target.write(text)
    target.flush()
