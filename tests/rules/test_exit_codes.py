"""Exit codes have one home, and the paper for IT says the same."""

import ast
import re
from collections.abc import Iterator

import pytest

from kiosk.exit_codes import ExitCode
from tests.rules.sources import ROOT, Source, called, product

#: A row of the table: number and sentence.
ROW = re.compile(r"^\| (\d+) \| (.+) \|$", re.MULTILINE)
EXITS = ("sys.exit", "os._exit", "typer.Exit", "SystemExit")


def numbers(source: Source) -> Iterator[int]:
    """Lines that end a process with a bare number: ``os._exit(70)``, or ``return 3`` in a ``main`` or ``run…``."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called(node) in EXITS:
            yield from (word.lineno for word in node.args if isinstance(word, ast.Constant))
        if isinstance(node, ast.FunctionDef) and node.name.lstrip("_").startswith(("main", "run")):
            for inner in ast.walk(node):
                if isinstance(inner, ast.Return) and isinstance(inner.value, ast.Constant | ast.IfExp):
                    yield from (inner.lineno for word in ast.walk(inner.value) if type(_value(word)) is int)


def _value(node: ast.AST) -> object:
    return node.value if isinstance(node, ast.Constant) else None


def test_no_program_ends_with_a_bare_number() -> None:
    wrong = [f"{source.path}:{line}" for source in product() for line in numbers(source)]
    assert not wrong, f"use ExitCode: {', '.join(wrong)}"


@pytest.mark.parametrize(
    "text",
    [
        "os._exit(70)",
        "sys.exit(1)",
        "raise typer.Exit(2)",
        "def main():\n    return 3",
        "def run():\n    return 0 if x else 1",
    ],
)
def test_a_bare_number_is_found(text: str) -> None:
    assert list(numbers(Source("kiosk/x.py", text)))


def test_the_paper_for_it_has_the_same_table() -> None:
    text = (ROOT / "docs/operations.md").read_text("utf-8")
    rows = {int(number): sentence for number, sentence in ROW.findall(text)}
    assert rows.keys() == {int(code) for code in ExitCode}
    for code in ExitCode:
        assert rows[code] in (code.english, code.japanese), code.name
