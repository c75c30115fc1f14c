"""A terminal without a keyboard: the touch keyboard appears for a field of the page, and never covers it."""

from typing import Any

import pytest

from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.terminal import Terminal, reach

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: Height of the keyboard in pixels: more than half of the window, as on a small screen.
HEIGHT = 450


@pytest.fixture(scope="module")
def choices() -> dict[str, Any]:
    return {"hardware_keyboard": False, "timers": {"idle": 6.0, "warning": 20.0}}


def keyboard(terminal: Terminal, **settings: Any) -> dict[str, Any]:
    found: dict[str, Any] = terminal.control.ask("keyboard", "state", **settings)
    return found


def until_shown(terminal: Terminal, shown: bool = True) -> None:
    what = "the keyboard" if shown else "no keyboard"
    terminal.control.wait_until(what, lambda: keyboard(terminal)["shown"] is shown)


def is_in_sight(terminal: Terminal, selector: str) -> bool:
    """Whether the whole field is in the page's view, and the view is above the keyboard."""
    box = f"document.querySelector({selector!r}).getBoundingClientRect()"
    top, bottom, height = terminal.evaluate(f"[{box}.top, {box}.bottom, innerHeight]")
    state = keyboard(terminal)
    (_, above, _, below), place = state["page"], state["place"]
    return bool(place and below <= place[1] and height == below - above and top >= 0 and bottom <= height)


def to_details(terminal: Terminal) -> None:
    reach(terminal, "browse")
    walk.to_details(terminal.control, A)


def test_it_comes_for_a_field_and_never_covers_it(terminal: Terminal) -> None:
    to_details(terminal)
    assert keyboard(terminal, height=HEIGHT)["requests"] == 0, "not for the PIN pad, nor for a page without a field"
    whole = keyboard(terminal)["page"]
    for name in ("phone", "payment_id"):
        terminal.control.page_press(f"#{name}")
        until_shown(terminal)
        terminal.control.wait_until(f"{name} in sight", lambda name=name: is_in_sight(terminal, f"#{name}"))  # type: ignore[misc]
    terminal.control.ask("session", "type", text=A.payment_id)
    value = "document.querySelector('#payment_id').value"
    terminal.control.wait_until("what was typed", lambda: terminal.evaluate(value) == A.payment_id)
    terminal.control.press("call_staff")
    until_shown(terminal, shown=False)
    terminal.control.press("back")
    until_shown(terminal)
    keyboard(terminal, height=0)
    terminal.control.wait_until("the whole room", lambda: keyboard(terminal)["page"] == whole)


def test_it_is_gone_under_the_idle_warning_and_comes_back_with_the_page(terminal: Terminal) -> None:
    to_details(terminal)
    keyboard(terminal, height=HEIGHT)
    terminal.control.page_press("#phone")
    until_shown(terminal)
    terminal.control.wait_stage("idle_warning")
    until_shown(terminal, shown=False)
    terminal.control.wait_until("the page", lambda: _gone_on(terminal))
    until_shown(terminal)
    terminal.control.wait_until("the field in sight", lambda: is_in_sight(terminal, "#phone"))
    terminal.control.take()
    until_shown(terminal, shown=False)


def _gone_on(terminal: Terminal) -> bool:
    """Press 「続ける」, which ignores presses at first; returns whether the page is shown."""
    terminal.control.press("extend")
    return terminal.shown() == "browse"
