"""A screen reader that starts or stops while the page is hidden: the view has its page again when it is shown."""

from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from ui.browser.embedded.screen_reader import PageInSight

PAGE, NOTHING = "page", "nothing"


class View(QWidget):
    """The part of an engine's view that PageInSight uses."""

    def __init__(self) -> None:
        super().__init__()
        self.has = PAGE
        self.made_visible = ""

    def setPage(self, page: Any) -> None:  # noqa: N802 - Qt's name
        """Qt override: record the page."""
        self.has = page

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """As the engine's view, which makes visible the page that it has at this moment."""
        super().showEvent(event)
        self.made_visible = self.has


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A screen reader: ``active`` says whether it runs."""
    there = SimpleNamespace(active=False)
    monkeypatch.setattr("ui.browser.embedded.screen_reader.QAccessible", SimpleNamespace(isActive=lambda: there.active))
    return there


@pytest.fixture
def view(qtbot: QtBot, reader: SimpleNamespace) -> View:
    made = View()
    qtbot.addWidget(made)
    sight: QObject = PageInSight(made, PAGE, NOTHING)  # type: ignore[arg-type] # stand-ins
    assert sight.parent() is made
    made.show()
    return made


def test_without_one_the_page_stays_in_its_view(view: View, qapp: QApplication) -> None:
    view.hide()
    qapp.processEvents()
    assert view.has == PAGE


def test_one_that_goes_while_the_page_is_hidden(view: View, reader: SimpleNamespace, qtbot: QtBot) -> None:
    reader.active = True
    view.hide()
    qtbot.waitUntil(lambda: view.has == NOTHING)
    reader.active = False
    view.show()
    qtbot.waitUntil(lambda: view.has == PAGE)


def test_one_that_comes_while_the_page_is_hidden(view: View, reader: SimpleNamespace, qtbot: QtBot) -> None:
    view.hide()
    reader.active = True
    qtbot.waitUntil(lambda: view.has == NOTHING)
    view.show()
    qtbot.waitUntil(lambda: view.has == PAGE)


def test_the_empty_page_never_becomes_visible(view: View, reader: SimpleNamespace, qtbot: QtBot) -> None:
    """The engine would load it and offer its empty document to screen readers from then on."""
    reader.active = True
    view.hide()
    qtbot.waitUntil(lambda: view.has == NOTHING)
    view.show()
    assert view.made_visible == PAGE


def test_a_view_that_was_never_shown_keeps_its_page(
    reader: SimpleNamespace, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The engine would offer an empty document instead of this page ever after."""
    monkeypatch.setattr("ui.browser.embedded.screen_reader.LOOK_MS", 0)
    reader.active = True
    made, later = View(), QTimer()
    qtbot.addWidget(made)
    PageInSight(made, PAGE, NOTHING)  # type: ignore[arg-type] # stand-ins
    with qtbot.waitSignals([later.timeout] * 3):
        later.start(0)
    assert made.has == PAGE
