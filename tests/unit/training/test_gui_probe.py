"""The probe of the event loop sees what holds it up, whether it computes or waits, and says where."""

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QTimer
from pytestqt.qtbot import QtBot

from kiosk.training.gui_probe import GuiProbe, probe_if_wanted, want_probe

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


def test_nothing_is_measured_unless_somebody_wants_it(qtbot: QtBot, tmp_path: Path) -> None:
    parent = QObject()
    assert probe_if_wanted(tmp_path, str, parent) is None
    want_probe(tmp_path)
    assert probe_if_wanted(tmp_path, str, parent) is not None
