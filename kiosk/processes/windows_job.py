"""A Windows job object holds a session's tree; terminating it or closing its last handle ends all processes in it."""

import ctypes
from typing import Any

from kiosk.system.win32 import SEARCH_SYSTEM32

KILL_ON_JOB_CLOSE = 0x2000
DIE_ON_UNHANDLED_EXCEPTION = 0x400
#: Neither JOB_OBJECT_LIMIT_BREAKAWAY_OK (0x800) nor SILENT_BREAKAWAY_OK (0x1000): no child can leave.
LIMITS = KILL_ON_JOB_CLOSE | DIE_ON_UNHANDLED_EXCEPTION
BASIC_ACCOUNTING = 1
EXTENDED_LIMITS = 9

_DWORD = ctypes.c_uint32
_HANDLE = ctypes.c_void_p


class BasicLimits(ctypes.Structure):
    """JOBOBJECT_BASIC_LIMIT_INFORMATION."""

    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", _DWORD),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", _DWORD),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", _DWORD),
        ("SchedulingClass", _DWORD),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION."""

    _fields_ = (
        ("BasicLimitInformation", BasicLimits),
        ("IoInfo", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class Accounting(ctypes.Structure):
    """JOBOBJECT_BASIC_ACCOUNTING_INFORMATION."""

    _fields_ = (
        ("TotalUserTime", ctypes.c_int64),
        ("TotalKernelTime", ctypes.c_int64),
        ("ThisPeriodTotalUserTime", ctypes.c_int64),
        ("ThisPeriodTotalKernelTime", ctypes.c_int64),
        ("TotalPageFaultCount", _DWORD),
        ("TotalProcesses", _DWORD),
        ("ActiveProcesses", _DWORD),
        ("TotalTerminatedProcesses", _DWORD),
    )


def load_kernel32() -> Any:
    """kernel32 from System32 with the handle types declared (a default int would cut a 64-bit handle)."""
    kernel32 = ctypes.WinDLL("kernel32.dll", winmode=SEARCH_SYSTEM32)  # type: ignore[attr-defined,unused-ignore]
    kernel32.CreateJobObjectW.argtypes = (_HANDLE, ctypes.c_wchar_p)
    kernel32.CreateJobObjectW.restype = _HANDLE
    kernel32.SetInformationJobObject.argtypes = (_HANDLE, ctypes.c_int, _HANDLE, _DWORD)
    kernel32.QueryInformationJobObject.argtypes = (_HANDLE, ctypes.c_int, _HANDLE, _DWORD, _HANDLE)
    kernel32.AssignProcessToJobObject.argtypes = (_HANDLE, _HANDLE)
    kernel32.TerminateJobObject.argtypes = (_HANDLE, ctypes.c_uint)
    kernel32.CloseHandle.argtypes = (_HANDLE,)
    return kernel32


class JobObject:
    """One job with kill-on-close. Every method raises OSError when Windows refuses."""

    def __init__(self, kernel32: Any) -> None:
        self._kernel32 = kernel32
        self._handle = kernel32.CreateJobObjectW(None, None)
        self._check(self._handle, "CreateJobObject")
        limits = ExtendedLimits()
        limits.BasicLimitInformation.LimitFlags = LIMITS
        done = kernel32.SetInformationJobObject(
            self._handle, EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits)
        )
        self._check(done, "SetInformationJobObject")

    def assign(self, process_handle: int) -> None:
        """Put a process into the job; what it starts from now on is in it too."""
        self._check(self._kernel32.AssignProcessToJobObject(self._handle, process_handle), "AssignProcessToJobObject")

    def terminate(self) -> None:
        """End every process in the job. ``active`` tells when they are gone."""
        self._check(self._kernel32.TerminateJobObject(self._handle, 1), "TerminateJobObject")

    def active(self) -> int:
        """The number of living processes in the job."""
        accounting = Accounting()
        done = self._kernel32.QueryInformationJobObject(
            self._handle, BASIC_ACCOUNTING, ctypes.byref(accounting), ctypes.sizeof(accounting), None
        )
        self._check(done, "QueryInformationJobObject")
        return int(accounting.ActiveProcesses)

    def close(self) -> None:
        """Close the handle, which kills what is still in the job. A second call does nothing."""
        handle, self._handle = self._handle, None
        if handle:
            self._check(self._kernel32.CloseHandle(handle), "CloseHandle")

    def _check(self, done: object, call: str) -> None:
        if not done:
            raise OSError(f"{call} refused")
