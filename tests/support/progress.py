"""Tells how far a long list is, on the terminal of pytest."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from kiosk.system import clock

#: Seconds between two lines.
INTERVAL = 60.0
Progress = Callable[[Sequence[Any], str], Iterator[Any]]


def progress_by(write_line: Callable[[str], None]) -> Progress:
    """The items of a list, with a line each minute: what they are, how many of how many."""

    def progress(items: Sequence[Any], what: str) -> Iterator[Any]:
        due = clock.now() + INTERVAL
        for number, item in enumerate(items):
            if clock.now() >= due:
                write_line(f"{what}: {number} of {len(items)}")
                due = clock.now() + INTERVAL
            yield item

    return progress
