"""The questions before the login on a real X screen: nothing is answered by a careless press, and all can be undone."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.e2e.test_on_screen import OTHER_WORDS, SAME, assert_screen_shows_the_window, differs
from tests.support.terminal import Terminal, reach
from tests.support.xserver import MONITOR, Picture, XServer
from ui import style

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


#: Pixels of the main colour in frames and letters; one filled button has 40,000 more.
LINES_AND_LETTERS = 20_000


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True}


def count(image: QImage, colour: str) -> int:
    """How many pixels of the picture have exactly this colour of the tokens."""
    wanted = style.tokens().paint(colour).rgb() & 0xFFFFFF
    pixels = memoryview(image.convertToFormat(QImage.Format.Format_RGB32).constBits()).cast("I")
    return sum(1 for pixel in pixels if pixel & 0xFFFFFF == wanted)


def test_nothing_goes_past_the_question_that_protects_people_unread(
    terminal: Terminal, screen: Picture, tmp_path: Path
) -> None:
    """Both answers look alike, none is marked, and Enter answers nothing."""
    control = terminal.control
    reach(terminal, "prepare")
    for _ in range(3):
        control.ask("session", "key", keys="Return")
    control.ask("session", "settle")
    assert terminal.shown() == "prepare"
    shown = assert_screen_shows_the_window(terminal, screen, tmp_path)
    assert count(shown, "main") < LINES_AND_LETTERS, "no answer is a filled button"
    assert count(shown, "focus_halo") == 0, "no answer has the focus ring"


def test_who_does_not_know_asks_staff_and_comes_back_to_the_question(terminal: Terminal) -> None:
    control, trail = terminal.control, terminal.trail.now()
    reach(terminal, "prepare")
    control.press("renewed_unsure")
    control.wait_stage("staff_called")
    assert trail.codes().count("staff_called") == 1
    control.press("back")
    control.wait_stage("prepare")
    assert control.customer()["failure"] == ""


def test_a_way_back_is_seen_on_the_screen(terminal: Terminal, screen: Picture, tmp_path: Path) -> None:
    reach(terminal, "choose")
    chosen_from = assert_screen_shows_the_window(terminal, screen, tmp_path)
    terminal.control.press("procedure_points")
    terminal.control.wait_stage("prepare")
    asked = assert_screen_shows_the_window(terminal, screen, tmp_path)
    terminal.control.press("go_back")
    terminal.control.wait_stage("choose")
    shown = assert_screen_shows_the_window(terminal, screen, tmp_path)
    assert differs(shown, asked) > OTHER_WORDS
    assert differs(shown, chosen_from) < differs(shown, asked) / 2, "but for what the pointer is over"


def test_the_attract_screen_says_that_the_site_is_down_and_heals_by_itself(
    terminal: Terminal, screen: Picture, tmp_path: Path
) -> None:
    """Seen as amber on the screen; while it is down the site is tried every two seconds."""
    usual = assert_screen_shows_the_window(terminal, screen, tmp_path)
    assert count(usual, "warning_pale") == 0
    terminal.station("close_portal")
    down = lambda: count(screen.image(*MONITOR), "warning_pale") > LINES_AND_LETTERS  # noqa: E731
    terminal.control.wait_until("the notice on the screen", down, 20)
    terminal.station("open_portal")
    healed = lambda: differs(screen.image(*MONITOR), usual) < SAME  # noqa: E731
    terminal.control.wait_until("the usual screen", healed, 20)
