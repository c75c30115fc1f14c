"""The clipboard of the desktop, emptied and read back for the wipe."""

from PySide6.QtCore import QMimeData, QObject, Qt, Signal
from PySide6.QtGui import QClipboard
from PySide6.QtWidgets import QApplication


class DesktopClipboard(QObject):
    """Both selections of the desktop (``steps.Clipboard``): asked by the wipe's thread, works on the GUI's."""

    _clear = Signal()
    _look = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._empty = False
        blocking = Qt.ConnectionType.BlockingQueuedConnection
        self._clear.connect(self._on_clear, blocking)
        self._look.connect(self._on_look, blocking)

    def clear(self) -> None:
        """Empty every selection that this desktop has."""
        self._clear.emit()

    def is_empty(self) -> bool:
        """Read back: no format in any of them."""
        self._look.emit()
        return self._empty

    def _modes(self) -> list[QClipboard.Mode]:
        clipboard = QApplication.clipboard()
        return [QClipboard.Mode.Clipboard] + ([QClipboard.Mode.Selection] if clipboard.supportsSelection() else [])

    def _on_clear(self) -> None:
        for mode in self._modes():
            QApplication.clipboard().clear(mode)

    def _on_look(self) -> None:
        self._empty = not any(_formats(mode) for mode in self._modes())


def _formats(mode: QClipboard.Mode) -> list[str]:
    # None on the offscreen platform, whatever the stub says.
    data: QMimeData | None = QApplication.clipboard().mimeData(mode)
    return [] if data is None else data.formats()
