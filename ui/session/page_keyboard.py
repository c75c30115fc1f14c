"""Asks for the touch keyboard while a field of the page has the focus, and keeps that field beside the keyboard.

Whether a field has the focus is Qt's word (its input method state), not the page's. The page's widget is made smaller
by what the keyboard covers; the engine does not bring the field back into sight then (QtWebEngine 6.12), so it is told.
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

if TYPE_CHECKING:
    from ui.browser.embedded.browser import Browser
    from ui.screens.browse import BrowseScreen
    from ui.window.window import SessionWindow

#: Between two looks, in milliseconds; and looks for which the field is brought back after the room has changed.
LOOK_MS = 100
LOOKS = 20
#: So long after it was asked for it counts as one that does not come.
MISSING_MS = 3000
_RELEASE = (QEvent.Type.MouseButtonRelease, QEvent.Type.TouchEnd)


def is_wanted(flow: Flow, editable: bool) -> bool:
    """Only for a field of the page, and only while a person sees it: under no cover, and with the card there."""
    return editable and flow.stage is Stage.BROWSE and not flow.overlay and not flow.asked and flow.card


class PageKeyboard(QObject):
    """One session's use of the keyboard. Nothing here sees what is typed."""

    #: Nobody can type with it: asked for and never seen, or no room beside it. Said once in a session, and not of one
    #: that was sent away by its own key.
    missing = Signal()

    def __init__(self, window: "SessionWindow", keyboard: TouchKeyboard) -> None:
        super().__init__(window)
        self._window, self._keyboard = window, keyboard
        self._flow = Flow()
        self._browser: Browser | None = None
        self._asked, self._cramped, self._touched = False, False, False
        self._handle: QWindow | None = None
        self._seen = QTimer(self)
        self._seen.setSingleShot(True)
        self._seen.setInterval(MISSING_MS)
        self._seen.timeout.connect(self._on_missing)
        self._judged, self._told = False, False
        self._room, self._looks = touch_keyboard.NONE, 0
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def follow(self, flow: Flow, browser: "Browser | None") -> None:
        """The session goes on here."""
        self._flow, self._browser = flow, browser
        # Looked for, not listened to: what Qt says of a focus that changes comes before the change as often as after.
        if flow.stage is not Stage.BROWSE:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()
        self.look()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Look, never take. On the native window: on the application it crashes (see ``ui.session.activity``)."""
        self._touched = self._touched or event.type() in _RELEASE
        return False

    def _watch(self) -> None:
        handle: QWindow | None = self._window.windowHandle()
        if handle is not self._handle and isinstance(handle, QWindow):
            self._handle = handle
            handle.installEventFilter(self)

    def look(self) -> None:
        """Ask for the keyboard or send it away, and give it the room that it has taken."""
        self._watch()
        wanted = is_wanted(self._flow, _editable())
        self._cramped = self._cramped and wanted and not self._touched
        self._ask(wanted and not self._cramped)
        self._ask_again()
        taken = self._taken() if self._asked else touch_keyboard.NONE
        if taken is None:
            # The whole page is under it: typing would be blind. It stays away until a field is touched again.
            self._cramped = True
            self._ask(False)
            self._tell()
            taken = touch_keyboard.NONE
        self._make_room(taken)
        if self._looks and self._asked:
            self._bring_back()

    def _ask(self, wanted: bool) -> None:
        if wanted is self._asked:
            return
        self._asked, self._touched = wanted, False
        if wanted:
            self._keyboard.show()
            self._seen.start()
        else:
            self._keyboard.hide()
            self._seen.stop()

    def _on_missing(self) -> None:
        if not self._judged:
            self._tell()

    def _tell(self) -> None:
        self._judged = True
        if not self._told:
            self._told = True
            self.missing.emit()

    def _ask_again(self) -> None:
        """Whoever sent it away by its own key gets it back by a touch on the field."""
        if self._asked and self._touched and self._keyboard.occluded() is None:
            self._keyboard.show()
        self._touched = False

    def _taken(self) -> Margins | None:
        occluded, screen = self._keyboard.occluded(), self._window.screen()
        if occluded is None:
            return touch_keyboard.NONE
        self._judged = True
        corner = screen.geometry().topLeft()
        keyboard = touch_keyboard.scaled(occluded, (corner.x(), corner.y()), screen.devicePixelRatio())
        return touch_keyboard.margins(on_screen(self._screen()), keyboard)

    def _make_room(self, room: Margins) -> None:
        if room == self._room == touch_keyboard.NONE:
            return
        self._room = room
        # Another look (larger letters) has another screen, which knows of no room yet.
        if self._screen().make_room(room.above, room.below):
            self._looks = LOOKS

    def _bring_back(self) -> None:
        """At least twice: the page hears of its new size some time after its widget."""
        self._looks -= 1
        cursor, view = _cursor(), self._browser.view if self._browser else None
        if self._browser is None or view is None or cursor is None:
            return
        if self._looks >= LOOKS - 2 or touch_keyboard.is_outside(cursor.top(), cursor.bottom() + 1, view.height()):
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
    """Where the widget lies, in Qt's pixels."""
    corner: QPoint = widget.mapToGlobal(QPoint(0, 0))
    return Rect(corner.x(), corner.y(), corner.x() + widget.width(), corner.y() + widget.height())
