"""What can be seen of a running kiosk from outside: processes, folders, log, audit file. It changes nothing."""

import json
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psutil

from kiosk.audit import file as audit_file

LOUD = ("warning", "error", "critical")
#: Said at every training start without a display: no hardware key to watch, no keyring.
ALWAYS = ("hardware_key", "key_in_memory")
#: Said where the machine has no system bus (desktop_events) or no sound (silent).
OF_THE_MACHINE = ("desktop_events", "silent")


def tree(pid: int) -> list[psutil.Process]:
    """The process and all its living descendants."""
    with suppress(psutil.NoSuchProcess):
        root = psutil.Process(pid)
        return [root, *root.children(recursive=True)]
    return []


def alive(processes: Iterable[psutil.Process]) -> list[psutil.Process]:
    """Those that still run: not gone, not another process with the same number, not a zombie."""
    return [process for process in processes if _runs(process)]


def _runs(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess):
        return bool(process.is_running() and process.status() != psutil.STATUS_ZOMBIE)
    return False


def command_lines(processes: Iterable[psutil.Process]) -> list[str]:
    """How these processes were started, for a message."""
    found = []
    for process in processes:
        with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
            found.append(f"{process.pid} {' '.join(process.cmdline())[:160]}")
    return found


def sessions(pid: int) -> list[psutil.Process]:
    """The session processes below this one (each is an interpreter that runs a session; not the engine's own).

    All run at the same time, after a slow look too. What a session forks has its command line until it becomes
    something else, and is none.
    """
    found = [process for process in tree(pid) if _is_session(process)]
    numbers = {process.pid for process in found}
    return [process for process in alive(found) if _parent(process) not in numbers]


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
    """Those of level warning or higher that do not belong to every start."""
    return [line for line in lines if line["level"] in LOUD and line["event"] not in ALWAYS]


def renderers(pid: int) -> list[psutil.Process]:
    """The page's processes below this one: the engine's zygote forks them, and they keep its command line."""
    engine = {process.pid: process for process in tree(pid) if _is_engine(process)}
    return [process for process in engine.values() if process.ppid() in engine]


def _is_engine(process: psutil.Process) -> bool:
    with suppress(psutil.NoSuchProcess, psutil.AccessDenied):
        return process.name().startswith("QtWebEngine")
    return False


def say_as_session(pid: int, line: bytes) -> None:
    """Write into the session's end of the pipe to the supervisor, as a session gone mad would."""
    folder = Path(f"/proc/{pid}/fd")
    places = _places(pid)
    used = {places[0], places[2]}
    pipe = next(
        fd for fd, place in sorted(places.items()) if place.startswith("pipe:") and _writes(pid, fd, place, used)
    )
    with (folder / str(pipe)).open("wb", buffering=0) as end:
        end.write(line)


def _writes(pid: int, fd: int, place: str, used: set[str]) -> bool:
    """The supervisor reads this pipe: it is not the session's stdin or stderr, and its parent has it too."""
    flags = Path(f"/proc/{pid}/fdinfo/{fd}").read_text("ascii").split("flags:")[1].split()[0]
    return place not in used and place in _places(psutil.Process(pid).ppid()).values() and int(flags, 8) & 3 == 1


def _places(pid: int) -> dict[int, str]:
    """What a process has open, by number; what it closes meanwhile is left out."""
    found = {}
    for entry in Path(f"/proc/{pid}/fd").iterdir():
        with suppress(OSError):
            found[int(entry.name)] = str(entry.readlink())
    return found


@dataclass(frozen=True)
class AuditTrail:
    """The audit file from a moment on."""

    file: Path
    after: int = 0

    def lines(self) -> list[dict[str, Any]]:
        """The lines since then."""
        return [line for line in audit_file.read(self.file) if line["n"] > self.after]

    def codes(self) -> list[str]:
        """Their codes, in order."""
        return [line["code"] for line in self.lines()]

    def of(self, code: str) -> list[dict[str, Any]]:
        """The lines with this code."""
        return [line for line in self.lines() if line["code"] == code]

    def now(self) -> "AuditTrail":
        """The same file from now on."""
        return AuditTrail(self.file, max((line["n"] for line in audit_file.read(self.file)), default=0))

    def broken(self) -> list[str]:
        """What is wrong with the whole chain."""
        return audit_file.verify(self.file)
