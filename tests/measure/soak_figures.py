"""The figures that a soak measures after each customer, and the tolerances above which they count as growth."""

import math
import re
import statistics
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

import psutil

from tests.measure.bench_memory import kiosk_processes, pss_mb

#: The memory that a process has allocated. The rest of its PSS are program files: their share falls when another
#: program on the machine opens them and rises when it ends, by 10 MiB and more, whatever the supervisor does.
OWN = re.compile(r"^Pss_(?:Anon|Shmem):\s+(\d+) kB$", re.MULTILINE)


@dataclass(frozen=True)
class Sample:
    """The terminal at its attract screen, after one customer.

    ``memory``: PSS of the memory that the supervisor has allocated, in MiB; ``pss``: with its share of program files.
    """

    memory: float
    pss: float
    handles: int
    threads: int
    processes: int
    files: int


#: By how much the median of the last third may exceed that of the first, and why.
TOLERANCES: dict[str, tuple[float, str]] = {
    "memory": (4.0, "MiB: the interpreter's table of names grows in steps of 2 MiB, free pieces settle at 1 to 2 MiB"),
    "pss": (math.inf, "MiB, not judged: it moves with whatever else runs on the machine"),
    "handles": (3, "connections of the control channel are opened and closed"),
    "threads": (2, "one thread for each of these connections"),
    "processes": (1, "the engine's own processes come a moment after the attract screen"),
    "files": (0, "every session's files are gone, the program's own are there from the first customer on"),
}


@dataclass(frozen=True)
class Row:
    """One figure of the report: medians of the first and last third, maximum, tolerance and its reason."""

    name: str
    first: float
    last: float
    most: float
    tolerance: float
    why: str

    @property
    def grew(self) -> bool:
        """Whether the last third exceeds the first by more than the tolerance."""
        return self.last - self.first > self.tolerance


def sample(supervisor: int, data: Path) -> Sample:
    """Measure a terminal that shows its attract screen."""
    process = psutil.Process(supervisor)
    return Sample(
        memory=own_mb(supervisor),
        pss=pss_mb([supervisor]),
        handles=process.num_fds(),
        threads=process.num_threads(),
        processes=len(kiosk_processes(supervisor)),
        files=own_files(data),
    )


def own_mb(pid: int) -> float:
    """PSS in MiB of the memory that this process has allocated, without program files."""
    rollup = Path(f"/proc/{pid}/smaps_rollup").read_text(encoding="ascii")
    return round(sum(map(int, OWN.findall(rollup))) / 1024, 1)


def own_files(data: Path) -> int:
    """The number of files in the data folder, without those of the session that is ready for the next person."""
    sessions = data / "sessions"
    return sum(1 for path in data.rglob("*") if path.is_file() and not path.is_relative_to(sessions))


def rows(samples: Sequence[Sample]) -> list[Row]:
    """A row for each figure of the samples."""
    third = max(1, len(samples) // 3)
    return [_row(field.name, samples[:third], samples[-third:], samples) for field in fields(Sample)]


def _row(name: str, first: Sequence[Sample], last: Sequence[Sample], every: Sequence[Sample]) -> Row:
    value: Callable[[Sample], float] = lambda item: float(getattr(item, name))  # noqa: E731
    tolerance, why = TOLERANCES[name]
    middle = [statistics.median(map(value, part)) for part in (first, last)]
    return Row(name, middle[0], middle[1], max(map(value, every)), tolerance, why)


def table(found: Sequence[Row]) -> str:
    """The rows as a table in Markdown."""
    head = ["| figure | first third | last third | most | may grow by | grew |", "|---|---:|---:|---:|---:|---|"]
    return "\n".join([*head, *map(_line, found)])


def _line(row: Row) -> str:
    grew = "YES" if row.grew else "no"
    return f"| {row.name} | {row.first:g} | {row.last:g} | {row.most:g} | {row.tolerance:g} | {grew} |"


def plain(found: Sequence[Row], samples: Sequence[Sample]) -> dict[str, Any]:
    """Rows and samples as values for JSON."""
    return {
        "figures": [{**asdict(row), "grew": row.grew} for row in found],
        "samples": [asdict(item) for item in samples],
    }
