"""Development only: update resources/texts/*.ts from the sources and compile them to .qm."""

import os
import sys
from pathlib import Path

import resources
from kiosk.processes import start_helper

ROOT = Path(__file__).parent.parent


def main() -> None:
    """``python -m ui.texts``: update and compile every language that has a .ts file; makes a missing English one."""
    codes = {file.stem.removeprefix("kiosk_") for file in resources.path("texts").glob("kiosk_*.ts")} | {"en"}
    for code in sorted(codes):
        update(code, _ts(code))
        compile_(code, resources.path("texts", f"kiosk_{code}.qm"))


def update(code: str, target: Path) -> None:
    """Collect the sentences of ui/ into this .ts file of the language."""
    sources = [str(file.relative_to(ROOT)) for file in sorted(ROOT.glob("ui/**/*.py"))]
    options = ["-no-obsolete", "-locations", "none", "-source-language", "ja", "-target-language", code]
    _run("lupdate", *sources, *options, "-ts", str(target))


def compile_(code: str, target: Path) -> None:
    """Compile the language's .ts file into this .qm file."""
    _run("lrelease", "-silent", "-nounfinished", str(_ts(code)), "-qm", str(target))


def _ts(code: str) -> Path:
    return resources.path("texts", f"kiosk_{code}.ts")


def _run(tool: str, *arguments: str) -> None:
    """Both tools come with PySide6."""
    argv = [sys.executable, "-c", f"from PySide6.scripts.pyside_tool import {tool}; {tool}()", *arguments]
    if status := start_helper(argv, os.environ, cwd=ROOT).wait():
        sys.exit(status)
