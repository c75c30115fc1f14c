"""All tests, each kind in the processes it needs: `python3 run.py test`."""

import os
import re
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
QUICK = ("tests/unit", "tests/rules", "tests/screens")
E2E = ROOT / "tests" / "e2e"
SIDE_BY_SIDE = 3
#: Begun first, so that none of them is left over at the end.
LONG = ("test_drill.py", "test_ends.py", "test_gate.py", "test_path.py", "test_soak.py", "test_supervision.py")


def main(arguments: Sequence[str]) -> int:
    """All tests, or `quick`, or files; more arguments go to pytest. The exit code."""
    rest = list(arguments)
    which = rest.pop(0) if rest[:1] in (["quick"], ["all"]) else ""
    named = [word for word in rest if not word.startswith("-") and (ROOT / word.split("::")[0]).exists()]
    if named and not which:
        return pytest(rest).code
    began = time.monotonic()
    if which == "quick":
        runs = [pytest([*shared(), "-m", "not slow", *rest], HYPOTHESIS_PROFILE="quick")]
    else:
        runs = [pytest([*shared(), *rest], HYPOTHESIS_PROFILE="ci"), *end_to_end(rest)]
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


def shared() -> list[str]:
    """The arguments for the tests that share nothing: they share the cores."""
    folders = [folder for folder in QUICK if (ROOT / folder).is_dir()]
    return ["-n", str(min(os.cpu_count() or 1, 4)), "--dist", "worksteal", *folders]


def end_to_end(rest: Sequence[str]) -> list[Run]:
    """Every end-to-end file in a pytest process of its own: QtWebEngine lives in a process once.

    They mostly wait for timers, so three run side by side; what fails is tried once more, alone.
    """
    files = sorted(E2E.rglob("test_*.py"), key=lambda file: (file.name not in LONG, file.name))
    with ThreadPoolExecutor(SIDE_BY_SIDE) as lanes:
        first = dict(zip(files, lanes.map(lambda file: one_file(file, rest), files), strict=True))
    return [again(file, run, rest) if run.code == 1 else run for file, run in first.items()]


def one_file(file: Path, rest: Sequence[str], *more: str) -> Run:
    """Run an end-to-end file; its output in one piece when it has ended."""
    began, name = time.monotonic(), str(file.relative_to(ROOT))
    own_cache = ("-o", f"cache_dir=.pytest_cache/{file.stem}")
    run = pytest([name, *own_cache, *rest, *more], at_once=False, HYPOTHESIS_PROFILE="ci")
    say(f"{name}: {time.monotonic() - began:.0f} s")
    return run


def again(file: Path, run: Run, rest: Sequence[str]) -> Run:
    """What failed of an end-to-end file once more, alone: they wait for real processes on a machine that was busy.

    Said aloud, and counted as ``rerun``: a test that shows up here often has a fault, or has found one.
    """
    say(f"FAILED ONCE, tried again: {file.relative_to(ROOT)}")
    second = one_file(file, rest, "--last-failed", "--last-failed-no-failures", "none")
    if second.code != 0:
        return run
    passed = Counter(passed=second.counts["passed"], rerun=second.counts["passed"])
    return Run(0, run.counts + passed - Counter(failed=run.counts["failed"], error=run.counts["error"]))


def pytest(arguments: Sequence[str], at_once: bool = True, **extra: str) -> Run:
    """One pytest process, its output passed on, line by line or when it has ended."""
    command = [sys.executable, "-m", "pytest", *(["--color=yes"] if sys.stdout.isatty() else []), *arguments]
    running = subprocess.Popen(
        command, cwd=ROOT, env={**os.environ, **extra}, stdout=subprocess.PIPE, text=True, errors="replace"
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


def say(text: str) -> None:
    """A progress line, as run.py's own."""
    print(f"run.py: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
