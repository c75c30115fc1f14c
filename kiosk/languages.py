"""The languages of the kiosk, read from ``resources/texts/languages.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

import resources

#: The language that texts are written in and that the first screen shows.
SOURCE_LANGUAGE = "ja"
#: Languages whose readers can read a page that is only in Japanese, and what staff are told.
JAPANESE = ("ja", "ja-easy")

#: The files of the Japanese font, in resources/fonts.
JAPANESE_FONT = ("NotoSansJP-Regular.otf", "NotoSansJP-Bold.otf")
#: Language -> its own font files, tried before the Japanese ones. Other languages use the Japanese font alone.
OWN_FONTS = {
    "zh-Hans": ("NotoSansSC-Regular.otf", "NotoSansSC-Bold.otf"),
    "zh-Hant": ("NotoSansTC-Regular.otf", "NotoSansTC-Bold.otf"),
    "ko": ("NotoSansKR-Regular.otf", "NotoSansKR-Bold.otf"),
    "vi": ("NotoSansVietnamese-Regular.otf", "NotoSansVietnamese-Bold.otf"),
    "ne": ("NotoSansDevanagari-Regular.ttf", "NotoSansDevanagari-Bold.ttf"),
    "my": ("NotoSansMyanmar-Regular.ttf", "NotoSansMyanmar-Bold.ttf"),
}


@cache
def _table() -> Mapping[str, Any]:
    with resources.path("texts", "languages.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def own_names() -> Mapping[str, str]:
    """Language code -> the language's own name, in the order of the first screen."""
    return MappingProxyType(_table()["names"])


@cache
def without_spaces() -> frozenset[str]:
    """The codes of the languages that have no spaces between words."""
    return frozenset(_table()["without_spaces"])


def codes() -> tuple[str, ...]:
    """The codes of all languages, in the order of the first screen."""
    return tuple(own_names())
