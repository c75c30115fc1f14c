"""Japanese has no spaces between words and one spelling for each: other styles are やさしい日本語's alone."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import resources
from kiosk.languages import codes
from tests.rules.sources import ROOT, Source, product

_LETTER = r"[\u3001\u3002\u300c\u300d\u3005\u3041-\u3096\u30a1-\u30fc\u3400-\u9fff]"
_SPACED = re.compile(rf"{_LETTER} +{_LETTER}")
#: The documents that are written in Japanese.
PAPERS = (
    "README.md", "docs/cases.md", "docs/city.md", "docs/operations.md", "docs/staff.md", "docs/install-windows.md",
    "docs/install-linux.md",
)  # fmt: skip
#: What a procedure's texts are keyed by where they are easy Japanese.
_EASY = "ja-easy"
#: Files of texts in which Japanese stands; the translations into easy Japanese are files of their own.
TEXT_FILES = (
    *(resources.path(f"{name}.toml") for name in ("failures", "audit_words")),
    *sorted(resources.path("procedures").glob("**/*.toml")),
    ROOT / "kiosk/training/portal/texts.toml",
)
PAGES = sorted((ROOT / "kiosk/training/portal/templates").glob("*.html"))
#: Keys under which a text is Japanese: its language, or no language at all.
_OTHER_LANGUAGES = frozenset(codes()) - {"ja"}


def spaced(text: str) -> bool:
    """There is a space between two Japanese letters."""
    return bool(_SPACED.search(text))


def spaced_strings(source: Source) -> Iterator[str]:
    """Strings of a file with such spaces; all texts of the program are in its strings, translations are files."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and spaced(node.value):
            yield f"{source.path}:{node.lineno}: {node.value}"


def _texts(value: Any, key: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a TOML file with the key it stands under."""
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _texts(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner, key)
    elif isinstance(value, str):
        yield key, value


def _read(file: Path) -> dict[str, Any]:
    return tomllib.loads(file.read_text(encoding="utf-8"))


def test_no_text_in_the_program_is_spaced() -> None:
    findings = [finding for source in product() for finding in spaced_strings(source)]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("file", TEXT_FILES, ids=lambda file: file.stem)
def test_no_text_in_a_file_is_spaced(file: Path) -> None:
    assert not [text for key, text in _texts(_read(file)) if key != _EASY and spaced(text)]


def test_no_page_of_the_training_portal_is_spaced() -> None:
    assert not [file.name for file in PAGES if spaced(file.read_text(encoding="utf-8"))]


@pytest.mark.parametrize("paper", PAPERS)
def test_no_paper_is_spaced(paper: str) -> None:
    lines = (ROOT / paper).read_text(encoding="utf-8").splitlines()
    assert not [f"{paper}:{number}: {line}" for number, line in enumerate(lines, 1) if spaced(line)]


@pytest.mark.parametrize(
    "text", ["端末の 時計が合っていません。", "ページに つながりません", "はい、 そうです", "カード リーダー"]
)
def test_spaced_words_are_found(text: str) -> None:
    assert list(spaced_strings(Source("kiosk/x.py", f"a = '{text}'")))
    assert spaced(dict(_texts({"a": {"ja": [text]}}))["ja"])


@pytest.mark.parametrize(
    "text", ["端末 %1　%2", "kiosk.toml の reader_name で1台を決めてください。", "終わる／Finish now"]
)
def test_other_spaces_are_not(text: str) -> None:
    assert not spaced(text)


def unclosed_bold(text: str) -> list[str]:
    """Bold that ends with punctuation and goes on with a letter: Markdown shows its asterisks there, not bold."""
    found = []
    for line in text.splitlines():
        parts = line.split("**")
        pairs = zip(parts[1::2], parts[2::2], strict=False)
        found += [
            bold for bold, after in pairs if re.search(r"[。、」）]$", bold) and re.match(r"[^\s。、「」（）|]", after)
        ]
    return found


@pytest.mark.parametrize("paper", PAPERS)
def test_bold_is_closed_where_markdown_sees_it(paper: str) -> None:
    assert not unclosed_bold((ROOT / paper).read_text(encoding="utf-8"))


def test_bold_that_markdown_does_not_close_is_found() -> None:
    assert unclosed_bold("消去。**次の方に使わせない。**画面の電話番号へ。")
    assert not unclosed_bold("消去。**次の方に使わせない**。画面へ。**「端末」**。")


# --- one spelling ---

GLOSSARY = ROOT / "docs/glossary.md"
#: Where a forbidden spelling is only the end of another word.
_PARTS_OF_OTHERS = ("取り違え",)


def variants(glossary: str) -> tuple[str, ...]:
    """The spellings that the glossary's table 表記 forbids."""
    rows = [line.split("|") for line in glossary.partition("## 表記")[2].splitlines() if line.startswith("| ")]
    return tuple(variant for row in rows[1:] for variant in row[2].strip().split("、"))


FORBIDDEN = variants(GLOSSARY.read_text(encoding="utf-8"))


def misspelt(text: str) -> list[str]:
    """Forbidden spellings in this text."""
    for word in _PARTS_OF_OTHERS:
        text = text.replace(word, "")
    return [variant for variant in FORBIDDEN if variant in text]


def misspelt_strings(source: Source) -> Iterator[str]:
    """Strings of a file with such spellings."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and (found := misspelt(node.value)):
            yield f"{source.path}:{node.lineno}: {'、'.join(found)} in {node.value!r}; see docs/glossary.md, 表記"


@pytest.mark.parametrize("file", sorted(resources.path("survey").glob("*.sql")), ids=lambda file: file.stem)
def test_the_questions_of_a_survey_are_spelt_like_the_program(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    assert not misspelt(text)
    assert not spaced(text)


def test_the_program_spells_each_word_in_one_way() -> None:
    findings = [finding for source in product() for finding in misspelt_strings(source)]
    assert not findings, "\n".join(findings)


@pytest.mark.parametrize("file", TEXT_FILES, ids=lambda file: file.stem)
def test_a_file_of_texts_spells_each_word_in_one_way(file: Path) -> None:
    texts = [text for key, text in _texts(_read(file)) if key not in _OTHER_LANGUAGES]
    assert not [(found, text) for text in texts if (found := misspelt(text))]


@pytest.mark.parametrize("paper", PAPERS)
def test_a_paper_spells_each_word_in_one_way(paper: str) -> None:
    lines = (ROOT / paper).read_text(encoding="utf-8").splitlines()
    assert not [f"{paper}:{number}: {found}" for number, line in enumerate(lines, 1) if (found := misspelt(line))]


def test_another_spelling_is_found() -> None:
    assert misspelt("手つづきをつづける") == ["つづけ", "つづき", "手つづき"]
    assert list(misspelt_strings(Source("ui/x.py", "a = 'わからないとき'")))
    assert not misspelt("取り違えの疑いがあるときは、手続きを続けないでください。")
