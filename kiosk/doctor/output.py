"""The output of ``kiosk doctor``: progress on stderr, then a plain table or JSON. Colour carries no information."""

import json
import os
import shutil
import textwrap
import unicodedata
from collections.abc import Callable, Iterator
from typing import TextIO

from kiosk.doctor.examination import OnRow, Report
from kiosk.doctor.rows import Result, Row

_COLOURS = {Result.OK: "32", Result.WARN: "33", Result.FAIL: "1;31", Result.NOT_APPLICABLE: "2"}
#: Columns of the table without a terminal, and minimum columns of its texts.
_WIDTH = 110
_NARROWEST = 30
#: Characters that may exceed the width: no line of Japanese begins with one.
_CLOSING = "。、」）"

Style = Callable[[Result, str], str]


def table(report: Report, width: int, style: Style = lambda _, text: text) -> Iterator[str]:
    """The lines of the plain table, with what to do below a row that is not ok. ``style`` may only add colour."""
    titles = max(len(row.title) for row in report.rows) + 2
    words = max(len(result.value) for result in Result) + 2
    for row in report.rows:
        room = max(_NARROWEST, width - titles - words)
        first, *rest = textwrap.wrap(row.found, room, break_on_hyphens=False) or [""]
        yield f"{row.title:<{titles}}{style(row.result, f'{row.result.value:<{words}}')}{first}".rstrip()
        advice = textwrap.wrap(f"-> {row.to_do}", room, subsequent_indent="   ") if row.to_do else []
        spoken = [f"   {line}" for line in wrapped(row.japanese, room - 3)]
        yield from (" " * (titles + words) + line for line in [*rest, *advice, *spoken])
    yield ""
    yield summary(report)


def wrapped(text: str, room: int) -> Iterator[str]:
    """Japanese in lines of at most ``room`` columns; a full-width character takes two."""
    line, used = "", 0
    for letter in text:
        columns = 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        if used + columns > room and letter not in _CLOSING:
            yield line
            line, used = "", 0
        line, used = line + letter, used + columns
    if line:
        yield line


def summary(report: Report) -> str:
    """One line: the number of rows of each result, and the seconds."""
    counts = {result: sum(row.result is result for row in report.rows) for result in Result}
    counted = ", ".join(f"{count} {result.value}" for result, count in counts.items() if count)
    return f"{counted}; {report.seconds:.1f} s"


def progress(target: TextIO) -> OnRow:
    """Writes every finished check to ``target``: in place on a terminal, else a line each."""
    in_place = target.isatty()

    def on_row(row: Row, done: int, total: int) -> None:
        text = f"{done:>2}/{total} {row.title}: {row.result.value}"
        if not in_place:
            target.write(f"{text}\n")
        else:
            target.write("\r\x1b[K" + (text if done < total else ""))
        target.flush()

    return on_row


def printed(report: Report, as_json: bool, target: TextIO) -> Iterator[str]:
    """The lines for the standard output; colours if it is a terminal and NO_COLOR is not set."""
    if as_json:
        yield json.dumps(report.to_json(), ensure_ascii=False, indent=1)
        return
    terminal = target.isatty()
    width = shutil.get_terminal_size().columns if terminal else _WIDTH
    colours = terminal and "NO_COLOR" not in os.environ
    yield from table(report, width, _coloured if colours else _plain)


def _coloured(result: Result, text: str) -> str:
    return f"\x1b[{_COLOURS[result]}m{text}\x1b[0m"


def _plain(_: Result, text: str) -> str:
    return text
