"""Text that a city writes for a screen: one line in which every character is one that a reader sees."""

import unicodedata

from kiosk.config.wording import not_allowed

#: Format characters that words need: joiners (Nepali, Myanmar) and the place where a line may break (Myanmar).
JOINERS = "\u200b\u200c\u200d"
#: Control, format (direction marks, byte order mark), line and paragraph separators, noncharacters.
_UNSEEN = ("Cc", "Cf", "Zl", "Zp", "Cn", "Cs")


def plain(value: str) -> str:
    """The text itself. Raises PydanticCustomError for what would break a line, change its direction or be unseen."""
    if bad := next((letter for letter in value if _is_unseen(letter)), ""):
        raise not_allowed(f"a text in one line, without control characters and direction marks (U+{ord(bad):04X})")
    return value


def plain_and_there(value: str) -> str:
    """As ``plain``, and not blank."""
    if not value.strip():
        raise not_allowed("a text that is not blank")
    return plain(value)


def _is_unseen(letter: str) -> bool:
    return letter not in JOINERS and unicodedata.category(letter) in _UNSEEN
