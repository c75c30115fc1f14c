"""A ring that empties, with the seconds left inside: big on a warning, small in a bar."""

import math

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.system import clock
from ui import style
from ui.widgets import controls
from ui.widgets.controls import Text

#: Angles in sixteenths of a degree (QPainter.drawArc).
FULL_CIRCLE = 360 * 16
TOP = 90 * 16
#: Milliseconds between two looks at the clock.
TICK_MS = 100


class CountdownRing(QWidget):
    """The seconds left, as a number and as a part of the ring. ``small``: without the unit, for a bar."""

    def __init__(self, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        values = style.tokens()
        # The figures in a small ring are not as large as other large letters.
        size = round(values.size.ring_small * (1 + style.letters()) / 2) if small else values.size.ring
        self.setFixedSize(size, size)
        self._line = values.size.ring_small_width if small else values.size.ring_width
        self._left, self._total = 0, 1
        self._seconds = Text("strong" if small else "seconds", centred=True, language="ja")
        self._unit = Text("note", centred=True)
        self._unit.setVisible(not small)
        inside = controls.column(self._seconds, self._unit, space=0)
        inside.insertStretch(0, 1)
        inside.addStretch(1)
        inside.setContentsMargins(0, 0 if small else values.space.tight, 0, 0)
        self.setLayout(inside)

    def set_seconds(self, left: int, total: int, unit: str = "") -> None:
        """Show the seconds left of ``total``."""
        self._left, self._total = max(0, left), max(1, total)
        self._seconds.setText(str(self._left))
        self._unit.setText(unit)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the ring and the part that is left."""
        del event
        values = style.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = self._line
        box = QRectF(self.rect()).adjusted(line / 2, line / 2, -line / 2, -line / 2)
        pen = QPen(values.paint("main_pale"), line)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        painter.setPen(pen)
        painter.drawEllipse(box)
        pen.setColor(values.paint("main"))
        painter.setPen(pen)
        if self._left:
            painter.drawArc(box, TOP, -round(FULL_CIRCLE * min(1.0, self._left / self._total)))
        painter.end()


class DeadlineRing(CountdownRing):
    """A ring that counts down by itself, by the clock of deadlines: it is right again after it was hidden for a while.

    It shows somebody else's time limit and decides nothing.
    """

    #: The seconds left, rounded up and never below 0, at every look at the clock.
    ticked = Signal(int)

    def __init__(self, parent: QWidget | None = None, *, small: bool = False, unit: str = "") -> None:
        super().__init__(parent, small=small)
        self._until, self._whole, self._unit_word = 0.0, 1, unit
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.on_tick)

    def begin(self, left: float, whole: int) -> None:
        """Show how much is ``left`` of ``whole``, in seconds, and count on as long as it is visible."""
        self._until, self._whole = clock.now() + left, whole
        self.on_tick()

    def left(self) -> int:
        """The seconds that are left now, rounded up; 0 when the time is over."""
        return max(0, math.ceil(self._until - clock.now()))

    def on_tick(self) -> None:
        """Show the seconds that are left now."""
        left = self.left()
        self.set_seconds(left, self._whole, self._unit_word)
        self.ticked.emit(left)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show the time of now, and count."""
        super().showEvent(event)
        self._timer.start()
        self.on_tick()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Stop looking at the clock."""
        self._timer.stop()
        super().hideEvent(event)
