"""Fixtures of the screen tests: the style is installed, the language is Japanese and nobody works
by keyboard at the beginning of each test."""

import gc
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import style
from ui.flow.events import Event
from ui.text import languages
from ui.widgets import focus_ring
from ui.window.window import SessionWindow


@pytest.fixture(scope="session", autouse=True)
def _styled(qapp: QApplication) -> Iterator[None]:
    style.install(qapp)
    gc.freeze()  # what is loaded by now stays, and need not be looked through after every test
    gc.disable()  # so that what a test made is in the youngest generation at its end
    yield
    gc.enable()
    gc.unfreeze()


@pytest.fixture(autouse=True)
def _japanese(qapp: QApplication) -> Iterator[None]:
    languages.install(qapp, "ja")
    focus_ring.note_touch()
    yield
    # pytest-qt only asks for the deletion. Windows that stayed would be styled anew by every later test.
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    # A wrapper that outlives its widget may be taken for that of a new one at the same address (PySide6 6.12), and
    # pytest keeps the window until the next test: so two generations.
    gc.collect(1)
    languages.install(qapp, "ja")


@pytest.fixture(scope="session")
def in_memory(qapp: QApplication) -> None:
    """Skip on a real display: another window may have the keyboard focus, and the size may be changed."""
    if qapp.platformName() != "offscreen":
        pytest.skip("run without a display")


@pytest.fixture
def window(qtbot: QtBot) -> SessionWindow:
    made = SessionWindow()
    made.set_place("見本市役所", "マイナンバーカード支援窓口", "3")
    made.resize(1280, 800)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def posted(window: SessionWindow) -> list[Event]:
    """The events that the screens of the window have posted so far."""
    found = list[Event]()
    window.posted.connect(found.append)
    return found
