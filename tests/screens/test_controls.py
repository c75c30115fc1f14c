from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.failures import FailureName, failure
from kiosk.vocabulary import EndReason, ResultKind
from tests.screens.finding import find_button
from ui.screens.attract import AttractScreen
from ui.screens.screen import Screen
from ui.widgets.controls import Button
from ui.window.window import SCREENS, SessionWindow


def _fill(screen: Any) -> None:
    if screen.name == "choose":
        screen.set_procedures([("points", "ポイント", "申し込む"), ("status", "状況", "")])
    elif screen.name == "prepare":
        screen.set_procedure("ポイント", ["カード"], True)
    elif screen.name == "problem":
        screen.set_failure(failure(FailureName.PIN_WRONG), True)
    elif screen.name == "browse":
        screen.set_view(QWidget())
        screen.set_result(ResultKind.DONE)
    elif screen.name == "confirm_end":
        screen.set_ending(EndReason.NEXT_CUSTOMER, "fish", False)


def _shown(window: SessionWindow, name: str) -> Screen:
    screen = window.screens[name]
    _fill(screen)
    window.show_screen(name)
    QApplication.processEvents()
    return screen


#: screen -> control -> the signal it gives.
CONTROLS = {
    "attract": {"start": "started", "language_ja": "language_chosen", "language_en": "language_chosen"},
    "choose": {"procedure_points": "chosen", "procedure_status": "chosen"},
    "prepare": {"renewed_no": "ready", "renewed_yes": "renewed_today"},
    "last_try": {"agree": "agreed", "decline": "declined"},
    "browse": {"finish": "finished"},
    "problem": {"end": "ended", "retry": "retried"},
    "idle_warning": {"extend": "extended", "end": "ended"},
    "confirm_end": {"confirm": "confirmed", "back": "backed"},
    "staff_called": {"back": "backed"},
}
CASES = [(screen, control, signal) for screen, row in CONTROLS.items() for control, signal in row.items()]


@pytest.mark.parametrize(("name", "control", "signal"), CASES)
@pytest.mark.parametrize("key", [None, Qt.Key.Key_Return, Qt.Key.Key_Space], ids=["mouse", "enter", "space"])
def test_every_control_gives_its_signal(
    window: SessionWindow, qtbot: QtBot, name: str, control: str, signal: str, key: Qt.Key | None
) -> None:
    screen = _shown(window, name)
    button = find_button(screen, control)
    assert button.accessibleName()
    button.set_armed(True)
    with qtbot.waitSignal(getattr(screen, signal), timeout=500):
        if key is None:
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        else:
            button.setFocus()
            QTest.keyClick(button, key)


@pytest.mark.parametrize("name", list(SCREENS))
def test_targets_are_big_enough_and_named(window: SessionWindow, name: str) -> None:
    _shown(window, name)
    for button in window.findChildren(Button):
        if not button.isVisible():
            continue
        assert button.objectName(), button.text()
        assert button.accessibleName(), button.objectName()
        least = {"header": 56, "link": 44, "key": 88, "key_minor": 88}.get(button.property("kind"), 72)
        assert button.height() >= least, button.objectName()
        assert button.width() >= 88, button.objectName()


@pytest.mark.parametrize("name", ["enter_pin", "check"])
def test_pin_keys_stand_apart(window: SessionWindow, name: str) -> None:
    screen = _shown(window, name)
    one, two, four = (find_button(screen, f"key_{digit}").geometry() for digit in (1, 2, 4))
    assert 12 <= two.left() - one.right() - 1 <= 16
    assert 12 <= four.top() - one.bottom() - 1 <= 16
    assert one.top() < four.top()


def test_the_frame_has_its_controls(window: SessionWindow, qtbot: QtBot) -> None:
    _shown(window, "place_card")
    for name, signal in (("give_up", "give_up"), ("next_customer", "next_customer"), ("call_staff", "staff_called")):
        button = find_button(window, name)
        assert button.isVisible()
        with qtbot.waitSignal(getattr(window, signal), timeout=500):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_frame_stands_in_the_same_place_everywhere(window: SessionWindow) -> None:
    places = set()
    for name in SCREENS:
        screen = _shown(window, name)
        if not screen.covers and screen.has_footer:
            controls = [find_button(window, control) for control in ("give_up", "next_customer", "call_staff")]
            places.add(tuple(control.mapTo(window, QPoint(0, 0)).toTuple() for control in controls))
    assert len(places) == 1


def test_a_held_key_presses_nothing(window: SessionWindow) -> None:
    screen = window.screen_of(AttractScreen)
    button = find_button(screen, "start")
    pressed = []
    screen.started.connect(lambda: pressed.append(1))
    from PySide6.QtGui import QKeyEvent

    repeat = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(button, repeat)
    assert not pressed
