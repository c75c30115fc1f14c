"""Exit codes have one home: no program ends with a bare number."""

import ast
from collections.abc import Iterator

import pytest

from tests.rules.sources import Source, called, product

EXITS = ("sys.exit", "os._exit", "typer.Exit", "SystemExit")


def numbers(source: Source) -> Iterator[int]:
    """Lines that end a process with a bare number: ``os._exit(70)``, or ``return 3`` in a ``main`` or ``run…``."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called(source, node) in EXITS:
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
