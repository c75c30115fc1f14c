"""The kiosk's windows, for the gallery to fill with sample data."""

from collections.abc import Callable
from functools import cached_property
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QRect
from PySide6.QtWidgets import QWidget

import resources
from kiosk.procedures.load import TRAINING_ORIGIN, load_procedure
from kiosk.procedures.model import say
from kiosk.secret import Pin
from kiosk.vocabulary import ResultKind
from ui.flow import numbering
from ui.flow.events import Stage
from ui.flow.step import Flow
from ui.screens.screen import Screen
from ui.session import display
from ui.terminal.backdrop import Backdrop
from ui.terminal.curtain import Curtain
from ui.text import languages, sentences
from ui.window.guide_strip import Words
from ui.window.window import SessionWindow

CITY = "見本市役所"
MARK = "umbrella"
WIPED_AT = "2026-01-15T10:42:07+09:00"
#: What the windows show: the training procedures as they are shipped.
POINTS, STATUS = (
    load_procedure(resources.path("procedures", "training", f"{name}.toml"), TRAINING_ORIGIN)
    for name in ("points", "status")
)


class Windows:
    """The session's window, the curtain and the backdrop of a training terminal; each is made when first used."""

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
        """The curtain of the main monitor."""
        made = Curtain(geometry=QRect(0, 0, *self._size), fullscreen=False)
        made.set_place("3", "内線 1234", CITY, "マイナンバーカード支援窓口")
        made.set_training(True)
        self._made.append(made)
        return made

    @cached_property
    def backdrop(self) -> Backdrop:
        """The backdrop of a monitor."""
        made = Backdrop(CITY, geometry=QRect(0, 0, *self._size))
        self._made.append(made)
        return made

    def end(self) -> None:
        """Delete all windows now: garbage collection during a change of language would crash Qt."""
        for widget in self._made:
            widget.hide()
            widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def screen(self, name: str) -> Any:
        """The screen of this name, to be filled."""
        return self.window.screens[name]

    def shown(self, name: str, page: str = "") -> QWidget:
        """Show this screen, with its step on the portal's page with this path, and return the session's window."""
        self.window.set_mark("" if name == "attract" else MARK)
        below = "browse" if name == "quit_sheet" else name
        self.window.set_step(*_step(below, f"{TRAINING_ORIGIN}{page}"))
        self.window.set_part(*_part(below, f"{TRAINING_ORIGIN}{page}"))
        self.window.lead(_guide(below, f"{TRAINING_ORIGIN}{page}"))
        self.window.set_quit(name != "problem" and not page.startswith("/result"))
        self.window.show_screen(name)
        self.window.fit_footer()
        return self.window

    def typed(self, name: str, digits: int, tries: int) -> Screen:
        """A PIN screen with some digits typed."""
        screen: Any = self.screen(name)
        pin = Pin()
        for digit in range(digits):
            pin.push(digit)
        screen.set_pin(pin)
        screen.set_tries(tries, last=tries == 1)
        found: Screen = screen
        return found


def _step(name: str, url: str) -> tuple[int, int, str]:
    """Number, total and label of the step of a logged-in person; zeros and '' without a step."""
    found = numbering.place(POINTS, Flow(Stage(name), logged_in=True), url) if name in set(Stage) else None
    if found is None:
        return 0, 0, ""
    label = sentences.step_label(found.own) if found.own else say(found.label or {}, languages.language())
    return found.number, found.total, label


def _guide(name: str, url: str) -> Words:
    """The strip's words for a logged-in person."""
    if name not in set(Stage):
        return Words()
    return display.guide_words(POINTS, Flow(Stage(name), logged_in=True, language=languages.language()), url)


def _part(name: str, url: str) -> tuple[tuple[str, ...], int]:
    """The five steps; the person is logged in on a page and at the check."""
    stage = Stage(name) if name in set(Stage) else Stage.BROWSE
    inside = stage in (Stage.BROWSE, Stage.CHECK, Stage.PROBLEM)
    result = ResultKind.DONE if "/result" in url else None
    return display.bar_words(POINTS, Flow(stage, logged_in=inside, result=result), url)


#: Fills a window and returns it.
Shot = Callable[[Windows], QWidget]
