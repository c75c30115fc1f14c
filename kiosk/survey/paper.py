"""What a survey says, as values: tables with a title and a note. Every form (screen, HTML, CSV, XLSX) shows these."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from unicodedata import east_asian_width

#: Rows of a shortened table on the screen.
SCREEN_ROWS = 20


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
    every = (item.columns, *shown)
    widths = [max(_width(row[place]) for row in every) for place in range(len(item.columns))]
    for row in every:
        cells = (cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True))
        yield ("  " + "  ".join(cells)).rstrip()
    if left := len(item.rows) - len(shown):
        yield f"  ほか{left}件（--html、--csv、--xlsx にはすべてあります）"


def _width(cell: str) -> int:
    """Columns of a terminal: a Japanese letter takes two."""
    return sum(2 if east_asian_width(letter) in "FWA" else 1 for letter in cell)
