"""The warnings before an end as people see them: on a real X screen, with nothing of the page under them."""

import pytest

from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.eyes import OTHER_WORDS, Eyes, differs
from tests.support.terminal import Terminal, press_when_armed
from tests.support.xserver import XServer

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True, "reduced_motion": True, "timers": {"idle": 6.0, "warning": 12.0, "pin_idle": 60.0}}


def test_nobody_touches_anything(terminal: Terminal, eyes: Eyes) -> None:
    control = terminal.control
    walk.begin(control)
    walk.log_in(control, A)
    page = eyes.see("browse")
    control.wait_stage("idle_warning")
    assert differs(warning := eyes.see("idle_warning"), page) > OTHER_WORDS
    press_when_armed(terminal, "extend")
    control.wait_stage("browse")
    assert differs(eyes.see("browse again"), warning) > OTHER_WORDS
