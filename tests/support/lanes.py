"""Runs all tests, each kind in the processes it needs: `python3 run.py test`."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from types import MappingProxyType
from typing import NamedTuple

from run import ROOT, say
from tests.support import account

Group = tuple[str, ...]

QUICK: tuple[Group, ...] = (
    ("tests/unit", *(f"--ignore=tests/unit/{room}" for room in ("training", "cards", "survey", "doctor"))),
    ("tests/unit/doctor", "tests/screens", "--ignore-glob=*/screens/test_[m-z]*.py"),
    ("tests/screens", "--ignore-glob=*/screens/test_[a-l]*.py"),
    ("tests/unit/training", "tests/unit/cards", "tests/unit/survey"),
)
#: Not among the quick tests: `python3 run.py check` runs them before every commit.
RULES: Group = ("tests/rules",)
E2E = ROOT / "tests" / "e2e"
#: Groups at once in the whole run: most of its tests wait for timers.
SIDE_BY_SIDE = 3
NOT_SLOW = ("-m", "not slow")
#: Started first, so that no long file runs alone at the end.
LONG = (
    "test_deaths_states.py",
    "test_drill.py",
    "test_ends.py",
    "test_gate.py",
    "test_hold.py",
    "test_path.py",
    "test_soak.py",
    "test_supervision.py",
    "test_witness_held.py",
    "test_witness_session.py",
)


def main(arguments: Sequence[str]) -> int:
    """Run all tests, `quick`, `user` or files; further arguments go to pytest. Returns the exit code."""
    rest = list(arguments)
    which = rest.pop(0) if rest[:1] in (["quick"], ["all"], ["user"]) else ""
    named = [word for word in rest if not word.startswith("-") and (ROOT / word.split("::")[0]).exists()]
    if named and not which:
        return pytest(rest).code
    if which == "user" and is_root():
        return account.as_ordinary_user(rest)
    began = time.monotonic()
    runs = quickly(rest) if which == "quick" else everything(rest, which == "user")
    print("\n".join(reasons(runs)), flush=True)
    print(closing_line(sum((run.counts for run in runs), Counter()), time.monotonic() - began), flush=True)
    return 1 if any(run.failed for run in runs) else 0


def is_root() -> bool:
    """Whether this process runs as root; always false on Windows."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


class Run(NamedTuple):
    """The result of one pytest process."""

    code: int
    counts: Counter[str]
    #: Number of skipped tests by reason.
    skipped: Mapping[str, int] = MappingProxyType({})

    @property
    def failed(self) -> bool:
        """Whether tests failed. Exit code 5 is no failure: pytest found nothing to run, for instance because of -k."""
        return self.code not in (0, 5)


def there(groups: Sequence[Group]) -> list[Group]:
    """The groups whose folder exists."""
    return [group for group in groups if (ROOT / group[0]).is_dir()]


def everything(rest: Sequence[str], in_short: bool = False) -> list[Run]:
    """Run the quick groups, the rules and each end-to-end file; unless ``in_short`` with what is slow and profile ci.

    Each end-to-end file has a process of its own: QtWebEngine can be started only once in a process.
    """
    files = sorted(E2E.rglob("test_*.py"), key=lambda file: (file.name not in LONG, file.name))
    marks, profile = (NOT_SLOW, "quick") if in_short else ((), "ci")
    in_process = [(*group, *marks) for group in there((*QUICK, RULES))]
    groups = [*in_process, *((str(file.relative_to(ROOT)),) for file in files)]
    runs = side_by_side(groups, rest, SIDE_BY_SIDE, HYPOTHESIS_PROFILE=profile)
    return [again(group, run, rest) if run.code == 1 else run for group, run in zip(groups, runs, strict=True)]


def quickly(rest: Sequence[str]) -> list[Run]:
    """Run the quick groups, without what is slow, all at once."""
    return side_by_side(there(QUICK), [*NOT_SLOW, *rest], len(QUICK))


def side_by_side(groups: Sequence[Group], rest: Sequence[str], at_once: int, **extra: str) -> list[Run]:
    """Run a pytest process for each group, so many at once."""
    with ThreadPoolExecutor(at_once) as lanes:
        return list(lanes.map(lambda group: one_group(group, rest, **extra), groups))


