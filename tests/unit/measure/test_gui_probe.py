"""The probe of the event loop sees what holds it up, whether it computes or waits, and says where."""

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from tests.measure.gui_probe import GuiProbe

pytestmark = pytest.mark.slow

HELD_UP = 0.08


@pytest.fixture
def probe(qtbot: QtBot) -> Iterator[GuiProbe]:
    made = GuiProbe(lambda: "here")
    qtbot.wait(10)
    made.stretches.clear()
    yield made
    made.deleteLater()


def compute() -> None:
    until = time.thread_time() + HELD_UP
    while time.thread_time() < until:
        pass


def wait() -> None:
    threading.Event().wait(HELD_UP)


@pytest.mark.parametrize(("work", "computes"), [(compute, True), (wait, False)])
def test_a_slot_that_takes_long(probe: GuiProbe, qtbot: QtBot, work: object, computes: bool) -> None:
    QTimer.singleShot(0, work)  # type: ignore[call-overload] # both are callables
    qtbot.waitUntil(lambda: bool(probe.stretches))
    found = max(probe.report(), key=lambda one: float(one["own"]))
    assert found["own"] > 0.9 * HELD_UP * 1000
    assert (found["cpu"] > found["own"] / 2) == computes
    assert found["where"] == "here"
