"""How long the event loop of a process stands still, and on which screen: every stretch that a person could notice.

A timer of the GUI thread looks at the clock; a stretch is the time between two of its turns. The dispatcher's own
``aboutToBlock`` and ``awake`` would tell exactly, but GLib's emits them around the whole turn, not around the wait
(Qt 6.12, qeventdispatcher_glib.cpp).
"""

import os
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer

#: Between two turns, in milliseconds; a stretch is known to this much.
TURN_MS = 4
#: Stretches from this length on are kept, in milliseconds of their own, and so many of them.
KEPT_MS, KEPT = 20.0, 400
#: The name of this module in ``TrainingSettings.equipment``.
NAME = "tests.measure.gui_probe"


@dataclass(frozen=True)
class Stretch:
    """The event loop stood still for this long. Milliseconds.

    ``own`` is without the time in which the thread could have run, but other programs had the processors; ``cpu`` is
    what it spent computing.
    """

    at: float
    wall: float
    own: float
    cpu: float
    where: str


class GuiProbe(QObject):
    """Measures the thread that makes it. ``where``: the screen or phase, for the list."""

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
        """Wall, waited for a processor, computed; seconds."""
        return time.monotonic(), self._waited(), time.thread_time()

    def _waited(self) -> float:
        """Seconds in which this thread could have run and did not (Linux: proc(5), schedstat); 0 where nobody tells."""
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
    """Measures the session's event loop from now on (``kiosk/training/base/equipment.py``)."""
    return _measured(agent)


def supervisor(agent: Any) -> dict[str, Callable[..., Any]]:
    """Measures the supervisor's event loop from now on."""
    return _measured(agent)


def _measured(agent: Any) -> dict[str, Callable[..., Any]]:
    probe = GuiProbe(agent.where, agent)
    return {"stretches": lambda finish: finish(probe.report())}


def _schedule_file() -> int:
    with suppress(OSError, AttributeError):
        return os.open(f"/proc/self/task/{threading.get_native_id()}/schedstat", os.O_RDONLY)
    return -1
