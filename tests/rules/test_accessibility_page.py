"""docs/accessibility.md has every criterion of WCAG 2.2, levels A and AA, once; and the tests it names exist."""

import re
from collections.abc import Iterator

import pytest

from tests.rules.sources import ROOT
from tests.rules.test_scenarios import exists

_A_AND_AA = """
1.1.1 1.2.1 1.2.2 1.2.3 1.2.4 1.2.5 1.3.1 1.3.2 1.3.3 1.3.4 1.3.5
1.4.1 1.4.2 1.4.3 1.4.4 1.4.5 1.4.10 1.4.11 1.4.12 1.4.13
2.1.1 2.1.2 2.1.4 2.2.1 2.2.2 2.3.1 2.4.1 2.4.2 2.4.3 2.4.4 2.4.5 2.4.6 2.4.7 2.4.11 2.5.1 2.5.2 2.5.3 2.5.4 2.5.7 2.5.8
3.1.1 3.1.2 3.2.1 3.2.2 3.2.3 3.2.4 3.2.6 3.3.1 3.3.2 3.3.3 3.3.4 3.3.7 3.3.8 4.1.2 4.1.3
"""
CRITERIA = _A_AND_AA.split()
PAGE = (ROOT / "docs" / "accessibility.md").read_text(encoding="utf-8")
_ROW = re.compile(r"^\| (?P<criteria>[\d., ]+) [^|]*\|(?P<done>[^|]*)\|(?P<test>[^|]*)\|$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[^`]+)`")


def criteria(page: str) -> list[str]:
    """The numbers in the first column."""
    return [number for row in _ROW.finditer(page) for number in row["criteria"].replace(",", " ").split()]


def untrue_rows(page: str) -> Iterator[str]:
    """Rows without a test that exists and without a word why."""
    for row in _ROW.finditer(page):
        named, said = _TEST.findall(row["test"]), row["test"].strip()
        missing = [test for test in named if not exists(test)]
        if missing or not (named or said == "by hand" or said.startswith("does not arise: ")):
            yield f"{row['criteria']}: {missing or said}"
        elif named and not row["done"].strip():
            yield f"{row['criteria']}: what does the kiosk do?"


def test_every_criterion_is_there_once() -> None:
    assert sorted(criteria(PAGE)) == sorted(CRITERIA)
    assert len(CRITERIA) == 55


def test_every_row_is_true() -> None:
    assert not list(untrue_rows(PAGE))


@pytest.mark.parametrize(
    "row",
    [
        "| 1.1.1 x (A) | done | |",
        "| 1.1.1 x (A) | done | `tests/rules/test_none.py::test_x` |",
        "| 1.1.1 x (A) | done | `tests/rules/test_shape.py::test_none` |",
        "| 1.1.1 x (A) | | `tests/rules/test_shape.py::test_the_top_level_is_fixed` |",
    ],
)
def test_an_untrue_row_is_found(row: str) -> None:
    assert criteria(row) == ["1.1.1"]
    assert list(untrue_rows(row))
