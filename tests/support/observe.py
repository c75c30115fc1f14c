"""Readings of a running kiosk from outside: processes, log, audit file; and a way to write as its session."""

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psutil

from kiosk.audit import file as audit_file
from kiosk.training.base import process_tree

LOUD = ("warning", "error", "critical")
#: Events logged at every training start without a display: no hardware key to watch, no keyring.
ALWAYS = ("hardware_key", "key_in_memory")
#: Events logged where the machine has no system bus (desktop_events) or no sound (silent).
OF_THE_MACHINE = ("desktop_events", "silent")


def command_lines(processes: Iterable[psutil.Process]) -> list[str]:
    """Pids and command lines of these processes, for a message."""
    found = []
    for process in processes:
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            found.append(f"{process.pid} {' '.join(process.cmdline())[:160]}")
    return found


def sessions(pid: int) -> list[psutil.Process]:
    """The interpreters below this process that run a session or wait to run one; not the engine's processes.

    All of them run at the same time, even if this reading was slow. A child that a session forks has the session's
    command line until it executes another program, and is not counted.
    """
    found = [process for process in process_tree.tree(pid) if _is_session(process)]
    numbers = {process.pid for process in found}
    return [process for process in process_tree.alive(found) if _parent(process) not in numbers]


def _parent(process: psutil.Process) -> int | None:
    with suppress(psutil.NoSuchProcess):
        return process.ppid()
    return None


def _is_session(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        return "session" in process.cmdline() and "kiosk.training" in process.cmdline()
    return False


def log_lines(data: Path) -> list[dict[str, Any]]:
    """The lines of kiosk.log."""
    file = data / "kiosk.log"
    return [json.loads(line) for line in file.read_text("utf-8").splitlines()] if file.exists() else []


def loud_lines(lines: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The lines of level warning or higher, without those of every start."""
    return [line for line in lines if line["level"] in LOUD and line["event"] not in ALWAYS]


def renderers(pid: int) -> list[psutil.Process]:
    """The pages' processes below this one: the engine's zygote forks them, and they keep its command line."""
    engine = {process.pid: process for process in process_tree.tree(pid) if _is_engine(process)}
    return [process for process in engine.values() if process.ppid() in engine]


def _is_engine(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        return process.name().startswith("QtWebEngine")
    return False


def write_as_session(pid: int, line: bytes) -> None:
    """Write into the session's end of the pipe to the supervisor, as a session out of control could."""
    folder = Path(f"/proc/{pid}/fd")
    places = _places(pid)
    used = {places[0], places[2]}
    pipe = next(
        fd for fd, place in sorted(places.items()) if place.startswith("pipe:") and _writes(pid, fd, place, used)
    )
    with (folder / str(pipe)).open("wb", buffering=0) as end:
        end.write(line)


def _writes(pid: int, fd: int, place: str, used: set[str]) -> bool:
    """Whether the session writes to the supervisor here: not its stdin or stderr, and its parent has the pipe open."""
    flags = Path(f"/proc/{pid}/fdinfo/{fd}").read_text("ascii").split("flags:")[1].split()[0]
    return place not in used and place in _places(psutil.Process(pid).ppid()).values() and int(flags, 8) & 3 == 1


def _places(pid: int) -> dict[int, str]:
    """The open files of a process by descriptor, without those that it closes meanwhile."""
    found = {}
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            found[int(entry.name)] = str(entry.readlink())
    return found


@dataclass(frozen=True)
class AuditTrail:
    """The audit file after the line with number ``after``. ``settle`` is called before each reading of it."""

    file: Path
    after: int = 0
    settle: Callable[[], object] = lambda: None

    def lines(self) -> list[dict[str, Any]]:
        """The lines after it."""
        self.settle()
        return [line for line in audit_file.read(self.file) if line["n"] > self.after]

    def codes(self) -> list[str]:
        """The codes of the lines, in order."""
        return [line["code"] for line in self.lines()]

    def of(self, code: str) -> list[dict[str, Any]]:
        """The lines with this code."""
        return [line for line in self.lines() if line["code"] == code]

    def now(self) -> "AuditTrail":
        """The same file from now on."""
        last = max((line["n"] for line in replace(self, after=0).lines()), default=0)
        return replace(self, after=last)

    def broken(self) -> list[str]:
        """The faults of the whole chain; empty for none."""
        return audit_file.verify(self.file)
