"""The program leaves once: when no wipe is running, or at the deadline although the wipe hangs."""

import pytest

from kiosk.supervisor.stopping import Stopping


@pytest.fixture
def left() -> list[str]:
    return []


@pytest.fixture
def stopping(left: list[str]) -> Stopping:
    return Stopping(lambda: left.append("left"))


def test_nobody_leaves_before_it_was_asked(stopping: Stopping, left: list[str]) -> None:
    stopping.leave_unless(wiping=False)
    stopping.leave_when_late(1e9)
    assert not left
    assert not stopping.begun


def test_it_waits_for_the_wipe_and_leaves_once(stopping: Stopping, left: list[str]) -> None:
    stopping.begin(110.0)
    stopping.leave_unless(wiping=True)
    assert not left
    for _ in range(2):
        stopping.leave_unless(wiping=False)
    stopping.leave_when_late(200.0)
    assert left == ["left"]


def test_a_wipe_that_hangs_is_left_behind_at_the_first_deadline(stopping: Stopping, left: list[str]) -> None:
    stopping.begin(110.0)
    stopping.begin(300.0)
    stopping.leave_when_late(109.9)
    assert not left
    stopping.leave_when_late(110.0)
    assert left == ["left"]
