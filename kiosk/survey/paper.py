"""What a survey says, as values: tables with a title and a note. Every form (screen, HTML, CSV, XLSX) shows these."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import zip_longest
from unicodedata import east_asian_width

#: Rows of a shortened table on the screen.
SCREEN_ROWS = 20
#: Columns of a cell on the screen; a longer text goes on in the next line.
CELL = 72


@dataclass(frozen=True)
class Table:
    """One table. ``note``: what its rows mean, in a sentence; ``shortened``: the screen shows only the first rows."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""
    shortened: bool = False


@dataclass(frozen=True)
class Paper:
    """The whole answer: title, the sentences at the top, the tables."""

    title: str
    head: tuple[str, ...]
    tables: tuple[Table, ...] = field(default=())


def table(
    title: str, columns: Iterable[str], rows: Iterable[Iterable[object]], note: str = "", shortened: bool = False
) -> Table:
    """A table whose cells become texts."""
    cells = tuple(tuple(str(cell) for cell in row) for row in rows)
    return Table(title, tuple(columns), cells, note, shortened)


def text(paper: Paper) -> Iterator[str]:
    """The paper in lines for the screen."""
    yield paper.title
    yield "=" * 60
    yield from paper.head
    for item in paper.tables:
        yield ""
        yield f"■ {item.title}（{len(item.rows)}件）"
        if item.note:
            yield f"  {item.note}"
        yield from _grid(item)


def _grid(item: Table) -> Iterator[str]:
    if not item.rows:
        yield "  なし"
        return
    shown = item.rows[:SCREEN_ROWS] if item.shortened else item.rows
    every = [[_wrapped(cell) for cell in row] for row in (item.columns, *shown)]
    widths = [max(width(line) for row in every for line in row[place]) for place in range(len(item.columns))]
    for row in every:
        yield from _lines(row, widths)
    if left := len(item.rows) - len(shown):
        yield f"  ほか{left}件（--html、--csv、--xlsx にはすべてあります）"


def _lines(row: list[list[str]], widths: list[int]) -> Iterator[str]:
    """One row on the screen; a wrapped cell makes it higher."""
    for cells in zip_longest(*row, fillvalue=""):
        padded = (cell + " " * (columns - width(cell)) for cell, columns in zip(cells, widths, strict=True))
        yield ("  " + "  ".join(padded)).rstrip()


def _wrapped(cell: str) -> list[str]:
    """The cell in lines of at most ``CELL`` columns; Japanese can be broken after any letter."""
    lines = [""]
    for letter in cell:
        if width(lines[-1] + letter) > CELL:
            lines.append("")
        lines[-1] += letter
    return lines


def width(cell: str) -> int:
    """Columns of a terminal: a Japanese letter takes two."""
    return sum(2 if east_asian_width(letter) in "FWA" else 1 for letter in cell)
