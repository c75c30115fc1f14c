"""Print queues of CUPS and Windows for the wipe: cancel the jobs of one user and count what is left."""

import ctypes
import subprocess
import sys
from collections.abc import Callable, Iterator
from typing import Any, Protocol

from kiosk.processes import start as processes
from kiosk.system.win32 import SEARCH_SYSTEM32

#: Maximum seconds of a CUPS command.
_TIMEOUT = 3.0
_JOB_CONTROL_DELETE = 5
_MOST_JOBS = 1000
_DWORD = ctypes.c_uint32


class PrintQueue(Protocol):
    """One printer's queue. Both methods raise OSError or subprocess.TimeoutExpired when it does not answer."""

    def cancel(self, owner: str) -> None:
        """Cancel all jobs of this user."""
        ...

    def remaining(self, owner: str) -> int:
        """The number of unfinished jobs of this user."""
        ...


def run_command(argv: list[str]) -> tuple[int, str]:
    """Exit status and output of a short command, in English. Raises OSError or subprocess.TimeoutExpired."""
    env = {"PATH": "/usr/bin:/bin", "LC_ALL": "C"}
    command = processes.start_helper(argv, env, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    try:
        output, _ = command.communicate(timeout=_TIMEOUT)
    except subprocess.TimeoutExpired:
        command.kill()
        command.communicate()
        raise
    return command.returncode, output.decode("utf-8", "replace")


class CupsQueue:
    """CUPS, through its commands ``cancel`` and ``lpstat``."""

    def __init__(self, printer: str, run: Callable[[list[str]], tuple[int, str]] = run_command) -> None:
        if printer.startswith("-"):
            raise ValueError("a printer's name is expected, not an option")
        self._printer = printer
        self._run = run

    def cancel(self, owner: str) -> None:
        """See ``PrintQueue``. The command's status is ignored: ``remaining`` decides."""
        self._run(["cancel", "-a", "-u", owner, self._printer])

    def remaining(self, owner: str) -> int:
        """See ``PrintQueue``. A line of lpstat is ``printer-12  owner  1024  date``."""
        status, output = self._run(["lpstat", "-W", "not-completed", "-o", self._printer])
        if status != 0:
            raise OSError("lpstat failed")
        lines = (line.split() for line in output.splitlines())
        return sum(len(words) > 1 and words[1] == owner for words in lines)


class JobInfo(ctypes.Structure):
    """JOB_INFO_1W (winspool.h)."""

    _fields_ = (
        ("JobId", _DWORD),
        ("pPrinterName", ctypes.c_wchar_p),
        ("pMachineName", ctypes.c_wchar_p),
        ("pUserName", ctypes.c_wchar_p),
        ("pDocument", ctypes.c_wchar_p),
        ("pDatatype", ctypes.c_wchar_p),
        ("pStatus", ctypes.c_wchar_p),
        ("Status", _DWORD),
        ("Priority", _DWORD),
        ("Position", _DWORD),
        ("TotalPages", _DWORD),
        ("PagesPrinted", _DWORD),
        ("Submitted", ctypes.c_uint16 * 8),
    )


def load_winspool() -> Any:
    """The spooler's library, from System32 only, with the handle types declared."""
    winspool = ctypes.WinDLL("winspool.drv", winmode=SEARCH_SYSTEM32)  # type: ignore[attr-defined,unused-ignore]
    handle = ctypes.c_void_p
    winspool.OpenPrinterW.argtypes = (ctypes.c_wchar_p, handle, handle)
    winspool.EnumJobsW.argtypes = (handle, _DWORD, _DWORD, _DWORD, handle, _DWORD, handle, handle)
    winspool.SetJobW.argtypes = (handle, _DWORD, _DWORD, handle, _DWORD)
    winspool.ClosePrinter.argtypes = (handle,)
    return winspool


class WindowsQueue:
    """The Windows spooler (``winspool.drv``)."""

    def __init__(self, printer: str, winspool: Any) -> None:
        self._printer = printer
        self._winspool = winspool

    def cancel(self, owner: str) -> None:
        """See ``PrintQueue``."""
        handle = self._open()
        try:
            for job in self._jobs(handle, owner):
                self._winspool.SetJobW(handle, job, 0, None, _JOB_CONTROL_DELETE)
        finally:
            self._winspool.ClosePrinter(handle)

    def remaining(self, owner: str) -> int:
        """See ``PrintQueue``."""
        handle = self._open()
        try:
            return len(self._jobs(handle, owner))
        finally:
            self._winspool.ClosePrinter(handle)

    def _open(self) -> ctypes.c_void_p:
        handle = ctypes.c_void_p()
        if not self._winspool.OpenPrinterW(self._printer, ctypes.byref(handle), None):
            raise OSError("OpenPrinter refused")
        return handle

    def _jobs(self, handle: ctypes.c_void_p, owner: str) -> list[int]:
        return [job.JobId for job in self._all_jobs(handle) if (job.pUserName or "").casefold() == owner.casefold()]

    def _all_jobs(self, handle: ctypes.c_void_p) -> Iterator[JobInfo]:
        """Calls EnumJobs twice: for the size of the buffer (success without one means no job), then with the buffer."""
        needed, returned = _DWORD(), _DWORD()
        sizes = (ctypes.byref(needed), ctypes.byref(returned))
        if self._winspool.EnumJobsW(handle, 0, _MOST_JOBS, 1, None, 0, *sizes):
            return
        buffer = ctypes.create_string_buffer(needed.value)
        if not self._winspool.EnumJobsW(handle, 0, _MOST_JOBS, 1, buffer, needed.value, *sizes):
            raise OSError("EnumJobs refused")
        jobs = ctypes.cast(buffer, ctypes.POINTER(JobInfo))
        yield from (jobs[index] for index in range(returned.value))


def queue_of(printer: str) -> PrintQueue:
    """The queue of this printer on this system."""
    return WindowsQueue(printer, load_winspool()) if sys.platform == "win32" else CupsQueue(printer)
