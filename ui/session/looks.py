"""Large letters and strong contrast, switched on the screen. They end with the process, like all of a person's."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from ui import style
from ui.window.window import SessionWindow


class Looks(QObject):
    """Dresses the application anew and has every widget of the window made again."""

    def __init__(
        self, application: QApplication, window: SessionWindow, size: tuple[int, int], then: Callable[[float], None]
    ) -> None:
        """``then``: fills the new screens; it is given by how much the letters grew."""
        super().__init__(window)
        self._application, self._window, self._size, self._then = application, window, size, then
        window.look_changed.connect(self.on_chosen)

    def on_chosen(self, variant: str) -> None:
        """After the press is over: the button that was pressed is one of those that go."""
        QTimer.singleShot(0, self, lambda: self._dress(variant))

    def _dress(self, variant: str) -> None:
        with self._window.undressed():
            style.install(self._application, variant, self._size)
        self._then(style.letter_scale(variant))
