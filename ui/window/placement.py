"""The place of a window: the whole screen, or for the demo a window in its middle."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.protocol.messages import SessionConfig
from ui import style
from ui.widgets import card_picture

#: Width and height of the demo's window, in pixels.
WINDOW_SIZE = (1280, 800)


@dataclass(frozen=True)
class Placement:
    """Where the kiosk's windows lie: on the whole screen, or in the demo's size in its middle.

    ``dock``: pixels at the right of the screen that the demo's window leaves free; it is smaller where it must be.
    """

    fullscreen: bool = True
    dock: int = 0

    def size(self, application: QApplication) -> tuple[int, int]:
        """Width and height that the window will have, in pixels."""
        screen = application.primaryScreen()
        return (screen.geometry() if self.fullscreen else self.rectangle(screen.availableGeometry())).size().toTuple()

    def rectangle(self, available: QRect) -> QRect:
        """The rectangle of the demo's window on a screen with this much room."""
        room = available.adjusted(0, 0, -self.dock, 0)
        size = QSize(*WINDOW_SIZE)
        rectangle = QRect(room.topLeft(), size.boundedTo(room.size()) if self.dock else size)
        rectangle.moveCenter(room.center())
        return rectangle

    def show(self, window: QWidget) -> None:
        """Show the window at its place."""
        if not self.fullscreen:
            window.setGeometry(self.rectangle(window.screen().availableGeometry()))
            window.show()
            return
        window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        # Without a window manager, showFullScreen alone does not resize it.
        window.setGeometry(window.screen().geometry())
        window.showFullScreen()


WHOLE_SCREEN = Placement()


def dress(config: SessionConfig, application: QApplication, placement: Placement) -> None:
    """Style the application for this terminal and the size of its screen. Call before any widget is made."""
    style.hold_still(config.reduced_motion)
    card_picture.set_reader(config.reader_shape)
    style.install(application, size=placement.size(application))
