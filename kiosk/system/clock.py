"""The clock of all deadlines. It counts suspend time, so that no session outlasts its limits during a sleep."""

import ctypes
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from kiosk.system.win32 import SEARCH_SYSTEM32

#: Seconds. When wall clock and deadline clock move apart by more between two readings, the wall clock was set.
JUMP = 2.0


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
    """Seconds since an arbitrary moment: never goes back, counts suspend time. For deadlines."""
    return _clock()


def wall() -> datetime:
    """The local time with its zone, for labels on lines and receipts. No deadline depends on it."""
    return datetime.now().astimezone()


class WallWatch:
    """Detects that a person or a time server set the wall clock, by comparing it with the deadline clock.

    ``moved``: it happened since this watch began. Which of the two times is right is unknown, so the watch alone lets
    no date be judged by the wall clock any more (docs/scenarios.md, E5 and E6).
    """

    def __init__(self, moved: bool = False) -> None:
        self.moved = moved
        self._offset = _offset()

    def jump(self) -> float:
        """Seconds by which the wall clock was set since the last call; 0.0 when it was not."""
        before, self._offset = self._offset, _offset()
        jumped = self._offset - before
        if abs(jumped) <= JUMP:
            return 0.0
        self.moved = True
        return jumped


def _offset() -> float:
    """Wall clock minus deadline clock, in seconds. Read again when the process was halted between the two."""
    while True:
        before, offset = now(), wall().timestamp() - now()
        if now() - before < JUMP / 2:
            return offset
