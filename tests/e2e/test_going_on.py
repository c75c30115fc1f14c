"""The PIN after three extensions (scenario A9), and large text on a page."""

from typing import Any

import pytest

from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.terminal import Terminal, press_when_armed, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    return {"timers": {"idle": 3.0, "warning": 3.0, "completion": 2.0, "pin_idle": 60.0}}


def _go_on(terminal: Terminal) -> None:
    terminal.control.wait_stage("idle_warning")
    press_when_armed(terminal, "extend")


def test_after_three_extensions_the_pin_is_asked(terminal: Terminal) -> None:
    reach(terminal, "browse")
    before = visit(terminal)
    for _ in range(3):
        _go_on(terminal)
        terminal.control.wait_stage("browse")
    _go_on(terminal)
    terminal.control.wait_stage("extend")
    presented = terminal.verifications(A.person)
    terminal.control.enter_pin("9999")
    terminal.control.wait_until("one try less", lambda: terminal.control.customer().get("tries") == 2)
    assert terminal.control.customer()["shown"] == "extend"
    terminal.control.enter_pin(A.pin)
    terminal.control.wait_stage("browse")
    assert terminal.verifications(A.person) == presented + 2
    assert before.trail.codes().count("extend_asked") == 1
    assert visit(terminal).pid == before.pid
    assert not terminal.commits()


def test_the_large_letters_keep_the_page(terminal: Terminal) -> None:
    reach(terminal, "browse")
    page = terminal.control.customer()["page"]
    for name, zoom in (("look_large", 1.4), ("look_largest", 2.0), ("look_normal", 1.0)):
        terminal.control.press("look")
        terminal.control.press(name)
        terminal.control.wait_until("zoom", lambda: abs(terminal.evaluate("devicePixelRatio") - zoom) < 0.01)  # noqa: B023
        assert terminal.control.customer()["page"] == page
    terminal.control.wait_stage("browse")
    walk.fill_in(terminal.control, A)
