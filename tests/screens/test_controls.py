from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.failures import FailureName, failure
from kiosk.vocabulary import EndReason, ResultKind
from tests.screens.finding import find_button, place_of
from ui.flow import events as ev
from ui.flow.events import Event, Overlay, Stage
from ui.screens.attract import AttractScreen
from ui.screens.choose import APPLY, LOOK_UP
from ui.screens.registry import SCREENS
from ui.screens.screen import Screen
from ui.widgets.controls import Button
from ui.window.window import SessionWindow


def _fill(screen: Any) -> None:
    if screen.name == "choose":
        screen.set_procedures([("points", "ポイント", "申し込む", APPLY), ("status", "状況", "", LOOK_UP)])
    elif screen.name == "prepare":
        screen.set_procedure("ポイント", ["カード"], True)
        screen.set_child(False)
    elif screen.name == "problem":
        screen.set_failure(failure(FailureName.PIN_WRONG), True)
    elif screen.name == "browse":
        screen.set_view(QWidget())
        screen.set_result(ResultKind.DONE)


def _shown(window: SessionWindow, name: str) -> Screen:
    screen = window.screens[name]
    _fill(screen)
    window.set_back(True)
    window.show_screen(name)
    QApplication.processEvents()
    return screen


#: Screen, control and the event that it posts; quit and call_staff are the window's.
GIVE_UP, NEXT = ev.EndPressed(EndReason.GIVE_UP), ev.EndPressed(EndReason.NEXT_CUSTOMER)
CONTROLS: list[tuple[str, str, Event]] = [
    (Stage.ATTRACT, "start", ev.Started()),
    (Stage.ATTRACT, "language_ja", ev.LanguageChosen("ja")),
    (Stage.ATTRACT, "language_en", ev.LanguageChosen("en")),
    (Stage.ATTRACT, "call_staff", ev.StaffPressed()),
    (Stage.CHOOSE, "procedure_points", ev.Chosen("points")),
    (Stage.CHOOSE, "quit", ev.QuitPressed()),
    (Stage.PREPARE, "go_back", ev.WentBack()),
    (Stage.PLACE_CARD, "go_back", ev.WentBack()),
    (Stage.ENTER_PIN, "go_back", ev.WentBack()),
    (Stage.PREPARE, "renewed_no", ev.Prepared(renewed=False)),
    (Stage.PREPARE, "renewed_yes", ev.Prepared(renewed=True)),
    (Stage.PREPARE, "renewed_unsure", ev.StaffPressed()),
    (Stage.PREPARE, "for_child", ev.ForChild(child=True)),
    (Stage.LAST_TRY, "agree", ev.Consented(agreed=True)),
    (Stage.LAST_TRY, "decline", ev.Consented(agreed=False)),
    (Stage.BROWSE, "finish", ev.EndConfirmed()),
    (Stage.BROWSE, "look_longer", ev.LookedLonger()),
    (Stage.PROBLEM, "retry", ev.Retried()),
    (Stage.PROBLEM, "end", ev.EndConfirmed()),
    (Overlay.IDLE_WARNING, "extend", ev.Extended()),
    (Overlay.IDLE_WARNING, "end", ev.EndConfirmed()),
    (Overlay.LIMIT_WARNING, "extend", ev.OverlayLeft()),
    (Overlay.LIMIT_WARNING, "end", ev.EndConfirmed()),
    (Overlay.EXTEND_LAST_TRY, "agree", ev.Consented(agreed=True)),
    (Overlay.EXTEND_LAST_TRY, "decline", ev.Consented(agreed=False)),
    (Overlay.QUIT_SHEET, "go_on", ev.OverlayLeft()),
    (Overlay.QUIT_SHEET, "close_sheet", ev.OverlayLeft()),
    (Overlay.QUIT_SHEET, "give_up", GIVE_UP),
    (Overlay.QUIT_SHEET, "next_customer", NEXT),
    (Overlay.QUIT_SHEET, "sheet_call_staff", ev.StaffPressed()),
    (Overlay.STAFF_CALLED, "back", ev.OverlayLeft()),
]


@pytest.mark.slow
@pytest.mark.parametrize(("name", "control", "event"), CONTROLS)
def test_every_control_posts_its_event_once(
    window: SessionWindow, posted: list[Event], name: str, control: str, event: Event
) -> None:
    """By mouse, by Enter and by space."""
    for key in (None, Qt.Key.Key_Return, Qt.Key.Key_Space):
        _press(_control(window, _shown(window, name), control), key)
        assert posted == [event], key
        posted.clear()


def _control(window: SessionWindow, screen: Screen, name: str) -> Button:
    """The control of the screen, else of the window."""
    mine = name in {button.objectName() for button in screen.findChildren(Button)}
    return find_button(screen if mine else window, name)


def _press(button: Button, key: Qt.Key | None) -> None:
    assert button.isVisible()
    assert button.accessibleName()
    button.set_armed(True)
    if key is None:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        QTest.keyClick(button, key)


@pytest.mark.parametrize("name", list(SCREENS))
@pytest.mark.slow
def test_targets_are_big_enough_and_named(window: SessionWindow, name: str) -> None:
    _shown(window, name)
    for button in window.findChildren(Button):
        if not button.isVisible():
            continue
        assert button.objectName(), button.text()
        assert button.accessibleName(), button.objectName()
        small = {"header": 56, "link": 44, "language": 48}
        least = (small | {"key": 76, "key_minor": 76}).get(button.property("kind"), 72)
        assert button.height() >= least, button.objectName()
        assert button.width() >= 88, button.objectName()


@pytest.mark.parametrize("name", ["enter_pin", "check"])
def test_pin_keys_stand_apart(window: SessionWindow, name: str) -> None:
    screen = _shown(window, name)
    one, two, four = (find_button(screen, f"key_{digit}").geometry() for digit in (1, 2, 4))
    assert 12 <= two.left() - one.right() - 1 <= 16
    assert 12 <= four.top() - one.bottom() - 1 <= 16
    assert one.top() < four.top()


def test_the_frame_stands_in_the_same_place_everywhere(window: SessionWindow) -> None:
    places = set()
    for name in SCREENS:
        screen = _shown(window, name)
        if not screen.covers and screen.has_footer:
            controls = [find_button(window, control) for control in ("quit", "call_staff")]
            places.add(tuple(place_of(control).topLeft().toTuple() for control in controls))
    assert len(places) == 1


def test_a_held_key_presses_nothing(window: SessionWindow) -> None:
    screen = window.screen_of(AttractScreen)
    button = find_button(screen, "start")
    pressed: list[Event] = []
    screen.posted.connect(pressed.append)
    from PySide6.QtGui import QKeyEvent

    repeat = QKeyEvent(QKeyEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(button, repeat)
    assert not pressed
