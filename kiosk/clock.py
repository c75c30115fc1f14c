"""The clock of all deadlines: it counts while the machine is suspended, so that no session outlives a sleep."""

import ctypes
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

#: LOAD_LIBRARY_SEARCH_SYSTEM32: a DLL of that name beside the program or in the current folder is never loaded.
SEARCH_SYSTEM32 = 0x800


def tick_clock(kernel32: Any) -> Callable[[], float]:
    """A clock in seconds over ``GetTickCount64`` (milliseconds since start, sleep included; steps of 10 to 16 ms)."""
    ticks = kernel32.GetTickCount64
    ticks.argtypes = ()
    ticks.restype = ctypes.c_uint64
    return lambda: ticks() / 1000.0


def _boot_clock() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME)


def choose_clock(platform: str) -> Callable[[], float]:
    """The clock for this platform; ``time.monotonic`` where none counts suspend time."""
    if platform == "win32":
        return tick_clock(ctypes.WinDLL("kernel32.dll", winmode=SEARCH_SYSTEM32))  # type: ignore[attr-defined,unused-ignore]
    return _boot_clock if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic


_clock = choose_clock(sys.platform)


def now() -> float:
    """Seconds since an unnamed moment, never going back, suspend time counted. For deadlines."""
    return _clock()


def wall() -> datetime:
    """The local time of day with its zone. It labels lines and receipts; it never decides anything."""
    return datetime.now().astimezone()
