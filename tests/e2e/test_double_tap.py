"""A double tap on the screen of a kiosk: the second tap chooses nothing on the page that the first one brought."""

import pytest

from tests.support.terminal import Terminal, reach
from tests.support.xserver import XServer

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: Seconds that a new page takes no tap: longer than on a real terminal, since the tap comes late on a busy machine.
GUARD = 2.0
#: The middle of an element in pixels of the screen: the page lies right above the footer, from the left edge on.
MIDDLE = """(({{left, top, width, height}}) => [left + width / 2, top + height / 2 - innerHeight])
  (document.querySelector({!r}).getBoundingClientRect())"""
FOOTER = 800 - 96


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True, "tap_guard": GUARD}


def test_a_tap_right_after_a_new_page_chooses_nothing_on_it(terminal: Terminal, monitors: XServer) -> None:
    reach(terminal, "browse")
    terminal.control.page_press("#next")
    terminal.control.wait_page("/service")
    across, down = terminal.evaluate(MIDDLE.format("#services button"))
    place = round(across), FOOTER + round(down)
    monitors.click(*place)
    assert terminal.control.customer()["guarded"], "the tap came in time"
    terminal.control.wait_until("the page to take taps", lambda: not terminal.control.customer()["guarded"])
    assert terminal.control.customer()["page"] == "/service"
    monitors.click(*place)
    terminal.control.wait_page("/details")
    assert len(terminal.requests("POST", "/service")) == 1
