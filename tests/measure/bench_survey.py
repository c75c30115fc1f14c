"""``run.py bench --survey``: a survey of a million lines, in a process of its own on one core."""

import json
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from datetime import date, datetime, time
from pathlib import Path
from random import Random
from time import process_time
from typing import Any

from kiosk.survey.register import load_register
from kiosk.survey.store import Store
from kiosk.survey.survey import Request, carry_out
from tests.measure.bench_report import Figure
from tests.support.recorder import Recorder, visit, working_days

LINES = 1_000_000
YEAR = (date(2022, 4, 1), date(2023, 3, 31))


def measure(lines: int = LINES) -> list[Figure]:
    """Write the lines of a year of one busy terminal, survey them, and give the figures with their budgets."""
    with tempfile.TemporaryDirectory(prefix="madoguchi-bench-") as folder:
        written = write_year(Path(folder), lines)
        child = [sys.executable, "-m", "tests.measure.bench_survey", folder]
        found = json.loads(subprocess.run(child, check=True, stdout=subprocess.PIPE).stdout.splitlines()[-1])
    return [
        Figure("survey_lines", "survey, lines", (written,), "lines"),
        Figure("survey_s", "survey, one core", (found["seconds"],), "s", 60, note="CPU time of the whole command."),
        Figure("survey_question_s", "slowest question", (found["question"],), "s", 5),
        Figure("survey_memory_mb", "survey, memory at most", (found["megabytes"],), "MB", 500),
    ]


def write_year(folder: Path, lines: int) -> int:
    """The files of one terminal with at least so many lines, and the list that names it."""
    recorder, chance = Recorder(folder / "nishi-1", "nishi-1", datetime.combine(YEAR[0], time(8))), Random(1)
    days = working_days(*YEAR)
    for number, day in enumerate(days, 1):
        recorder.now = datetime.combine(day, time(8, 30))
        recorder.start()
        while recorder.lines < lines * number / len(days):
            visit(recorder, chance)
            recorder.now = min(recorder.now, datetime.combine(day, time(20)))
    recorder.close()
    (folder / "nishi-1.pem").write_text(recorder.signer.public.pem(), encoding="ascii")
    entry = '[[terminal]]\nid = "nishi-1"\nwindow = "1"\npublic_key = "nishi-1.pem"\n'
    (folder / "terminals.toml").write_text(entry, encoding="utf-8")
    return recorder.lines


def survey(folder: Path) -> dict[str, float]:
    """Survey the folder in this process: seconds of CPU, those of the slowest question, megabytes at most."""
    slowest, ask = [0.0], Store.ask

    def timed(self: Store, name: str, parameters: Mapping[str, object]) -> list[dict[str, Any]]:
        before = process_time()
        found = ask(self, name, parameters)
        slowest.append(process_time() - before)
        return found

    Store.ask = timed  # type: ignore[method-assign]
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    carry_out(Request((folder,), load_register(folder / "terminals.toml")), _say)
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds, megabytes = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    return {"seconds": seconds, "question": max(slowest), "megabytes": megabytes}


def _say(line: str) -> None:
    print(line, file=sys.stderr, flush=True)


if __name__ == "__main__":
    print(json.dumps(survey(Path(sys.argv[1]))))
