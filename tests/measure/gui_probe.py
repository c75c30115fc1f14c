"""Measures for how long the event loop of a process is blocked, and on which screen, as far as a person could notice.

A timer of the GUI thread reads the clock; a stretch is the time between two of its turns. The dispatcher's signals
``aboutToBlock`` and ``awake`` would be exact, but GLib's dispatcher emits them around the whole turn, not around the
wait (Qt 6.12, qeventdispatcher_glib.cpp).
"""

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

#: Milliseconds between two turns, which is also the resolution.
TURN_MS = 4
#: Stretches are kept from this length on (``Stretch.own``, milliseconds), and at most this number of them.
KEPT_MS, KEPT = 20.0, 400
#: The name of this module in ``TrainingSettings.equipment``.
NAME = "tests.measure.gui_probe"


@dataclass(frozen=True)
class Stretch:
    """A time in which the event loop was blocked, in milliseconds (``at``: seconds of ``time.monotonic()``).

    ``own``: without the time in which the thread was ready to run but other programs had the processors. ``cpu``:
    computing time of the thread.
    """

    at: float
    wall: float
    own: float
    cpu: float
    where: str


class GuiProbe(QObject):
    """Measures the thread that creates it. ``where``: returns the screen or phase, for the report."""

    def __init__(self, where: Callable[[], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._where = where
        self._schedule = _schedule_file()
        self.stretches: list[Stretch] = []
        self._last = self._now()
        self._before = where()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._on_turn)
        self._timer.start(TURN_MS)

    def _now(self) -> tuple[float, float, float]:
        """Seconds: monotonic time, time waited for a processor, computing time."""
        return time.monotonic(), self._waited(), time.thread_time()

    def _waited(self) -> float:
        """Seconds in which this thread waited for a processor (Linux: proc(5), schedstat); 0 on other systems."""
        if self._schedule < 0:
            return 0.0
        return int(os.pread(self._schedule, 64, 0).split()[1]) / 1e9

    def _on_turn(self) -> None:
        now = self._now()
        wall, waited, cpu = (1000 * (new - old) for new, old in zip(now, self._last, strict=True))
        self._last = now
        own = wall - waited
        if own >= KEPT_MS and len(self.stretches) < KEPT:
            after = self._where()
            where = after if after == self._before else f"{self._before} → {after}"
            self.stretches.append(Stretch(now[0], wall, own, cpu, where))
        self._before = self._where()

    def report(self) -> list[dict[str, Any]]:
        """All stretches so far, in order."""
        return [asdict(stretch) for stretch in self.stretches]


def session(agent: Any) -> dict[str, Callable[..., Any]]:
    """Measure the session's event loop from now on (see ``kiosk/training/base/equipment.py``)."""
    return _measured(agent)


def supervisor(agent: Any) -> dict[str, Callable[..., Any]]:
    """Measure the supervisor's event loop from now on."""
    return _measured(agent)


def _measured(agent: Any) -> dict[str, Callable[..., Any]]:
    probe = GuiProbe(agent.where, agent)
    return {"stretches": lambda finish: finish(probe.report())}


def _schedule_file() -> int:
    with suppress(OSError, AttributeError):
        return os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
    return -1
