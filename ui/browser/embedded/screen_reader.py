"""The portal's page for screen readers: available while it is shown, hidden from them while it is not."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QAccessible

if TYPE_CHECKING:
    from PySide6.QtWebEngineCore import QWebEnginePage
    from PySide6.QtWebEngineWidgets import QWebEngineView

#: Milliseconds between two checks whether a screen reader runs: there is no signal for it.
LOOK_MS = 500


def tell_engine() -> None:
    """Tell the engine of a running screen reader: QtWebEngine 6.12 notices only one that starts later."""
    if QAccessible.isActive():
        QAccessible.setActive(False)
        QAccessible.setActive(True)


class PageInSight(QObject):
    """Removes the page from a hidden view: QtWebEngine 6.12 shows it to screen readers even then.

    Only while a screen reader runs, since giving the page back to its view takes a moment. What takes its place must
    never have been loaded: a page that was has a document, empty but found by a screen reader.

    Only once the view was shown; before that it is in no window. A page that is taken from a view that was never shown
    has an empty document for screen readers ever after (QtWebEngine 6.12, measured; the reason is not known).
    """

    def __init__(self, view: "QWebEngineView", page: "QWebEnginePage", nothing: "QWebEnginePage") -> None:
        super().__init__(view)
        self._view, self._page, self._nothing = view, page, nothing
        self._there = True
        self._looks = QTimer(self)
        self._looks.timeout.connect(self._follow)
        view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Give the page back before the view makes the one that it has visible: the empty one would be loaded.

        Take it away once the event is over: a view must not lose its page while its widgets are being hidden.
        """
        if event.type() is QEvent.Type.Show:
            self._looks.start(LOOK_MS)
            self._follow()
        elif event.type() is QEvent.Type.Hide:
            QTimer.singleShot(0, self, self._follow)
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        wanted = self._view.isVisible() or not QAccessible.isActive()
        if self._there != wanted:
            self._there = wanted
            self._view.setPage(self._page if wanted else self._nothing)
