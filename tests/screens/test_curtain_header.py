"""The header stays on the curtain: on each of its pages it is still this city's terminal."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from tests.gallery import terminal_shots
from tests.gallery.windows import CITY, Windows
from tests.screens.finding import place_of
from ui import style
from ui.terminal.curtain import Curtain
from ui.widgets.controls import Button, Text
from ui.window.header import PlaceHeader

PAGES = [name for name in terminal_shots.SHOTS if name.startswith("curtain-")]
SIZES = [(1280, 800), (1080, 1920)]


@pytest.fixture(params=SIZES, ids=["wide", "upright"])
def windows(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[Windows]:
    style.install(qapp, size=request.param)
    style.hold_still(True)
    made = Windows(request.param)
    yield made
    made.end()
    style.hold_still(False)
    style.install(qapp)


@pytest.mark.slow
def test_every_page_has_it_and_nothing_lies_over_it_or_outside(windows: Windows, qapp: QApplication) -> None:
    found = []
    for name in PAGES:
        shown = terminal_shots.SHOTS[name](windows)
        assert isinstance(shown, Curtain)
        qapp.processEvents()
        header = next(iter(shown.findChildren(PlaceHeader)))
        words = [text.text() for text in header.findChildren(Text) if text.isVisible()]
        assert words[0] == CITY, name
        assert words[-2:] == ["端末", "3"], name
        assert place_of(header).topLeft().toTuple() == (0, 0)
        assert not [button for button in header.findChildren(Button) if button.isVisible()]
        parts: list[Text | Button] = [*shown.findChildren(Text), *shown.findChildren(Button)]
        below = [part for part in parts if part.isVisible() and not header.isAncestorOf(part)]
        found += [f"{name}: {part.text()}" for part in below if place_of(part).top() <= place_of(header).bottom()]
        found += [f"{name}: {part.text()}" for part in below if not shown.rect().contains(place_of(part))]
    assert found == []


def test_the_pad_for_the_staff_code_is_whole(windows: Windows, qapp: QApplication) -> None:
    shown = terminal_shots.SHOTS["curtain-staff-code"](windows)
    qapp.processEvents()
    keys = [
        key for key in shown.findChildren(Button) if key.property("kind") in ("key", "key_minor") and key.isVisible()
    ]
    assert len(keys) == 12
    assert all(not key.visibleRegion().isEmpty() and key.visibleRegion().boundingRect() == key.rect() for key in keys)
