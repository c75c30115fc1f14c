"""The time of day is set while people are served: nobody is ended, nothing expires, and it is written down once."""

from typing import Any

import pytest

from kiosk.audit.verify import check
from kiosk.system import clock
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.afterwards import assert_forgotten, machine_fault
from tests.support.terminal import Terminal, assert_card_waits, assert_ended, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

HOUR, YEAR = 3600.0, 365.0 * 86_400
IDLE, WARNING = 4.0, 2.0


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    return {"timers": {"idle": IDLE, "warning": WARNING}}


@pytest.mark.parametrize("seconds", [-HOUR, YEAR], ids=["back an hour", "forward a year"])
def test_the_time_of_day_is_set(terminal: Terminal, seconds: float) -> None:
    """The person goes on; the limits run as before; exactly one line, and the audit file holds, over its months."""
    reach(terminal, "browse")
    before = visit(terminal)
    machine_fault(terminal, "set_clock", seconds=seconds)
    terminal.control.wait_until("the line", lambda: before.trail.of("clock_jump"))
    walk.fill_in(terminal.control, A)
    gone = clock.now()
    assert visit(terminal).pid == before.pid
    assert_ended(terminal, before, "idle")
    assert IDLE + WARNING - 0.5 < clock.now() - gone < IDLE + WARNING + 4.0
    assert_card_waits(terminal)
    assert [line["seconds"] for line in before.trail.of("clock_jump")] == [pytest.approx(seconds, abs=2)]
    assert check(terminal.data / "audit.jsonl").findings == []
    assert_forgotten(terminal, before)


def test_no_certificate_expires_by_it(terminal: Terminal) -> None:
    """Ten years on: dates cannot be judged, by this session and by the next one. The portal has its own clock."""
    reach(terminal, "place_card")
    machine_fault(terminal, "set_clock", seconds=10 * YEAR)
    walk.log_in(terminal.control, A)
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    assert_card_waits(terminal)
    reach(terminal, "browse")


def test_who_cannot_judge_leaves_it_to_the_portal(terminal: Terminal) -> None:
    reach(terminal, "place_card")
    machine_fault(terminal, "set_clock", seconds=-10 * YEAR)
    terminal.place_card("expired")
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin("1234")
    terminal.control.wait_until("the refusal", lambda: "certificate_out_of_date" in outcomes(terminal))


def outcomes(terminal: Terminal) -> list[str]:
    """What the portal said to the tokens."""
    return [outcome for _, outcome in terminal.tokens()]
