"""The desk of the card tests."""

from collections.abc import Iterator

import pytest

from tests.support.desk import Desk
from tests.support.trace import assert_clean


@pytest.fixture
def desk() -> Iterator[Desk]:
    """At the end the whole trace is checked: nothing forbidden was ever selected."""
    made = Desk()
    yield made
    if not made.foreign:
        assert_clean(made.trace)
