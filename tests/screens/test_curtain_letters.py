"""The words after an end are in the letters that the person chose; all else, and the next person, has the usual."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.lifecycle.effects import ShowCurtain
from kiosk.vocabulary import Colours, EndReason, Letters, ResultKind
from tests.gallery.matrix import Size, written
from tests.gallery.terminal_shots import PLACE, ended
from tests.gallery.windows import WIPED_AT, Windows
from tests.screens.finding import find_button
from tests.screens.ink import cut_letters
from ui import style
from ui.terminal.curtain import Curtain
from ui.widgets.controls import Text


@pytest.fixture(autouse=True)
def _usual_letters(qapp: QApplication) -> Iterator[None]:
    yield
    style.install(qapp)


def _page(letters: Letters, colours: Colours = Colours.NORMAL) -> ShowCurtain:
    page = ended(EndReason.FINISHED, result=ResultKind.DONE)
    return replace(page, told=replace(page.told, letters=letters, colours=colours))


def _curtain(qtbot: QtBot, size: Size, language: str = "ja") -> Curtain:
    made = Windows(size).curtain
    qtbot.addWidget(made)
    made.show_starting()
    made.speak(language)
    return made


def _show(curtain: Curtain, page: ShowCurtain) -> None:
    curtain.show_end(page, PLACE, 142, WIPED_AT)
    QApplication.processEvents()


def _letters(curtain: Curtain) -> dict[str, int]:
    """The size of each text that is shown, in pixels."""
    return {text.text(): text.font().pixelSize() for text in curtain.findChildren(Text) if text.isVisible()}


@pytest.mark.parametrize(("letters", "factor"), [(Letters.LARGE, 1.4), (Letters.LARGEST, 2.0)])
def test_the_words_are_as_large_as_the_person_chose(qtbot: QtBot, letters: Letters, factor: float) -> None:
    curtain = _curtain(qtbot, (1280, 800))
    _show(curtain, _page(Letters.NORMAL))
    usual = _letters(curtain)["お忘れ物はございませんか"]
    _show(curtain, _page(letters))
    assert _letters(curtain)["お忘れ物はございませんか"] == pytest.approx(usual * factor, abs=1)
    assert find_button(curtain, "notice_read").isVisible()


def test_colours_and_letters_are_taken_together(qtbot: QtBot) -> None:
    curtain = _curtain(qtbot, (1280, 800))
    _show(curtain, _page(Letters.LARGEST, Colours.WHITE_ON_BLACK))
    assert (style.colours(), style.letters_chosen()) == (Colours.WHITE_ON_BLACK, Letters.LARGEST)
    assert curtain.grab().toImage().pixelColor(1270, 400).name() == "#000000"


def test_everything_after_it_has_the_usual_letters(qtbot: QtBot) -> None:
    curtain = _curtain(qtbot, (1280, 800))
    before = _letters(curtain)
    _show(curtain, _page(Letters.LARGEST))
    curtain.speak("")
    curtain.show_starting()
    QApplication.processEvents()
    assert _letters(curtain) == before
    _show(curtain, _page(Letters.NORMAL))
    assert max(_letters(curtain).values()) == style.load_tokens().type.hero


def test_the_buttons_of_the_new_page_are_heard(qtbot: QtBot) -> None:
    curtain = _curtain(qtbot, (1280, 800))
    _show(curtain, _page(Letters.LARGEST))
    with qtbot.waitSignals([curtain.longer_wanted, curtain.notice_read]):
        find_button(curtain, "look_longer").click()
        find_button(curtain, "notice_read").click()


@pytest.mark.slow
@pytest.mark.parametrize("size", [(1280, 800), (1080, 1920)], ids=written)
@pytest.mark.parametrize("language", ["ja", "ja-easy", "my", "pt-BR"])
def test_no_letter_of_it_is_cut(qapp: QApplication, qtbot: QtBot, size: Size, language: str) -> None:
    style.install(qapp, size=size)
    curtain = _curtain(qtbot, size, language)
    _show(curtain, _page(Letters.LARGEST))
    QApplication.processEvents()
    assert cut_letters(curtain) == []
