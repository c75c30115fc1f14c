"""The only module that starts processes: sessions bound to this process, their pipes, and the end of the tree."""

import os
import re
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, cast

from kiosk.processes import linux, tree, windows_job
from kiosk.processes.pipes import Closed, Pipes
from kiosk.processes.tree import TREE_VARIABLE, kill_recorded, record_tree
from kiosk.system import clock

__all__ = [
    "TREE_VARIABLE",
    "Closed",
    "SessionProcess",
    "become_subreaper",
    "die_with_parent",
    "interpreter_argv",
    "kill_recorded",
    "kill_tree",
    "record_tree",
    "session_environment",
    "start_helper",
    "tree_marker",
]

_WINDOWS = sys.platform == "win32"
_LINUX = sys.platform.startswith("linux")
_UNIX_PATH = "/usr/bin:/bin"
_PAUSE = 0.001
_CREATE_NO_WINDOW = 0x08000000
_LOCALE = r"[A-Za-z0-9_.@-]{1,64}"
#: Environment variables that a session may inherit, with the pattern of allowed values. All others are dropped.
_INHERITED = {
    "DISPLAY": r"[A-Za-z0-9_.-]{0,255}:\d{1,5}(\.\d{1,3})?",
    "XAUTHORITY": r"/[^\0]{1,1023}",
    "LANG": _LOCALE,
    "LANGUAGE": r"[A-Za-z0-9_.@:-]{1,256}",
    "TZ": r"[A-Za-z0-9_+-]{1,32}(/[A-Za-z0-9_+-]{1,32}){0,2}",
    "QT_QPA_PLATFORM": r"offscreen|xcb|windows",
}
_INHERITED_ON_WINDOWS = ("SYSTEMROOT", "WINDIR", "SYSTEMDRIVE", "PROGRAMDATA", "ALLUSERSPROFILE",
                         "NUMBER_OF_PROCESSORS", "PROCESSOR_ARCHITECTURE")  # fmt: skip
_LC_NAME = re.compile(r"LC_[A-Z]{1,20}")

_Streams = tuple[IO[bytes], IO[bytes], IO[bytes]]
#: Held while a process is started and while trees are killed, so that no process is added during a kill.
_births = threading.Lock()
#: Processes started here and not known to be dead: the exit status must be taken through the Popen object.
_children: dict[int, "subprocess.Popen[bytes]"] = {}
_jobs: dict[int, windows_job.JobObject] = {}


def session_environment(source: Mapping[str, str], windows: bool = _WINDOWS) -> dict[str, str]:
    """The environment of a session: the allowed variables of ``source`` and a fixed PATH, nothing else."""
    made = {name: value for name, value in source.items() if _inherits(name, value)}
    if not windows:
        return made | {"PATH": _UNIX_PATH}
    made |= {name.upper(): value for name, value in source.items() if name.upper() in _INHERITED_ON_WINDOWS}
    root = made.get("SYSTEMROOT", r"C:\Windows")
    return made | {"SYSTEMROOT": root, "PATH": rf"{root}\System32;{root}"}


def _inherits(name: str, value: str) -> bool:
    allowed = _LOCALE if _LC_NAME.fullmatch(name) else _INHERITED.get(name)
    return allowed is not None and re.fullmatch(allowed, value) is not None


def tree_marker(record: Path) -> dict[str, str]:
    """Variables for a session's environment by which a later ``kill_recorded(record)`` finds its whole tree."""
    return {TREE_VARIABLE: str(record.absolute())}


def interpreter_argv(module: str, *arguments: str) -> list[str]:
    """The command that runs a module of this program, isolated from the user's Python settings.

    In a frozen build that is the program itself with the arguments (raises ValueError for a module other than
    ``kiosk``); on Windows the base interpreter, since a venv's launcher would be one process more in between.
    """
    if getattr(sys, "frozen", False):
        if module != "kiosk":
            raise ValueError("a frozen build runs only its own commands")
        return [sys.executable, *arguments]
    return [_interpreter(), "-I", "-m", module, *arguments]


def _interpreter() -> str:
    return str(getattr(sys, "_base_executable", sys.executable)) if _WINDOWS else sys.executable


def become_subreaper() -> None:
    """Linux: orphans below this process become its children, also after ``setsid``. Raises OSError."""
    if _LINUX:
        linux.become_subreaper()


def die_with_parent(parent_pid: int) -> None:
    """Linux: have this process killed with its parent; a session's first call. On Windows the job object does it."""
    if _LINUX:
        linux.die_with_parent(parent_pid)


