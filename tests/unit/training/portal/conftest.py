"""A portal in the test's own process."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.unit.training.portal.visitor import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A portal with a clock that can be moved."""
    made = Desk(tmp_path / "portal.sqlite")
    yield made
    made.close()


@pytest.fixture
def desk_in(tmp_path: Path) -> Iterator[Callable[..., Desk]]:
    """The same with settings of the test's choice."""
    desks: list[Desk] = []

    def make(**settings: object) -> Desk:
        desks.append(Desk(tmp_path / "portal.sqlite", **settings))
        return desks[-1]

    yield make
    for made in desks:
        made.close()
