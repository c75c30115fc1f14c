"""The screens, dressed and in Japanese."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui import style
from ui.text import languages
from ui.window.window import SessionWindow


@pytest.fixture(scope="session", autouse=True)
def _dressed(qapp: QApplication) -> None:
    style.install(qapp)


@pytest.fixture(autouse=True)
def _japanese(qapp: QApplication) -> Iterator[None]:
    languages.install(qapp, "ja")
    yield
    languages.install(qapp, "ja")


@pytest.fixture(scope="session")
def in_memory(qapp: QApplication) -> None:
    """On a desktop somebody else may have the keyboard, and the window may be given another size."""
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
