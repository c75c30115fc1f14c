"""The kiosk's windows, to be filled with sample data."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QWidget

from kiosk.secret import Pin
from ui.flow.events import Stage
from ui.screens.screen import Screen
from ui.terminal.curtain import Backdrop, Curtain
from ui.text import sentences
from ui.window.window import SessionWindow

CITY = "見本市役所"
MARK = "umbrella"
WIPED_AT = "2026-01-15T10:42:07+09:00"
STEPS_IN_ALL = 7


class Windows:
    """The session's window, the curtain and the backdrop of a training station; each is made when first wanted."""

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size
        self._made: list[QWidget] = []

    @cached_property
    def window(self) -> SessionWindow:
        """The session's window, shown."""
        made = SessionWindow()
        made.set_place(CITY, "マイナンバーカード支援窓口", "3")
        made.set_training(True)
        made.resize(*self._size)
        made.show()
        self._made.append(made)
        return made

    @cached_property
    def curtain(self) -> Curtain:
        """The curtain of the main screen."""
        made = Curtain(geometry=QRect(0, 0, *self._size), fullscreen=False)
        made.set_place("3", "内線 1234")
        made.set_training(True)
        self._made.append(made)
        return made

    @cached_property
    def backdrop(self) -> Backdrop:
        """The backdrop of a screen."""
        made = Backdrop(CITY, geometry=QRect(0, 0, *self._size))
        self._made.append(made)
        return made

    def end(self) -> None:
        """Delete all of it now: a collection in the middle of a change of language would crash Qt."""
        for widget in self._made:
            widget.hide()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def screen(self, name: str) -> Any:
        """The screen of this name, to be filled."""
        return self.window.screens[name]

    def shown(self, name: str, number: int = 0, label: str = "") -> QWidget:
        """The session's window with this screen."""
        self.window.set_mark("" if name == "attract" else MARK)
        said = label or (sentences.step_label(Stage(name)) if number else "")
        self.window.set_step(number, STEPS_IN_ALL if number else 0, said)
        self.window.show_screen(name)
        return self.window

    def typed(self, name: str, digits: int, tries: int) -> Screen:
        """A PIN screen with some digits typed."""
        screen: Any = self.screen(name)
        pin = Pin()
        for digit in range(digits):
            pin.push(digit)
        screen.set_pin(pin)
        screen.set_tries(tries)
        found: Screen = screen
        return found


#: Fills a window and gives it.
Shot = Callable[[Windows], QWidget]
