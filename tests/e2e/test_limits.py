"""Time limits end sessions: idle warning, shown result, absolute limit. Timers are shorter than a city may set them."""

from contextlib import suppress
from typing import Any

import pytest

from kiosk.system import clock
from kiosk.training.remote.control import ControlError
from kiosk.training.remote.walk import A
from tests.e2e.conftest import Start
from tests.support.terminal import (
    ONE_CHECK,
    Terminal,
    assert_card_waits,
    assert_ended,
    assert_next_may_come,
    press_when_armed,
    reach,
    visit,
)

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

IDLE = 3.0


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    return {"timers": {"idle": IDLE, "warning": 2.0, "completion": 2.0, "pin_idle": 1.0}}


def test_nobody_answers_the_idle_warning(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.wait_stage("idle_warning")
    assert_ended(terminal, before, "idle")
    assert before.trail.codes().count("idle_warning") == 1
    assert_card_waits(terminal)


def test_somebody_presses_go_on(terminal: Terminal) -> None:
    reach(terminal, "prepare")
    before = visit(terminal)
    terminal.control.wait_stage("idle_warning")
    press_when_armed(terminal, "extend")
    terminal.control.wait_stage("prepare")
    terminal.control.press("renewed_no")
    terminal.control.wait_stage("place_card")
    assert visit(terminal).pid == before.pid
    assert before.trail.codes().count("idle_extended") == 1


def test_a_slow_person_goes_on_ten_times(start: Start) -> None:
    """One tap each on the same page, without a PIN, as long as the person does anything in between."""
    terminal = start(timers={"idle": 2.0, "warning": 4.0})
    reach(terminal, "browse")
    before, page = visit(terminal), terminal.control.customer()["page"]
    presented = terminal.verifications(A.person)
    for _ in range(10):
        terminal.control.wait_stage("idle_warning")
        press_when_armed(terminal, "extend")
        terminal.control.wait_stage("browse")
        terminal.control.page_press("h1")
    assert (visit(terminal).pid, terminal.control.customer()["page"]) == (before.pid, page)
    assert before.trail.codes().count("idle_extended") == 10
    assert "extend_asked" not in before.trail.codes()
    assert terminal.verifications(A.person) == presented


def test_somebody_ends_on_the_idle_warning(terminal: Terminal) -> None:
    reach(terminal, "prepare")
    before = visit(terminal)
    terminal.control.wait_stage("idle_warning")
    press_when_armed(terminal, "end")
    assert_ended(terminal, before, "give_up")
    assert_next_may_come(terminal)


def test_a_touch_beside_the_button_does_not_extend(terminal: Terminal) -> None:
    reach(terminal, "choose")
    before = visit(terminal)
    terminal.control.wait_stage("idle_warning")
    terminal.control.ask("session", "press", name="idle_warning")
    assert_ended(terminal, before, "idle")


def test_half_typed_digits_are_cleared(terminal: Terminal) -> None:
    reach(terminal, "enter_pin")
    terminal.control.enter_pin("12")
    typed = clock.now()
    terminal.control.wait_until("the digits to be cleared", lambda: clock.now() - typed > 1.0 + 0.6)
    terminal.control.enter_pin("1234")
    terminal.control.wait_page("/measures")
    assert terminal.verifications("taro") == 1


def test_a_shown_result_ends_by_itself(terminal: Terminal) -> None:
    reach(terminal, "result")
    before = visit(terminal)
    assert_ended(terminal, before, "finished")
    assert_card_waits(terminal)


def test_a_result_may_be_looked_at_longer_and_ends_with_one_button(terminal: Terminal) -> None:
    reach(terminal, "result")
    before, began = visit(terminal), clock.now()
    for seconds in (1.2, 2.4):
        terminal.control.wait_until("time to pass", lambda: clock.now() - began > seconds)  # noqa: B023
        terminal.control.press("look_longer")
    assert visit(terminal).pid == before.pid, "longer than the 2 s that a result stays here"
    for other in ("give_up", "next_customer"):
        with pytest.raises(ControlError):
            terminal.control.press(other)
    terminal.control.press("finish")
    assert_ended(terminal, before, "finished")
    assert_card_waits(terminal)


def test_a_problem_ends_by_itself(terminal: Terminal) -> None:
    reach(terminal, "problem")
    before = visit(terminal)
    assert_ended(terminal, before, "card_unusable")
    assert_card_waits(terminal)


def test_nobody_is_timed_on_the_attract_screen(terminal: Terminal) -> None:
    before = visit(terminal)
    began = terminal.control.terminal()
    terminal.control.wait_until("time to pass", lambda: elapsed(terminal, before.session) > IDLE + 3)
    assert terminal.control.terminal()["session"] == began["session"]


def test_the_absolute_limit_ends_even_a_busy_person(start: Start) -> None:
    """It is announced more than 20 s before; after one press the person can go on until then; nothing extends it."""
    terminal = start(timers={"absolute": 34.0, "warning": 2.0})
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.control.wait_stage("limit_warning", 20)
    announced = clock.now()
    press_when_armed(terminal, "extend", "limit_warning")

    def ended() -> bool:
        if terminal.phase() == "serving":
            with suppress(ControlError):
                terminal.control.page_press("#measure_account")
        return terminal.phase() != "serving"

    terminal.control.wait_until("the limit", ended, 40)
    assert clock.now() - announced > 18
    assert_ended(terminal, before, "absolute_limit")
    assert_card_waits(terminal)


def test_a_check_that_only_the_kiosk_asked_for_has_its_time_too(start: Start) -> None:
    """When the time is over the page is shown again, and nothing was sent; the next press begins a new check."""
    terminal = start(timers={"check_window": 4.0})
    terminal.portal.change("mode", mode=ONE_CHECK)
    reach(terminal, "check")
    trail = terminal.trail.now()
    terminal.control.enter_pin("12")
    terminal.control.wait_stage("browse", 15)
    assert trail.codes() == ["check_failed"]
    assert "時間が過ぎました" in "".join(terminal.control.ask("session", "words"))
    assert terminal.requests("POST", "/apply") == []
    terminal.control.page_press("#apply")
    terminal.control.wait_stage("check")
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_page("/result/done")
    assert len(terminal.requests("POST", "/apply")) == 1, "what was held leaves without another press"


def elapsed(terminal: Terminal, session: int) -> float:
    """Seconds since this session was prepared."""
    prepared = terminal.trail.of("session_prepared")[-1]["mono"]
    assert terminal.control.terminal()["session"] == session
    return float(clock.now() - prepared)
