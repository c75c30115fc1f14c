"""The clock of all deadlines: it counts while the machine is suspended, so that no session outlives a sleep."""

import ctypes
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import Any

from kiosk.system.win32 import SEARCH_SYSTEM32

#: Seconds by which the time of day may drift from the clock of deadlines between two looks before it was set.
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
    """Seconds since an unnamed moment, never going back, suspend time counted. For deadlines."""
    return _clock()


def wall() -> datetime:
    """The local time of day with its zone. It labels lines and receipts; it never decides anything."""
    return datetime.now().astimezone()


class WallWatch:
    """Whether somebody, or a time server, sets the time of day: seen against the clock of deadlines.

    ``moved``: it has happened since this watch began. Which of the two times is right nobody here can know, so that
    no date may be judged by it any more (scenarios E5, E6).
    """

    def __init__(self, moved: bool = False) -> None:
        self.moved = moved
        self._offset = _offset()

    def jump(self) -> float:
        """Seconds by which it was set since the last look; 0.0: it was not."""
        before, self._offset = self._offset, _offset()
        jumped = self._offset - before
        if abs(jumped) <= JUMP:
            return 0.0
        self.moved = True
        return jumped


def _offset() -> float:
    """Both clocks read in the same moment: a process that was halted between them reads again."""
    while True:
        before, offset = now(), wall().timestamp() - now()
        if now() - before < JUMP / 2:
            return offset
