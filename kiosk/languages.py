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
