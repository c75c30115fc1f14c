"""The fonts of each language. Fonts of other scripts are loaded when their language is first used."""

from functools import cache

from PySide6.QtGui import QFontDatabase

import resources
from kiosk.languages import JAPANESE_FONT, OWN_FONTS

FAMILY = "Noto Sans JP"
FILES, OWN_FILES = JAPANESE_FONT, OWN_FONTS
#: Fonts with only the letters of the languages' own names: the first screen shows all names before one is chosen.
NAME_FILES = dict.fromkeys(("zh-Hans", "zh-Hant", "ko", "vi"), ("NotoSansNamesCJK-Regular.otf",)) | {
    "ne": ("NotoSansNamesDevanagari-Regular.ttf",),
    "my": ("NotoSansNamesMyanmar-Regular.ttf",),
}


@cache
def families(language: str) -> tuple[str, ...]:
    """Load the fonts of a language; its font families, in the order in which Qt looks for a letter."""
    return (*_load(OWN_FILES.get(language, ())), *_load(FILES))


@cache
def name_families(language: str) -> tuple[str, ...]:
    """Load the fonts of the language's own name; their font families."""
    return (*_load(NAME_FILES.get(language, ())), *_load(FILES))


def files(language: str) -> tuple[str, ...]:
    """The file names of the fonts that ``families`` loads."""
    return OWN_FILES.get(language, ()) + FILES


@cache
def _load(names: tuple[str, ...]) -> tuple[str, ...]:
    found = []
    for name in names:
        number = QFontDatabase.addApplicationFontFromData(resources.path("fonts", name).read_bytes())
        found += [family for family in QFontDatabase.applicationFontFamilies(number) if family not in found]
    return tuple(found)
