import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.vocabulary import SESSION_MARKS
from tests.screens.finding import find_button, part
from ui.flow.events import LanguageChosen
from ui.screens.registry import SCREENS
from ui.text import languages
from ui.widgets.controls import Button
from ui.widgets.focus_ring import FocusRing
from ui.widgets.marks import WORDS, MarkChip
from ui.window.menus import LanguageMenu
from ui.window.training_tab import TrainingTab
from ui.window.window import SessionWindow


def test_only_the_first_screen_is_made_at_once(qtbot: QtBot) -> None:
    made = SessionWindow()
    qtbot.addWidget(made)
    assert made.screens.made() == ("attract",)
    assert set(made.screens) == set(SCREENS)


def test_no_screen_makes_the_window_grow(window: SessionWindow) -> None:
    for name in SCREENS:
        window.show_screen(name)
        QApplication.processEvents()
    assert window.size().toTuple() == (1280, 800)


def test_the_language_menu_is_inside_the_window(window: SessionWindow, qtbot: QtBot) -> None:
    window.show_screen("place_card")
    windows = len(QApplication.topLevelWidgets())
    QTest.mouseClick(find_button(window, "language"), Qt.MouseButton.LeftButton)
    assert len(QApplication.topLevelWidgets()) == windows
    english = find_button(window, "menu_language_en")
    assert english.text() == "English"
    with qtbot.waitSignal(window.posted, timeout=500) as chosen:
        QTest.keyClick(english, Qt.Key.Key_Return)
    assert chosen.args == [LanguageChosen("en")]


def test_escape_closes_the_language_menu(window: SessionWindow) -> None:
    window.show_screen("place_card")
    window.on_language_pressed()
    QTest.keyClick(find_button(window, "menu_language_ja"), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert not any(menu.isVisible() for menu in window.findChildren(LanguageMenu))


def test_everything_follows_the_language(window: SessionWindow, qapp: QApplication) -> None:
    window.show_screen("place_card")
    window.set_mark("umbrella")
    languages.install(qapp, "en")
    QApplication.processEvents()
    assert find_button(window, "call_staff").text() == "Call staff"
    assert find_button(window, "quit").accessibleName() == "Stop"
    languages.install(qapp, "ja")
    QApplication.processEvents()
    assert find_button(window, "call_staff").text() == "職員を呼ぶ"


def test_every_mark_has_a_word_and_a_drawing(window: SessionWindow) -> None:
    assert set(WORDS) == set(SESSION_MARKS)
    for mark in SESSION_MARKS:
        window.set_mark(mark)
    window.set_mark("")
    assert not part(window, MarkChip).isVisible()


def rings(window: SessionWindow) -> list[FocusRing]:
    """The rings that are drawn now."""
    return [ring for ring in window.findChildren(FocusRing) if ring.isVisible()]


def test_the_ring_is_drawn_after_a_key_and_not_after_a_touch(window: SessionWindow) -> None:
    window.show_screen("staff_called")
    QApplication.processEvents()
    back = find_button(window.screens["staff_called"], "back")
    assert back.hasFocus()
    assert not rings(window), "nobody has pressed a key"
    QTest.keyClick(back, Qt.Key.Key_Tab)
    assert rings(window)
    window.show_screen("attract")
    assert rings(window), "the next screen goes on by keyboard"
    QTest.mousePress(find_button(window, "start"), Qt.MouseButton.LeftButton)
    assert not rings(window)
    window.show_screen("staff_called")
    assert not rings(window), "and by touch"


@pytest.mark.parametrize("name", ["language", "look"])
def test_the_focus_returns_to_where_the_menu_was_opened(window: SessionWindow, name: str) -> None:
    window.show_screen("place_card")
    opener = find_button(window, name)
    opener.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(opener, Qt.Key.Key_Return)
    menu = window.focusWidget()
    assert isinstance(menu, Button)
    assert menu is not opener
    QTest.keyClick(menu, Qt.Key.Key_Escape)
    assert opener.hasFocus()
    assert rings(window)


def test_the_training_tab_hangs_over_everything(window: SessionWindow) -> None:
    window.set_training(True)
    for name in ("attract", "idle_warning"):
        window.show_screen(name)
        tab = part(window, TrainingTab)
        assert tab.isVisible()
        assert tab.text() == "研修用"
        assert window.rect().contains(tab.geometry())
