"""Letters of the city's texts: which have no glyph of their own, and what the bundled font has."""

from dataclasses import replace

import pytest

import resources
from kiosk.config.desk import load_desk
from kiosk.config.settings import Config
from kiosk.desk import Desk
from kiosk.doctor.letters import character_tables, letters, unshown
from kiosk.doctor.rows import Result
from kiosk.doctor.settings import Settings
from kiosk.languages import JAPANESE_FONT
from kiosk.procedures.load import load_procedure

EXAMPLE = load_procedure(resources.path("procedures", "example.toml"))


def jis_x_0213() -> set[int]:
    """All letters of the standard, by Python's own table of it."""
    pairs = (bytes((first, second)) for first in range(0x81, 0xFD) for second in range(0x40, 0xFD))
    return {ord(letter) for pair in pairs for letter in pair.decode("shift_jis_2004", "ignore")}


def test_what_the_program_brings_is_shown() -> None:
    assert unshown(Config(), (EXAMPLE,), load_desk(None)) == []


@pytest.mark.parametrize("name", ["葛城市", "髙﨑市", "𠮷野町", "德島", "驒", "叱𠮟", "①Ⅳ㈱", "渡邉・渡邊・濵田"])
def test_letters_of_names_are_in_the_font(name: str) -> None:
    assert unshown(Config(city=name), (), Desk()) == []


@pytest.mark.parametrize("file", JAPANESE_FONT)
def test_the_font_has_the_kanji_and_kana_of_jis_x_0213(file: str) -> None:
    ranges = (found for table in character_tables(resources.path("fonts", file).read_bytes()) for found in table)
    known = {code for first, last in ranges for code in range(first, last + 1)}
    kanji = {code for code in jis_x_0213() if code >= 0x3040}
    assert len(kanji) > 10_000
    assert kanji - known == set()


@pytest.mark.parametrize(
    ("city", "told"),
    [
        ("葛\U000e0100城市", ["city U+845B U+E0100"]),
        ("辻\U000e0101", ["city U+8FBB U+E0101"]),
        ("\ue000市", ["city U+E000"]),
        ("한국", ["city U+D55C", "city U+AD6D"]),
        ("\U00030000", ["city U+30000"]),
    ],
    ids=["variation", "another variation", "gaiji", "another script", "a new letter"],
)
def test_a_letter_without_a_glyph_of_its_own_is_told_with_its_place(city: str, told: list[str]) -> None:
    assert unshown(Config(city=city), (), Desk()) == told


def test_each_language_is_looked_up_in_its_own_fonts() -> None:
    """A procedure of the city in a language whose font was cut for our texts."""
    made = replace(EXAMPLE, title={"ja": "申込み", "ko": "신청 뷁"}, bring=({"ja": "紙\U000e0100"},))
    assert unshown(Config(), (made,), Desk()) == ["example.title U+BDC1", "example.bring U+7D19 U+E0100"]


def test_the_row_tells_and_fails_nothing() -> None:
    row = letters(Settings(Config(city="葛\U000e0100城市"), (EXAMPLE,), desk=Desk()))
    assert (row.result, row.found) == (Result.WARN, "city U+845B U+E0100")
    assert letters(Settings(Config(city="葛城市"), (EXAMPLE,), desk=Desk())).result is Result.OK
    assert letters(Settings(config_error="wrong")).result is Result.NOT_APPLICABLE
