"""The twelve languages: the closed lists agree, and every text is translated and has glyphs and furigana."""

import json
import tomllib
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtGui import QRawFont
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

import resources
from kiosk.audit_events import audit_events
from kiosk.config.settings import Config
from kiosk.failures import failures
from kiosk.languages import codes
from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.notices import Stay
from kiosk.lifecycle.states import Phase
from kiosk.training.portal.pages import texts
from kiosk.vocabulary import WIPE_STEPS, EndReason
from tests.screens.finding import bare_kanji, find_button
from ui.ends.words import NOWHERE
from ui.terminal.curtain import Curtain
from ui.text import fonts, languages
from ui.widgets import furigana
from ui.widgets.controls import Button
from ui.window.window import SessionWindow

LANGUAGES = codes()
TRANSLATED = tuple(code for code in LANGUAGES if code != "ja")
PROCEDURES = sorted(resources.path("procedures", "training").glob("*.toml"))
#: Spaces, line feeds and joining characters have no glyph of their own.
GLYPHLESS = set("\n \u3000\u200b\u200c\u200d")


def _tables(node: Any) -> Iterator[dict[str, str]]:
    """Every table of languages in a procedure."""
    if isinstance(node, dict):
        if "ja" in node:
            yield node
        else:
            for value in node.values():
                yield from _tables(value)
    elif isinstance(node, list):
        for value in node:
            yield from _tables(value)


def _procedure_tables() -> list[dict[str, str]]:
    return [table for file in PROCEDURES for table in _tables(tomllib.loads(file.read_text(encoding="utf-8")))]


def _all_texts(code: str) -> set[str]:
    """All texts in this language: translations, failures, procedures, the language's own name."""
    found = {table[code] for table in _procedure_tables()} | {languages.own_names()[code]}
    for item in failures().values():
        found |= {item.in_language(code).citizen, item.in_language(code).next_step}
        found.add(item.in_language(code, slot=True).next_step)
    if code != "ja":
        root = ET.parse(resources.path("texts", f"kiosk_{code}.ts")).getroot()
        found |= {form.text or "" for form in root.iter() if form.tag in ("translation", "numerusform")}
    return found


def _on_pages(code: str) -> set[str]:
    """The letters of the training portal's pages, which have the fonts of scripts that a system may lack."""
    return set(json.dumps(texts(code), ensure_ascii=False))


def test_the_closed_lists_agree() -> None:
    assert audit_events()["language"].fields["language"] == "list:language"
    assert Config().languages == LANGUAGES == languages.available()


@pytest.mark.parametrize("file", PROCEDURES, ids=lambda file: file.stem)
def test_procedures_are_translated_into_every_language(file: Path) -> None:
    missing = [
        (table["ja"], code)
        for table in _tables(tomllib.loads(file.read_text(encoding="utf-8")))
        for code in LANGUAGES
        if not table.get(code)
    ]
    assert not missing


@pytest.mark.parametrize("code", [code for code in TRANSLATED if code != "en"])
def test_failures_are_translated_into_every_language(code: str) -> None:
    texts = tomllib.loads(resources.path("texts", f"failures_{code}.toml").read_text(encoding="utf-8"))
    assert texts.keys() == failures().keys()
    assert not [name for name, item in texts.items() if set(item) != {"citizen", "next_step"} or not all(item.values())]


def test_what_a_slot_asks_for_is_said_in_every_language() -> None:
    told = tomllib.loads(resources.path("texts", "slot.toml").read_text(encoding="utf-8"))
    assert told.keys() <= failures().keys()
    assert not [(name, code) for name, words in told.items() for code in LANGUAGES if not words.get(code)]
    placed = [item for item in failures().values() if "置" in item.next_step]
    assert {item.name for item in placed} == set(told), "each failure that asks for a card has its words for a slot"
    assert not [item.name for item in placed if "置" in item.in_language("ja", slot=True).next_step]


@pytest.mark.parametrize("code", LANGUAGES)
def test_every_letter_has_a_glyph(qapp: QApplication, code: str) -> None:
    del qapp
    files = [resources.path("fonts", name) for name in fonts.files(code)]
    for weight in ("Regular", "Bold"):
        raw = [QRawFont(str(file), 20.0) for file in files if weight in file.name]
        letters = {letter for text in _all_texts(code) for letter in furigana.plain(text)} | _on_pages(code)
        letters -= GLYPHLESS
        missing = sorted(letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in raw))
        assert not missing, f"{code} {weight}: run packaging/fonts.py"


