"""Accessibility of the page in the session's process, as a screen reader would find it."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget


def activate() -> None:
    """Activate Qt's accessibility, as the platform does when a screen reader connects."""
    QAccessible.setActive(True)


def has_page_tree(view: QWidget) -> bool:
    """Whether the engine offers a tree below the view. Not walked: PySide6 6.12 crashes on a child of the engine."""
    return QAccessible.queryAccessibleInterface(view).childCount() > 0
