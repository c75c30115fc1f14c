"""Finds widgets on a screen; fails if there is none."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.widgets.controls import Button

W = TypeVar("W", bound=QWidget)


def find_button(inside: QWidget, name: str) -> Button:
    """The button of this name."""
    return part(inside, Button, name)


def part(inside: QWidget, kind: type[W], name: str = "") -> W:
    """The first widget of this class, and of this name if one is given."""
    found = [widget for widget in inside.findChildren(kind) if not name or widget.objectName() == name]
    assert found, name or kind.__name__
    return found[0]
