"""Large text and high contrast, which the person switches on the screen. Both end with the process."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui import style
from ui.window.window import SessionWindow


class Appearance(QObject):
    """Installs the chosen style in the application and has every widget of the window made again."""

    def __init__(
        self, application: QApplication, window: SessionWindow, size: tuple[int, int], then: Callable[[float], None]
    ) -> None:
        """``then`` fills the new screens; its argument is the scale of the text, 1.0 for the normal size."""
        super().__init__(window)
        self._application, self._window, self._size, self._then = application, window, size, then
        window.look_changed.connect(self.on_chosen)

    def on_chosen(self, variant: str) -> None:
        """Apply the style after the event: the pressed button itself is replaced."""
        QTimer.singleShot(0, self, lambda: self._apply(variant))

    def _apply(self, variant: str) -> None:
        with self._window.undressed():
            style.install(self._application, variant, self._size)
        self._then(style.letter_scale(variant))
