"""Furigana: markup, widths, heights and line breaks."""

import pytest
from PySide6.QtWidgets import QApplication

from tests.screens.finding import bare_kanji
from ui import style
from ui.text import languages
from ui.widgets import furigana, lines
from ui.widgets.controls import Button, Text
from ui.widgets.furigana import Run

MARKED = "{手続|てつづ}きを {終|お}わりますか？"


def test_parsing() -> None:
    assert furigana.parse(MARKED) == (Run("手続", "てつづ"), Run("きを "), Run("終", "お"), Run("わりますか？"))
    assert furigana.plain(MARKED) == "手続きを 終わりますか？"
    assert bare_kanji("{手続|てつづ}き 終わる") == "終"
    assert furigana.parse("") == ()
    assert furigana.parse("a {b} c|d") == (Run("a {b} c|d"),)


def test_a_long_reading_makes_room(qapp: QApplication) -> None:
    font = style.tokens().font("body")
    wide = furigana.run_width(Run("志", "こころざし"), font)
    assert wide > furigana.text_width("志", font)
    assert wide == furigana.text_width("こころざし", furigana.small_font(font))


def test_lines_break_at_spaces_and_never_inside_a_reading(qapp: QApplication) -> None:
    font = style.tokens().font("body")
    for width in range(30, 400, 10):
        rows = lines.wrap(MARKED, font, width, "ja-easy")
        assert [run for row in rows for run in row if run.reading] == [Run("手続", "てつづ"), Run("終", "お")]
        assert all(furigana.line_width(row, font) <= max(width, 52) for row in rows)
    assert ["".join(run.text for run in row) for row in lines.wrap(MARKED, font, 175, "ja-easy")] == [
        "手続きを",
        "終わりますか？",
    ]


@pytest.mark.parametrize(
    ("language", "text", "first"),
    [
        ("ko", "카드를 움직이지 말고 기다려 주세요.", "카드를 움직이지"),
        ("zh-Hans", "请不要移动卡，稍等片刻再试一次。", "请不要移动卡，"),
        ("my", "ကတ်ကို မရွှေ့ဘဲ စောင့်ပါ။ ဝန်ထမ်းကို ခေါ်ပါ။", "ကတ်ကို မရွှေ့ဘဲ"),
    ],
)
def test_each_script_breaks_in_its_own_way(qapp: QApplication, language: str, text: str, first: str) -> None:
    font = style.tokens().font("body", language)
    width = furigana.text_width(first, font) + 5
    rows = ["".join(run.text for run in row) for row in lines.wrap(text, font, width, language)]
    assert rows[0] == first
    assert "".join(rows).replace(" ", "") == text.replace(" ", "")
    assert not any(row[0] in "，。、！？" for row in rows)


@pytest.mark.parametrize(
    ("language", "text", "rows"),
    [
        ("en", "If you do nothing, all\nis erased at once.", ["If you do nothing,", "all is erased at", "once."]),
        (
            "en",
            "All is erased.\nIt begins at the first screen.",
            ["All is erased.", "It begins at the", "first screen."],
        ),
        ("ja", "このままだと、入力した\n内容は消えます。", ["このままだと、", "入力した内容は", "消えます。"]),
        ("ja", "つながっているリーダー\n・SONY\n・ACR", ["つながっている", "リーダー", "・SONY", "・ACR"]),
    ],
)
def test_a_line_feed_inside_a_sentence_counts_only_where_the_line_has_room(
    qapp: QApplication, language: str, text: str, rows: list[str]
) -> None:
    font = style.tokens().font("body", language)

    def wrapped(width: float) -> list[str]:
        found = lines.wrap(text, font, width, language, flowing=True)
        return ["".join(run.text for run in row) for row in found]

    assert wrapped(max(furigana.text_width(row, font) for row in rows) + 5) == rows
    assert wrapped(2000) == text.split("\n")


def test_a_text_with_readings_is_higher(qapp: QApplication) -> None:
    languages.install(qapp, "ja-easy")
    text = Text("title")
    text.setText("手続き")
    plain = text.heightForWidth(500)
    text.setText("{手続|てつづ}き")
    assert text.heightForWidth(500) > plain
    assert text.text() == "手続き"
    assert text.line_height() >= furigana.least_line(text.font())


def test_a_button_says_its_plain_name_and_paints_the_reading(qapp: QApplication) -> None:
    button, plain = Button("end"), Button("end")
    button.say("{終|お}わる")
    plain.say("終わる")
    assert button.text() == button.accessibleName() == "終わる"
    assert not button.face().is_plain()
    assert plain.face().is_plain()
    for one in (button, plain):
        one.resize(200, 72)
    assert button.grab().toImage() != plain.grab().toImage()


def test_a_long_button_takes_two_lines(qapp: QApplication) -> None:
    languages.install(qapp, "en")
    button = Button("decline", "main")
    button.say("Stop here and talk to a member of staff about it")
    least = button.minimumSizeHint().width()
    assert least < button.sizeHint().width()
    button.resize(least, button.minimumHeight())
    assert button.face().fits()
    button.resize(least // 2, button.minimumHeight())
    assert not button.face().fits()
