"""Before Python 3.12 the Qt binding consumes references of None, True and False; with ``keep`` they never run out."""

import sys

import pytest
from PySide6.QtCore import QObject, Signal

from kiosk.system import singletons


class Sender(QObject):
    """Sends a truth value."""

    said = Signal(bool)


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="these objects are immortal")
def test_they_have_plenty_of_references() -> None:
    singletons.keep()
    for thing in (None, True, False):
        assert singletons.PLENTY // 2 < sys.getrefcount(thing) < singletons.PLENTY * 2


def test_a_signal_can_be_sent_more_often_than_true_has_references() -> None:
    heard: list[bool] = []
    sender = Sender()
    sender.said.connect(heard.append)
    for _ in range(20_000):
        sender.said.emit(True)
    assert len(heard) == 20_000
