"""The place of a window: the whole screen, or for the demo a window in its middle."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

#: Width and height of the demo's window, in pixels.
WINDOW_SIZE = (1280, 800)


def screen_size(application: QApplication, fullscreen: bool) -> tuple[int, int]:
    """Width and height that the window will have, in pixels."""
    size = application.primaryScreen().size()
    return (size.width(), size.height()) if fullscreen else WINDOW_SIZE


def show(window: QWidget, fullscreen: bool) -> None:
    """Show the window full screen, or in the demo's size in the middle of the screen."""
    if fullscreen:
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        # Without a window manager, showFullScreen alone does not resize it.
        window.setGeometry(window.screen().geometry())
        window.showFullScreen()
        return
    window.resize(*WINDOW_SIZE)
    window.move(window.screen().availableGeometry().center() - window.rect().center())
    window.show()


def window_rectangle(application: QApplication) -> QRect:
    """The rectangle of the demo's window."""
    rectangle = QRect(0, 0, *WINDOW_SIZE)
    rectangle.moveCenter(application.primaryScreen().availableGeometry().center())
    return rectangle
