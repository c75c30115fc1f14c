"""Letters of the city's own texts that the screens cannot show in their right form.

The fonts were cut for our texts and for names (resources/fonts/README.md). Another letter comes from some font of the
system, or is a box. A variation selector has no effect: Qt 6.12 asks no font for the form behind it.
"""

import struct
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from functools import cache
from typing import Any

import resources
from kiosk.config.plain_text import JOINERS
from kiosk.config.settings import Config
from kiosk.desk import Desk
from kiosk.doctor.rows import Check, Row
from kiosk.doctor.settings import NEEDS_CONFIGURATION, Settings
from kiosk.languages import JAPANESE_FONT, OWN_FONTS, SOURCE_LANGUAGE
from kiosk.procedures.model import Procedure

LETTERS = Check("letters", "Letters of the city's texts")
#: Maximum letters that a row shows.
_SHOWN = 5
#: Fields of a procedure that are one Japanese text, not a table of languages.
_FOR_STAFF = "guide_staff"
#: The last code point.
_LAST = 0x10FFFF

#: Where a text stands, its language, the text.
Text = tuple[str, str, str]
#: First and last code point, in order.
Ranges = list[tuple[int, int]]


def letters(settings: Settings) -> Row:
    """The row: every letter of names, counters and procedures has a glyph of its own in the fonts of the screens."""
    if settings.config is None:
        return LETTERS.skip(NEEDS_CONFIGURATION)
    found = unshown(settings.config, settings.procedures or (), settings.desk or Desk())
    if not found:
        return LETTERS.ok("all of them in the fonts of the screens")
    more = f" and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
    to_do = "look at it on the screen; where it is not the right form, write another letter, or the name in kana"
    japanese = "市区町村名や案内に、正しい形で表示できない文字があります。IT担当に連絡してください。"
    return LETTERS.warn(f"{', '.join(found[:_SHOWN])}{more}", to_do, japanese)


def unshown(config: Config, procedures: tuple[Procedure, ...], desk: Desk) -> list[str]:
    """Each letter without a glyph of its own, with the key where it stands first, as ``city U+845B U+E0100``."""
    found: dict[str, str] = {}
    for key, language, text in _texts(config, procedures, desk):
        for letter in _without_glyph(text, language):
            found.setdefault(letter, key)
    return [f"{key} {' '.join(f'U+{ord(part):04X}' for part in letter)}" for letter, key in found.items()]


def _texts(config: Config, procedures: tuple[Procedure, ...], desk: Desk) -> Iterator[Text]:
    yield "city", SOURCE_LANGUAGE, config.city
    yield "window", SOURCE_LANGUAGE, config.window
    yield from _strings("desk", asdict(desk))
    for procedure in procedures:
        yield from _of_procedure(procedure.id, procedure.to_json())


def _strings(key: str, value: Any) -> Iterator[Text]:
    """All strings of nested tables and lists, as Japanese."""
    if isinstance(value, str):
        yield key, SOURCE_LANGUAGE, value
    elif isinstance(value, Mapping):
        for name, item in value.items():
            yield from _strings(f"{key}.{name}", item)


def _of_procedure(key: str, value: Any) -> Iterator[Text]:
    if isinstance(value, Mapping) and SOURCE_LANGUAGE in value:
        yield from ((key, language, text) for language, text in value.items())
    elif isinstance(value, Mapping):
        yield from _strings(f"{key}.{_FOR_STAFF}", value.get(_FOR_STAFF))
        for name, item in value.items():
            yield from _of_procedure(f"{key}.{name}", item)
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _of_procedure(key, item)


def _without_glyph(text: str, language: str) -> Iterator[str]:
    for place, letter in enumerate(text):
        if _is_selector(letter):
            yield text[max(0, place - 1) : place + 1]
        elif letter not in JOINERS and not _is_shown(letter, language):
            yield letter


def _is_selector(letter: str) -> bool:
    return "\ufe00" <= letter <= "\ufe0f" or "\U000e0100" <= letter <= "\U000e01ef"


@cache
def _is_shown(letter: str, language: str) -> bool:
    files = (*OWN_FONTS.get(language, ())[:1], JAPANESE_FONT[0])
    return any(_is_in(table, ord(letter)) for name in files for table in _tables(name))


def _is_in(table: Ranges, code: int) -> bool:
    first, last = table[max(0, bisect_right(table, (code, _LAST)) - 1)]
    return first <= code <= last


@cache
def _tables(name: str) -> list[Ranges]:
    return character_tables(resources.path("fonts", name).read_bytes())


def character_tables(font: bytes) -> list[Ranges]:
    """The code points that an OpenType font maps to glyphs: its cmap, formats 4 and 12. Raises struct.error."""
    count = struct.unpack_from(">H", font, 4)[0]
    entries = struct.iter_unpack(">4s4xI4x", font[12 : 12 + 16 * count])
    cmap = next(offset for name, offset in entries if name == b"cmap")
    count = struct.unpack_from(">H", font, cmap + 2)[0]
    starts = [cmap + offset for (offset,) in struct.iter_unpack(">4xI", font[cmap + 4 : cmap + 4 + 8 * count])]
    read = [(_FORMATS.get(struct.unpack_from(">H", font, start)[0]), start) for start in starts]
    return [ranges(font, start) for ranges, start in read if ranges]


def _format_4(font: bytes, start: int) -> Ranges:
    size = struct.unpack_from(">H", font, start + 6)[0]
    ends = struct.unpack_from(f">{size // 2}H", font, start + 14)
    begins = struct.unpack_from(f">{size // 2}H", font, start + 16 + size)
    return [(first, last) for first, last in zip(begins, ends, strict=True) if first < 0xFFFF]


def _format_12(font: bytes, start: int) -> Ranges:
    count = struct.unpack_from(">I", font, start + 12)[0]
    return [(first, last) for first, last in struct.iter_unpack(">II4x", font[start + 16 : start + 16 + 12 * count])]


_FORMATS = {4: _format_4, 12: _format_12}
