"""How to kill a tree of processes and be sure, and how to find the tree of a supervisor that died.

``start.py`` is the door to this; nothing else imports it.
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
from kiosk.processes.system import Seen, System
from kiosk.system import clock

#: Environment variable by which the next supervisor knows what an earlier one started: the path of the tree record.
TREE_VARIABLE = "KIOSK_TREE"
#: Seconds between two looks at dying processes, and how long they are waited for before the search for new ones.
_PAUSE = 0.0005
_ROUND = 0.02

Table = Mapping[int, Seen]


def _choose_system(platform: str) -> System:
    if platform.startswith("linux"):
        return cast(System, linux)
    from kiosk.processes import windows

    return cast(System, windows)


_system = _choose_system(sys.platform)


def look_at_all() -> Table:
    """Every process there is. Raises OSError when the system does not tell."""
    return {pid: seen for pid in _system.pids() if (seen := _system.look(pid)) is not None}


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


def own_line() -> set[int]:
    """This process and its ancestors: never to be killed."""
    line: set[int] = set()
    pid: int = os.getpid()
    while pid and pid not in line and (seen := _system.look(pid)) is not None:
        line.add(pid)
        pid = seen.parent
    return line


def reap_child(pid: int) -> None:
    """Take the exit status of a dead child; nothing happens when it lives or is not ours."""
    _system.reap(pid)


def kill_until_none(find: Callable[[Table], set[int]], deadline: float, reap: Callable[[int], None]) -> str | None:
    """Kill what ``find`` finds, look again, until it finds nothing and all that was found is gone.

    ``deadline`` is a time of ``clock.now()``. Returns None, or in words why not.
    """
    known: dict[int, Seen] = {}
    while True:
        try:
            table = look_at_all()
        except OSError:
            return "the processes cannot be listed"
        fresh = {pid: table[pid] for pid in find(table)}
        known |= fresh
        for pid in fresh:
            _system.kill(pid)
        alive = _wait_gone(known, deadline, reap)
        if not alive and not fresh:
            return None
        if clock.now() >= deadline:
            return f"still alive: {len(alive or fresh)}"
        known = alive


def _wait_gone(known: Mapping[int, Seen], deadline: float, reap: Callable[[int], None]) -> dict[int, Seen]:
    """Wait for a moment until these are gone; returns those that are not, so that the caller looks for new ones."""
    alive = dict(known)
    until = min(deadline, clock.now() + _ROUND)
    while True:
        alive = {pid: seen for pid, seen in alive.items() if not _gone(pid, alive, reap)}
        if not alive or clock.now() >= until:
            return alive
        time.sleep(_PAUSE)


def _gone(pid: int, known: Mapping[int, Seen], reap: Callable[[int], None]) -> bool:
    reap(pid)
    now = _system.look(pid)
    if now is None or now.born != known[pid].born:
        return True
    # A dead child of somebody who lives on is his to reap; one of a dying parent comes to us or to init.
    others = now.parent != os.getpid() and now.parent not in known
    return now.zombie and others and not _system.has_threads(pid)


@dataclass(frozen=True)
class TreeRecord:
    """What is known of the session process in case the supervisor dies. ``pid`` is None just before the start."""

    session_id: str
    pid: int | None
    born: str
    boot: str
    folder: str


def record_tree(path: Path, session_id: str, pid: int | None = None, folder: Path | None = None) -> None:
    """Write down the session's process: before the start without pid, after it with. Atomic. Raises OSError."""
    seen = None if pid is None else _system.look(pid)
    record = TreeRecord(session_id, pid, seen.born if seen else "", _system.boot_id(), str(folder or ""))
    fresh = path.with_name(path.name + ".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        json.dump(asdict(record), file)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)


def load_record(path: Path) -> TreeRecord | None:
    """The record, or None when there is none. Raises OSError or ValueError for one that cannot be read."""
    try:
        plain = json.loads(path.read_text("utf-8"))
    except FileNotFoundError:
        return None
    types = {"session_id": (str,), "pid": (int, NoneType), "born": (str,), "boot": (str,), "folder": (str,)}
    if not isinstance(plain, dict) or plain.keys() != types.keys():
        raise ValueError("not a record of a tree")
    if not all(type(plain[name]) in kinds for name, kinds in types.items()):
        raise ValueError("not a record of a tree")
    return TreeRecord(**plain)


def kill_recorded(path: Path, deadline: float) -> str | None:
    """Kill what an earlier supervisor started and left behind. Returns None, or in words why not.

    Found are: the recorded process if its start time agrees, what carries this record's path in its environment, what
    has its home or current folder in the session's folder, and all below these. A restarted machine has none of them.
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
