"""The native window of a widget: the only place that sees input to the page as well and that Python may filter.

A Python filter on the application crashes as soon as a page's widget is shown (PySide6 6.12.0, measured).
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QWidget


def follow(window: QWidget, watcher: QObject, before: QWindow | None) -> QWindow | None:
    """Have ``watcher`` filter the input of this window's native one, and return that.

    Call it again and again, with what it returned ``before``: Qt may have made a new one.
    """
    handle: QWindow | None = window.windowHandle()
    if handle is before or not isinstance(handle, QWindow):
        return before
    handle.installEventFilter(watcher)
    return handle
