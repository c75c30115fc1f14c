"""The ring around the control that has the keyboard focus: black, with a gap that holds a yellow halo.

It is drawn only while the person works by keyboard: a finger sees no control that looks chosen already.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QWidget

from ui import style

KEYBOARD_REASONS = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
)
#: Whether the last input of this process was a key.
_by_key = [False]


def note_key() -> None:
    """The person has pressed a key: from now on the ring is drawn."""
    _by_key[:] = [True]


def note_touch() -> None:
    """The person has touched the screen or used a mouse: from now on no ring is drawn."""
    _by_key[:] = [False]


def is_by_key() -> bool:
    """Whether the person works by keyboard: the last input was a key."""
    return _by_key[0]


def is_wanted(event: QFocusEvent) -> bool:
    """Whether the control that gets the focus by this event shows the ring. Tab is a key that no control sees."""
    if event.reason() in KEYBOARD_REASONS:
        note_key()
    return is_by_key() and event.reason() is not Qt.FocusReason.MouseFocusReason


def reveal(control: QWidget) -> None:
    """Scroll what the control is in, if anything, so that the control is seen with its ring."""
    around = control.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    if isinstance(around, QScrollArea):
        around.ensureWidgetVisible(control)


class FocusRing(QWidget):
    """An overlay of the window that follows one control. It takes no mouse and no keyboard."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("focus_ring")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._target: QWidget | None = None
        self._radius = 0
        self.hide()

    def follow(self, target: QWidget, radius: int) -> None:
        """Show the ring around this control."""
        self.release()
        self._target, self._radius = target, radius
        target.installEventFilter(self)
        self.place()
        QTimer.singleShot(0, self, self.place)

    def release(self, target: QWidget | None = None) -> None:
        """Hide the ring; with a target, only if the ring is around that one."""
        if self._target is None or (target is not None and target is not self._target):
            return
        self._target.removeEventFilter(self)
        self._target = None
        self.hide()

    def place(self) -> None:
        """Move the ring to where its control is now; hide it if the control is hidden."""
        if self._target is None or not self._target.isVisible():
            self.hide()
            return
        sizes = style.tokens().focus
        out = sizes.width + sizes.offset
        corner = self._target.mapTo(self.window(), QPoint(0, 0))
        self.setGeometry(QRect(corner, self._target.size()).adjusted(-out, -out, out, out))
        self.raise_()
        self.show()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Place the ring again when the control moves, or is resized, shown or hidden."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize, QEvent.Type.Show, QEvent.Type.Hide):
            self.place()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the black ring, and the halo in the gap."""
        del event
        values = style.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, offset, halo = values.focus.width, values.focus.offset, values.focus.halo
        self._stroke(painter, values.paint("focus"), width, width / 2, self._radius + offset + width / 2)
        self._stroke(painter, values.paint("focus_halo"), halo, width + halo / 2, self._radius + halo / 2)
        painter.end()

    def _stroke(self, painter: QPainter, colour: object, width: int, inset: float, radius: float) -> None:
        pen = QPen(colour)
        pen.setWidth(width)
        painter.setPen(pen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(inset, inset, -inset, -inset), radius, radius)


def ring_of(widget: QWidget) -> FocusRing:
    """The ring of the widget's window, made at the first call."""
    window = widget.window()
    found = window.findChild(FocusRing, "focus_ring", Qt.FindChildOption.FindDirectChildrenOnly)
    return found if isinstance(found, FocusRing) else FocusRing(window)
