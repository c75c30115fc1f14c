"""A switch of language or variant updates the visible screen; other screens follow when they are shown."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.screens.finding import find_button
from ui.screens.choose import ChooseScreen
from ui.text import languages
from ui.widgets import lines, words
from ui.widgets.controls import Button, Text
from ui.window.window import SessionWindow


def _words(window: SessionWindow, name: str) -> list[str]:
    return [text.text() for text in window.screens[name].findChildren(Text) if text.text()]


def test_a_screen_that_nobody_sees_learns_of_another_language_when_it_is_shown(
    window: SessionWindow, qapp: QApplication
) -> None:
    japanese = _words(window, "choose")
    languages.install(qapp, "en")
    QCoreApplication.sendPostedEvents()
    assert _words(window, "choose") == japanese
    assert "どの手続きをしますか？" not in _words(window, "attract")
    window.show_screen("choose")
    assert _words(window, "choose") == _words_of_a_new_one()
    assert _words(window, "choose") != japanese


def _words_of_a_new_one() -> list[str]:
    made = ChooseScreen()
    return [text.text() for text in made.findChildren(Text) if text.text()]


def test_a_hidden_screen_returns_to_an_earlier_language(window: SessionWindow, qapp: QApplication) -> None:
    japanese = _words(window, "choose")
    for language in ("my", "ja"):
        languages.install(qapp, language)
        QCoreApplication.sendPostedEvents()
    window.show_screen("choose")
    assert _words(window, "choose") == japanese


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Callable[[], int]:
    """Returns how often a text has been broken into lines."""
    calls: list[str] = []

    def counting(marked: str, *rest: Any) -> Any:
        calls.append(marked)
        return lines.wrap(marked, *rest)

    monkeypatch.setattr(words, "wrap", counting)
    return lambda: len(calls)


def test_the_same_words_in_the_same_width_are_laid_out_once(qtbot: QtBot, counted: Callable[[], int]) -> None:
    text = Text("body")
    qtbot.addWidget(text)
    text.setText("画面の案内にそって、いっしょに進めます。")
    before = counted()
    heights = {text.heightForWidth(200) for _ in range(5)}
    assert counted() == before + 1
    text.setText("始める")
    assert text.heightForWidth(200) < min(heights)
    text.set_role("hero")
    assert len(text.lines(2000)) == 1


@pytest.mark.parametrize("language", ["vi", "my", "en"])
def test_a_button_is_measured_with_the_letters_that_are_painted(
    window: SessionWindow, qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    """There and back again: a width that was measured with thin letters cuts the last of the bold ones."""
    measured = _measured(window)
    for code in (language, "ja"):
        languages.install(qapp, code)
        qapp.processEvents()
        assert {button.font().weight() for button in window.findChildren(Button, "language")} == {QFont.Weight.Bold}
    qtbot.waitUntil(lambda: _measured(window) == measured)


def _measured(window: SessionWindow) -> dict[str, tuple[int, int]]:
    names = ("look", "language", "call_staff")
    return {name: (find_button(window, name).width(), find_button(window, name).sizeHint().width()) for name in names}
