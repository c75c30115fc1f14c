"""Looks for what a person could have left behind: in files, and in the memory of living processes (Linux)."""

import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import psutil

CHUNK = 1 << 20


def files_with(needles: Iterable[bytes], *folders: Path) -> list[str]:
    """The files below these folders that hold any of the byte strings."""
    wanted = list(needles)
    return [str(path) for folder in folders for path in _files(folder) if _holds(path, wanted)]


def _files(folder: Path) -> Iterator[Path]:
    for root, _, names in os.walk(folder):
        yield from (Path(root) / name for name in names)


def _holds(path: Path, needles: list[bytes]) -> bool:
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return any(needle in data for needle in needles)


def copies_in_memory(pid: int, needle: bytes) -> int:
    """How often the bytes stand in the writable memory of a process; one that has ended has none."""
    count = 0
    with suppress(ProcessLookupError, FileNotFoundError), Path(f"/proc/{pid}/mem").open("rb", buffering=0) as memory:
        for start, end in _writable(pid):
            count += _count(memory, start, end, needle)
    return count


def _writable(pid: int) -> Iterator[tuple[int, int]]:
    for line in Path(f"/proc/{pid}/maps").read_text().splitlines():
        span, rights, *_ = line.split()
        if "r" in rights and "w" in rights and not line.endswith(("[vvar]", "[vsyscall]")):
            start, _, end = span.partition("-")
            yield int(start, 16), int(end, 16)


def _count(memory: object, start: int, end: int, needle: bytes) -> int:
    count, tail = 0, b""
    memory.seek(start)  # type: ignore[attr-defined]
    while start < end:
        try:
            data = memory.read(min(CHUNK, end - start))  # type: ignore[attr-defined]
        except OSError:
            return count
        if not data:
            return count
        count += (tail + data).count(needle)
        tail = data[-len(needle) + 1 :]
        start += len(data)
    return count


def tree_of(pid: int) -> list[int]:
    """The process and everything below it."""
    process = psutil.Process(pid)
    return [process.pid, *(child.pid for child in process.children(recursive=True))]
