"""A screen reader for the session's process, as far as Qt notices one."""

from PySide6.QtGui import QAccessible


def activate() -> None:
    """Activate Qt's accessibility, as the platform does when a screen reader connects."""
    QAccessible.setActive(True)
