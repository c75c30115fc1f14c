"""Whether a renderer of the browser engine is confined, according to the operating system and never to the engine.

Linux (proc_pid_status(5), Chromium's sandbox): a seccomp filter, no new privileges, and a process namespace of its own,
which a user without privileges gets only together with a user namespace. Windows: integrity level low or untrusted,
and membership in a job.
"""

import ctypes
import math
import sys
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from kiosk.system.win32 import SEARCH_SYSTEM32

_SECCOMP_FILTER = "2"
_NAMESPACES = ("user", "pid")
#: Mandatory levels of Windows: the last number of the integrity SID (S-1-16-…).
LOW = 0x1000
_LEVELS = ((0x4000, "system"), (0x3000, "high"), (0x2000, "medium"), (0x1000, "low"), (0, "untrusted"))
_QUERY_LIMITED = 0x1000
_TOKEN_QUERY = 0x0008
_TOKEN_INTEGRITY_LEVEL = 25
_DWORD = ctypes.c_uint32
_HANDLE = ctypes.c_void_p


@dataclass(frozen=True)
class Confinement:
    """Whether a process is confined, and by what. ``facts``: name -> value, nothing personal."""

    ok: bool
    facts: Mapping[str, str]

    def summary(self) -> str:
        """The facts in one line."""
        return ", ".join(f"{name} {value}" for name, value in self.facts.items())


class Windows(Protocol):
    """Queries to Windows about a process. Both raise OSError when Windows refuses them."""

    def integrity(self, pid: int) -> int:
        """The mandatory level (0x1000 is low)."""
        ...

    def in_job(self, pid: int) -> bool:
        """Whether the process is in a job."""
        ...


def confined(pid: int) -> Confinement:
    """Judge this process. An unknown fact counts as not confined. Never raises OSError."""
    try:
        return judge_windows(NativeWindows(), pid) if sys.platform == "win32" else _judge_on_linux(pid)
    except OSError as error:
        return Confinement(ok=False, facts={"unknown": type(error).__name__})


def renderers_below(pid: int) -> tuple[int, ...]:
    """Pids of the engine's renderers (and other confined workers) below ``pid``; empty when that process is gone.

    On Linux they are forked by a zygote and keep its command line; a zygote has one thread, what it forked has more.
    """
    import psutil

    found = []
    with suppress(psutil.Error):
        for child in psutil.Process(pid).children(recursive=True):
            with suppress(psutil.Error):
                if _is_renderer(child.cmdline(), child.num_threads()):
                    found.append(child.pid)
    return tuple(sorted(found))


class PageWatch:
    """Whether every page below a session is confined. Without proof the check is repeated, up to a limit.

    A renderer that is being forked has one thread, or no filter yet, and of one that has just ended nothing can be
    read; under load both states last long enough to be seen.
    """

    #: Seconds from the first check without proof until the page counts as not confined.
    LIMIT = 1.0

    def __init__(self) -> None:
        self._until = math.inf

    @property
    def doubtful(self) -> bool:
        """The last check proved nothing and must be repeated."""
        return self._until < math.inf

    def refuses(self, session: int | None, now: float) -> bool:
        """Check the pages of this process (None: there is none). True: no proof within the limit.

        A page without a process of its own counts as not confined.
        """
        found = renderers_below(session) if session is not None else ()
        proven = session is None or (bool(found) and all(confined(pid).ok for pid in found))
        until = min(self._until, now + self.LIMIT)
        refused = not proven and now >= until
        self._until = math.inf if proven or refused else until
        return refused


def _is_renderer(command: list[str], threads: int) -> bool:
    return "--type=renderer" in command or ("--type=zygote" in command and threads > 1)


def _judge_on_linux(pid: int) -> Confinement:
    status = _status(Path(f"/proc/{pid}/status").read_text(encoding="utf-8", errors="replace"))
    own = _status(Path("/proc/self/status").read_text(encoding="utf-8", errors="replace"))
    return judge_linux(status, own, {name: _other_namespace(pid, name) for name in _NAMESPACES})


def _status(text: str) -> dict[str, str]:
    pairs = (line.partition(":") for line in text.splitlines())
    return {name: value.strip() for name, _, value in pairs}


def _other_namespace(pid: int, name: str) -> bool | None:
    """Whether it is in another namespace than this process; None when unknown, as for users without privileges."""
    try:
        theirs, ours = (Path(f"/proc/{who}/ns/{name}").readlink() for who in (pid, "self"))
    except OSError:
        return None
    return theirs != ours


