"""Windows (and whatever is not Linux): the same questions, answered by psutil. A session's tree is in a job object."""

from collections.abc import Iterator, Mapping
from contextlib import suppress

import psutil

from kiosk.processes.system import Seen


def look(pid: int) -> Seen | None:
    """See ``System``."""
    try:
        process = psutil.Process(pid)
        return Seen(process.ppid(), repr(process.create_time()), process.status() == psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return None
    except psutil.AccessDenied:
        return Seen(0, "", zombie=False)  # a system process: there, and nobody's child


def pids() -> Iterator[int]:
    """See ``System``."""
    return iter(psutil.pids())


def kill(pid: int) -> None:
    """See ``System``."""
    with suppress(psutil.Error):
        psutil.Process(pid).kill()


def reap(pid: int) -> None:
    """Windows keeps no dead children."""


def has_threads(pid: int) -> bool:  # noqa: ARG001
    """There are no zombies here."""
    return False


def surroundings(pid: int) -> tuple[Mapping[str, str], str]:
    """See ``System``."""
    try:
        process = psutil.Process(pid)
        return process.environ(), process.cwd()
    except (psutil.Error, OSError):
        return {}, ""


def boot_id() -> str:
    """``born`` is a time of day here."""
    return ""
