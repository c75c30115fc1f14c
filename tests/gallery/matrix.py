"""What is drawn: screens in languages, variants and sizes, and the file name of each."""

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
    """One picture."""

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
    """Pictures that are drawn in one go."""

    language: str
    variant: str
    size: Size
    screens: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.language} {self.variant} {written(self.size)}"

    def pictures(self) -> Iterator[Picture]:
        """Every picture of it."""
        return (Picture(screen, self.language, self.variant, self.size) for screen in self.screens)


def written(size: Size) -> str:
    """1280x800."""
    return f"{size[0]}x{size[1]}"


def size_of(text: str) -> Size:
    """The other way round. Raises ValueError."""
    wide, high = text.split("x")
    return int(wide), int(high)


def series(
    languages: Sequence[str],
    variants: Sequence[str],
    size: Size,
    screens: Collection[str],
    longest: Mapping[str, str],
) -> list[Series]:
    """All of these in all of these; and each screen in its longest language, where that is another one."""
    wanted = {language: set(screens) for language in languages}
    more: defaultdict[str, set[str]] = defaultdict(set)
    for screen, language in longest.items():
        if language not in wanted:
            more[language].add(screen)
    found = [
        Series(language, variant, size, tuple(name for name in screens_of(variant) if name in some))
        for (language, some), variant in product((wanted | more).items(), variants)
    ]
    return [one for one in found if one.screens]


_NAME = re.compile(
    rf"(?P<screen>.+)-(?P<language>{'|'.join(languages.own_names())})-(?P<variant>[a-z_+]+)"
    r"-(?P<size>\d+x\d+)\.png"
)


def picture_of(file_name: str) -> Picture | None:
    """The picture behind a file name; None if it is none of ours."""
    found = _NAME.fullmatch(file_name)
    if found is None or found["screen"] not in SCREENS:
        return None
    return Picture(found["screen"], found["language"], found["variant"], size_of(found["size"]))
