"""What a screen reader finds of the page in the session's process."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def listen() -> None:
    """Believe that a screen reader is there, as the platform says it when one begins to ask."""
    QAccessible.setActive(True)


def is_heard(view: QWidget) -> bool:
    """The engine has a tree below the view. Not walked: PySide6 6.12 does not survive a child of the engine's."""
    return QAccessible.queryAccessibleInterface(view).childCount() > 0
