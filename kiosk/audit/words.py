"""Audit lines in plain words (``resources/audit_words.toml``): one fixed sentence an event, Japanese or English."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import resources
from kiosk.audit_events import audit_events
from kiosk.failures import FailureName, failure

LANGUAGES = ("ja", "en")
_MEMORY = {
    "ja": "研修用：署名の鍵はメモリー上だけにあります。証拠にはなりません。",
    "en": "Training: the signing key is in memory only; this proves nothing.",
}
_NOTHING = {"ja": "記録がありません", "en": "There are no lines"}


class NoWords(KeyError):
    """An event or a value without words. tests/unit/audit/test_words.py shows that none is missing."""


@cache
def _table() -> Mapping[str, Any]:
    with resources.path("audit_words.toml").open("rb") as file:
        return tomllib.load(file)


def sentence(line: Mapping[str, Any], language: str) -> str:
    """Time of day and what happened. An unknown code (of a newer program) is shown as it is. Raises NoWords."""
    return f"{str(line['at'])[11:19]} {words(line, language)}"


def words(line: Mapping[str, Any], language: str) -> str:
    """What happened, as a sentence. Raises NoWords."""
    code = str(line["code"])
    if code not in audit_events():
        return code
    fields = audit_events()[code].fields
    try:
        values = {name: _word_of(code, name, declared, line[name], language) for name, declared in fields.items()}
        return str(_table()["events"][code][language]).format(**values)
    except KeyError as error:
        raise NoWords(f"{code}: {error}") from None


def _word_of(code: str, name: str, declared: str | list[str], value: Any, language: str) -> str:
    """One value in words. Milliseconds become seconds; a value of no list is a number or an identifier."""
    if name == "ms" or name.endswith("_ms"):
        return f"{value / 1000:.2f}"
    if declared == "list:failure":
        return _failure(str(value), language)
    if declared in ("int", "str"):
        return str(value)
    if isinstance(declared, str) and declared.startswith("list:"):
        return str(_table()["lists"][declared.removeprefix("list:")][value][language])
    key = str(value).lower() if declared == "bool" else value
    return str(_table()["lists"][f"{code}.{name}"][key][language])


def _failure(name: str, language: str) -> str:
    known = failure(FailureName(name))
    return f"{known.code} {known.english if language == 'en' else known.staff}"


def page(lines: Sequence[Mapping[str, Any]], day: str, last: int, language: str) -> Iterator[str]:
    """The lines that ``kiosk audit show`` prints: one day, or the last lines with a heading for each day."""
    chosen = [line for line in lines if str(line["at"]).startswith(day)] if day else lines[-last:]
    if _only_in_memory(lines):
        yield _MEMORY[language]
    shown = ""
    for line in chosen:
        if str(line["at"])[:10] != shown:
            shown = str(line["at"])[:10]
            yield shown
        yield "  " + sentence(line, language)
    if not chosen:
        yield _NOTHING[language]


def _only_in_memory(lines: Sequence[Mapping[str, Any]]) -> bool:
    kept = [line["kept"] for line in lines if "kept" in line]
    return bool(kept) and kept[-1] == "memory"


def mark(name: str) -> str:
    """The Japanese word for a session mark; empty for an unknown one."""
    return str(_table()["lists"]["session_marks"].get(name, {}).get("ja", ""))


def language(code: str) -> str:
    """The Japanese name of a language."""
    return str(_table()["lists"]["language"][code]["ja"])


def end_reason(name: str) -> str:
    """The Japanese words for the end of a session."""
    return str(_table()["lists"]["end_reason"][name]["ja"])
