"""Parts of a screen without room: one under the other, and scrolled."""

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.screens.finding import find_button, part, place_of
from ui import style
from ui.layout.room import Room
from ui.screens.enter_pin import EnterPinScreen
from ui.widgets.controls import Button
from ui.widgets.keypad import Keypad
from ui.window.window import SessionWindow


def test_what_is_too_high_is_scrolled_by_two_buttons(qtbot: QtBot) -> None:
    content = QWidget()
    inside, buttons = QVBoxLayout(content), [Button(f"b{number}") for number in range(20)]
    for button in buttons:
        inside.addWidget(button)
    room = Room(content)
    qtbot.addWidget(room)
    room.resize(600, 400)
    room.show()
    qtbot.waitExposed(room)
    up, down = find_button(room, "scroll_up"), find_button(room, "scroll_down")
    assert (up.isVisible(), down.isVisible()) == (False, True)
    assert not room.rect().contains(place_of(buttons[-1]))
    for _ in buttons:
        down.click()
    assert room.rect().contains(place_of(buttons[-1]))
    assert (up.isVisible(), down.isVisible()) == (True, False)
    room.resize(600, 4000)
    assert not room.overflows()
    assert (up.isVisible(), down.isVisible()) == (False, False)


@pytest.mark.slow
def test_parts_that_have_no_room_beside_one_another_stand_together_one_under_the_other(
    qtbot: QtBot, qapp: QApplication
) -> None:
    """An upright screen: the keypad is under the boxes and near them, not squeezed, and all is seen."""
    style.install(qapp, size=(1080, 1920))
    try:
        window = SessionWindow()
        qtbot.addWidget(window)
        window.resize(1080, 1920)
        window.show()
        window.show_screen("enter_pin")
        qtbot.waitExposed(window)
        boxes, keypad = place_of(window.screen_of(EnterPinScreen).boxes), place_of(part(window, Keypad))
        assert boxes.bottom() < keypad.top() < boxes.bottom() + 300
        assert keypad.width() == part(window, Keypad).sizeHint().width()
        assert keypad.bottom() < 1600
        assert not [room for room in window.findChildren(Room) if room.isVisible() and room.overflows()]
    finally:
        style.install(qapp)
