"""Fixtures of the card tests."""

from collections.abc import Iterator

import pytest

from tests.support.desk import Desk
from tests.support.trace import assert_clean


@pytest.fixture
def desk() -> Iterator[Desk]:
    """A desk whose trace of commands is checked at the end: no forbidden file was ever selected."""
    made = Desk()
    yield made
    if not made.foreign:
        assert_clean(made.trace)
