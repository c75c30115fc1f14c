"""The time of the person's last input, by an event filter on the native window: input to the page counts as well."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from kiosk.system import clock
from ui.widgets import focus_ring
from ui.window import native_window

#: A finger on the screen, or a mouse.
_TOUCH = frozenset({QEvent.Type.MouseButtonPress, QEvent.Type.TouchBegin, QEvent.Type.TabletPress})
_INPUT = frozenset(
    {
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.KeyPress,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.Wheel,
        QEvent.Type.TabletPress,
    }
)


class LastInput(QObject):
    """Measures the time since the last input. While ``frozen``, during the idle warning, input does not count."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.frozen = False
        self._last = clock.now()
        self._input = False
        self._handle: QWindow | None = None

    def watch(self, window: QWidget) -> None:
        """Filter the input of this window. Call it again and again: Qt may have made a new native window."""
        self._handle = native_window.follow(window, self, self._handle)

    def touch(self) -> None:
        """Count this moment as an input."""
        self._last = clock.now()

    def take_input(self) -> bool:
        """Whether there was any input since the last call."""
        taken, self._input = self._input, False
        return taken

    def idle(self) -> float:
        """Seconds since the last input."""
        return clock.now() - self._last

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note the time of an input. The event itself always goes on to its receiver."""
        if event.type() in _TOUCH:
            focus_ring.note_touch()
        if event.type() in _INPUT and not self.frozen:
            self._input = True
            self.touch()
        return False
