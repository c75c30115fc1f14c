import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.screens.finding import find_button
from ui import style
from ui.flow.events import Event, Extended
from ui.screens.idle_warning import IdleWarningScreen, LimitWarningScreen
from ui.window.window import SessionWindow


def test_a_press_before_it_appeared_has_no_effect(window: SessionWindow, qtbot: QtBot) -> None:
    window.show_screen("attract")
    start = find_button(window.screens["attract"], "start")
    pressed: list[Event] = []
    warning = window.screen_of(IdleWarningScreen)
    warning.posted.connect(pressed.append)
    QTest.keyPress(start, Qt.Key.Key_Space)
    window.show_screen("idle_warning")
    extend = find_button(warning, "extend")
    QTest.keyRelease(extend, Qt.Key.Key_Space)
    QTest.keyClick(extend, Qt.Key.Key_Return)
    QTest.keyClick(extend, Qt.Key.Key_Space)
    QTest.mouseClick(extend, Qt.MouseButton.LeftButton)
    QTest.mouseClick(find_button(warning, "end"), Qt.MouseButton.LeftButton)
    assert not pressed
    qtbot.wait(style.tokens().time.armed + 50)
    QTest.keyClick(extend, Qt.Key.Key_Return)
    assert pressed == [Extended()]


def test_it_hides_everything_else(window: SessionWindow) -> None:
    window.show_screen("place_card")
    window.set_mark("umbrella")
    window.show_screen("idle_warning")
    assert window.screens["idle_warning"].isVisible()
    assert not window.screens["place_card"].isVisible()
    assert not find_button(window, "call_staff").isVisible()
    assert window.screens["idle_warning"].size() == window.size()


def test_it_counts_in_whole_seconds(window: SessionWindow) -> None:
    warning = window.screen_of(IdleWarningScreen)
    window.show_screen("idle_warning")
    warning.set_seconds(20.0, 30.0)
    assert "20" in warning.ring.accessibleName()
    warning.set_seconds(19.3, 30.0)
    assert "20" in warning.ring.accessibleName()  # the name changes every ten seconds only


@pytest.mark.parametrize(
    ("kind", "called"),
    [(IdleWarningScreen, "続けますか？"), (LimitWarningScreen, "まもなく終わります")],
    ids=["idle", "limit"],
)
def test_a_warning_is_called_by_its_question_and_not_by_its_seconds(
    window: SessionWindow, kind: type[IdleWarningScreen], called: str
) -> None:
    warning = window.screen_of(kind)
    window.show_screen(kind.name)
    for left in (57.0, 56.0):
        warning.set_seconds(left, 60.0)
        QApplication.processEvents()
        assert warning.accessibleName() == called
