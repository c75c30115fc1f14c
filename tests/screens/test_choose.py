"""Two procedures are two equal cards; more of them, or large letters, are rows."""

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from tests.screens.finding import place_of
from ui import style
from ui.flow.events import Chosen, Event
from ui.screens.choose import APPLY, LOOK_UP, ChooseScreen
from ui.widgets.controls import Button
from ui.window.window import SessionWindow

PROCEDURES = [
    ("points", "ポイントの申込み", "長い説明です。" * 8, APPLY),
    ("status", "申込状況の確認", "確かめます。", LOOK_UP),
    ("other", "そのほか", "", APPLY),
]


def _places(window: SessionWindow, many: int) -> tuple[list[Button], list[QRect]]:
    screen = window.screen_of(ChooseScreen)
    screen.set_procedures(PROCEDURES[:many])
    window.show_screen("choose")
    QApplication.processEvents()
    found = [one for one in screen.findChildren(Button) if one.objectName().startswith("procedure_")]
    return found, [place_of(button) for button in found]


def test_two_stand_side_by_side_as_equals(window: SessionWindow, posted: list[Event]) -> None:
    buttons, (left, right) = _places(window, 2)
    assert (left.size(), left.top()) == (right.size(), right.top())
    assert right.left() - left.right() - 1 == style.tokens().space.wide
    assert left.height() > 300, "large targets"
    pictures = [button.grab().toImage() for button in buttons]
    line = style.tokens().paint("main")
    assert all(picture.pixelColor(picture.width() // 2, 0) == line for picture in pictures), "the same border"
    for button in buttons:
        button.click()
    assert posted == [Chosen("points"), Chosen("status")]


@pytest.mark.parametrize("many", [1, 3])
def test_other_numbers_are_rows(window: SessionWindow, many: int) -> None:
    _, places = _places(window, many)
    assert len({place.left() for place in places}) == 1
    assert all(place.width() > 1000 for place in places)
