"""When the person last did something: an application-wide event filter, so that pages and frames count as well."""

from PySide6.QtCore import QEvent, QObject

from kiosk import clock

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

    def touch(self) -> None:
        """The person did something that counts."""
        self._last = clock.now()

    def idle(self) -> float:
        """Seconds since then."""
        return clock.now() - self._last

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look, never take."""
        if event.type() in _INPUT and not self.frozen:
            self.touch()
        return False
