"""Sizes, names, layout and lock file; each rule can fail."""

import pytest

from tests.rules.shape_rules import (
    TEXT_FILES,
    lock_findings,
    machine_paths,
    project_files,
    too_long,
    unknown_top_level,
    vague_names,
)
from tests.rules.sources import ROOT, Source, sources

ALL = ("kiosk", "ui", "resources", "tests", "packaging", "run.py")


@pytest.mark.parametrize("rule", [too_long, vague_names])
def test_sizes_and_names(rule: object) -> None:
    assert callable(rule)
    findings = [finding for source in sources(*ALL) for finding in rule(source)]
    assert not findings, "\n".join(findings)


def test_long_files_and_functions_are_found() -> None:
    assert list(too_long(Source("kiosk/x.py", "x = 1\n" * 401)))
    assert list(too_long(Source("kiosk/x.py", "def f():\n" + "    x = 1\n" * 50)))
    assert not list(too_long(Source("kiosk/x.py", "def f():\n" + "    x = 1\n" * 49)))


@pytest.mark.parametrize(
    ("path", "text"), [("kiosk/x.py", "class CardManager: ..."), ("ui/utils.py", ""), ("ui/card_helper.py", "")]
)
def test_vague_names_are_found(path: str, text: str) -> None:
    assert list(vague_names(Source(path, text)))


def test_no_file_knows_the_machine_it_was_written_on() -> None:
    findings = [
        finding
        for file in project_files()
        if file.suffix in TEXT_FILES
        for finding in machine_paths(file.relative_to(ROOT).as_posix(), file.read_text(encoding="utf-8"))
    ]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("path", ["work/x", "root/.cache", "home/taro/x"])
def test_machine_paths_are_found(path: str) -> None:
    assert list(machine_paths("x.md", f"see /{path}"))
    assert not list(machine_paths("x.md", "net/work/x and https://example/root"))


def test_the_top_level_is_fixed() -> None:
    assert not unknown_top_level({entry.name for entry in ROOT.iterdir()})
    assert unknown_top_level({"kiosk", "scripts"}) == {"scripts"}


def test_the_unit_tests_mirror_the_rooms() -> None:
    folders = {file.parent.relative_to(ROOT / "tests/unit") for file in (ROOT / "tests/unit").rglob("test_*.py")}
    lost = [
        str(place) for place in folders if not any((ROOT / top / place).is_dir() for top in ("kiosk", "ui", "tests"))
    ]
    assert not lost


def test_packaging_is_no_package() -> None:
    """A package of this name at the top would hide the library ``packaging`` from the tools."""
    assert not list((ROOT / "packaging").rglob("__init__.py"))


def test_the_lock_file_names_the_public_index_only() -> None:
    findings = list(lock_findings((ROOT / "uv.lock").read_text(encoding="utf-8")))
    assert not findings, "\n".join(findings[:5])


@pytest.mark.parametrize(
    "line",
    [
        'source = { registry = "https://mirror.example/simple" }',
        'sdist = { url = "https://mirror.example/x.tar.gz" }',
        'source = { path = "../wheels/x.whl" }',
        'source = { git = "https://example.com/x" }',
        'x = "file:///srv/x.whl"',
    ],
)
def test_other_addresses_in_the_lock_file_are_found(line: str) -> None:
    assert list(lock_findings(line))
