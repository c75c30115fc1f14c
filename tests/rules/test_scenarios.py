"""The scenario catalogue is whole and true: every row is there, every test exists, every gap is written down."""

import ast
import re
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from kiosk.training.drill.drill import SCENARIOS
from tests.documents import scenarios
from tests.documents.scenarios import Catalogue, Gap, Row, Shown
from tests.rules.sources import ROOT

CATALOGUE = scenarios.load()
DRILL_TEST = "tests/e2e/test_drill.py::test_scenario[{}]"
TEST = re.compile(r"(?P<file>tests/[\w/]+\.py)(?P<names>(::\w+)+)(\[.+\])?")
NAMED = [(row.id, test) for row in CATALOGUE.rows for test in row.tests]


def names_in(tree: ast.AST) -> set[str]:
    """Functions of a file, and of its classes as ``Class::function``."""
    found: set[str] = set()
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.FunctionDef):
            found.add(node.name)
        elif isinstance(node, ast.ClassDef):
            found |= {f"{node.name}::{name}" for name in names_in(node)}
    return found


def exists(test: str) -> bool:
    """This pytest node is in its file; the part in brackets is the parameters'."""
    found = TEST.fullmatch(test)
    if not found or not (ROOT / found["file"]).is_file():
        return False
    return found["names"].removeprefix("::") in names_in_file(found["file"])


@cache
def names_in_file(file: str) -> set[str]:
    """Functions of this file of the project."""
    return names_in(ast.parse((ROOT / file).read_text(encoding="utf-8")))


def hidden_gaps(catalogue: Catalogue) -> set[str]:
    """Rows of priority 1 and 2 that no real process shows and that nobody has written down as a gap."""
    return {row.id for row in catalogue.rows if row.is_gap} - set(catalogue.gaps)


def unnamed_policies(catalogue: Catalogue, operations: str) -> set[str]:
    """Policies that the operations page does not name."""
    policies = {row.id for row in catalogue.rows if row.shown is Shown.POLICY}
    return {name for name in policies if not re.search(rf"\b{name}\b", operations)}


def test_every_row_is_there() -> None:
    assert [row.id for row in CATALOGUE.rows] == scenarios.expected_ids()


@pytest.mark.parametrize(("row", "test"), NAMED, ids=[f"{row} {test}" for row, test in NAMED])
def test_every_named_test_exists(row: str, test: str) -> None:
    assert exists(test), f"{row}: {test}"


@pytest.mark.parametrize(
    "test", ["tests/e2e/test_none.py::test_x", "tests/e2e/test_ends.py::test_none", "tests/e2e/test_ends.py", "test_x"]
)
def test_a_test_that_does_not_exist_is_found(test: str) -> None:
    assert not exists(test)


def test_there_is_no_gap_but_those_written_down() -> None:
    assert not hidden_gaps(CATALOGUE)


@pytest.mark.parametrize(
    "row",
    [
        Row("A1", 1, "x", "y", Shown.NOT_DONE, reason="later"),
        Row("A1", 2, "x", "y", Shown.TEST, ("tests/unit/system/test_clock.py::test_it_never_goes_back",)),
    ],
)
def test_a_gap_is_found(row: Row) -> None:
    assert hidden_gaps(Catalogue((row,), {})) == {"A1"}
    assert not hidden_gaps(Catalogue((replace(row, priority=3),), {}))
    assert not hidden_gaps(Catalogue((row,), {"A1": next(iter(CATALOGUE.gaps.values()))}))


def test_every_gap_is_of_a_row_and_dated() -> None:
    known = {row.id: row for row in CATALOGUE.rows}
    for name, gap in CATALOGUE.gaps.items():
        assert isinstance(gap, Gap)
        assert known[name].priority < 3, "priority 3 rows say it in their reason"


def test_every_policy_is_named_in_the_operations_page() -> None:
    assert not unnamed_policies(CATALOGUE, (ROOT / "docs/operations.md").read_text(encoding="utf-8"))
    assert unnamed_policies(CATALOGUE, "C30 and XC3") >= {"C3"}


def test_every_file_behind_a_decision_exists() -> None:
    assert all((ROOT / row.code).is_file() for row in CATALOGUE.rows if row.code)


def test_the_catalogue_and_the_drill_agree() -> None:
    drilled = {name for scenario in SCENARIOS for name in scenario.ids}
    assert {row.id for row in CATALOGUE.rows if row.drill} == drilled
    for row in CATALOGUE.rows:
        assert row.drill == (DRILL_TEST.format(row.id) in row.tests), row.id


def test_the_document_is_up_to_date() -> None:
    file = ROOT / Path("docs/scenarios.md")
    assert file.read_text(encoding="utf-8") == scenarios.document(CATALOGUE), "run: python3 run.py docs"
