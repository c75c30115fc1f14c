"""When the person last did something: a filter on the native window, so that pages and frames count as well.

Not on the application: a Python filter there crashes as soon as a page's widget is shown (PySide6 6.12.0, measured).
"""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget

from kiosk.system import clock

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


class Activity(QObject):
    """Seconds since the last input. While ``frozen`` input does not count (the idle warning is up: scenario A5)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.frozen = False
        self._last = clock.now()
        self._input = False
        self._handle: QWindow | None = None

    def watch(self, window: QWidget) -> None:
        """Look at all input of this window; called again, it finds out whether its native window was made anew."""
        handle: QWindow | None = window.windowHandle()
        if handle is not self._handle and isinstance(handle, QWindow):
            self._handle = handle
            handle.installEventFilter(self)

    def touch(self) -> None:
        """The person did something that counts."""
        self._last = clock.now()

    def take_input(self) -> bool:
        """Whether the person touched or typed anything since this was asked last."""
        taken, self._input = self._input, False
        return taken

    def idle(self) -> float:
        """Seconds since then."""
        return clock.now() - self._last

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look, never take."""
        if event.type() in _INPUT and not self.frozen:
            self._input = True
            self.touch()
        return False
