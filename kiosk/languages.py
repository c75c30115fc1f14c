"""The languages of the kiosk, read from ``resources/texts/languages.toml``."""

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

import resources

#: The language that texts are written in and that the first screen shows.
SOURCE_LANGUAGE = "ja"


@cache
def own_names() -> Mapping[str, str]:
    """Language code -> the language's own name, in the order of the first screen."""
    with resources.path("texts", "languages.toml").open("rb") as file:
        return MappingProxyType(tomllib.load(file)["names"])


def codes() -> tuple[str, ...]:
    """The codes of all languages, in the order of the first screen."""
    return tuple(own_names())
