"""Waits for a condition in the test's own process. What a terminal does is waited for by its control channel."""

import time
from collections.abc import Callable

LIMIT = 10.0


def eventually(condition: Callable[[], bool], limit: float = LIMIT) -> float:
    """Wait for a condition and return the seconds it took. Raises AssertionError after ``limit`` seconds."""
    begun = time.monotonic()
    while not condition():
        assert time.monotonic() - begun < limit, "it never happened"
        time.sleep(0.01)
    return time.monotonic() - begun
