"""A ring that empties, with the seconds left inside: big on a warning, small in a bar."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Text

#: Angles in sixteenths of a degree (QPainter.drawArc).
FULL_CIRCLE = 360 * 16
TOP = 90 * 16


class CountdownRing(QWidget):
    """The seconds left, as a number and as a part of the ring. ``small``: without the unit, for a bar."""

    def __init__(self, parent: QWidget | None = None, *, small: bool = False) -> None:
        super().__init__(parent)
        values = style.tokens()
        size = values.size.ring_small if small else values.size.ring
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