class SessionProcess:
    """A running session process: its pid and its two pipes. Made by ``start``."""

    def __init__(self, popen: "subprocess.Popen[bytes]", pipes: Pipes) -> None:
        self._popen = popen
        self._pipes = pipes
        self.pid = popen.pid

    @classmethod
    def start(
        cls,
        argv: Sequence[str],
        env: Mapping[str, str],
        on_line: Callable[[bytes], None],
        on_closed: Callable[[str], None],
        on_stderr: Callable[[bytes], None],
    ) -> "SessionProcess":
        """Start it with exactly this environment. The callbacks run on other threads, see ``Pipes``.

        Raises OSError when it cannot be started, RuntimeError off the main thread: Linux ties the child's life to the
        *thread* that started it.
        """
        if threading.current_thread() is not threading.main_thread():
            raise RuntimeError("a session is started from the main thread")
        with _births:
            popen = _popen([*_death_signal_argv(), *argv], env)
            if _WINDOWS:
                _jobs[popen.pid] = _put_into_job(popen)
        streams = cast(_Streams, (popen.stdin, popen.stdout, popen.stderr))
        pipes = Pipes(*streams, on_line, on_closed, on_stderr)
        pipes.open()
        return cls(popen, pipes)

    @property
    def running(self) -> bool:
        """Whether the process itself is alive; its children may outlive it."""
        return self._popen.poll() is None

    def write(self, line: bytes) -> bool:
        """Queue a line for the session; False when it no longer reads. Never blocks."""
        return self._pipes.write(line)

    def close(self) -> None:
        """Close its stdin, which makes a session end itself. Does not wait for that."""
        self._pipes.close()


def _popen(argv: Sequence[str], env: Mapping[str, str]) -> "subprocess.Popen[bytes]":
    pipe = subprocess.PIPE
    popen = subprocess.Popen(
        list(argv),
        stdin=pipe,
        stdout=pipe,
        stderr=pipe,
        bufsize=0,
        env=_with_launcher(env, argv),
        close_fds=True,
        start_new_session=True,
        creationflags=_CREATE_NO_WINDOW if _WINDOWS else 0,
    )
    _remember(popen)
    return popen


def _remember(child: "subprocess.Popen[bytes]") -> None:
    for pid, known in list(_children.items()):
        if known.poll() is not None:
            del _children[pid]
    _children[child.pid] = child


def _death_signal_argv() -> list[str]:
    # util-linux' setpriv sets the death signal and becomes the session (same pid). A preexec_fn would run Python
    # between fork and exec in a program with threads. Without setpriv only the session's own die_with_parent is left.
    setpriv = shutil.which("setpriv", path=_UNIX_PATH) if _LINUX else None
    return [setpriv, "--pdeathsig", "KILL", "--"] if setpriv else []


def _with_launcher(env: Mapping[str, str], argv: Sequence[str]) -> dict[str, str]:
    # The base interpreter finds the venv's packages only through this variable (multiprocessing sets it, too).
    base = getattr(sys, "_base_executable", sys.executable)
    if _WINDOWS and argv[0] == base != sys.executable:
        return {**env, "__PYVENV_LAUNCHER__": sys.executable}
    return dict(env)


def _put_into_job(popen: Any) -> windows_job.JobObject:
    job = windows_job.JobObject(windows_job.load_kernel32())
    try:
        job.assign(int(popen._handle))
    except OSError:
        popen.kill()  # outside the job it could leave processes behind
        raise
    return job


def start_helper(
    argv: Sequence[str],
    env: Mapping[str, str],
    *,
    stdin: int | IO[Any] | None = subprocess.DEVNULL,
    stdout: int | IO[Any] | None = None,
    stderr: int | IO[Any] | None = None,
    cwd: Path | None = None,
) -> "subprocess.Popen[bytes]":
    """Start a program that is no session (training station, CUPS' ``cancel``, packaging). The caller ends it.

    On Linux, started from the main thread, it is killed with this process. Raises OSError.
    """
    bound = _death_signal_argv() if threading.current_thread() is threading.main_thread() else []
    with _births:
        helper = subprocess.Popen(
            [*bound, *argv], env=_with_launcher(env, argv), stdin=stdin, stdout=stdout, stderr=stderr, cwd=cwd
        )
        _remember(helper)
    return helper


def kill_tree(roots: Sequence[int], spare: frozenset[int], deadline: float) -> str | None:
    """Kill the roots and every descendant of this process that is not in or under ``spare``, until none is left.

    Blocks until all are gone and reaped, or until ``deadline`` (of ``clock.now()``); no process is started meanwhile.
    Returns None, or the reason in words. On Linux ``become_subreaper`` must have been called long before.
    """
    with _births:
        refused = _end_jobs(spare, deadline)
        return refused or tree.kill_until_none(lambda table: _doomed(table, roots, spare), deadline, _reap)


def _doomed(table: tree.Table, roots: Sequence[int], spare: frozenset[int]) -> set[int]:
    own = os.getpid()
    return tree.below(table, [own, *roots]) - tree.below(table, spare) - {own}


def _reap(pid: int) -> None:
    """Take the exit status through the Popen object if there is one, so that the object knows it."""
    child = _children.get(pid)
    if child is None:
        tree.reap_child(pid)
    else:
        child.poll()


def _end_jobs(spare: frozenset[int], deadline: float) -> str | None:
    """Windows: terminate the job of every session that is not spared and wait until none has a process."""
    doomed = {pid: job for pid, job in _jobs.items() if pid not in spare}
    try:
        for job in doomed.values():
            job.terminate()
        while any(job.active() for job in doomed.values()):
            if clock.now() >= deadline:
                return "a job has processes that are still alive"
            time.sleep(_PAUSE)
    except OSError:
        return "a job could not be terminated"
    for pid, job in doomed.items():
        with suppress(OSError):
            job.close()
        del _jobs[pid]
    return None
