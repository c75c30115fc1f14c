"""Easy Japanese with the reading over every kanji: the markup {漢字|かんじ}, its widths, and painting it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF
from PySide6.QtGui import QFont, QFontMetricsF, QPainter

from ui import style

_MARKED = re.compile(r"\{([^{}|]+)\|([^{}|]+)\}")
_KANJI = re.compile(r"[一-鿿㐀-䶿々〆]")
#: Where things are, in sizes of their font: the top of a kanji and the bottom of a letter, from the base line.
_TOP, _BOTTOM = 0.90, 0.14
#: The same for the small letters over it.
_SMALL_TOP, _SMALL_BOTTOM = 0.86, 0.10
#: Between a line and the readings of the next, so that they are not taken for those of the line above.
_GAP = 0.2
#: The middle of a letter, from the base line.
_MIDDLE = 0.38


@dataclass(frozen=True)
class Run:
    """A piece of text; with a reading it is never broken."""

    text: str
    reading: str = ""


def parse(marked: str) -> tuple[Run, ...]:
    """The pieces of a text with markup."""
    parts = _MARKED.split(marked)
    runs = []
    for number in range(0, len(parts), 3):
        runs.append(Run(parts[number]))
        if number + 2 < len(parts):
            runs.append(Run(parts[number + 1], parts[number + 2]))
    return tuple(run for run in runs if run.text)


def plain(marked: str) -> str:
    """The text without readings: what a screen reader says, and what is in accessible names."""
    return _MARKED.sub(r"\1", marked)


def bare_kanji(marked: str) -> str:
    """The kanji that have no reading over them."""
    return "".join(letter for run in parse(marked) if not run.reading for letter in _KANJI.findall(run.text))


def has_readings(runs: Sequence[Run]) -> bool:
    """Whether there is something over the line."""
    return any(run.reading for run in runs)


def small_font(font: QFont) -> QFont:
    """The font of the readings over a text in this font."""
    ruby = style.tokens().ruby
    small = QFont(font)
    small.setPixelSize(max(ruby.least, font.pixelSize() * ruby.percent // 100))
    small.setBold(False)
    return small


def text_width(text: str, font: QFont) -> float:
    """How wide a line of plain text is."""
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
    """How wide a piece is: a long reading pushes its neighbours away."""
    wide = text_width(run.text, font)
    return max(wide, text_width(run.reading, small_font(font))) if run.reading else wide


def line_width(runs: Sequence[Run], font: QFont) -> float:
    """How wide a line is."""
    return sum(run_width(run, font) for run in runs)


def least_line(font: QFont) -> float:
    """The height that a line with readings needs."""
    small = small_font(font).pixelSize() * (_SMALL_TOP + _SMALL_BOTTOM)
    return font.pixelSize() * (_TOP + _BOTTOM) + small


def line_step(font: QFont) -> float:
    """From one base line to the next, for lines with readings."""
    return least_line(font) + font.pixelSize() * _GAP


def middle_in(step: float, font: QFont, readings: bool) -> float:
    """How far under the top of a line of this height the middle of its letters is."""
    return base_in(step, font, readings) - font.pixelSize() * _MIDDLE


def base_in(step: float, font: QFont, readings: bool) -> float:
    """How far under the top of a line of this height its base line is."""
    if readings:
        return (step + least_line(font)) / 2 - font.pixelSize() * _BOTTOM
    metrics = QFontMetricsF(font)
    return (step - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()


def paint(painter: QPainter, left: float, base: float, runs: Sequence[Run], font: QFont) -> float:
    """Paint a line from this point of its base line; gives where it ends."""
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
