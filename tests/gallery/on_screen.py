"""The picture that the display shows of a window, which is not always what the window draws of itself."""

from PySide6.QtCore import QEventLoop, QPoint, QRect, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.system import clock
from tests.support.eyes import LIMIT, SAME, differs

#: Of 255: what a difference is. The edges of the largest letters, which are drawn as outlines, differ by up to 80 when
#: they are drawn once more (41 pixels of 「端末 3」 by more than 60).
SLIGHT = 60
#: Milliseconds until the next look.
POLL_MS = 50
#: Nothing is drawn around the window or over it, whatever desktop runs there.
_ALONE = Qt.WindowType.FramelessWindowHint | Qt.WindowType.X11BypassWindowManagerHint


def has_display() -> bool:
    """Whether windows are on a display that can be looked at."""
    return QGuiApplication.platformName() == "xcb"


def picture(window: QWidget) -> tuple[QImage, int]:
    """What the display shows of this window, and the number of pixels in which the window draws another picture.

    Without a display, or on a smaller one, what the window draws.
    """
    room = QGuiApplication.primaryScreen().geometry()
    place = QRect(room.topLeft(), window.size())
    if not has_display() or not room.contains(place):
        return window.grab().toImage(), 0
    _bring(window, place.topLeft())
    until = clock.now() + LIMIT
    while (wrong := differs(seen := _seen(place), window.grab().toImage(), SLIGHT)) > SAME:
        if clock.now() > until:
            return seen, wrong
        QGuiApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, POLL_MS)
    return seen, 0


def _bring(window: QWidget, corner: QPoint) -> None:
    if not window.windowFlags() & Qt.WindowType.X11BypassWindowManagerHint:
        window.setWindowFlags(window.windowFlags() | _ALONE)
    window.move(corner)
    window.show()
    window.raise_()
    QTest.qWaitForWindowExposed(window)


def _seen(place: QRect) -> QImage:
    screen = QGuiApplication.primaryScreen()
    return screen.grabWindow(0, place.x(), place.y(), place.width(), place.height()).toImage()
