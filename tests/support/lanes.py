"""All tests, each kind in the processes it needs: `python3 run.py test`."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from run import ROOT, say

Group = tuple[str, ...]

QUICK: tuple[Group, ...] = (
    ("tests/unit", "--ignore=tests/unit/training", "--ignore=tests/unit/cards"),
    ("tests/screens",),
    ("tests/rules", "tests/unit/training", "tests/unit/cards"),
)
E2E = ROOT / "tests" / "e2e"
SIDE_BY_SIDE = 3
#: Begun first, so that none of them is left over at the end.
LONG = (
    "test_deaths_states.py",
    "test_drill.py",
    "test_ends.py",
    "test_gate.py",
    "test_path.py",
    "test_soak.py",
    "test_supervision.py",
)


def main(arguments: Sequence[str]) -> int:
    """All tests, or `quick`, or files; more arguments go to pytest. The exit code."""
    rest = list(arguments)
    which = rest.pop(0) if rest[:1] in (["quick"], ["all"]) else ""
    named = [word for word in rest if not word.startswith("-") and (ROOT / word.split("::")[0]).exists()]
    if named and not which:
        return pytest(rest).code
    began = time.monotonic()
    runs = side_by_side(quick_groups(), ["-m", "not slow", *rest]) if which == "quick" else everything(rest)
    print(closing_line(sum((run.counts for run in runs), Counter()), time.monotonic() - began), flush=True)
    return 1 if any(run.failed for run in runs) else 0


class Run(NamedTuple):
    """One pytest process that has ended."""

    code: int
    counts: Counter[str]

    @property
    def failed(self) -> bool:
        """5: pytest found nothing to run, for instance because of -k."""
        return self.code not in (0, 5)


def quick_groups() -> list[Group]:
    """The tests without processes of their own."""
    return [group for group in QUICK if (ROOT / group[0]).is_dir()]


def everything(rest: Sequence[str]) -> list[Run]:
    """The quick ones with the slow among them, and each end-to-end file: QtWebEngine lives in a process once."""
    files = sorted(E2E.rglob("test_*.py"), key=lambda file: (file.name not in LONG, file.name))
    groups = [*quick_groups(), *((str(file.relative_to(ROOT)),) for file in files)]
    runs = side_by_side(groups, rest, HYPOTHESIS_PROFILE="ci")
    return [again(group, run, rest) if run.code == 1 else run for group, run in zip(groups, runs, strict=True)]


def side_by_side(groups: Sequence[Group], rest: Sequence[str], **extra: str) -> list[Run]:
    """A pytest process for each group, some at a time: most of them wait for timers, not for the processor."""
    with ThreadPoolExecutor(SIDE_BY_SIDE) as lanes:
        return list(lanes.map(lambda group: one_group(group, rest, **extra), groups))


def one_group(group: Group, rest: Sequence[str], **extra: str) -> Run:
    """Run these tests; their output in one piece when they have ended."""
    began, name = time.monotonic(), group[0].replace("/", "-").removesuffix(".py")
    run = pytest([*group, "-o", f"cache_dir=.pytest_cache/{name}", *rest], at_once=False, **extra)
    say(f"{group[0]}: {time.monotonic() - began:.0f} s")
    return run


def again(group: Group, run: Run, rest: Sequence[str]) -> Run:
    """What failed of an end-to-end file once more, alone: they wait for real processes on a machine that was busy.

    Said aloud, and counted as ``rerun``: a test that shows up here often has a fault, or has found one.
    """
    if group in QUICK:
        return run
    say(f"FAILED ONCE, tried again: {group[0]}")
    second = one_group(group, [*rest, "--last-failed", "--last-failed-no-failures", "none"], HYPOTHESIS_PROFILE="ci")
    if second.code != 0:
        return run
    passed = Counter(passed=second.counts["passed"], rerun=second.counts["passed"])
    return Run(0, run.counts + passed - Counter(failed=run.counts["failed"], error=run.counts["error"]))


def pytest(arguments: Sequence[str], at_once: bool = True, **extra: str) -> Run:
    """One pytest process, its output passed on, line by line or when it has ended."""
    command = [sys.executable, "-m", "pytest", *(["--color=yes"] if sys.stdout.isatty() else []), *arguments]
    running = subprocess.Popen(
        command, cwd=ROOT, env={**kept(os.environ), **extra}, stdout=subprocess.PIPE, text=True, errors="replace"
    )
    assert running.stdout is not None
    lines = []
    for line in running.stdout:
        lines.append(line)
        if at_once:
            print(line, end="", flush=True)
    if not at_once:
        print("".join(lines), end="", flush=True)
    last = next((line for line in reversed(lines) if line.strip()), "")
    return Run(running.wait(), counted(last))


def kept(environment: Mapping[str, str]) -> dict[str, str]:
    """Tests are compiled once, not at every run: pytest takes seconds for it."""
    return {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}


_COUNT = re.compile(r"(\d+) (passed|failed|skipped|errors?|xfailed|xpassed|deselected|warnings?)")


def counted(line: str) -> Counter[str]:
    """The numbers in pytest's last line."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", line)
    return Counter({word.removesuffix("s") if word != "passed" else word: int(n) for n, word in _COUNT.findall(plain)})


def closing_line(total: Mapping[str, int], seconds: float) -> str:
    """A line like pytest's own, over all stages."""
    order = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "rerun", "warning", "error")
    parts = [f"{total[word]} {word}" for word in order if total.get(word)]
    text = f" {', '.join(parts) or 'no tests ran'} in {seconds:.2f}s ({int(seconds // 60)}:{int(seconds % 60):02d}) "
    return text.center(100, "=")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
