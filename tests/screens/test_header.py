"""The header in every width, language and size of letters: nothing is cut, and all has its left edge."""

from collections.abc import Iterator
from itertools import product

import pytest
from PySide6.QtWidgets import QApplication

from tests.gallery.windows import Windows
from tests.screens.finding import find_button, place_of
from ui import style
from ui.text import languages
from ui.widgets.controls import Button, Text
from ui.window.header import Header
from ui.window.window import SessionWindow

WIDE, LARGE, UPRIGHT, VERY_WIDE = (1280, 800), (1920, 1080), (1080, 1920), (2560, 1080)
LARGEST = "largest_text"
ALL = [
    pytest.param((size, language, variant), marks=[] if language in ("ja", "fil") else [pytest.mark.slow])
    for size, language, variant in product((WIDE, UPRIGHT), languages.available(), ("normal", "large_text", LARGEST))
]


@pytest.fixture
def shown(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[SessionWindow]:
    """The window at its second screen, in a size, a language and with letters."""
    size, language, variant = request.param
    style.install(qapp, variant, size)
    languages.install(qapp, language)
    windows = Windows(size)
    windows.shown("place_card")
    QApplication.processEvents()
    yield windows.window
    windows.end()
    style.install(qapp)


@pytest.mark.parametrize("shown", ALL, indirect=True)
@pytest.mark.slow
def test_nothing_on_it_is_cut(shown: SessionWindow) -> None:
    header = next(iter(shown.findChildren(Header)))
    for text in header.findChildren(Text):
        assert not text.isVisible() or text.width() >= text.sizeHint().width() - 2, text.text()
    for button in header.findChildren(Button):
        assert button.face().fits() or not button.text(), button.text()
        assert shown.rect().contains(place_of(button)), button.objectName()
        assert button.accessibleName()
        assert button.width() >= 48, button.objectName()
    assert find_button(shown, "call_staff").text()


@pytest.mark.parametrize("shown", [(WIDE, "ja", "normal"), (WIDE, "ja", "large_text")], indirect=True)
def test_the_button_of_the_letters_says_what_it_does(shown: SessionWindow) -> None:
    assert find_button(shown, "look").text() == "文字の大きさ"
    assert find_button(shown, "language").text() == "Language"


@pytest.mark.parametrize("shown", [(UPRIGHT, "ja", LARGEST)], indirect=True)
def test_where_there_is_no_room_city_terminal_and_call_stay(shown: SessionWindow) -> None:
    header = next(iter(shown.findChildren(Header)))
    said = [text.text() for text in header.findChildren(Text) if text.isVisible()]
    assert said == ["見本市役所", "端末", "3"]
    assert find_button(shown, "look").text() == "Aa"
    assert find_button(shown, "call_staff").text() == "職員を呼ぶ"


@pytest.mark.parametrize("shown", [(size, "ja", "normal") for size in (WIDE, LARGE, UPRIGHT, VERY_WIDE)], indirect=True)
@pytest.mark.slow
def test_every_screen_has_the_left_edge_of_the_header(shown: SessionWindow) -> None:
    edge = style.tokens().space.margin
    for name in ("attract", "choose", "prepare", "place_card", "enter_pin", "check", "problem", "last_try"):
        shown.show_screen(name)
        QApplication.processEvents()
        screen = shown.screens[name]
        if screen.covers:
            continue
        parts = [part for part in (*screen.findChildren(Text), *screen.findChildren(Button)) if part.isVisible()]
        assert min(place_of(part).left() for part in parts if part.width() > 1) == edge, name
