"""The pictures to draw: screens in languages, variants and sizes, and their file names."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from tests.gallery.rendering import NORMAL, SCREENS, screens_of
from ui.text import languages

Size = tuple[int, int]

LANGUAGES = ("ja", "ja-easy", "en")
SIZES: tuple[Size, ...] = ((1280, 800), (1920, 1080))


@dataclass(frozen=True)
class Picture:
    """One picture of a screen."""

    screen: str
    language: str = languages.SOURCE_LANGUAGE
    variant: str = NORMAL
    size: Size = SIZES[0]

    @property
    def file_name(self) -> str:
        """Screen, language, variant, size."""
        return f"{self.screen}-{self.language}-{self.variant}-{written(self.size)}.png"


@dataclass(frozen=True)
class Series:
    """Pictures that are drawn with one language, variant and size."""

    language: str
    variant: str
    size: Size
    screens: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.language} {self.variant} {written(self.size)}"

    def pictures(self) -> Iterator[Picture]:
        """The pictures of this series."""
        return (Picture(screen, self.language, self.variant, self.size) for screen in self.screens)


def written(size: Size) -> str:
    """The size as in ``1280x800``."""
    return f"{size[0]}x{size[1]}"


def size_of(text: str) -> Size:
    """The size written like ``1280x800``. Raises ValueError."""
    wide, high = text.split("x")
    return int(wide), int(high)


def series(
    languages: Sequence[str],
    variants: Sequence[str],
    size: Size,
    screens: Collection[str],
    longest: Mapping[str, str],
) -> list[Series]:
    """All combinations; and each screen also in its longest language, if that is not among ``languages``."""
    planned = {language: set(screens) for language in languages}
    more: defaultdict[str, set[str]] = defaultdict(set)
    for screen, language in longest.items():
        if language not in planned:
            more[language].add(screen)
    found = [
        Series(language, variant, size, tuple(name for name in screens_of(variant) if name in some))
        for (language, some), variant in product((planned | more).items(), variants)
    ]
    return [one for one in found if one.screens]


_NAME = re.compile(
    rf"(?P<screen>.+)-(?P<language>{'|'.join(languages.own_names())})-(?P<variant>[a-z_+]+)"
    r"-(?P<size>\d+x\d+)\.png"
)


def picture_of(file_name: str) -> Picture | None:
    """The picture with this file name; None for another file."""
    found = _NAME.fullmatch(file_name)
    if found is None or found["screen"] not in SCREENS:
        return None
    return Picture(found["screen"], found["language"], found["variant"], size_of(found["size"]))
