"""None outlives any number of calls into Qt (see ``kiosk.interpreter``)."""

import sys

from PySide6.QtCore import QObject

import kiosk


def test_none_is_never_counted_down_to_nothing() -> None:
    assert kiosk.__version__
    assert sys.version_info >= (3, 12) or sys.getrefcount(None) > 1 << 39
    thing = QObject()
    for _ in range(20_000):
        thing.setObjectName("")
    assert sys.version_info >= (3, 12) or sys.getrefcount(None) > 1 << 39
