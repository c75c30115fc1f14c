"""Large text and high contrast: both can be switched on the screen, and end with the session."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tests.screens.finding import find_button, part
from ui import style
from ui.screens.browse import BrowseScreen
from ui.session.appearance import Appearance
from ui.terminal.pages import Spinner
from ui.window.menus import LookMenu
from ui.window.window import SessionWindow

SIZE = (1280, 800)


@pytest.fixture
def grown(qapp: QApplication, window: SessionWindow) -> list[float]:
    """The scale of the text after each switch."""
    scales: list[float] = []
    Appearance(qapp, window, SIZE, scales.append)
    return scales


def test_both_are_switched_by_keyboard_and_back(
    window: SessionWindow, qtbot: QtBot, qapp: QApplication, grown: list[float]
) -> None:
    window.set_place("見本市役所", "窓口", "3")
    window.show_screen("place_card")
    view = QLabel("page")
    window.screen_of(BrowseScreen).set_view(view)
    try:
        for expected, name in ((1.18, "look_large"), (1.18, "look_contrast"), (1.0, "look_large")):
            QTest.keyClick(find_button(window, "look"), Qt.Key.Key_Return)
            QTest.keyClick(find_button(window, name), Qt.Key.Key_Space)
            qtbot.waitUntil(lambda: not [menu for menu in window.findChildren(LookMenu) if menu.isVisible()])
            qtbot.waitUntil(lambda: bool(grown))
            assert grown.pop() == expected
            assert window.current_name() == "place_card"
        assert style.variant() == "high_contrast"
        assert window.screen_of(BrowseScreen).main_control() is view
        assert part(window, QLabel).isVisible()
    finally:
        style.install(qapp)


def test_a_new_process_begins_with_the_normal_one(qapp: QApplication) -> None:
    style.install(qapp)
    assert style.variant() == "normal"


@pytest.mark.parametrize("still", [False, True])
def test_with_reduced_motion_nothing_turns(qtbot: QtBot, still: bool) -> None:
    style.hold_still(still)
    try:
        spinner = Spinner()
        qtbot.addWidget(spinner)
        spinner.show()
        qtbot.waitExposed(spinner)
        spinner.repaint()
        before = spinner.grab().toImage()
        qtbot.wait(3 * style.tokens().time.spin)
        assert (spinner.grab().toImage() == before) is still
    finally:
        style.hold_still(False)
