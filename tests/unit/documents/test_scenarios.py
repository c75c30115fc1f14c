"""What the catalogue's loader takes and refuses, and the document made from it."""

from pathlib import Path

import pytest

from tests.documents import scenarios
from tests.documents.scenarios import ScenarioError, Shown

ROW = """
[A1]
priority = 1
happens = "somebody leaves"
follows = "wiped"
"""
TEST = 'shown = "test"\ntests = ["tests/e2e/test_x.py::test_y[a-b]"]\n'
GAP = '[gaps.A1]\nsince = 2026-11-22\nreason = "why"\nmissing = "what"\n'


def loaded(folder: Path, text: str) -> scenarios.Catalogue:
    file = folder / "scenarios.toml"
    file.write_text(text, encoding="utf-8")
    return scenarios.load(file)


def test_a_row_and_its_gap(tmp_path: Path) -> None:
    catalogue = loaded(tmp_path, ROW + TEST + GAP)
    assert [row.id for row in catalogue.rows] == ["A1"]
    assert catalogue.rows[0].shown is Shown.TEST
    assert not catalogue.rows[0].is_gap
    assert catalogue.gaps["A1"].missing == "what"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        (ROW, "A1"),
        (ROW + 'shown = "maybe"\n', "A1"),
        (ROW + 'shown = "test"\n', "tests belong"),
        (ROW + 'shown = "policy"\n', "reason"),
        (ROW + TEST + 'code = "kiosk/x.py"\n', "code belongs"),
        (ROW + TEST.replace("test", "decision", 1), "code belongs"),
        (ROW.replace("1\n", "4\n") + TEST, "priority"),
        (ROW + TEST + 'colour = "red"\n', "unknown key colour"),
        (ROW + TEST + 'id = "B1"\n', "unknown key id"),
        (ROW + TEST + GAP.replace("2026-11-22", '"soon"'), "since is a date"),
        (ROW + TEST + GAP.replace('"what"', '""'), "sentences"),
    ],
)
def test_what_is_not_understood_is_named(tmp_path: Path, text: str, named: str) -> None:
    with pytest.raises(ScenarioError, match=named):
        loaded(tmp_path, text)


def test_the_document_says_how_each_is_shown(tmp_path: Path) -> None:
    text = scenarios.document(loaded(tmp_path, ROW + TEST + "drill = true\n" + GAP))
    assert (
        "| A1 | 1 | somebody leaves | wiped | **test** · `test_x.py::test_y[a-b]` · drill · **gap, see the end** |"
        in text
    )
    assert "| A1 | 2026-11-22 | why | what |" in text
    assert "1 scenarios: 1 test. 1 are in the drill. 1 have a gap" in text


def test_without_gaps_there_is_no_section(tmp_path: Path) -> None:
    assert "## Gaps" not in scenarios.document(loaded(tmp_path, ROW + TEST))


def test_the_ids_of_the_whole_catalogue() -> None:
    ids = scenarios.expected_ids()
    assert (len(ids), ids[0], ids[-1]) == (76, "A1", "G6")
