"""Requests the touch keyboard while a field of the page has the focus, and keeps that field visible beside it.

Qt's input method state shows whether a field has the focus; the page is not asked. The page's widget is made smaller by
the area that the keyboard covers. QtWebEngine 6.12 does not scroll to the field by itself then, so this module does it.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QInputMethod, QWindow
from PySide6.QtWidgets import QWidget

from kiosk.touch_keyboard import keyboard as touch_keyboard
from kiosk.touch_keyboard.base import Rect, TouchKeyboard
from kiosk.touch_keyboard.keyboard import Margins
from ui.flow.events import Stage
from ui.flow.step import Flow
from ui.window import native_window

if TYPE_CHECKING:
    from ui.browser.embedded.browser import Browser
    from ui.screens.browse import BrowseScreen
    from ui.window.window import SessionWindow

#: Milliseconds between two updates.
UPDATE_MS = 100
#: The number of updates after a change of the page's size in which the field is scrolled into sight.
SCROLLS = 20
#: Milliseconds after the request until the keyboard counts as missing.
MISSING_MS = 3000
_RELEASE = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd)


def is_wanted(flow: Flow, editable: bool) -> bool:
    """Whether the keyboard is wanted: for a field of the page that is shown, while the card is on the reader."""
    return editable and flow.stage is Stage.BROWSE and not flow.overlay and not flow.asked and flow.card


class PageKeyboard(QObject):
    """The keyboard of one session. No typed text passes through here."""

    #: Nobody can type: the keyboard did not appear, or it covers the whole page. Emitted once in a session, and not
    #: when the person closed the keyboard.
    missing = Signal()

    def __init__(self, window: "SessionWindow", keyboard: TouchKeyboard) -> None:
        super().__init__(window)
        self._window, self._keyboard = window, keyboard
        self._flow = Flow()
        self._browser: Browser | None = None
        self._requested, self._cramped, self._touched = False, False, False
        self._handle: QWindow | None = None
        self._missing_timer = QTimer(self)
        self._missing_timer.setSingleShot(True)
        self._missing_timer.setInterval(MISSING_MS)
        self._missing_timer.timeout.connect(self._on_missing)
        self._appeared, self._reported = False, False
        self._room, self._scrolls = touch_keyboard.NONE, 0
        self._timer = QTimer(self)
        self._timer.setInterval(UPDATE_MS)
        self._timer.timeout.connect(self.update)

    def follow(self, flow: Flow, browser: "Browser | None") -> None:
        """Use the keyboard for this state of the flow and this browser from now on."""
        self._flow, self._browser = flow, browser
        # Polled, because Qt's signals about the focus come before the change as often as after it.
        if flow.stage is not Stage.BROWSE:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.update()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a touch; the event itself always goes on. For the native window."""
        self._touched = self._touched or event.type() in _RELEASE
        return False

    def update(self) -> None:
        """Show or hide the keyboard, and make room on the page for the area that it covers."""
        self._handle = native_window.follow(self._window, self, self._handle)
        wanted = is_wanted(self._flow, _editable())
        self._cramped = self._cramped and wanted and not self._touched
        self._request(wanted and not self._cramped)
        self._request_again()
        taken = self._taken() if self._requested else touch_keyboard.NONE
        if taken is None:
            # It covers the whole page, so nobody could see the text. Hidden until a field is touched again.
            self._cramped = True
            self._request(False)
            self._report_missing()
            taken = touch_keyboard.NONE
        self._make_room(taken)
        if self._scrolls and self._requested:
            self._scroll_to_field()

    def _request(self, wanted: bool) -> None:
        if wanted is self._requested:
            return
        self._requested, self._touched = wanted, False
        if wanted:
            self._keyboard.show()
            self._missing_timer.start()
        else:
            self._keyboard.hide()
            self._missing_timer.stop()

    def _on_missing(self) -> None:
        if not self._appeared:
            self._report_missing()

    def _report_missing(self) -> None:
        self._appeared = True
        if not self._reported:
            self._reported = True
            self.missing.emit()

    def _request_again(self) -> None:
        """Show it again on a touch of the field, after the person closed it."""
        if self._requested and self._touched and self._keyboard.occluded() is None:
            self._keyboard.show()
        self._touched = False

    def _taken(self) -> Margins | None:
        occluded, screen = self._keyboard.occluded(), self._window.screen()
        if occluded is None:
            return touch_keyboard.NONE
        self._appeared = True
        corner = screen.geometry().topLeft()
        keyboard = touch_keyboard.scaled(occluded, (corner.x(), corner.y()), screen.devicePixelRatio())
        return touch_keyboard.margins(on_screen(self._screen()), keyboard)

    def _make_room(self, room: Margins) -> None:
        if room == self._room == touch_keyboard.NONE:
            return
        self._room = room
        # After a change of the appearance there is a new screen, without this room.
        if self._screen().make_room(room.above, room.below):
            self._scrolls = SCROLLS

    def _scroll_to_field(self) -> None:
        """Scroll to the field if it is covered; twice in any case, as the page learns its new size after its widget."""
        self._scrolls -= 1
        cursor, view = _cursor(), self._browser.view if self._browser else None
        if self._browser is None or view is None or cursor is None:
            return
        if self._scrolls >= SCROLLS - 2 or touch_keyboard.is_outside(cursor.top(), cursor.bottom() + 1, view.height()):
            self._browser.bring_field_back()

    def _screen(self) -> "BrowseScreen":
        from ui.screens.browse import BrowseScreen

        return self._window.screen_of(BrowseScreen)


def _editable() -> bool:
    return bool(QInputMethod.queryFocusObject(Qt.InputMethodQuery.ImEnabled, None))


def _cursor() -> QRect | None:
    found = QInputMethod.queryFocusObject(Qt.InputMethodQuery.ImCursorRectangle, None)
    if isinstance(found, QRectF):
        return found.toRect()
    return found if isinstance(found, QRect) else None


def on_screen(widget: QWidget) -> Rect:
    """The widget's place on the screen, in Qt's (device-independent) pixels."""
    corner: QPoint = widget.mapToGlobal(QPoint(0, 0))
    return Rect(corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height())
