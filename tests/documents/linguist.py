"""``python -m tests.documents.linguist``: updates resources/texts/*.ts from the sources and compiles them to .qm."""

import os
import sys
import tomllib
from collections.abc import Iterable
from pathlib import Path

import resources
from kiosk.processes.start import start_helper
from tests.rules.sources import ROOT

#: Qt Linguist's names of the languages, which decide about plural rules. Easy Japanese counts as Japanese.
TARGETS = {"ja-easy": "ja", "zh-Hans": "zh_CN", "zh-Hant": "zh_TW", "pt-BR": "pt_BR"}


def main() -> None:
    """Update and compile every language but Japanese; a missing .ts file is made."""
    names = tomllib.loads(resources.path("texts", "languages.toml").read_text(encoding="utf-8"))["names"]
    files = [resources.path("texts", f"kiosk_{code}.ts") for code in names.keys() - {"ja"}]
    for file in files:
        update(file)
    compile_(files)


def update(target: Path) -> None:
    """Collect the sentences of ui/ into this file, ``kiosk_LANGUAGE.ts``. Texts for staff only are not translated."""
    sources = [str(file) for file in (path.relative_to(ROOT) for path in sorted(ROOT.glob("ui/**/*.py")))]
    translated = [file for file in sources if "staff" not in Path(file).parts]
    options = ["-silent", "-no-obsolete", "-locations", "none", "-source-language", "ja"]
    code = target.stem.removeprefix("kiosk_")
    _run("lupdate", *translated, *options, "-target-language", TARGETS.get(code, code), "-ts", str(target))


def compile_(files: Iterable[Path]) -> None:
    """Compile these .ts files into .qm files beside them."""
    _run("lrelease", "-silent", "-nounfinished", *map(str, files))


def _run(tool: str, *arguments: str) -> None:
    """Run a tool of PySide6 (lupdate, lrelease); exits with its code on failure."""
    argv = [sys.executable, "-c", f"from PySide6.scripts.pyside_tool import {tool}; {tool}()", *arguments]
    if status := start_helper(argv, os.environ, cwd=ROOT).wait():
        sys.exit(status)


if __name__ == "__main__":
    main()
