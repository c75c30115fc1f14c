"""A screen reader finds the page while it is shown, and nothing of it while a screen of the kiosk hides it."""

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.config.settings import Timers
from kiosk.system import clock
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.afterwards import session_fault
from tests.support.terminal import Terminal, assert_next_may_come, press_when_armed
from tests.support.xserver import display

#: Seconds that are long for the kiosk and for the engine: it looks for a screen reader every half second.
A_WHILE = 1.0

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """With an X server, since Qt's offscreen platform has no accessibility."""
    with display(tmp_path_factory.mktemp("x")):
        yield {"screen_reader": True}


def names(terminal: Terminal) -> list[str]:
    """What a screen reader finds of the page: the names of its elements."""
    return list(terminal.control.ask("session", "accessible_names"))


def wait_for_words(terminal: Terminal, selector: str) -> None:
    """Wait until the words that the page shows there are found by a screen reader, too."""
    words = terminal.evaluate(f"document.querySelector({selector!r}).innerText")
    terminal.control.wait_until(f"{words!r} for the screen reader", lambda: words in names(terminal))


def assert_stays_hidden(terminal: Terminal) -> None:
    """Nothing of the page is found any more, nor an empty document after a while."""
    hidden = clock.now()
    terminal.control.wait_until("nothing of the page", lambda: not names(terminal))
    terminal.control.wait_until("a while", lambda: names(terminal) or clock.now() > hidden + A_WHILE)
    assert not names(terminal)


def test_the_page_is_there_only_while_it_is_shown(terminal: Terminal) -> None:
    """The idle warning and the PIN pad of the second check hide the page from a screen reader too."""
    control = terminal.control
    control.wait_engine()
    ready = clock.now()
    control.wait_until("nobody comes for a while", lambda: clock.now() > ready + A_WHILE)
    walk.begin(control)
    walk.log_in(control, A)
    wait_for_words(terminal, "h1")
    session_fault(terminal, "leave_alone", seconds=Timers().idle)
    control.wait_until("the warning", lambda: control.customer()["overlay"] == "idle_warning")
    assert_stays_hidden(terminal)
    press_when_armed(terminal, "extend")
    control.wait_stage("browse")
    wait_for_words(terminal, "h1")
    walk.fill_in(control, A)
    wait_for_words(terminal, "h1")
    control.page_press("#apply")
    control.wait_stage("check")
    assert_stays_hidden(terminal)
    walk.pass_check(control, A)
    assert control.customer()["result"] == "done"
    wait_for_words(terminal, "h1")
    walk.finish(control)
    assert_next_may_come(terminal)
