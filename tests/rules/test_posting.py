"""A screen posts events of the flow, and the type checker knows them: a renamed one is no dead button."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from mypy import api

from tests.rules.sources import ROOT, Source, called, sources

#: What is looked up by a name that no type checker sees. In ``ui`` a name of a method or a signal is never data.
BY_NAME = {
    "getattr",
    "hasattr",
    "setattr",
    "delattr",
    "methodcaller",
    "attrgetter",
    "connectSlotsByName",
    "invokeMethod",
}
#: Values of tokens are looked up by their names in resources/style/tokens.toml, which the drawings use too.
TOKENS = "ui/style.py"


def by_name(source: Source) -> Iterator[str]:
    """Attributes looked up by a string."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and called(source, node).rpartition(".")[2] in BY_NAME:
            yield f"{source.path}:{node.lineno}: {called(source, node)}"


def posted_past_the_check(source: Source) -> Iterator[str]:
    """``posted`` emitted by anything but ``post``, whose parameter is an event."""
    for function in ast.walk(source.tree):
        if isinstance(function, ast.FunctionDef) and function.name != "post":
            for node in ast.walk(function):
                if isinstance(node, ast.Attribute) and ast.unparse(node).endswith("posted.emit"):
                    yield f"{source.path}:{node.lineno}: posted by {function.name}"


def test_nothing_on_the_screens_is_found_by_a_name() -> None:
    found = [line for source in sources("ui") if source.path != TOKENS for line in by_name(source)]
    assert found == []


def test_events_are_posted_where_the_type_checker_looks() -> None:
    assert [line for source in sources("ui") for line in posted_past_the_check(source)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "def f(s):\n    if hasattr(s, 'started'): ...",
        "def f(s):\n    s.x = getattr(s, 'started')",
        "setattr(s, 'x', 1)",
    ],
)
def test_a_planted_name_is_found(planted: str) -> None:
    assert list(by_name(Source("ui/x.py", planted)))


@pytest.mark.parametrize(
    "planted",
    [
        "def on(self):\n    self.posted.emit('started')",
        "def on(self):\n    b.clicked.connect(partial(self.posted.emit, 1))",
    ],
)
def test_a_planted_post_past_the_check_is_found(planted: str) -> None:
    assert list(posted_past_the_check(Source("ui/x.py", planted)))


PLANTED = """
from ui.flow import events as ev
from ui.screens.screen import Screen
from ui.window.window import SessionWindow
class Odd(Screen):
    def on_pressed(self, window: SessionWindow) -> None:
        self.post(ev.Chosen("points"))
        window.post(ev.Started())
"""
#: What a screen could post by mistake. ``Begun`` stands for an event that was given another name.
MISTAKES = ("'started'", "ev.Started", "object()", "ev.Begun()", "ev.Chosen()", "ev.Stage.CHOOSE", "None")


@pytest.mark.slow
def test_a_screen_that_posts_what_is_no_event_is_an_error_of_the_type_checker(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    lines = [f"{' ' * 8}{who}.post({posted})" for posted in MISTAKES for who in ("self", "window")]
    planted = tmp_path / "planted.py"
    planted.write_text(PLANTED + "\n".join(lines) + "\n", encoding="utf-8")
    told, broken, _ = api.run(["--config-file", "pyproject.toml", str(planted)])
    assert not broken
    wrong = {int(line.split(":")[1]) for line in told.splitlines() if ": error: " in line}
    first = PLANTED.count("\n") + 1
    assert wrong == set(range(first, first + len(lines))), told
