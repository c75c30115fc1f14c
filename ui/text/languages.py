"""The languages: which are available, switching between them, and single sentences in another language."""

import re
from collections.abc import Collection
from functools import cache

from PySide6.QtCore import QCoreApplication, QTranslator

import resources
from kiosk.languages import SOURCE_LANGUAGE, codes, own_names, without_spaces

__all__ = ["SOURCE_LANGUAGE", "available", "own_names"]

#: The second language of sentences shown in two languages, when the chosen one is Japanese.
SECOND_LANGUAGE = "en"

_CLOCK = re.compile(r"T(\d\d):(\d\d):(\d\d)")

_installed: list[QTranslator] = []
#: The bytes of the loaded .qm files: a translator reads them as long as it exists.
_read: list[bytes] = []
_chosen = [SOURCE_LANGUAGE]
_offered: list[str] = []


@cache
def _with_texts() -> tuple[str, ...]:
    folder = resources.path("texts")
    return tuple(code for code in codes() if code == SOURCE_LANGUAGE or (folder / f"kiosk_{code}.qm").is_file())


def available() -> tuple[str, ...]:
    """The codes of the languages that are offered: those with texts that the configuration names."""
    return tuple(code for code in _with_texts() if not _offered or code in _offered)


def offer(languages: Collection[str]) -> None:
    """Offer only these languages from now on; an empty collection offers all that have texts."""
    _offered[:] = languages


def install(app: QCoreApplication, language: str) -> None:
    """Switch the application to this language; an unknown one means Japanese."""
    translator = translator_for(language)
    _chosen[:] = [language if translator else SOURCE_LANGUAGE]
    old = list(_installed)
    _installed[:] = [translator] if translator else []
    for one in old:
        app.removeTranslator(one)
    if translator is not None:
        app.installTranslator(translator)


def language() -> str:
    """The code of the current language."""
    return _chosen[0]


@cache
def translator_for(language: str) -> QTranslator | None:
    """The translator of a language; None for Japanese, which is the source."""
    if language == SOURCE_LANGUAGE or language not in _with_texts():
        return None
    translator = QTranslator()
    # Read into memory: Qt would map the file, and overwriting it would then crash this process (SIGBUS).
    _read.append(resources.path("texts", f"kiosk_{language}.qm").read_bytes())
    translator.load(_read[-1])
    return translator


def sentence(language: str, context: str, source: str) -> str:
    """One sentence in this language, whatever the current one is; the source text where there is no translation."""
    translator = translator_for(language)
    return (translator.translate(context, source) if translator else "") or source


def second(chosen: str) -> str:
    """The language beside the Japanese: the chosen one; English if none, or Japanese, was chosen."""
    return SECOND_LANGUAGE if chosen in ("", SOURCE_LANGUAGE) else chosen


def in_one_line(text: str, language: str) -> str:
    """The text without its line feeds: joined by spaces where the language has them between words."""
    return text.replace("\n", "" if language in without_spaces() else " ")


def time_of_day(moment: str) -> str:
    """The time of an ISO 8601 moment, to the second, in the current language; any other text unchanged."""
    found = _CLOCK.search(moment)
    return fill(QCoreApplication.translate("times", "%1時%2分%3秒"), *found.groups()) if found else moment


def minute_of_day(moment: str, language: str) -> str:
    """The time of an ISO 8601 moment, to the minute, in this language; any other text unchanged."""
    found = _CLOCK.search(moment)
    return fill(sentence(language, "times", MINUTE), found[1], found[2]) if found else moment


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a sentence for translation without translating it here. (PySide6's own is typed to return an object.)"""
    del context
    return source


#: A time of day to the minute.
MINUTE = QT_TRANSLATE_NOOP("times", "%1時%2分")


def fill(text: str, *values: object) -> str:
    """The text with %1, %2 … replaced by the values."""
    for number, value in enumerate(values, start=1):
        text = text.replace(f"%{number}", str(value))
    return text
