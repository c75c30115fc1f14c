"""A page that will not let go: dialogs, loops and floods. The press on 「次の方へ」 ends the session all the same."""

import re

import pytest

from kiosk.system import clock
from tests.hostile.fence import PAGES
from tests.support.terminal import Terminal, assert_card_waits, assert_ended, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.slow]

FENCE = "/_hostile/fence/page/fence.html"
HOLDS = re.findall(r'^  "([^"]+)": \(\) =>', (PAGES / "hold.js").read_text(encoding="utf-8"), re.MULTILINE)
#: Seconds from the press to the verified wipe: the portal's logout may take 1.5 of them, and this machine is shared.
LIMIT = 4.0
#: These are not only refused but end the session, or show the person what to do; any of these is an answer.
BY_ITSELF = {"a full memory": "renderer_dead"}


def hold(terminal: Terminal, name: str) -> None:
    reach(terminal, "browse")
    terminal.evaluate(f"void (location.href = '{FENCE}')")
    terminal.control.wait_page(FENCE)
    terminal.evaluate(f"void hold({name!r})")
    path = "/_hostile/fence/x/held"
    terminal.control.wait_until("the page to begin", lambda: terminal.requests("GET", path))


@pytest.mark.parametrize("name", [name for name in HOLDS if name not in BY_ITSELF])
def test_the_next_customer_does_not_have_to_wait(terminal: Terminal, name: str) -> None:
    hold(terminal, name)
    before = visit(terminal)
    refusals = len(terminal.trail.of("request_refused"))
    pressed = terminal.quit("next_customer")
    assert_ended(terminal, before, "next_customer")
    assert clock.now() - pressed < LIMIT
    told = len(terminal.trail.of("request_refused")) - refusals
    assert told < 60, "what floods the page does not flood the audit file"
    assert_card_waits(terminal)


@pytest.mark.parametrize("name", BY_ITSELF)
def test_a_page_that_takes_all_the_memory_ends_its_own_session(terminal: Terminal, name: str) -> None:
    hold(terminal, name)
    assert_ended(terminal, visit(terminal), BY_ITSELF[name])
    assert_card_waits(terminal)
