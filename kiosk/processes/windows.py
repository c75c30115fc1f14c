"""``System`` for Windows (and all but Linux), over psutil. A session's tree is also held in a job object."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

import psutil

from kiosk.processes.system import ProcessInfo


def inspect(pid: int) -> ProcessInfo | None:
    """See ``System``."""
    try:
        process = psutil.Process(pid)
        return ProcessInfo(process.ppid(), repr(process.create_time()), process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return None
    except psutil.AccessDenied:
        return ProcessInfo(0, "", zombie=False)  # a system process: it exists, and has no parent here


def pids() -> Iterator[int]:
    """See ``System``."""
    return iter(psutil.pids())


def kill(pid: int) -> None:
    """See ``System``."""
    with suppress(psutil.Error):
        psutil.Process(pid).kill()


def reap(pid: int) -> None:
    """See ``System``. Windows keeps no dead children."""


def has_threads(pid: int) -> bool:  # noqa: ARG001
    """See ``System``. Windows has no zombies."""
    return False


def surroundings(pid: int) -> tuple[Mapping[str, str], str]:
    """See ``System``."""
    try:
        process = psutil.Process(pid)
        return process.environ(), process.cwd()
    except (psutil.Error, OSError):
        return {}, ""


def boot_id() -> str:
    """See ``System``. ``born`` is a time of day on Windows."""
    return ""
