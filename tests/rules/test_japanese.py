"""Japanese for staff, the city and IT has no spaces between words: that style is やさしい日本語's alone."""

import ast
import re
import tomllib
from collections.abc import Iterator
from typing import Any

import pytest

import resources
from tests.rules.sources import ROOT, Source, product

_LETTER = r"[\u3001\u3002\u300c\u300d\u3005\u3041-\u3096\u30a1-\u30fc\u3400-\u9fff]"
_SPACED = re.compile(rf"{_LETTER} +{_LETTER}")
#: The documents that are written in Japanese.
PAPERS = ("README.md", "docs/operations.md", "docs/staff.md", "docs/install-windows.md")
#: What a procedure's texts are keyed by where they are easy Japanese.
_EASY = "ja-easy"


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


def _read(name: str) -> dict[str, Any]:
    with resources.path(name).open("rb") as file:
        return tomllib.load(file)


def test_no_text_in_the_program_is_spaced() -> None:
    findings = [finding for source in product() for finding in spaced_strings(source)]
    assert not findings, "\n".join(findings)


def test_no_sentence_for_staff_in_the_failures_is_spaced() -> None:
    wrong = [name for name, failure in _read("failures.toml").items() if spaced(failure["staff"])]
    assert not wrong


@pytest.mark.parametrize("name", ["audit_words.toml", "procedures/example.toml"])
def test_no_word_of_the_audit_file_and_of_procedures_is_spaced(name: str) -> None:
    wrong = [text for key, text in _texts(_read(name)) if key != _EASY and spaced(text)]
    assert not wrong


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
