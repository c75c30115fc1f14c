"""Where a window lies: over the whole screen, or the demo's window in its middle."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QWidget

#: The demo's window, in pixels.
WINDOW_SIZE = (1280, 800)


def screen_size(application: QApplication, fullscreen: bool) -> tuple[int, int]:
    """Width and height, in pixels, of what the window will have."""
    size = application.primaryScreen().size()
    return (size.width(), size.height()) if fullscreen else WINDOW_SIZE


def show(window: QWidget, fullscreen: bool) -> None:
    """Full screen, or the demo's window in the middle of the screen."""
    if fullscreen:
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        # Without a window manager nobody else makes it as large as the screen.
        window.setGeometry(window.screen().geometry())
        window.showFullScreen()
        return
    window.resize(*WINDOW_SIZE)
    window.move(window.screen().availableGeometry().center() - window.rect().center())
    window.show()


def window_rectangle(application: QApplication) -> QRect:
    """Where the demo's window lies."""
    rectangle = QRect(0, 0, *WINDOW_SIZE)
    rectangle.moveCenter(application.primaryScreen().availableGeometry().center())
    return rectangle
