"""Sizes, names and texts of the project's files. Each rule gives findings."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from tests.rules.sources import ROOT, Source

FILE_LINES = 400
FUNCTION_LINES = 50
#: Names under which anything can be put; god objects start there.
VAGUE = re.compile(r"Manager|Helper|Util|Misc|Common")
VAGUE_MODULE = re.compile(r"(^|_)(utils?|helpers?|managers?|misc|common)(_|$)")
TOP_FOLDERS = {".ci", "docs", "kiosk", "packaging", "resources", "tests", "ui"}
TOP_FILES = {
    ".gitignore", "CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.en.md", "README.md", "pyproject.toml", "run.py",
    "uv.lock",
}  # fmt: skip
#: Left by tools; .gitignore has them.
IGNORED = re.compile(
    r"^(\.git|\.venv.*|\.[a-z]+_cache|\.hypothesis|__pycache__|build|dist|var|.*\.egg-info|\.coverage)$"
)
# Written so that this file does not contain what it looks for.
MACHINE = re.compile(r"(?<![\w.])/(?:work|root|home/[a-z]+)" + r"\b|\.py" + r"env\b|C:\\\\?Users\\\\?\w")
TEXT_FILES = {".py", ".toml", ".md", ".lock", ".qss", ".ts", ".spec", ".json", ".js", ".html", ".css", ".sh", ""}


def too_long(source: Source) -> Iterator[str]:
    """Files and functions a person can read at once."""
    lines = source.text.count("\n")
    if lines > FILE_LINES:
        yield f"{source.path}: {lines} lines (at most {FILE_LINES})"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            if length > FUNCTION_LINES:
                yield f"{source.path}:{node.lineno}: {node.name} has {length} lines (at most {FUNCTION_LINES})"


def vague_names(source: Source) -> Iterator[str]:
    """Classes and modules are named for what they are."""
    if VAGUE_MODULE.search(Path(source.path).stem):
        yield f"{source.path}: a vague module name"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and VAGUE.search(node.name):
            yield f"{source.path}:{node.lineno}: a vague name, {node.name}"


def machine_paths(path: str, text: str) -> Iterator[str]:
    """Nothing in the project knows the machine it was written on."""
    for number, line in enumerate(text.splitlines(), 1):
        if found := MACHINE.search(line):
            yield f"{path}:{number}: a path of a machine, {found[0]}"


def project_files() -> Iterator[Path]:
    """All files of the project but what tools leave behind."""
    for entry in sorted(ROOT.iterdir()):
        if IGNORED.match(entry.name):
            continue
        if entry.is_file():
            yield entry
        else:
            yield from (file for file in sorted(entry.rglob("*")) if file.is_file() and "__pycache__" not in file.parts)


def unknown_top_level(names: set[str]) -> set[str]:
    """What does not belong at the top of the project."""
    return {name for name in names if not IGNORED.match(name)} - TOP_FOLDERS - TOP_FILES


_INDEX = re.compile(r'registry = "([^"]*)"')
_URL = re.compile(r'(?:url|path|directory|git|editable|virtual) = "([^"]*)"')


def lock_findings(lock: str) -> Iterator[str]:
    """uv.lock names the public index and nothing of a machine or another index."""
    for number, line in enumerate(lock.splitlines(), 1):
        for index in _INDEX.findall(line):
            if index != "https://pypi.org/simple":
                yield f"uv.lock:{number}: index {index}"
        for address in _URL.findall(line):
            if not address.startswith("https://files.pythonhosted.org/") and address != ".":
                yield f"uv.lock:{number}: address {address}"
        if "file:" in line:
            yield f"uv.lock:{number}: a local file"
