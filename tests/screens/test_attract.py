"""The first screen: one thing to do, the largest on it; the languages are small and below it."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication

from tests.gallery.windows import Windows
from tests.screens.finding import find_button, place_of
from ui import style
from ui.layout.room import Room
from ui.screens.attract import AttractScreen
from ui.text import languages
from ui.widgets.controls import Text
from ui.widgets.pictures import Picture

#: Pixels: what a finger needs.
LEAST_TARGET = 48


@pytest.fixture(params=[(1280, 800), (1920, 1080), (1080, 1920)], ids=["wide", "large", "upright"])
def screen(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[AttractScreen]:
    style.install(qapp, size=request.param)
    windows = Windows(request.param)
    windows.shown("attract")
    qapp.processEvents()
    yield windows.screen("attract")
    windows.end()
    style.install(qapp)


def _area(place: QRect) -> int:
    return place.width() * place.height()


def _languages(screen: AttractScreen) -> list[QRect]:
    return [place_of(find_button(screen, f"language_{code}")) for code in languages.available()]


def test_starting_is_the_hero_and_the_languages_are_small_rows_below(screen: AttractScreen) -> None:
    start, rows = place_of(find_button(screen, "start")), _languages(screen)
    picture = max(screen.findChildren(Picture), key=lambda one: _area(place_of(one)))
    assert _area(start) > 4 * max(_area(place) for place in rows)
    assert _area(start) + _area(place_of(picture)) > sum(_area(place) for place in rows)
    below = max(start.bottom(), place_of(picture).bottom())
    assert all(place.top() > below for place in rows)
    assert len({place.top() for place in rows}) <= 3


def test_every_language_is_there_and_is_a_target(screen: AttractScreen) -> None:
    least = round(LEAST_TARGET * style.tokens().scale)
    assert all(place.height() >= least and place.width() >= 2 * least for place in _languages(screen))
    window = screen.window().rect()
    assert all(window.contains(place) for place in _languages(screen)), "none is scrolled away"


def test_while_the_site_is_down_it_says_so_over_the_start(screen: AttractScreen, qapp: QApplication) -> None:
    screen.set_portal_up(False)
    qapp.processEvents()
    said = [text for text in screen.findChildren(Text) if text.isVisible() and "つながりません" in text.text()]
    start = place_of(find_button(screen, "start"))
    assert [place_of(text).bottom() < start.top() for text in said] == [True]
    assert not [room for room in screen.findChildren(Room) if room.overflows()]
