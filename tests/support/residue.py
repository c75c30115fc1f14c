"""Searches files and the memory of living processes (Linux) for data that a session could have left behind."""

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from io import FileIO
from pathlib import Path

import psutil

CHUNK = 1 << 20


def files_with(needles: Iterable[bytes], *folders: Path) -> list[str]:
    """The files below these folders that hold any of the byte strings."""
    listed = list(needles)
    return [str(path) for folder in folders for path in _files(folder) if _holds(path, listed)]


def _files(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in names)


def _holds(path: Path, needles: list[bytes]) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return any(needle in data for needle in needles)


def copies_in_memory(pids: Iterable[int], needles: Mapping[str, bytes]) -> dict[str, int]:
    """How often each byte string occurs in the writable memory of these processes; one that has ended has none.

    Raises PermissionError for a living process that may not be read.
    """
    counts = Counter(dict.fromkeys(needles, 0))
    for pid in pids:
        with suppress(ProcessLookupError, FileNotFoundError):
            counts.update(_copies(pid, needles))
    return dict(counts)


def _copies(pid: int, needles: Mapping[str, bytes]) -> Counter[str]:
    counts = Counter[str]()
    try:
        with Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
            for start, end in _writable(pid):
                counts.update(_count(memory, start, end, needles))
    except PermissionError:
        # The files of a process that was not waited for yet belong to root (proc(5)); it has no memory any more.
        if psutil.Process(pid).status() != psutil.STATUS_ZOMBIE:
            raise
    return counts


def _writable(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        span, rights, *_ = line.split()
        if "r" in rights and "w" in rights and not line.endswith(("[vvar]", "[vsyscall]")):
            start, _, end = span.partition("-")
            yield int(start, 16), int(end, 16)


def _count(memory: FileIO, start: int, end: int, needles: Mapping[str, bytes]) -> Counter[str]:
    """Read the range once and count all needles, including those across two pieces."""
    counts, tail = Counter[str](), b""
    overlap = max(len(needle) for needle in needles.values()) - 1
    memory.seek(start)
    while start < end:
        try:
            data = memory.read(min(CHUNK, end - start))
        except OSError:
            break
        if not data:
            break
        piece = tail + data
        for name, needle in needles.items():
            counts[name] += piece.count(needle) - tail.count(needle)
        tail, start = piece[-overlap:], start + len(data)
    return counts
