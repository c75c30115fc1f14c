"""The questions before the login on a real X screen: nothing is answered by a careless press, and all can be undone."""

import pytest
from PySide6.QtGui import QImage

from tests.support.eyes import OTHER_WORDS, SAME, Eyes, count, differs
from tests.support.terminal import Terminal, reach
from tests.support.xserver import XServer
from ui import style

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


#: Pixels of the main colour in frames and letters; one filled button has 40,000 more.
LINES_AND_LETTERS = 20_000


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True}


def painted(image: QImage, colour: str) -> int:
    """How many pixels of the picture have exactly this colour of the tokens."""
    return count(image, style.tokens().paint(colour))


def test_nothing_goes_past_the_question_that_protects_people_unread(terminal: Terminal, eyes: Eyes) -> None:
    """Both answers look alike, none is marked, and Enter answers nothing."""
    control = terminal.control
    reach(terminal, "prepare")
    for _ in range(3):
        control.ask("session", "key", keys="Return")
    control.ask("session", "settle")
    assert terminal.shown() == "prepare"
    shown = eyes.see("prepare", of="session")
    assert painted(shown, "main") < LINES_AND_LETTERS, "no answer is a filled button"
    assert painted(shown, "focus_halo") == 0, "no answer has the focus ring"


def test_who_does_not_know_asks_staff_and_comes_back_to_the_question(terminal: Terminal) -> None:
    control, trail = terminal.control, terminal.trail.now()
    reach(terminal, "prepare")
    control.press("renewed_unsure")
    control.wait_stage("staff_called")
    assert trail.codes().count("staff_called") == 1
    control.press("back")
    control.wait_stage("prepare")
    assert control.customer()["failure"] == ""


def test_a_way_back_is_seen_on_the_screen(terminal: Terminal, eyes: Eyes) -> None:
    reach(terminal, "choose")
    chosen_from = eyes.see("choose", of="session")
    terminal.control.press("procedure_points")
    terminal.control.wait_stage("prepare")
    asked = eyes.see("prepare", of="session")
    terminal.control.press("go_back")
    terminal.control.wait_stage("choose")
    shown = eyes.see("choose again", of="session")
    assert differs(shown, asked) > OTHER_WORDS
    assert differs(shown, chosen_from) < differs(shown, asked) / 2, "but for what the pointer is over"


def test_the_attract_screen_says_that_the_site_is_down_and_heals_by_itself(terminal: Terminal, eyes: Eyes) -> None:
    """Seen as amber on the screen; while it is down the site is tried every two seconds."""
    usual = eyes.see("attract", of="session")
    assert painted(usual, "warning_pale") == 0
    terminal.station("close_portal")
    down = lambda: painted(eyes.now(), "warning_pale") > LINES_AND_LETTERS  # noqa: E731
    terminal.control.wait_until("the notice on the screen", down, 20)
    terminal.station("open_portal")
    healed = lambda: differs(eyes.now(), usual) < SAME  # noqa: E731
    terminal.control.wait_until("the usual screen", healed, 20)
