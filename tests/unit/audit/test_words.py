"""Every line that can be written has words, in Japanese and English; and the page that `kiosk audit show` prints."""

import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import resources
from kiosk.audit.file import AuditFile, read
from kiosk.audit.key import MemoryKeys
from kiosk.audit.words import LANGUAGES, mark, page, sentence, words
from kiosk.audit_events import _closed_lists, audit_events
from kiosk.failures import FailureName, failure
from kiosk.vocabulary import SESSION_MARKS
from ui.widgets import marks


def values(code: str, name: str) -> list[Any]:
    """The values of a field; one number and one identifier stand for all."""
    declared = audit_events()[code].fields[name]
    if declared in ("int", "str"):
        return [3 if declared == "int" else "points"]
    if declared == "bool":
        return [True, False]
    return sorted(_closed_lists()[declared.removeprefix("list:")]) if isinstance(declared, str) else declared


def lines(code: str) -> Iterator[dict[str, Any]]:
    """Lines with each value of each field at least once."""
    choices = {name: values(code, name) for name in audit_events()[code].fields}
    for row in itertools.zip_longest(*choices.values()):
        filled = [value if value is not None else choices[name][0] for name, value in zip(choices, row, strict=True)]
        yield {"at": "2026-07-01T10:42:07.120+09:00", "code": code, **dict(zip(choices, filled, strict=True))}
    if not choices:
        yield {"at": "2026-07-01T10:42:07.120+09:00", "code": code}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", audit_events())
def test_every_event_has_words_for_all_it_can_hold(code: str, language: str) -> None:
    for line in lines(code):
        told = words(line, language)
        assert told
        assert "{" not in told
        assert told.isascii() == (language == "en")
        assert "None" not in told


def test_the_marks_have_the_words_of_the_screen() -> None:
    with resources.path("audit_words.toml").open("rb") as file:
        listed = tomllib.load(file)["lists"]["session_marks"]
    assert {name: word["ja"] for name, word in listed.items()} == marks.WORDS
    assert set(marks.WORDS) == set(SESSION_MARKS)


@pytest.mark.parametrize("name", SESSION_MARKS)
def test_a_mark_has_one_word(name: str) -> None:
    assert mark(name) == marks.WORDS[name]
    assert mark("of_tomorrow") == ""


@pytest.mark.parametrize(("language", "field"), [("ja", "staff"), ("en", "english")])
def test_a_failure_is_written_with_its_code_and_what_staff_read(language: str, field: str) -> None:
    known = failure(FailureName.WIPE_FOLDER)
    line = {**next(lines("out_of_service")), "failure": "wipe_folder"}
    assert f"{known.code} {getattr(known, field)}" in words(line, language)


def test_the_example_of_a_day() -> None:
    line = {**next(lines("wipe_verified")), "ms": 120}
    assert sentence(line, "ja") == "10:42:07 前の方の情報を消したことを確認しました（0.12秒）"


def test_a_line_of_a_newer_program_is_shown_as_it_is() -> None:
    assert sentence({"at": "2026-07-01T10:42:07", "code": "of_tomorrow"}, "ja") == "10:42:07 of_tomorrow"


def test_the_page_of_a_day(tmp_path: Path) -> None:
    audit = AuditFile(tmp_path / "audit.jsonl", MemoryKeys())
    audit.append("session_begun")
    written = read(audit.path)
    day = str(written[0]["at"])[:10]
    shown = list(page(written, day, 50, "ja"))
    assert shown[0].startswith("研修用：署名の鍵はメモリー上だけ")
    assert shown[1] == day
    assert shown[3].endswith("利用が始まりました")
    assert list(page(written, "1999-01-01", 50, "en"))[-1] == "There are no lines"
