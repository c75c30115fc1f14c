"""What documents and comments name is there: paths, links, anchors, commands. Each rule gives what is not."""

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import typer.main

import run
from kiosk.cli import app
from tests.rules.sources import ROOT, Source, sources

_FOLDERS = "kiosk|ui|tests|docs|resources|packaging"
_PATH = re.compile(rf"(?<![\w/.\-])(?:{_FOLDERS})/[A-Za-z_.*][\w./*\-]*(?![\w{{<])")
_PAPER = re.compile(r"(?<![\w/.*\-])[\w\-]+\.md\b")
_LINK = re.compile(r"\]\((?!https?:|mailto:)([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.*)$", re.MULTILINE)
#: Papers that are not in the repository, by the ways in which they are cited.
_ELSEWHERE = re.compile(r"§|\b[Tt]he design\b|\(design\b|\b[Tt]he reference says|\(reference:|facts in the reference")
#: Names of modules, and files named without their folder, in backticks.
_MODULE = re.compile(r"`((?:kiosk|ui|tests|resources)(?:\.[a-z_]\w*)+)(?:\(\))?`")
_FILE = re.compile(r"`([\w*]+\.py)`")
_NO_MODULE = ("toml", "exe", "log", "lock")
_CODE = re.compile(r"`([^`\n]+)`")
_FENCE = re.compile(r"^```\w*\n(.*?)^```", re.MULTILINE | re.DOTALL)
_RUN = re.compile(r"\bpython3 run\.py ([a-z]+)")
_KIOSK = re.compile(r"^(?:\$ )?kiosk ((?:[a-z][a-z\-]*)(?: [a-z][a-z\-]*)?)([^`#]*)")
_OPTION = re.compile(r"--[a-z][a-z\-]*")
#: Comments, as the only group: strings are matched first, so that what looks like a comment in them is passed over.
_COMMENT = re.compile(
    r'''"""(?:\\.|[^\\])*?"""|\'{3}(?:\\.|[^\\])*?\'{3}|"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|(\#[^\n]*)''', re.DOTALL
)


def documents() -> list[Path]:
    """Every document of the project, wherever it lies."""
    found = [*ROOT.glob("*.md")]
    for folder in _FOLDERS.split("|"):
        found += (ROOT / folder).rglob("*.md")
    return sorted(found)


def named(file: Path) -> str:
    """The path as it is written in findings."""
    return file.relative_to(ROOT).as_posix()


def words(source: Source) -> Iterator[tuple[int, str]]:
    """Comments and docstrings of a file with the line they begin in."""
    for found in _COMMENT.finditer(source.text):
        if found[1]:
            yield source.text.count("\n", 0, found.start()) + 1, found[1]
    yield from _docstrings(source.tree)


def _docstrings(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Of this node and of the definitions in it; what is in expressions is passed over, since a definition is not."""
    if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
        yield getattr(node, "lineno", 0) + 1, ast.get_docstring(node, clean=False) or ""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.stmt | ast.excepthandler | ast.match_case):
            yield from _docstrings(child)


def _exists(path: str) -> bool:
    wanted = path.rstrip(".-")
    return any(ROOT.glob(wanted)) if "*" in wanted else (ROOT / wanted).exists()


def missing_paths(text: str, folder: Path = ROOT) -> Iterator[str]:
    """Paths of the project and documents that a text names and that are not there."""
    for path in _PATH.findall(text):
        if not _exists(path):
            yield path
    for paper in _PAPER.findall(text):
        if not any((place / paper).is_file() for place in (folder, ROOT, ROOT / "docs", ROOT / "docs/decisions")):
            yield paper


def missing_modules(text: str) -> Iterator[str]:
    """Modules of ours, names in them, and files without their folder that a text has in backticks and that are not."""
    yield from (name for name in _MODULE.findall(text) if name.split(".")[1] not in _NO_MODULE and not _is_there(name))
    yield from (name for name in _FILE.findall(text) if not any(fnmatch(file, name) for file in _file_names()))


def _is_there(name: str) -> bool:
    """A module, or a name that stands in one."""
    parts = name.split(".")
    if ROOT.joinpath(*parts).is_dir() or ROOT.joinpath(*parts).with_suffix(".py").is_file():
        return True
    for count in range(len(parts) - 1, 0, -1):
        file = ROOT.joinpath(*parts[:count]).with_suffix(".py")
        if file.is_file():
            return bool(re.search(rf"\b{parts[count]}\b", file.read_text(encoding="utf-8")))
    return False


@cache
def _file_names() -> frozenset[str]:
    return frozenset(Path(source.path).name for source in sources(*_FOLDERS.split("|"), "run.py"))


def cited_elsewhere(text: str) -> Iterator[str]:
    """Citations of papers that are not in the repository. Standards by their number may have sections."""
    for line in text.splitlines():
        if (found := _ELSEWHERE.search(line)) and not re.search(r"\b(RFC|ISO|JIS|PEP)\b", line):
            yield found[0]


def broken_links(file: Path, text: str) -> Iterator[str]:
    """Relative links to files, and to headings in them, that are not there."""
    for link in _LINK.findall(text):
        path, _, anchor = link.partition("#")
        target = file.parent / path
        if not target.exists() or (anchor and anchor not in anchors(text if not path else target.read_text("utf-8"))):
            yield link


def anchors(text: str) -> set[str]:
    """The anchors of a document's headings, as GitHub makes them."""
    return {re.sub(r"[^\w\- ]", "", title.strip().lower()).replace(" ", "-") for title in _HEADING.findall(text)}


def wrong_commands(text: str) -> Iterator[str]:
    """``run.py`` and ``kiosk`` commands and their options that do not exist."""
    known = {command.__name__ for command in run.COMMANDS}
    yield from (f"run.py {name}" for name in _RUN.findall(text) if name not in known)
    fenced = [line.strip() for block in _FENCE.findall(text) for line in block.splitlines()]
    for code in [*_CODE.findall(text), *fenced]:
        if (found := _KIOSK.match(code)) and (wrong := _wrong_command(found[1].split(), found[2])):
            yield f"kiosk {found[1]}: {wrong}"


def _wrong_command(names: list[str], rest: str) -> str:
    command = typer.main.get_command(app)
    for name in names:
        inner = getattr(command, "commands", None)
        if inner is None:
            break
        if name not in inner:
            return f"there is no {name}"
        command = inner[name]
    if command.context_settings.get("ignore_unknown_options"):
        return ""
    options = {option for parameter in command.params for option in parameter.opts} | {"--help"}
    return next((f"there is no {option}" for option in _OPTION.findall(rest) if option not in options), "")
