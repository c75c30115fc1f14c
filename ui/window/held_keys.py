"""Which presses of Enter and Space come too soon after a change, or are still held from before it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.system import clock

_PRESSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space, Qt.Key.Key_Select)


class HeldKeys:
    """Remembers when each held key was pressed. Digits and letters always pass: a PIN is typed without waiting."""

    def __init__(self) -> None:
        #: Key -> when it was pressed, in seconds of ``clock.now()``; minus infinity for a press that was swallowed.
        self._since: dict[int, float] = {}

    def swallows(self, event: QKeyEvent, changed_at: float, seconds: float) -> bool:
        """Whether this key event must do nothing, with the last change at ``changed_at``."""
        key = event.key()
        if key not in _PRESSING:
            return False
        if event.type() is QEvent.Type.KeyRelease:
            return self._released(key, event.isAutoRepeat(), changed_at)
        if not event.isAutoRepeat():
            now = clock.now()
            self._since[key] = float("-inf") if now < changed_at + seconds else now
        return self._since.get(key, float("-inf")) <= changed_at

    def _released(self, key: int, repeats: bool, changed_at: float) -> bool:
        """X11 reports each repetition of a held key as a release and a press."""
        since = self._since.get(key, 0.0) if repeats else self._since.pop(key, 0.0)
        return since == float("-inf") or (repeats and since <= changed_at)
