"""The languages: which exist, switching between them, and sentences in two languages at once."""

import re
from collections.abc import Collection
from functools import cache

from PySide6.QtCore import QCoreApplication, QTranslator

import resources
from kiosk.languages import SOURCE_LANGUAGE, codes, own_names

__all__ = ["SOURCE_LANGUAGE", "available", "own_names"]

#: The second language of sentences that are shown in two, when the chosen one is Japanese.
SECOND_LANGUAGE = "en"

_CLOCK = re.compile(r"T(\d\d):(\d\d):(\d\d)")

_installed: list[QTranslator] = []
#: What the translators work on, kept for as long as they.
_read: list[bytes] = []
_chosen = [SOURCE_LANGUAGE]
_offered: list[str] = []


@cache
def _with_texts() -> tuple[str, ...]:
    folder = resources.path("texts")
    return tuple(code for code in codes() if code == SOURCE_LANGUAGE or (folder / f"kiosk_{code}.qm").is_file())


def available() -> tuple[str, ...]:
    """The languages that are offered: of those with texts, the ones that the configuration names."""
    return tuple(code for code in _with_texts() if not _offered or code in _offered)


def offer(languages: Collection[str]) -> None:
    """Offer only these languages from now on; none: all that have texts."""
    _offered[:] = languages


def install(app: QCoreApplication, language: str) -> None:
    """Show everything in this language from now on (Japanese for an unknown one)."""
    translator = translator_for(language)
    _chosen[:] = [language if translator else SOURCE_LANGUAGE]
    old = list(_installed)
    _installed[:] = [translator] if translator else []
    for one in old:
        app.removeTranslator(one)
    if translator is not None:
        app.installTranslator(translator)


def language() -> str:
    """The language in use."""
    return _chosen[0]


@cache
def translator_for(language: str) -> QTranslator | None:
    """The translator of a language; None for Japanese, which is the source."""
    if language == SOURCE_LANGUAGE or language not in _with_texts():
        return None
    translator = QTranslator()
    # Read whole: Qt would map the file, and whoever writes a new one in its place would crash this process (SIGBUS).
    _read.append(resources.path("texts", f"kiosk_{language}.qm").read_bytes())
    translator.load(_read[-1])
    return translator


def sentence(language: str, context: str, source: str) -> str:
    """One sentence in this language, whatever language is installed; the source where there is none."""
    translator = translator_for(language)
    return (translator.translate(context, source) if translator else "") or source


def time_of_day(moment: str) -> str:
    """An ISO 8601 moment as a time to the second, in the language in use; anything else as it is."""
    found = _CLOCK.search(moment)
    return fill(QCoreApplication.translate("times", "%1時%2分%3秒"), *found.groups()) if found else moment


def QT_TRANSLATE_NOOP(context: str, source: str) -> str:  # noqa: N802 - the name that lupdate looks for
    """Mark a sentence for translation without translating it here. (PySide6's own is typed to give an object.)"""
    del context
    return source


def fill(text: str, *values: object) -> str:
    """The text with %1, %2 … replaced by the values."""
    for number, value in enumerate(values, start=1):
        text = text.replace(f"%{number}", str(value))
    return text
