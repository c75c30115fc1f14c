"""The words after an end are in the colours that the person chose; all else, and the next person, has the usual."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.lifecycle.effects import ShowCurtain
from kiosk.vocabulary import Colours, EndReason, ResultKind
from tests.gallery.terminal_shots import PLACE, ended
from tests.gallery.windows import WIPED_AT, Windows
from tests.screens.contrast import contrast
from ui import style
from ui.terminal.curtain import Curtain
from ui.widgets.controls import Text


@pytest.fixture
def curtain(qtbot: QtBot) -> Curtain:
    windows = Windows((1280, 800))
    made = windows.curtain
    made.show_starting()
    qtbot.addWidget(made)
    return made


def _page(colours: Colours) -> ShowCurtain:
    page = ended(EndReason.FINISHED, result=ResultKind.DONE)
    return replace(page, told=replace(page.told, colours=colours))


def _ground(curtain: Curtain) -> str:
    """The colour of most of the middle of the curtain, which has no band there."""
    image = curtain.grab().toImage()
    seen = [image.pixelColor(x, 400).name() for x in range(0, image.width(), 8)]
    return max(set(seen), key=seen.count)


def _unreadable(curtain: Curtain) -> list[str]:
    """Texts that can hardly be told from what they stand on, by the pixels of the screen."""
    image, found = curtain.grab().toImage(), []
    for text in curtain.findChildren(Text):
        if text.isVisible() and text.text():
            place = text.rect().translated(text.mapTo(curtain, text.rect().topLeft()))
            seen = {image.pixelColor(x, y).name() for x in range(place.left(), place.right(), 2)
                    for y in range(place.top(), place.bottom(), 2)}  # fmt: skip
            around = QColor(image.pixelColor(place.left(), place.top())).name()
            if max(contrast(around, colour) for colour in seen) < 4.5:
                found.append(text.text())
    return found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("colours", "ground"),
    [(Colours.WHITE_ON_BLACK, "#000000"), (Colours.HIGH_CONTRAST, "#ffffff"), (Colours.NORMAL, "#ffffff")],
)
def test_the_words_are_in_the_chosen_colours_and_readable(curtain: Curtain, colours: Colours, ground: str) -> None:
    curtain.show_end(_page(colours), PLACE, 142, WIPED_AT)
    QApplication.processEvents()
    assert _ground(curtain) == ground
    assert style.colours() == colours
    assert _unreadable(curtain) == []


def _next_end(curtain: Curtain) -> None:
    curtain.show_end(_page(Colours.NORMAL), PLACE, 143, WIPED_AT)


def _staff(curtain: Curtain) -> None:
    curtain.set_staff_page(QWidget())
    curtain.show_staff()


def _away(curtain: Curtain) -> None:
    curtain.show_away(3)


@pytest.mark.parametrize(
    "then",
    [
        Curtain.show_starting,
        Curtain.uncover,
        Curtain.show_staff_called,
        _next_end,
        _staff,
        lambda one: one.show_away(3),
    ],
    ids=["starting", "uncovered", "staff called", "next end", "staff panel", "away"],
)
@pytest.mark.slow
def test_everything_after_it_has_the_usual_colours(curtain: Curtain, then: object) -> None:
    before = {id(text): text.palette().windowText().color().name() for text in curtain.findChildren(Text)}
    curtain.show_end(_page(Colours.WHITE_ON_BLACK), PLACE, 142, WIPED_AT)
    assert style.colours() == Colours.WHITE_ON_BLACK
    assert callable(then)
    then(curtain)
    QApplication.processEvents()
    assert style.colours() == Colours.NORMAL
    now = {id(text): text.palette().windowText().color().name() for text in curtain.findChildren(Text)}
    assert {key: colour for key, colour in now.items() if before.get(key, colour) != colour} == {}
    assert _ground(curtain) != "#000000"


@pytest.mark.slow
def test_the_words_are_readable_again_after_staff_have_closed_their_panel(curtain: Curtain) -> None:
    """They have the usual colours then; those of an end before it are gone."""
    for colours in (Colours.NORMAL, Colours.WHITE_ON_BLACK):
        curtain.show_end(_page(colours), PLACE, 142, WIPED_AT)
        QApplication.processEvents()  # as the supervisor does until the page was painted
    _staff(curtain)
    curtain.leave_staff()
    QApplication.processEvents()
    assert _unreadable(curtain) == []


def test_the_closed_words_are_the_variants_of_the_style() -> None:
    assert {str(colours) for colours in Colours} == {"normal", *style.COLOURS}
