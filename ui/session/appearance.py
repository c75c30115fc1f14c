"""The look of the window: letters and colours that the person chooses, and the size of the window.

What a person chooses ends with the process.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Button
from ui.window.window import SessionWindow

#: Milliseconds without a further change of size before everything is made anew for it.
SETTLED_MS = 200


class Appearance(QObject):
    """Installs the chosen style in the application and has every widget of the window made again."""

    def __init__(
        self, application: QApplication, window: SessionWindow, size: tuple[int, int], then: Callable[[], None]
    ) -> None:
        """``size``: the window's, in pixels. ``then`` fills the new screens and gives the page the same look."""
        super().__init__(window)
        self._application, self._window, self._size, self._then = application, window, size, then
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLED_MS)
        self._settling.timeout.connect(self.on_resized)
        window.look_changed.connect(self.on_chosen)
        window.installEventFilter(self)

    def on_chosen(self, variant: str) -> None:
        """Apply the style after the event: the pressed button itself is replaced, and its successor has the focus."""
        QTimer.singleShot(0, self, lambda: self._choose(variant))

    def _choose(self, variant: str) -> None:
        self._apply(variant)
        look = self._window.findChild(Button, "look")
        if isinstance(look, Button):
            controls.give_focus(look)

    def _apply(self, variant: str) -> None:
        with self._window.undressed():
            style.install(self._application, variant, self._size)
        self._then()

    def on_resized(self) -> None:
        """Make everything anew if the window's size asks for another scale, or was turned."""
        self._size = (self._window.width(), self._window.height())
        if not style.is_made_for(self._size):
            self._apply(style.variant())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Wait until the window keeps its new size."""
        if event.type() == QEvent.Type.Resize:
            self._settling.start()
        return super().eventFilter(watched, event)
