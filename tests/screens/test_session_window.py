from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.vocabulary import SESSION_MARKS
from ui import texts
from ui.controls import Button
from ui.marks import WORDS
from ui.session_window import SCREENS, SessionWindow


def test_only_the_first_screen_is_made_at_once(qtbot):
    made = SessionWindow()
    qtbot.addWidget(made)
    assert made.screens.made() == ("attract",)
    assert set(made.screens) == set(SCREENS)


def test_no_screen_makes_the_window_grow(window):
    for name in SCREENS:
        window.show_screen(name)
        QApplication.processEvents()
    assert window.size().toTuple() == (1280, 800)


def test_the_language_menu_is_inside_the_window(window, qtbot):
    window.show_screen("place_card")
    windows = len(QApplication.topLevelWidgets())
    QTest.mouseClick(window.findChild(Button, "language"), Qt.MouseButton.LeftButton)
    assert len(QApplication.topLevelWidgets()) == windows
    english = window.findChild(Button, "menu_language_en")
    assert english.text() == "English"
    with qtbot.waitSignal(window.language_changed, timeout=500) as chosen:
        QTest.keyClick(english, Qt.Key.Key_Return)
    assert chosen.args == ["en"]


def test_escape_closes_the_language_menu(window):
    window.show_screen("place_card")
    window.on_language_pressed()
    QTest.keyClick(window.findChild(Button, "menu_language_ja"), Qt.Key.Key_Escape)
    QApplication.processEvents()
    assert window.findChild(Button, "menu_language_ja") is None or not window.findChild(Button, "menu_language_ja").isVisible()


def test_everything_follows_the_language(window, qapp):
    window.show_screen("place_card")
    window.set_mark("umbrella")
    texts.install(qapp, "en")
    QApplication.processEvents()
    assert window.findChild(Button, "call_staff").text() == "Call staff"
    assert window.findChild(Button, "give_up").accessibleName() == "Stop for today"
    texts.install(qapp, "ja")
    QApplication.processEvents()
    assert window.findChild(Button, "call_staff").text() == "職員を呼ぶ"


def test_every_mark_has_a_word_and_a_drawing(window):
    assert set(WORDS) == set(SESSION_MARKS)
    for mark in SESSION_MARKS:
        window.set_mark(mark)
    window.set_mark("")
    assert not window.findChild(type(window._header.mark), "mark").isVisible()


def test_the_ring_is_for_the_keyboard_only(window):
    ring = window.findChild(type(window), "focus_ring") or window.findChildren(object, "focus_ring")[0]
    window.show_screen("staff_called")
    QApplication.processEvents()
    assert ring.isVisible()
    button = window.screens["staff_called"].findChild(Button, "back")
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert not ring.isVisible()


def test_the_training_tab_hangs_over_everything(window):
    window.set_training(True)
    for name in ("attract", "idle_warning"):
        window.show_screen(name)
        tab = window.findChildren(object, "training_tab")[0]
        assert tab.isVisible()
        assert tab.text() == "研修用"
        assert window.rect().contains(tab.geometry())