def judge_linux(
    status: Mapping[str, str], own: Mapping[str, str], namespaces: Mapping[str, bool | None]
) -> Confinement:
    """Pure. ``status`` and ``own``: of ``/proc/PID/status``. ``namespaces``: is it another one, None when unknown.

    A renderer may hide its namespaces; its ``NSpid`` line, which everybody may read, has one number for each process
    namespace it is nested in.
    """
    nested = len(status.get("NSpid", "").split()) > len(own.get("NSpid", "x").split())
    filtered = status.get("Seccomp") == _SECCOMP_FILTER
    frozen = status.get("NoNewPrivs") == "1"
    own_user = namespaces.get("user")
    facts = {
        "seccomp": "filter" if filtered else "none",
        "no new privileges": "yes" if frozen else "no",
        "process namespace": "own" if nested or namespaces.get("pid") else "shared",
        "user namespace": "not told" if own_user is None else "own" if own_user else "shared",
    }
    apart = facts["process namespace"] == "own" and own_user is not False
    return Confinement(filtered and frozen and apart, facts)


def judge_windows(windows: Windows, pid: int) -> Confinement:
    """Low or untrusted integrity, and in a job. Raises OSError."""
    level, in_job = windows.integrity(pid), windows.in_job(pid)
    name = next(name for least, name in _LEVELS if level >= least)
    return Confinement(level <= LOW and in_job, {"integrity": name, "job": "yes" if in_job else "no"})


class NativeWindows:
    """``Windows`` over kernel32 and advapi32; tests give their own libraries."""

    def __init__(self, kernel32: Any = None, advapi32: Any = None) -> None:
        self._kernel32 = kernel32 or _load_kernel32()
        self._advapi32 = advapi32 or _load_advapi32()

    def integrity(self, pid: int) -> int:
        """See ``Windows``."""
        process = self._opened(pid)
        token = _HANDLE()
        try:
            self._check(self._advapi32.OpenProcessToken(process, _TOKEN_QUERY, ctypes.byref(token)), "OpenProcessToken")
            return self._level(token)
        finally:
            if token.value:
                self._kernel32.CloseHandle(token)
            self._kernel32.CloseHandle(process)

    def in_job(self, pid: int) -> bool:
        """See ``Windows``."""
        process = self._opened(pid)
        answer = ctypes.c_int(0)
        try:
            self._check(self._kernel32.IsProcessInJob(process, None, ctypes.byref(answer)), "IsProcessInJob")
        finally:
            self._kernel32.CloseHandle(process)
        return bool(answer.value)

    def _opened(self, pid: int) -> int:
        process = self._kernel32.OpenProcess(_QUERY_LIMITED, 0, pid)
        self._check(process, "OpenProcess")
        return int(process)

    def _level(self, token: Any) -> int:
        # TOKEN_MANDATORY_LABEL begins with a pointer to the SID, which lies in the same buffer.
        buffer = ctypes.create_string_buffer(256)
        written = _DWORD()
        done = self._advapi32.GetTokenInformation(
            token, _TOKEN_INTEGRITY_LEVEL, buffer, len(buffer), ctypes.byref(written)
        )
        self._check(done, "GetTokenInformation")
        sid = ctypes.cast(buffer, ctypes.POINTER(ctypes.c_void_p))[0]
        count = self._advapi32.GetSidSubAuthorityCount(sid)[0]
        return int(self._advapi32.GetSidSubAuthority(sid, count - 1)[0])

    @staticmethod
    def _check(done: object, call: str) -> None:
        if not done:
            raise OSError(f"{call} refused")


def _load_kernel32() -> Any:
    kernel32 = ctypes.WinDLL("kernel32.dll", winmode=SEARCH_SYSTEM32)  # type: ignore[attr-defined,unused-ignore]
    kernel32.OpenProcess.argtypes = (_DWORD, ctypes.c_int, _DWORD)
    kernel32.OpenProcess.restype = _HANDLE
    kernel32.IsProcessInJob.argtypes = (_HANDLE, _HANDLE, _HANDLE)
    kernel32.CloseHandle.argtypes = (_HANDLE,)
    return kernel32


def _load_advapi32() -> Any:
    advapi32 = ctypes.WinDLL("advapi32.dll", winmode=SEARCH_SYSTEM32)  # type: ignore[attr-defined,unused-ignore]
    advapi32.OpenProcessToken.argtypes = (_HANDLE, _DWORD, _HANDLE)
    advapi32.GetTokenInformation.argtypes = (_HANDLE, ctypes.c_int, _HANDLE, _DWORD, _HANDLE)
    advapi32.GetSidSubAuthorityCount.argtypes = (_HANDLE,)
    advapi32.GetSidSubAuthorityCount.restype = ctypes.POINTER(ctypes.c_ubyte)
    advapi32.GetSidSubAuthority.argtypes = (_HANDLE, _DWORD)
    advapi32.GetSidSubAuthority.restype = ctypes.POINTER(_DWORD)
    return advapi32
