"""The clipboard of the desktop, emptied and read back for the wipe."""

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication


class DesktopClipboard(QObject):
    """Both selections of the desktop (``kiosk.wipe.steps.Clipboard``); called on the wipe's thread, run on Qt's."""

    _clear = Signal()
    _read = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._empty = False
        blocking = Qt.ConnectionType.BlockingQueuedConnection
        self._clear.connect(self._on_clear, blocking)
        self._read.connect(self._on_read, blocking)

    def clear(self) -> None:
        """Empty every selection that this desktop has."""
        self._clear.emit()

    def is_empty(self) -> bool:
        """Read them back: whether none of them offers a format."""
        self._read.emit()
        return self._empty

    def _modes(self) -> list[QClipboard.Mode]:
        clipboard = QApplication.clipboard()
        return [QClipboard.Mode.Clipboard] + ([QClipboard.Mode.Selection] if clipboard.supportsSelection() else [])

    def _on_clear(self) -> None:
        for mode in self._modes():
            QApplication.clipboard().clear(mode)

    def _on_read(self) -> None:
        self._empty = not any(_formats(mode) for mode in self._modes())


def _formats(mode: QClipboard.Mode) -> list[str]:
    # The stub says it is never None; on the offscreen platform it is.
    data: QMimeData | None = QApplication.clipboard().mimeData(mode)
    return [] if data is None else data.formats()
