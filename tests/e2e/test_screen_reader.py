"""A screen reader finds the page while it is shown, and nothing of it while a screen of the kiosk hides it."""

from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.config.settings import Timers
from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.afterwards import session_fault
from tests.support.terminal import Terminal, assert_next_may_come, press_when_armed
from tests.support.xserver import display

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Any]]:
    """With an X server, since Qt's offscreen platform has no accessibility."""
    with display(tmp_path_factory.mktemp("x")):
        yield {"screen_reader": True}


def is_accessible(terminal: Terminal) -> bool:
    """Whether a screen reader finds a document below the page's view."""
    return bool(terminal.control.ask("session", "page_accessible"))


def test_the_page_is_there_only_while_it_is_shown(terminal: Terminal) -> None:
    """The idle warning and the PIN pad of the second check hide the page from a screen reader too."""
    control = terminal.control
    walk.begin(control)
    walk.log_in(control, A)
    control.wait_until("the page", lambda: is_accessible(terminal))
    session_fault(terminal, "leave_alone", seconds=Timers().idle)
    control.wait_until("the warning", lambda: control.customer()["overlay"] == "idle_warning")
    control.wait_until("nothing of the page", lambda: not is_accessible(terminal))
    press_when_armed(terminal, "extend")
    control.wait_until("the page again", lambda: is_accessible(terminal))
    walk.fill_in(control, A)
    control.page_press("#apply")
    control.wait_stage("check")
    control.wait_until("nothing of the page", lambda: not is_accessible(terminal))
    walk.pass_check(control, A)
    assert control.customer()["result"] == "done"
    assert is_accessible(terminal)
    walk.finish(control)
    assert_next_may_come(terminal)
