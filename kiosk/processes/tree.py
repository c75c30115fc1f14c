"""Kills a tree of processes and verifies it, and finds the tree of a supervisor that died.

``start.py`` offers the parts that other rooms use.
"""

import json
import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from types import NoneType
from typing import cast

from kiosk.processes import linux
from kiosk.processes.system import ProcessInfo, System
from kiosk.system import clock, regular_file

#: Environment variable with the path of the tree record: by it the next supervisor finds what an earlier one started.
TREE_VARIABLE = "KIOSK_TREE"
#: Seconds between two checks of dying processes, and seconds until the next search for new ones.
_PAUSE = 0.0005
_ROUND = 0.02

#: Bytes of a record at most.
_MOST = 20_000

Table = Mapping[int, ProcessInfo]


def _choose_system(platform: str) -> System:
    if platform.startswith("linux"):
        return cast(System, linux)
    from kiosk.processes import windows

    return cast(System, windows)


_system = _choose_system(sys.platform)


def list_all() -> Table:
    """All processes by pid. Raises OSError when the system refuses."""
    return {pid: seen for pid in _system.pids() if (seen := _system.inspect(pid)) is not None}


def below(table: Table, roots: Iterable[int]) -> set[int]:
    """The roots that are in the table, and all their descendants."""
    children: dict[int, list[int]] = {}
    for pid, seen in table.items():
        children.setdefault(seen.parent, []).append(pid)
    found: set[int] = set()
    waiting = [pid for pid in roots if pid in table]
    while waiting:
        pid = waiting.pop()
        if pid not in found:
            found.add(pid)
            waiting += children.get(pid, [])
    return found


def parents_first(table: Table) -> list[int]:
    """A browser before its renderers: it would let go of what it holds for one that is gone, and has the network."""
    order: list[int] = []
    waiting = [pid for pid, seen in table.items() if seen.parent not in table]
    while waiting:
        order += waiting
        waiting = [pid for pid, seen in table.items() if seen.parent in waiting and pid not in order]
    return order + [pid for pid in table if pid not in order]


def own_line() -> set[int]:
    """This process and its ancestors, which are never killed."""
    line: set[int] = set()
    pid: int = os.getpid()
    while pid and pid not in line and (seen := _system.inspect(pid)) is not None:
        line.add(pid)
        pid = seen.parent
    return line


def reap_child(pid: int) -> None:
    """Take the exit status of a dead child; does nothing for any other process."""
    _system.reap(pid)


def kill_until_none(find: Callable[[Table], set[int]], deadline: float, reap: Callable[[int], None]) -> str | None:
    """Kill what ``find`` returns and repeat until it returns nothing and all that was killed is gone.

    ``deadline`` is a time of ``clock.now()``. Returns None, or the reason in words.
    """
    known: dict[int, ProcessInfo] = {}
    while True:
        try:
            table = list_all()
        except OSError:
            return "the processes cannot be listed"
        fresh = {pid: table[pid] for pid in find(table)}
        known |= fresh
        for pid in parents_first(fresh):
            _system.kill(pid)
        alive = _wait_gone(known, deadline, reap)
        if not alive and not fresh:
            return None
        if clock.now() >= deadline:
            return f"still alive: {len(alive or fresh)}"
        known = alive


def _wait_gone(
    known: Mapping[int, ProcessInfo], deadline: float, reap: Callable[[int], None]
) -> dict[int, ProcessInfo]:
    """Wait ``_ROUND`` seconds for these to be gone; returns the others, so that the caller can search for new ones."""
    alive = dict(known)
    until = min(deadline, clock.now() + _ROUND)
    while True:
        alive = {pid: seen for pid, seen in alive.items() if not _gone(pid, alive, reap)}
        if not alive or clock.now() >= until:
            return alive
        time.sleep(_PAUSE)


def _gone(pid: int, known: Mapping[int, ProcessInfo], reap: Callable[[int], None]) -> bool:
    reap(pid)
    now = _system.inspect(pid)
    if now is None or now.born != known[pid].born:
        return True
    # A zombie whose parent lives on is reaped by that parent; one of a dying parent is inherited by us or by init.
    others = now.parent != os.getpid() and now.parent not in known
    return now.zombie and others and not _system.has_threads(pid)


@dataclass(frozen=True)
class TreeRecord:
    """The session process as a later supervisor must find it. ``pid`` is None until the process is started."""

    session_id: str
    pid: int | None
    born: str
    boot: str
    folder: str


def record_tree(path: Path, session_id: str, pid: int | None = None, folder: Path | None = None) -> None:
    """Write the record of the session's process, before its start without pid. Atomic and synced. Raises OSError."""
    seen = None if pid is None else _system.inspect(pid)
    record = TreeRecord(session_id, pid, seen.born if seen else "", _system.boot_id(), str(folder or ""))
    fresh = path.with_name(path.name + ".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(record), file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def load_record(path: Path) -> TreeRecord | None:
    """The record, or None without one. Raises OSError or ValueError for one that cannot be read."""
    try:
        plain = json.loads(regular_file.read(path, _MOST).decode("utf-8"))
    except FileNotFoundError:
        return None
    types = {"session_id": (str,), "pid": (int, NoneType), "born": (str,), "boot": (str,), "folder": (str,)}
    if not isinstance(plain, dict) or plain.keys() != types.keys():
        raise ValueError("not a record of a tree")
    if not all(type(plain[name]) in kinds for name, kinds in types.items()):
        raise ValueError("not a record of a tree")
    return TreeRecord(**plain)


def kill_recorded(path: Path, deadline: float) -> str | None:
    """Kill what an earlier supervisor started and left behind. Returns None, or the reason in words.

    That is: the recorded process if its start time agrees, processes with this record's path in their environment or
    with home or current folder in the session's folder, and all below these. After a restart of the machine: nothing.
    """
    try:
        record = load_record(path)
    except (OSError, ValueError):
        return "the record of the last session cannot be read"
    known = record or TreeRecord("", None, "", _system.boot_id(), "")
    if known.boot != _system.boot_id():
        return None
    spared = own_line()
    return kill_until_none(lambda table: _left_behind(table, known, path) - spared, deadline, reap_child)


def _left_behind(table: Table, record: TreeRecord, path: Path) -> set[int]:
    roots = {pid for pid in table if _carries(pid, record, path)}
    recorded = table.get(record.pid) if record.pid else None
    if record.pid and recorded and recorded.born == record.born:
        roots.add(record.pid)
    return below(table, roots)


def _carries(pid: int, record: TreeRecord, path: Path) -> bool:
    environment, folder = _system.surroundings(pid)
    if environment.get(TREE_VARIABLE) == str(path.absolute()):
        return True
    homes = [place for place in (environment.get("HOME"), folder) if place]
    return bool(record.folder) and any(Path(place).is_relative_to(record.folder) for place in homes)
