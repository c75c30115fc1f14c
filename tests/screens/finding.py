"""Find what is on the screen, or fail."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from ui.widgets.controls import Button

W = TypeVar("W", bound=QWidget)


def find_button(inside: QWidget, name: str) -> Button:
    """The control of this name."""
    return part(inside, Button, name)


def part(inside: QWidget, kind: type[W], name: str = "") -> W:
    """The widget of this class (and name)."""
    found = [widget for widget in inside.findChildren(kind) if not name or widget.objectName() == name]
    assert found, name or kind.__name__
    return found[0]