@pytest.mark.parametrize("code", LANGUAGES)
def test_own_names_have_glyphs_before_the_language_is_loaded(qapp: QApplication, code: str) -> None:
    del qapp
    names = (*fonts.NAME_FILES.get(code, ()), fonts.FILES[0])
    raw = [QRawFont(str(resources.path("fonts", name)), 20.0) for name in names]
    letters = set(languages.own_names()[code]) - GLYPHLESS
    assert not [letter for letter in letters if not any(font.supportsCharacter(ord(letter)) for font in raw)]


def test_every_kanji_of_easy_japanese_has_furigana() -> None:
    own_name = languages.own_names()["ja-easy"]
    assert not [text for text in _all_texts("ja-easy") - {own_name} if bare_kanji(text)]


def test_no_other_language_has_markup() -> None:
    others = (code for code in LANGUAGES if code != "ja-easy")
    assert not [text for code in others for text in _all_texts(code) if "|" in text or "{" in text]


def test_the_first_screen_offers_all_and_the_menu_too(window: SessionWindow) -> None:
    window.on_language_pressed()
    for prefix in ("language_", "menu_language_"):
        shown = [window.findChild(Button, f"{prefix}{code}") for code in LANGUAGES]
        assert [button.text() for button in shown if button] == list(languages.own_names().values())
        assert all(button is not None and button.isVisible() and button.height() >= 48 for button in shown)


def test_only_configured_languages_are_offered(qtbot: QtBot) -> None:
    languages.offer(("ja", "vi"))
    try:
        assert languages.available() == ("ja", "vi")
        made = SessionWindow()
        qtbot.addWidget(made)
        assert made.findChild(Button, "language_vi") is not None
        assert made.findChild(Button, "language_en") is None
    finally:
        languages.offer(())


def test_accessible_names_have_no_markup(window: SessionWindow, qapp: QApplication) -> None:
    languages.install(qapp, "ja-easy")
    window.set_step(1, 7, "{準備|じゅんび}")
    window.show_screen("place_card")
    texts = [widget.accessibleName() for widget in window.findChildren(QWidget)]
    texts += [label.text() for label in window.findChildren(QLabel)]
    assert any("準備" in text for text in texts)
    assert not [text for text in texts if "{" in text or "|" in text]


def test_the_curtain_speaks_the_language_of_the_session(qtbot: QtBot) -> None:
    curtain = Curtain()
    qtbot.addWidget(curtain)

    def words() -> str:
        return "\n".join(label.text() for label in curtain.findChildren(QLabel))

    curtain.speak("vi")
    curtain.show_wiping(WIPE_STEPS)
    assert "お客さまの情報を\n消しています" in words()
    assert "Đang xóa thông tin của bạn" in words()
    curtain.show_end(ShowCurtain(Phase.TAKE_CARD, card=True), NOWHERE, 1, "")
    assert "Xin hãy lấy thẻ của bạn" in words()
    curtain.speak("")
    curtain.show_end(ShowCurtain(Phase.TAKE_CARD, card=True), NOWHERE, 1, "")
    assert "Please take your card." in words()
    assert "thẻ" not in words()


def test_the_buttons_of_an_end_have_the_font_of_the_language_that_the_person_chose(qtbot: QtBot) -> None:
    """The curtain's own language is Japanese; its font has no Burmese letter."""
    curtain = Curtain()
    qtbot.addWidget(curtain)
    curtain.speak("my")
    page = ShowCurtain(Phase.TAKE_CARD, card=True, reason=EndReason.GIVE_UP, stay=Stay.READ, left=60, may_look=True)
    curtain.show_end(page, NOWHERE, 1, "")
    for name in ("look_longer", "notice_read"):
        assert tuple(find_button(curtain, name).font().families()) == fonts.families("my")
    assert tuple(find_button(curtain, "notice_seen").font().families()) == fonts.families("ja")


def test_chinese_has_no_space_where_two_lines_become_one(qtbot: QtBot) -> None:
    curtain = Curtain()
    qtbot.addWidget(curtain)
    curtain.speak("zh-Hans")
    curtain.show_end(ShowCurtain(Phase.TAKE_CARD, card=True), NOWHERE, 1, "")
    told = languages.sentence("zh-Hans", "curtain", "カードを\nお取りください")
    assert "\n" in told
    assert told.replace("\n", "") in [label.text() for label in curtain.findChildren(QLabel)]
