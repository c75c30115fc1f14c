"""``System`` for Linux: reads ``/proc``, and the calls that tie a process tree to its supervisor."""

import ctypes
import os
import signal
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

from kiosk.processes.system import ProcessInfo

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36


def _prctl(option: int, value: int) -> None:
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(ctypes.c_int(option), *(ctypes.c_ulong(item) for item in (value, 0, 0, 0))) != 0:
        raise OSError(ctypes.get_errno(), "prctl refused")


def become_subreaper() -> None:
    """Orphans below this process become its children instead of init's, so that none escapes. Raises OSError."""
    _prctl(_PR_SET_CHILD_SUBREAPER, 1)


def die_with_parent(parent_pid: int) -> None:
    """Have this process killed when the thread that started it ends; at once if that is over. Raises OSError."""
    _prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent_pid:
        os.kill(os.getpid(), signal.SIGKILL)


def boot_id() -> str:
    """See ``System``. Start times of processes are counted from the start of the machine."""
    return Path("/proc/sys/kernel/random/boot_id").read_text("ascii").strip()


def inspect(pid: int) -> ProcessInfo | None:
    """See ``System``. ``born`` is in clock ticks since the machine started (proc_pid_stat(5), field 22)."""
    try:
        # The name in brackets may itself contain brackets and blanks: cut after the last one.
        words = Path(f"/proc/{pid}/stat").read_bytes().rpartition(b")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return None
    return ProcessInfo(int(words[1]), words[19].decode("ascii"), words[0] in (b"Z", b"X"))


def pids() -> Iterator[int]:
    """See ``System``."""
    return (int(entry.name) for entry in Path("/proc").iterdir() if entry.name.isdecimal())


def kill(pid: int) -> None:
    """See ``System``."""
    with suppress(OSError):
        os.kill(pid, signal.SIGKILL)


def reap(pid: int) -> None:
    """See ``System``."""
    with suppress(ChildProcessError):
        os.waitpid(pid, os.WNOHANG)


def has_threads(pid: int) -> bool:
    """See ``System``."""
    with suppress(OSError):
        return len(list(Path(f"/proc/{pid}/task").iterdir())) > 1
    return False


def surroundings(pid: int) -> tuple[Mapping[str, str], str]:
    """See ``System``. Empty for other users' processes and for Chromium's renderers (they end with their browser)."""
    try:
        entries = Path(f"/proc/{pid}/environ").read_bytes().split(b"\0")
        folder = str(Path(f"/proc/{pid}/cwd").readlink())
    except OSError:
        return {}, ""
    return {
        os.fsdecode(name): os.fsdecode(value) for name, _, value in (entry.partition(b"=") for entry in entries)
    }, folder
