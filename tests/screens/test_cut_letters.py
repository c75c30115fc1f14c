"""No letter is cut, by the pixels that are really drawn: in every language, sideways and upright, in large letters."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gallery.matrix import Size, written
from tests.gallery.rendering import NORMAL, render
from tests.screens.finding import find_button
from tests.screens.ink import AROUND, cut_letters, words_of
from ui import style
from ui.screens.prepare import PrepareScreen
from ui.text import languages
from ui.widgets.button_face import Face
from ui.widgets.call_sign import TerminalSign
from ui.widgets.controls import Text
from ui.window.window import SessionWindow

SIDEWAYS, UPRIGHT = (1280, 800), (1080, 1920)
#: Every language at the usual size; of each other way to lay out a screen those that need most room or are highest.
CASES = [
    *((SIDEWAYS, NORMAL, language) for language in languages.available()),
    *((UPRIGHT, "largest_text", language) for language in ("ja-easy", "id", "my")),
    *((UPRIGHT, NORMAL, language) for language in ("fil", "my")),
    ((1920, 1080), NORMAL, "vi"),
]
#: Screens that the largest letters fill, sideways.
FULL = ("staff-called", "result-not-done", "idle-warning", "last-try")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("size", "variant", "language"), CASES, ids=lambda part: part if isinstance(part, str) else written(part)
)
def test_no_letter_is_cut(qapp: QApplication, size: Size, variant: str, language: str) -> None:
    try:
        found = {name: cut for name, window in render(qapp, size, language, variant) if (cut := cut_letters(window))}
    finally:
        style.install(qapp)
    assert found == {}


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "ne"])
def test_no_letter_is_cut_where_the_largest_are_scrolled(qapp: QApplication, language: str) -> None:
    try:
        shown = render(qapp, SIDEWAYS, language, "largest_text", FULL)
        found = {name: cut for name, window in shown if (cut := cut_letters(window))}
    finally:
        style.install(qapp)
    assert found == {}


def _ink(widget: QWidget, around: QWidget) -> QRect:
    words = words_of(widget)
    places = [one.place(widget.mapTo(around, QPoint(0, 0))).adjusted(AROUND, AROUND, -AROUND, -AROUND) for one in words]
    return places[0].united(places[-1])


def _narrower(window: SessionWindow, widget: QWidget) -> None:
    """The widget is two pixels narrower than its letters, which it has measured wrongly: it does not break the line."""
    if isinstance(widget, Text):
        whole = widget.lines(window.width())
        widget.lines = lambda width: whole  # type: ignore[method-assign]
    widget.setFixedWidth(_ink(widget, widget).width() - 2)


def _lower(window: SessionWindow, widget: QWidget) -> None:
    """The widget is lower than its letters."""
    widget.setFixedHeight(_ink(widget, widget).height() - 4)


def _covered(window: SessionWindow, widget: QWidget) -> None:
    """Something else lies over the lower edge of the letters."""
    over, ink = QWidget(window), _ink(widget, window)
    over.setStyleSheet("background: gray")
    over.setGeometry(ink.left(), ink.bottom() - 3, ink.width(), 4)
    over.show()


@pytest.mark.slow
@pytest.mark.parametrize("plant", [_narrower, _lower, _covered])
@pytest.mark.parametrize("which", ["label", "button"])
def test_a_cut_letter_is_found(
    window: SessionWindow, qtbot: QtBot, which: str, plant: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.show_screen("choose")
    window.show_screen("prepare")
    screen = window.screen_of(PrepareScreen)
    screen.set_procedure("ポイントの申込み", ["カード"], False)
    widget = find_button(window, "ready") if which == "button" else screen.title_text()
    assert widget is not None
    qtbot.waitUntil(lambda: cut_letters(window) == [])
    monkeypatch.setattr(Face, "is_plain", lambda face: True)
    assert callable(plant)
    plant(window, widget)
    qtbot.waitUntil(lambda: cut_letters(window) != [])
    assert all(said in widget.text() for said in cut_letters(window))


def test_the_words_on_the_board_of_a_terminal_are_heard(qtbot: QtBot) -> None:
    """Words that a widget paints itself, furigana among them, are looked at as well."""
    board = TerminalSign()
    qtbot.addWidget(board)
    board.set_terminal("{機械|きかい}", "3")
    board.resize(300, 400)
    board.show()
    assert [words.text for words in words_of(board)] == ["機械", "きかい", "3"]
