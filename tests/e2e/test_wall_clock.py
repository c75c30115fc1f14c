"""The time of day is set while people are served: no session ends, nothing expires, and there is one audit line."""

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
    """The session goes on with the same limits; there is one audit line, and the audit file can be verified."""
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
    """Ten years ahead: neither this session nor the next judges dates. The portal has its own clock."""
    reach(terminal, "place_card")
    machine_fault(terminal, "set_clock", seconds=10 * YEAR)
    walk.log_in(terminal.control, A)
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    assert_card_waits(terminal)
    reach(terminal, "browse")


def test_with_a_wrong_clock_the_portal_judges_the_certificate(terminal: Terminal) -> None:
    reach(terminal, "place_card")
    machine_fault(terminal, "set_clock", seconds=-10 * YEAR)
    terminal.place_card("expired")
    terminal.control.wait_stage("enter_pin")
    terminal.control.enter_pin("1234")
    terminal.control.wait_until("the refusal", lambda: "certificate_out_of_date" in outcomes(terminal))


def outcomes(terminal: Terminal) -> list[str]:
    """The portal's results for the tokens."""
    return [outcome for _, outcome in terminal.tokens()]
