"""Records when a window was painted and hidden, inside its own process: the times of the bench."""

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

from kiosk.system import clock


class Paints(QObject):
    """Watches one window. ``times``: seconds of ``clock.now()``, which is the same clock in every process.

    ``painted``: the first paint since the window was shown, taken at the next turn of the event loop, when the paint
    has reached the window system. ``hidden``: when it was last hidden.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.times: dict[str, float] = {}
        self._waiting = True
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Qt override: record paint and hide events; no event is filtered."""
        del watched
        kind = event.type()
        if kind is QEvent.Type.Paint and self._waiting:
            self._waiting = False
            QTimer.singleShot(0, lambda: self._note("painted"))
        elif kind is QEvent.Type.Hide:
            self._waiting = True
            self._note("hidden")
        return False

    def _note(self, what: str) -> None:
        self.times[what] = clock.now()
