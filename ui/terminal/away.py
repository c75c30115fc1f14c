"""The seconds in which a card that was taken may be put back, counted down in large figures."""

import math

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from kiosk.system import clock
from ui.text.languages import fill
from ui.widgets.countdown import CountdownRing

#: Milliseconds between two looks at the clock.
TICK_MS = 100


class AwayCount(CountdownRing):
    """A ring with the seconds left. It shows the lifecycle's time limit and decides nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("away_count")
        self._until, self._whole = 0.0, 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.on_tick)
        self.hide()

    def begin(self, left: float, whole: int) -> None:
        """Show how much is ``left`` of ``whole``, in seconds, and count on; 0 seconds left hides it."""
        self._until, self._whole = clock.now() + left, whole
        self.setVisible(left > 0)
        if left > 0:
            self._timer.start()
            self.on_tick()

    def on_tick(self) -> None:
        """Show the seconds that are left now, rounded up."""
        left = math.ceil(self._until - clock.now())
        self.set_seconds(left, self._whole, "秒")
        self.setAccessibleName(fill("あと%1秒", max(0, left)))

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop counting."""
        self._timer.stop()
        super().hideEvent(event)
