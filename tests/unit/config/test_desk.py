"""``desk.toml``: what the city writes replaces what the program brings; what is wrong is refused with its place."""

from datetime import date
from pathlib import Path

import pytest

from kiosk.config.desk import DeskError, desk_file, load_desk
from kiosk.desk import public_from_json

CITY = """
[counters.residents]
name = "市民課"
floor = "1階"
place = "3番"
hours = "8:30〜17:15"

[helpline]
checked = 2026-11-02

[staff_line]
number = "内線 1234"
name = "市民課 支援係"

[guidance.P02]
form = "第12号"
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "desk.toml"
    made.write_text(CITY, encoding="utf-8")
    return made


def test_the_citys_words_replace_those_of_the_program_and_the_others_stay(file: Path) -> None:
    desk = load_desk(file)
    assert desk.counter_for("P02").where() == "1階 3番 市民課"
    assert desk.counter_for("P02").where("vi") == "1階 3番 市民課 (Citizens' desk)"
    assert (desk.guidance["P02"].form, desk.guidance["P02"].say[:8]) == ("第12号", "暗証番号を3回ま")
    assert (desk.helpline.number, desk.helpline.checked) == ("0120-95-0178", date(2026, 11, 2))
    assert desk.menu["points"] == 5


def test_without_a_file_of_the_city_the_program_knows_where_to_send_people(tmp_path: Path) -> None:
    assert desk_file(tmp_path / "kiosk.toml") is None
    assert desk_file(None) is None
    desk = load_desk(None)
    assert desk.counter_for("P02").where() == desk.counter_for("").where() == "市民課の窓口"
    assert desk.helpline.checked is None, "nobody of this city has checked it yet"


def test_citizens_never_read_the_desks_own_line(file: Path) -> None:
    public = load_desk(file).public()
    assert "1234" not in str(public.to_json())
    assert (public.number, public.menu["account"]) == ("0120-95-0178", 6)
    assert public_from_json(public.to_json()) == public


@pytest.mark.parametrize(
    ("wrong", "key"),
    [
        ('phone = "1"', "phone"),
        ('[guidance.P02]\nsay = ""', "guidance.P02.say"),
        ('[guidance.Z99]\nsay = "x"', "guidance"),
        ('[guidance.P02]\ncounter = "tax"', "guidance.P02.counter"),
        ('usual = "tax"', "usual"),
        ('[counters.tax]\nfloor = "1階"', "counters.tax.name"),
        ('[helpline]\nchecked = "yesterday"', "helpline.checked"),
        ("[helpline.menu]\npoints = 100", "helpline.menu.points"),
        ('[staff_line]\nnumber = "a\\nb"', "staff_line.number"),
        ("[", ""),
    ],
)
def test_what_is_wrong_is_refused_with_its_place(tmp_path: Path, wrong: str, key: str) -> None:
    file = tmp_path / "desk.toml"
    file.write_text(wrong, encoding="utf-8")
    with pytest.raises(DeskError) as refused:
        load_desk(file)
    assert (refused.value.key, refused.value.file) == (key, str(file))
