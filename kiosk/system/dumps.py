"""No crash writes the memory of a process to the disk: neither a core dump nor a Windows error report.

What a person typed and read is in that memory, and no wipe finds a dump that the system puts elsewhere.
"""

import ctypes
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.system.win32 import SEARCH_SYSTEM32

#: Bytes. Linux writes no dump below a page, and at exactly 1 starts no dump program either, which it does at 0
#: (fs/coredump.c: meant against a dump program that crashes itself).
LIMIT = 1
#: Where Linux puts dumps: a path, relative to the process's folder, or "|" and a program.
CORE_PATTERN = Path("/proc/sys/kernel/core_pattern")
#: The dump program that respects a limit of 0 by itself (systemd-coredump(8)).
_RESPECTS_LIMIT = "/systemd-coredump"
#: SetErrorMode (errhandlingapi.h): no dialog for a missing disk; no error report after a crash. Children inherit it.
_NO_REPORT = 0x0001 | 0x0002


def forbid() -> None:
    """Call it first in a process: neither it nor a process below it can lift this again."""
    if sys.platform == "win32":
        _forbid_reports(*_windows())
    else:
        _limit()


def trouble() -> str:
    """Why a crash here could leave memory on the disk, as a part of a sentence; empty: none can."""
    if sys.platform == "win32":
        return "" if _windows()[0].GetErrorMode() & _NO_REPORT == _NO_REPORT else "Windows reports errors"
    import resource

    return judge(resource.getrlimit(resource.RLIMIT_CORE)[1], core_pattern())


def judge(limit: int, pattern: str) -> str:
    """``trouble`` of a hard limit in bytes (-1: none) and of the text of ``CORE_PATTERN``."""
    if not 0 <= limit <= LIMIT:
        return "core dumps are not limited"
    program = pattern[1:].split(" ", maxsplit=1)[0] if pattern.startswith("|") else ""
    if program and limit == 0 and not program.endswith(_RESPECTS_LIMIT):
        return f"with a limit of 0 Linux still gives core dumps to {program}"
    return ""


def core_pattern() -> str:
    """The system's setting, empty where there is none."""
    try:
        return CORE_PATTERN.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


def _limit() -> None:
    import resource

    hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
    limit = LIMIT if hard == resource.RLIM_INFINITY else min(LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_CORE, (limit, limit))


def _windows() -> tuple[Any, Any]:
    load = ctypes.WinDLL  # type: ignore[attr-defined,unused-ignore]
    return load("kernel32.dll", winmode=SEARCH_SYSTEM32), load("wer.dll", winmode=SEARCH_SYSTEM32)


def _forbid_reports(kernel32: Any, wer: Any) -> None:
    """No report of this process and its children; where a child resets that, its program is excluded by name."""
    kernel32.SetErrorMode(kernel32.GetErrorMode() | _NO_REPORT)
    for program in (Path(sys.executable).name, "QtWebEngineProcess.exe"):
        with suppress(OSError):  # the account may not keep the list: the policy is what remains (kiosk doctor)
            wer.WerAddExcludedApplication(ctypes.c_wchar_p(program), 0)
