"""Where lines of text break: between phrases in Japanese, between words, or between characters without spaces."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import QTextBoundaryFinder
from PySide6.QtGui import QFont

from kiosk.languages import without_spaces
from ui.widgets.furigana import Run, line_width, parse

Line = tuple[Run, ...]

_SPACE = re.compile(r"(?<= )")
#: Easy Japanese has spaces between its phrases.
_EASY = re.compile(r"(?<= )|(?<=[、。」）！？])(?![、。」）！？])|(?<=[^ ])(?=[「『（])|(?<=しい)(?=[一-龯])")
#: After a space, after Japanese punctuation, and where a phrase of Japanese ends.
_JAPANESE = re.compile(
    r"(?<= )|(?<=[、。」）！？])(?![、。」）！？])"
    r"|(?<=しい)(?=[一-龯])"
    r"|(?<=[をにはがでともへのてたうるくばねよずらだすやか])(?=[一-龯ァ-ヶA-Za-z0-9「『（])"
)
_RULES = {"ja": _JAPANESE, "ja-easy": _EASY}
#: A line feed that is neither at the end of a sentence nor before an item of a list.
_INSIDE = re.compile(r"(?<![.!?。！？:：।။])\n(?!・)")


def wrap(marked: str, font: QFont, width: float, language: str, flowing: bool = False) -> list[Line]:
    """Break a text into lines: at its line feeds, then where its language allows, last inside a word that is too long.

    ``width`` in pixels. ``flowing``: if a line is too long for the width, line feeds inside a sentence are dropped;
    otherwise they would leave single words on lines of their own.
    """
    paragraphs = [parse(paragraph) for paragraph in marked.split("\n")]
    if flowing and any(line_width(paragraph, font) > width for paragraph in paragraphs):
        between = "" if language in without_spaces() else " "
        paragraphs = [parse(paragraph) for paragraph in _INSIDE.sub(between, marked).split("\n")]
    return [line for paragraph in paragraphs for line in _wrap_paragraph(paragraph, font, width, language)]


def _wrap_paragraph(runs: Line, font: QFont, width: float, language: str) -> list[Line]:
    if line_width(runs, font) <= width:
        return [runs]
    lines: list[Line] = [()]
    for phrase in phrases(runs, language):
        fits = line_width(_trimmed(phrase), font) <= width
        for piece in [phrase] if fits else _letters(phrase):
            if lines[-1] and line_width(_trimmed(lines[-1] + piece), font) > width:
                lines.append(())
            lines[-1] += piece
    return [_trimmed(line) for line in lines]


def phrases(runs: Line, language: str) -> list[Line]:
    """The phrases of a text; a line may break between them."""
    return _cut(runs, _breaks("".join(run.text for run in runs), language))


def _breaks(text: str, language: str) -> list[int]:
    if language in without_spaces() - _RULES.keys():
        return list(_boundaries(text, QTextBoundaryFinder.BoundaryType.Line))
    return [found.start() for found in _RULES.get(language, _SPACE).finditer(text)]


def _boundaries(text: str, kind: QTextBoundaryFinder.BoundaryType) -> Iterator[int]:
    finder = QTextBoundaryFinder(kind, text)
    while (place := finder.toNextBoundary()) >= 0:
        if place < len(text):
            yield place


def _cut(runs: Line, places: Sequence[int]) -> list[Line]:
    """Cut the text at these positions; a piece with a reading stays whole."""
    found: list[Line] = [()]
    start = 0
    for run in runs:
        end = start + len(run.text)
        inside = [] if run.reading else [place - start for place in places if start < place < end]
        if start in places:
            found.append(())
        for first, last in pairwise([0, *inside, len(run.text)]):
            if first:
                found.append(())
            found[-1] += (Run(run.text[first:last], run.reading),)
        start = end
    return [phrase for phrase in found if phrase]


def _letters(phrase: Line) -> Iterator[Line]:
    for run in phrase:
        if run.reading:
            yield (run,)
            continue
        places = [0, *_boundaries(run.text, QTextBoundaryFinder.BoundaryType.Grapheme), len(run.text)]
        for first, last in pairwise(places):
            yield (Run(run.text[first:last]),)


def _trimmed(line: Line) -> Line:
    """The line without spaces at its end."""
    if not line or line[-1].reading:
        return line
    last = line[-1].text.rstrip()
    return (*line[:-1], Run(last)) if last else line[:-1]
