"""Finds widgets on a screen, failing if there is none, and where they are; and kanji in a text."""

import re
from typing import TypeVar

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QWidget

from ui.layout.room import Room
from ui.widgets.controls import Button
from ui.widgets.furigana import parse

W = TypeVar("W", bound=QWidget)
_KANJI = re.compile(r"[一-鿿㐀-䶿々〆]")


def find_button(inside: QWidget, name: str) -> Button:
    """The button of this name."""
    return part(inside, Button, name)


def part(inside: QWidget, kind: type[W], name: str = "") -> W:
    """The first widget of this class, and of this name if one is given."""
    found = [widget for widget in inside.findChildren(kind) if not name or widget.objectName() == name]
    assert found, name or kind.__name__
    return found[0]


def place_of(widget: QWidget, around: QWidget | None = None) -> QRect:
    """Where the widget is in its window, or in another widget around it."""
    return QRect(widget.mapTo(widget.window() if around is None else around, QPoint(0, 0)), widget.size())


def unscrolled(widget: QWidget, window: QWidget) -> QWidget:
    """What has the widget at the same place however far it is scrolled: the content of its room, else the window."""
    outside = widget.parentWidget()
    while isinstance(outside, QWidget) and outside is not window:
        above = outside.parentWidget()
        if isinstance(above, QWidget) and isinstance(above.parentWidget(), Room):
            return outside
        outside = above
    return window


def bare_kanji(marked: str) -> str:
    """The kanji of a text that have no reading over them."""
    return "".join(letter for run in parse(marked) if not run.reading for letter in _KANJI.findall(run.text))
