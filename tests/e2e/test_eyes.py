"""A whole walk as people see it: on a real X screen, in three languages, on three sizes of screen."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.eyes import OTHER_WORDS, Eyes, count, differs
from tests.support.terminal import Terminal
from tests.support.xserver import XServer
from ui import style

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: A screen of today's desks, a larger one, and one that stands upright.
MONITORS = ((1280, 800), (1920, 1080), (1080, 1920))
#: Japanese, a language of other widths, and the one with the highest letters.
LANGUAGES = ("ja", "en", "my")


@pytest.fixture(scope="module", params=MONITORS, ids=lambda size: f"{size[0]}x{size[1]}")
def monitor(request: pytest.FixtureRequest) -> tuple[int, int]:
    wide, high = request.param
    return wide, high


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True, "reduced_motion": True}


def light(picture: QImage) -> float:
    """The mean lightness of a picture, 0 to 1."""
    keep, smooth = Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
    return QColor(picture.scaled(1, 1, keep, smooth).pixel(0, 0)).lightnessF()


def choose_look(terminal: Terminal, name: str, variant: str) -> None:
    """Choose letters or colours from the menu, by touch."""
    terminal.control.press("look")
    terminal.control.press(name)
    terminal.control.wait_until(variant, lambda: terminal.control.customer().get("variant") == variant)


def test_the_way_to_the_login(terminal: Terminal, eyes: Eyes) -> None:
    control = terminal.control
    first = eyes.see_languages("attract", *LANGUAGES)
    halo = QColor(style.load_tokens().colour.focus_halo)
    assert not count(first, halo), "a ring, although nobody has pressed a key"
    control.press("start")
    eyes.see_languages("choose", *LANGUAGES)
    control.press("procedure_points")
    eyes.see_languages("prepare", *LANGUAGES)
    control.press("renewed_no")
    control.wait_stage("place_card")
    eyes.see_languages("place_card", *LANGUAGES)
    control.press("language")
    menu = eyes.see("the open menu")
    control.place("expired")
    control.wait_stage("problem")
    assert differs(eyes.see_languages("problem", *LANGUAGES), menu) > OTHER_WORDS
    control.press("end")
    control.wait_phase("take_card")
    eyes.see("take_card")


def test_from_the_pin_to_the_end(terminal: Terminal, eyes: Eyes) -> None:
    control = terminal.control
    walk.begin(control)
    control.place(A.person)
    control.wait_stage("enter_pin")
    eyes.see_languages("enter_pin", *LANGUAGES)
    control.enter_pin(A.pin)
    control.wait_page("/measures")
    eyes.see_languages("browse", *LANGUAGES)
    control.press("quit")
    eyes.see("the sheet")
    control.press("go_on")
    control.press("call_staff")
    control.wait_stage("staff_called")
    eyes.see("staff_called")
    control.press("back")
    control.wait_stage("browse")
    walk.fill_in(control, A)
    control.page_press("#apply")
    control.wait_stage("check")
    eyes.see_languages("check", *LANGUAGES)
    walk.pass_check(control, A)
    control.wait_until("the result", lambda: control.customer().get("result"))
    eyes.see("the result")
    control.press("finish")
    control.wait_phase("take_card")
    eyes.see("take_card")


def test_the_last_try(terminal: Terminal, eyes: Eyes) -> None:
    control = terminal.control
    walk.begin(control)
    control.place("one_try_left")
    control.wait_stage("last_try")
    question = eyes.see_languages("last_try", *LANGUAGES)
    control.press("agree")
    control.wait_stage("enter_pin")
    assert differs(eyes.see("the pad for the last try"), question) > OTHER_WORDS


def test_a_card_that_is_away(terminal: Terminal, eyes: Eyes) -> None:
    """The page is covered at once; the figures count down until the card lies there again."""
    control = terminal.control
    walk.begin(control)
    walk.log_in(control, A)
    page = eyes.see("browse", "session")
    control.take()
    control.wait_phase("away")
    assert differs(eyes.see("away", "supervisor"), page) > OTHER_WORDS
    control.place(A.person)
    control.wait_phase("serving")
    eyes.see("browse again", "session")


def test_letters_and_colours(terminal: Terminal, eyes: Eyes) -> None:
    walk.begin(terminal.control)
    normal = eyes.see("place_card")
    choose_look(terminal, "look_contrast", "high_contrast")
    assert differs(eyes.see("strong contrast"), normal) > OTHER_WORDS
    choose_look(terminal, "look_dark", "white_on_black")
    assert light(eyes.see("white on black")) < 0.3
    assert light(normal) > 0.7
    choose_look(terminal, "look_largest", "largest_text+white_on_black")
    eyes.see("large letters")
    terminal.control.place(A.person)
    terminal.control.wait_stage("enter_pin")
    terminal.quit("give_up")
    terminal.control.wait_phase("take_card")
    assert light(eyes.see("the words after the end", "supervisor")) < 0.4, "in the colours of the person"
    terminal.control.take()
    terminal.control.wait_until("the next attract screen", lambda: terminal.shown() == "attract")
    assert light(eyes.see("attract", "session")) > 0.7, "the next person has the usual ones"
