"""Furigana, the readings over kanji in easy Japanese: the markup {漢字|かんじ}, its widths, and painting it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui import style

_MARKED = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
#: Distance from the base line to the top of a kanji and to the bottom of a letter, in font sizes.
_TOP, _BOTTOM = 0.90, 0.14
#: The same for the furigana, in sizes of their font.
_SMALL_TOP, _SMALL_BOTTOM = 0.86, 0.10
#: Gap between a line and the furigana of the next, in font sizes, so that they are not read with the line above.
_GAP = 0.2
#: Distance from the base line up to the middle of a letter, in font sizes.
_MIDDLE = 0.38


@dataclass(frozen=True)
class Run:
    """A piece of text. One with a reading is never broken."""

    text: str
    reading: str = ""


@lru_cache(maxsize=4096)  # a layout asks for the same labels again and again
def parse(marked: str) -> tuple[Run, ...]:
    """The pieces of a text with markup."""
    parts = _MARKED.split(marked)
    runs = []
    for number in range(0, len(parts), 3):
        runs.append(Run(parts[number]))
        if number + 2 < len(parts):
            runs.append(Run(parts[number + 1], parts[number + 2]))
    return tuple(run for run in runs if run.text)


@lru_cache(maxsize=4096)
def plain(marked: str) -> str:
    """The text without readings, as in accessible names."""
    return _MARKED.sub(r"\1", marked)


def has_readings(runs: Sequence[Run]) -> bool:
    """Whether any of the pieces has a reading."""
    return any(run.reading for run in runs)


def small_font(font: QFont) -> QFont:
    """The font of the furigana over a text in this font."""
    ruby = style.tokens().ruby
    small = QFont(font)
    small.setPixelSize(max(ruby.least, font.pixelSize() * ruby.percent // 100))
    small.setBold(False)
    return small


def text_width(text: str, font: QFont) -> float:
    """The width of a line of plain text, in pixels."""
    return _width(text, tuple(font.families()), font.pixelSize(), font.weight())


@lru_cache(maxsize=4096)
def _width(text: str, families: tuple[str, ...], pixels: int, weight: QFont.Weight) -> float:
    font = QFont()
    font.setFamilies(families)
    font.setPixelSize(pixels)
    font.setWeight(weight)
    font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    return QFontMetricsF(font).horizontalAdvance(text)


def run_width(run: Run, font: QFont) -> float:
    """The width of a piece, in pixels: of its text or its reading, whichever is wider."""
    wide = text_width(run.text, font)
    return max(wide, text_width(run.reading, small_font(font))) if run.reading else wide


def line_width(runs: Sequence[Run], font: QFont) -> float:
    """The width of a line, in pixels."""
    return sum(run_width(run, font) for run in runs)


def overhang(runs: Sequence[Run], font: QFont) -> float:
    """How far the first letter reaches to the left of its place, in pixels, as a j does; 0 for most letters."""
    first = runs[0].text[0] if runs and not runs[0].reading else ""
    return max(0.0, -QFontMetricsF(font).leftBearing(first)) if first else 0.0


def least_line(font: QFont) -> float:
    """The height that a line with furigana needs, in pixels."""
    small = small_font(font).pixelSize() * (_SMALL_TOP + _SMALL_BOTTOM)
    return font.pixelSize() * (_TOP + _BOTTOM) + small


def line_step(font: QFont) -> float:
    """The distance between base lines with furigana, in pixels."""
    return least_line(font) + font.pixelSize() * _GAP


def middle_in(step: float, font: QFont, readings: bool) -> float:
    """The distance from the top of a line to the middle of its letters, in pixels; ``step``: its height."""
    return base_in(step, font, readings) - font.pixelSize() * _MIDDLE


def base_in(step: float, font: QFont, readings: bool) -> float:
    """The distance from the top of a line to its base line, in pixels; ``step``: its height."""
    if readings:
        return (step + least_line(font)) / 2 - font.pixelSize() * _BOTTOM
    metrics = QFontMetricsF(font)
    return (step - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def paint(painter: QPainter, left: float, base: float, runs: Sequence[Run], font: QFont) -> float:
    """Paint a line whose base line starts at this point; returns the x coordinate of its end."""
    small = small_font(font)
    over = base - font.pixelSize() * _TOP - small.pixelSize() * _SMALL_BOTTOM
    for run in runs:
        wide = run_width(run, font)
        painter.setFont(font)
        painter.drawText(QPointF(left + (wide - text_width(run.text, font)) / 2, base), run.text)
        if run.reading:
            painter.setFont(small)
            painter.drawText(QPointF(left + (wide - text_width(run.reading, small)) / 2, over), run.reading)
        left += wide
    return left
