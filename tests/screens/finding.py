"""Finds widgets on a screen, failing if there is none, and kanji in a text."""

import re
from typing import TypeVar

from PySide6.QtWidgets import QWidget

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


def bare_kanji(marked: str) -> str:
    """The kanji of a text that have no reading over them."""
    return "".join(letter for run in parse(marked) if not run.reading for letter in _KANJI.findall(run.text))
