"""Presses right after a change of the screen or of the portal's page do nothing: they were meant for what it replaced.

A double tap on 「次へ」 once chose a payment service on the next page. An event filter on the native window.
"""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QKeyEvent, QMouseEvent, QTouchEvent, QWindow
from PySide6.QtWidgets import QWidget

from kiosk.system import clock
from ui.window import native_window
from ui.window.held_keys import HeldKeys

#: Seconds after a change in which a press does nothing. Two taps of a double tap lie up to about 0.4 s apart.
GUARD = 0.5

_MOUSE = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.MouseButtonRelease)
_TOUCH = (QEvent.Type.TouchBegin, QEvent.Type.TouchUpdate, QEvent.Type.TouchEnd, QEvent.Type.TouchCancel)
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease)
_BEGINS = (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick, QEvent.Type.TouchBegin)


class TapGuard(QObject):
    """Swallows touches, clicks and Enter for ``seconds`` after a change, and an Enter that is held through a change.

    A change of the page concerns the page alone: a page that changes all the time must not block the kiosk's buttons.
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.seconds = GUARD
        self._window = window
        self._page: QWidget | None = None
        self._screen_at, self._page_at = -GUARD, -GUARD
        self._swallows = False
        self._keys = HeldKeys()
        self._handle: QWindow | None = None

    def screen_changed(self) -> None:
        """Another screen is shown: nothing can be pressed for a moment."""
        self._follow()
        self._screen_at = clock.now()

    def page_changed(self, page: QWidget) -> None:
        """Another document is shown in this widget: nothing of it can be pressed for a moment."""
        self._follow()
        self._page, self._page_at = page, clock.now()

    def _follow(self) -> None:
        self._handle = native_window.follow(self._window, self, self._handle)

    def left(self, on_page: bool = False) -> float:
        """Seconds until a press on a screen, or on the page, counts; at most 0 if it does already."""
        since = max(self._screen_at, self._page_at) if on_page else self._screen_at
        return since + self.seconds - clock.now()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Swallow the event, or let it go on to its receiver."""
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            return self._keys.swallows(event, self._key_changed_at(), self.seconds)
        if kind in _MOUSE and isinstance(event, QMouseEvent):
            return self._pointer(event, event.position().toPoint())
        if kind in _TOUCH and isinstance(event, QTouchEvent):
            return self._pointer(event, event.points()[0].position().toPoint() if event.points() else QPoint())
        return False

    def _pointer(self, event: QEvent, place: QPoint) -> bool:
        """A press that is swallowed takes the rest of its touch with it."""
        if event.type() in _BEGINS:
            self._swallows = self.left(self._is_on_page(place)) > 0
        if self._swallows:
            event.accept()  # otherwise Qt makes a click of a touch that nobody took
        return self._swallows

    def _is_on_page(self, place: QPoint) -> bool:
        """Not a menu that lies over the page."""
        return self._is_page(self._window.childAt(place))

    def _is_page(self, widget: QWidget | None) -> bool:
        page = self._page
        return page is not None and widget is not None and (widget is page or page.isAncestorOf(widget))

    def _key_changed_at(self) -> float:
        on_page = self._is_page(self._window.focusWidget())
        return max(self._screen_at, self._page_at) if on_page else self._screen_at
