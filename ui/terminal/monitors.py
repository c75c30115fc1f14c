"""The windows on every monitor: a backdrop on each, and a plain curtain on each but the session's."""

from typing import TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from ui.terminal.backdrop import Backdrop
from ui.terminal.curtain import Curtain

W = TypeVar("W", bound=QWidget)


class Monitors(QObject):
    """Follows the desktop's monitors: one that is plugged in, moved or made the primary one is covered at once."""

    #: Another monitor is the primary one. The session's window is on the old one, or the desktop has moved it.
    first_changed = Signal()

    def __init__(self, application: QGuiApplication, city: str, main: Curtain) -> None:
        """``main``: the curtain of the primary monitor. Nothing is shown before ``watch``."""
        super().__init__()
        self._application, self._city, self._main = application, city, main
        self._backdrops: dict[QScreen, Backdrop] = {}
        self._plain: dict[QScreen, Curtain] = {}

    def watch(self) -> None:
        """Cover every monitor, now and whenever one is added."""
        for signal in (self._application.screenAdded, self._application.screenRemoved):
            signal.connect(self._fit)
        self._application.primaryScreenChanged.connect(self._on_first_changed)
        self._fit()

    def plain(self) -> list[Curtain]:
        """The curtains without pages, in no order. They stay shown: sessions use the primary monitor only."""
        return list(self._plain.values())

    def _on_first_changed(self, _: QScreen) -> None:
        """Cover the old primary monitor, let the session end behind the main curtain, then drop windows not needed."""
        self._cover_others()
        self._main.set_geometry(None)
        self.first_changed.emit()
        self._fit()

    def _fit(self, *_: object) -> None:
        screens = self._application.screens()
        _drop(self._backdrops, screens)
        _drop(self._plain, self._screens_beside())
        for screen in screens:
            if screen not in self._backdrops:
                screen.geometryChanged.connect(self._fit)
                self._backdrops[screen] = Backdrop(self._city, screen)
            self._backdrops[screen].setGeometry(screen.geometry())
            self._backdrops[screen].show()
        self._cover_others()
        self._main.set_geometry(None)

    def _screens_beside(self) -> list[QScreen]:
        first = self._application.primaryScreen()
        return [screen for screen in self._application.screens() if screen is not first]

    def _cover_others(self) -> None:
        for screen in self._screens_beside():
            if screen not in self._plain:
                self._plain[screen] = Curtain(screen, pages=False)
            self._plain[screen].set_geometry(None)
            if not self._plain[screen].isVisible():
                self._plain[screen].cover()


def _drop(windows: dict[QScreen, W], wanted: list[QScreen]) -> None:
    for gone in windows.keys() - set(wanted):
        window = windows.pop(gone)
        window.hide()
        window.deleteLater()