def one_group(group: Group, rest: Sequence[str], **extra: str) -> Run:
    """Run these tests; their output is printed in one piece when they have ended."""
    began, name = time.monotonic(), re.sub(r"\W+", "-", " ".join(group).removesuffix(".py"))
    run = pytest([*group, "-o", f"cache_dir=.pytest_cache/{name}", *rest], at_once=False, **extra)
    crashed = "" if run.code in (0, 1, 5) else f", ended with code {run.code}"
    say(f"{group[0]}: {time.monotonic() - began:.0f} s{crashed}")
    return run


def again(group: Group, run: Run, rest: Sequence[str]) -> Run:
    """Run the failed tests of an end-to-end file again, alone: they depend on real processes, and the machine was busy.

    This is printed, and counted as ``rerun``: a test that appears here often has a fault, or has found one.
    """
    if not (ROOT / group[0]).is_relative_to(E2E):
        return run
    say(f"FAILED ONCE, tried again: {group[0]}")
    second = one_group(group, [*rest, "--last-failed", "--last-failed-no-failures", "none"], HYPOTHESIS_PROFILE="ci")
    if second.code != 0:
        return run
    passed = Counter(passed=second.counts["passed"], rerun=second.counts["passed"])
    failed = Counter(failed=run.counts["failed"], error=run.counts["error"])
    return Run(0, run.counts + passed - failed, run.skipped)


def pytest(arguments: Sequence[str], at_once: bool = True, **extra: str) -> Run:
    """Run one pytest process; its output is passed on line by line (``at_once``) or when it has ended."""
    command = [sys.executable, "-m", "pytest", *(["--color=yes"] if sys.stdout.isatty() else []), *arguments]
    running = subprocess.Popen(
        command, cwd=ROOT, env={**with_bytecode(os.environ), **extra},
        stdout=subprocess.PIPE, text=True, errors="replace",
    )  # fmt: skip
    assert running.stdout is not None
    lines = []
    for line in running.stdout:
        lines.append(line)
        if at_once:
            print(line, end="", flush=True)
    if not at_once:
        print("".join(lines), end="", flush=True)
    last = next((line for line in reversed(lines) if line.strip()), "")
    return Run(running.wait(), counted(last), why_skipped(lines))


def with_bytecode(environment: Mapping[str, str]) -> dict[str, str]:
    """This environment with bytecode files allowed: compiling all tests at every run takes pytest seconds."""
    return {name: value for name, value in environment.items() if name != "PYTHONDONTWRITEBYTECODE"}


_COUNT = re.compile(r"(\d+) (passed|failed|skipped|errors?|xfailed|xpassed|deselected|warnings?)")


def counted(line: str) -> Counter[str]:
    """The counts in pytest's last line."""
    plain = re.sub(r"\x1b\[[0-9;]*m", "", line)
    return Counter({word.removesuffix("s") if word != "passed" else word: int(n) for n, word in _COUNT.findall(plain)})


_SKIPPED = re.compile(r"SKIPPED \[(\d+)\] [^:]+(?::\d+)?: (.+)")


def why_skipped(lines: Sequence[str]) -> Counter[str]:
    """How often each reason occurs in pytest's short summary."""
    found = (_SKIPPED.match(re.sub(r"\x1b\[[0-9;]*m", "", line)) for line in lines)
    total = Counter[str]()
    for match in found:
        if match:
            total[match[2].strip()] += int(match[1])
    return total


def reasons(runs: Sequence[Run]) -> list[str]:
    """A line for each reason for which tests were skipped."""
    total = Counter[str]()
    for run in runs:
        total.update(run.skipped)
    return [f"{number} skipped: {reason}" for reason, number in sorted(total.items())]


def closing_line(total: Mapping[str, int], seconds: float) -> str:
    """A last line like pytest's, with the counts of all processes."""
    order = ("failed", "passed", "skipped", "deselected", "xfailed", "xpassed", "rerun", "warning", "error")
    parts = [f"{total[word]} {word}" for word in order if total.get(word)]
    text = f" {', '.join(parts) or 'no tests ran'} in {seconds:.2f}s ({int(seconds // 60)}:{int(seconds % 60):02d}) "
    return text.center(100, "=")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
