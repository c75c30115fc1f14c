"""The strip in the footer leads people who cannot read the portal's page, and cannot be pressed itself."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QLabel

import resources
from kiosk.procedures.load import TRAINING_ORIGIN, load_procedure
from kiosk.vocabulary import ResultKind
from tests.screens.finding import find_button, part, place_of
from tests.screens.test_display import content
from ui import style
from ui.flow.events import Overlay, Stage
from ui.flow.state import Flow
from ui.session import display
from ui.text import languages
from ui.widgets.pictures import Picture
from ui.window.guide_strip import GuideStrip, Words
from ui.window.window import SessionWindow

SERVICE = "https://portal.example.jp/apply/service/1"
CONFIRM = "https://portal.example.jp/apply/confirm"
NO_STEP = "https://portal.example.jp/apply/refused/1"
IN: dict[str, Any] = {"stage": Stage.BROWSE, "logged_in": True, "logins": 1, "tries": 3}
FILES = sorted(resources.path("procedures").rglob("*.toml"))


def led(window: SessionWindow, url: str = "", **flow: Any) -> list[str]:
    """The visible texts of the strip; empty without a strip."""
    languages.install(QApplication.instance(), flow.get("language", "ja"))  # type: ignore[arg-type]
    display.show(window, content(url, **flow))
    QApplication.processEvents()
    strip = part(window, GuideStrip)
    return [text.text() for text in strip.findChildren(QLabel) if text.isVisible()]


def test_a_japanese_reader_is_told_once(window: SessionWindow) -> None:
    assert led(window, CONFIRM, **IN) == ["内容を確かめて、「申し込む」を押してください。"]


def test_others_are_told_in_their_language_and_staff_in_japanese(window: SessionWindow) -> None:
    told, staff = led(window, CONFIRM, language="en", **IN)
    assert told == "Check everything, then press 申し込む (Apply)."
    assert staff == "職員の方へ：内容を確かめて「申し込む」を押すところです。"
    assert led(window, CONFIRM, language="ko", **IN)[0].startswith("내용을")


def test_the_arrow_is_there_only_where_there_is_something_to_press(window: SessionWindow) -> None:
    led(window, CONFIRM, **IN)
    arrow = part(window, GuideStrip).findChild(Picture)
    assert arrow is not None
    assert arrow.isVisible()
    middle = place_of(arrow).center().x()
    assert 896 <= middle <= 1216, "under the page's main button"
    led(window, SERVICE, **IN)
    assert not arrow.isVisible()


@pytest.mark.parametrize("url", [CONFIRM, SERVICE])
def test_its_letters_are_of_one_size_for_everybody(window: SessionWindow, url: str) -> None:
    """With and without an arrow; the kiosk's own hint, on screens of its own, is smaller."""
    sizes = {}
    for language in ("ja", "en"):
        led(window, url, language=language, **IN)
        sizes[language] = part(window, GuideStrip).findChildren(QLabel)[0].font().pixelSize()
    assert sizes["ja"] == sizes["en"] == style.tokens().type.strong
    led(window, stage=Stage.PREPARE, language="en")
    assert part(window, GuideStrip).findChildren(QLabel)[0].font().pixelSize() < sizes["en"]


def test_before_the_login_others_are_told_that_the_pages_are_japanese(window: SessionWindow) -> None:
    assert led(window, stage=Stage.PREPARE, language="en") == [
        "The next pages are in Japanese. Here you will read what to press."
    ]
    assert led(window, stage=Stage.PREPARE) == []


def test_no_one_is_told_so_whose_language_the_pages_have(window: SessionWindow) -> None:
    """The training portal answers in the chosen language."""
    made = load_procedure(resources.path("procedures", "training", "points.toml"), TRAINING_ORIGIN)
    flow = Flow(Stage.PREPARE, procedure="points", language="en")
    assert display.guide_words(made, flow, "") == Words("", hint=True)
    assert display.guide_words(replace(made, page_languages=("ja",)), flow, "").sentence


def test_a_page_without_a_guide_sends_others_to_staff(window: SessionWindow) -> None:
    assert led(window, NO_STEP, language="en", **IN) == ["If you are not sure, press Call staff."]
    assert led(window, NO_STEP, **IN) == []


@pytest.mark.parametrize(
    "flow",
    [
        {**IN, "result": ResultKind.DONE},
        {**IN, "overlay": Overlay.STAFF_CALLED},
        {"stage": Stage.ENTER_PIN, "tries": 3},
    ],
)
def test_what_says_itself_what_comes_next_has_no_strip(window: SessionWindow, flow: dict[str, Any]) -> None:
    assert led(window, CONFIRM, language="en", **flow) == []


def test_it_stays_under_the_sheet(window: SessionWindow) -> None:
    led(window, CONFIRM, **IN)
    assert led(window, CONFIRM, overlay=Overlay.QUIT_SHEET, **IN) == ["内容を確かめて、「申し込む」を押してください。"]


def test_a_long_sentence_makes_the_footer_higher_and_moves_no_button(window: SessionWindow) -> None:
    """Nothing is cut, and 「やめる」 stays where it was."""
    led(window, CONFIRM, **IN)
    button, strip = find_button(window, "quit"), part(window, GuideStrip)
    before = place_of(button).topLeft()
    assert strip.height() == 80
    window.lead(Words("Long words that need two lines, " * 4, "職員の方へ：長い文です。", points_up=True))
    QApplication.processEvents()
    assert strip.height() > 80
    assert not [text for text in strip.findChildren(QLabel) if text.heightForWidth(text.width()) > text.height() + 1]
    assert place_of(button).topLeft() == before
    window.lead(Words("short", points_up=True))
    QApplication.processEvents()
    assert strip.height() == 80


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_step_of_the_shipped_procedures_leads(file: Any) -> None:
    made = load_procedure(file, TRAINING_ORIGIN)
    results = {item.url.rpartition("/")[0] for item in made.results}
    silent = [step.url for step in made.steps if not step.guide and step.url.rpartition("/")[0] not in results]
    assert silent == []
