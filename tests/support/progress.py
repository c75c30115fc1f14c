"""Tells how far a long list is, on the terminal of pytest."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

import pytest

from kiosk.system import clock

#: Seconds between two lines.
INTERVAL = 60.0
Progress = Callable[[Sequence[Any], str], Iterator[Any]]


@pytest.fixture(scope="session")
def progress(request: pytest.FixtureRequest) -> Progress:
    """The items of a list, with a line on the terminal each minute: what it is, how many of how many."""
    terminal = request.config.pluginmanager.get_plugin("terminalreporter")

    def told(items: Sequence[Any], what: str) -> Iterator[Any]:
        due = clock.now() + INTERVAL
        for number, item in enumerate(items):
            if clock.now() >= due and terminal is not None:
                terminal.write_line(f"{what}: {number} of {len(items)}")
                due = clock.now() + INTERVAL
            yield item

    return told
