"""When the touch keyboard is requested, and how the page makes room for it; a text field stands for the page."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.touch_keyboard.base import Rect
from ui.flow.events import Overlay, Purpose, Stage
from ui.flow.step import Flow
from ui.screens.browse import BrowseScreen
from ui.screens.registry import SCREENS
from ui.session.page_keyboard import PageKeyboard, is_wanted
from ui.window.window import SessionWindow

PAGE = Flow(stage=Stage.BROWSE, procedure="points", card=True, tries=3, logged_in=True, logins=1)


@pytest.mark.parametrize("stage", Stage)
def test_it_is_shown_on_the_page_only(stage: Stage) -> None:
    assert is_wanted(replace(PAGE, stage=stage), editable=True) is (stage is Stage.BROWSE)


@pytest.mark.parametrize(
    "flow",
    [
        *(replace(PAGE, overlay=overlay) for overlay in Overlay if overlay),
        *(replace(PAGE, asked=purpose) for purpose in Purpose),
        replace(PAGE, card=False),
    ],
)
def test_it_is_hidden_under_a_cover_during_a_check_and_without_the_card(flow: Flow) -> None:
    assert not is_wanted(flow, editable=True)
    assert not is_wanted(PAGE, editable=False)


class Keyboard:
    """A touch keyboard that records its calls."""

    def __init__(self) -> None:
        self.calls: list[str] = []
        self.place: Rect | None = None

    def show(self) -> None:
        self.calls.append("show")

    def hide(self) -> None:
        self.calls.append("hide")

    def occluded(self) -> Rect | None:
        return self.place


class Desk:
    """A window that shows a text field in place of the page, and its keyboard."""

    def __init__(self, window: SessionWindow) -> None:
        self.keyboard, self.window = Keyboard(), window
        self.page = PageKeyboard(window, self.keyboard)
        self.field, self.other = QLineEdit(), QWidget()
        self.field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.screen = window.screen_of(BrowseScreen)
        self.screen.set_view(self.field)
        window.show_screen("browse")
        window.activateWindow()

    def margins(self) -> tuple[int, int]:
        layout = self.screen.layout()
        assert layout is not None
        found = layout.contentsMargins()
        return found.top(), found.bottom()


@pytest.fixture
def desk(window: SessionWindow, qtbot: QtBot) -> Desk:
    made = Desk(window)
    qtbot.waitUntil(made.field.hasFocus)
    return made


def test_it_comes_with_the_focus_and_goes_with_it(desk: Desk) -> None:
    desk.page.follow(PAGE, None)
    assert desk.keyboard.calls == ["show"]
    desk.page.update()
    assert desk.keyboard.calls == ["show"], "requested once"
    desk.field.setReadOnly(True)
    desk.page.update()
    assert desk.keyboard.calls == ["show", "hide"]


@pytest.mark.parametrize("way", [{"overlay": Overlay.IDLE_WARNING}, {"stage": Stage.CHECK}, {"stage": Stage.OVER}])
def test_it_goes_at_once_where_the_page_is_left(desk: Desk, way: dict[str, object]) -> None:
    desk.page.follow(PAGE, None)
    desk.page.follow(replace(PAGE, **way), None)  # type: ignore[arg-type]
    assert desk.keyboard.calls == ["show", "hide"]


def test_the_page_is_lifted_over_it_and_comes_down_again(desk: Desk) -> None:
    desk.page.follow(PAGE, None)
    bottom = desk.screen.mapToGlobal(desk.screen.rect().bottomLeft()).y() + 1
    desk.keyboard.place = Rect(-5000, bottom - 200, 5000, bottom + 300)
    desk.page.update()
    assert desk.margins() == (0, 200)
    desk.page.follow(replace(PAGE, overlay=Overlay.STAFF_CALLED), None)
    assert desk.margins() == (0, 0)


def test_where_it_covers_everything_it_is_sent_away_until_another_field_is_touched(desk: Desk) -> None:
    desk.keyboard.place = Rect(-5000, -5000, 5000, 5000)
    desk.page.follow(PAGE, None)
    for _ in range(3):
        desk.page.update()
    assert desk.keyboard.calls == ["show", "hide"]
    assert desk.margins() == (0, 0)
    desk.field.clearFocus()
    desk.page.update()
    desk.keyboard.place = None
    desk.field.setFocus()
    desk.page.update()
    assert desk.keyboard.calls == ["show", "hide", "show"]


def test_each_touch_of_a_field_requests_it_again(desk: Desk) -> None:
    """The page accepts text all the time, which must not keep the keyboard away for the rest of the session."""
    desk.keyboard.place = Rect(-5000, -5000, 5000, 5000)
    desk.page.follow(PAGE, None)
    touch(desk)
    desk.page.update()
    assert desk.keyboard.calls == ["show", "hide", "show", "hide"], "still no room"
    desk.keyboard.place = Rect(0, 10_000, 10, 10_001)
    touch(desk)
    for _ in range(3):
        desk.page.update()
    assert desk.keyboard.calls == ["show", "hide", "show", "hide", "show"]


def test_a_keyboard_that_covers_everything_is_reported_once(desk: Desk) -> None:
    missing: list[bool] = []
    desk.page.missing.connect(lambda: missing.append(True))
    desk.keyboard.place = Rect(0, 10_000, 10, 10_001)
    desk.page.follow(PAGE, None)
    assert not missing
    desk.keyboard.place = Rect(-5000, -5000, 5000, 5000)
    for _ in range(2):
        desk.page.update()
        touch(desk)
    assert missing == [True]


def test_a_touch_on_the_field_brings_it_back_when_it_was_sent_away(desk: Desk) -> None:
    desk.page.follow(PAGE, None)
    touch(desk)
    desk.keyboard.place = Rect(0, 10_000, 10, 10_001)
    desk.page.update()
    touch(desk)
    desk.page.update()
    assert desk.keyboard.calls == ["show"], "it is already shown"
    desk.keyboard.place = None
    touch(desk)
    desk.page.update()
    desk.page.update()
    assert desk.keyboard.calls == ["show", "show"]


def touch(desk: Desk) -> None:
    handle = desk.window.windowHandle()
    assert handle is not None
    place = desk.field.mapTo(desk.window, desk.field.rect().center())
    QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=place)


def test_a_keyboard_that_does_not_appear_is_reported_once(desk: Desk, qtbot: QtBot) -> None:
    missing: list[bool] = []
    desk.page.missing.connect(lambda: missing.append(True))
    desk.page._missing_timer.setInterval(1)
    for _ in range(2):
        desk.page.follow(PAGE, None)
        qtbot.waitUntil(lambda: not desk.page._missing_timer.isActive())
        desk.page.follow(replace(PAGE, overlay=Overlay.STAFF_CALLED), None)
    assert missing == [True]


def test_a_keyboard_that_appeared_is_not_missing(desk: Desk, qtbot: QtBot) -> None:
    missing: list[bool] = []
    desk.page.missing.connect(lambda: missing.append(True))
    desk.page._missing_timer.setInterval(1)
    desk.keyboard.place = Rect(0, 10_000, 10, 10_001)
    desk.page.follow(PAGE, None)
    desk.keyboard.place = None
    qtbot.waitUntil(lambda: not desk.page._missing_timer.isActive())
    assert not missing


def test_larger_letters_keep_the_room(desk: Desk, qtbot: QtBot) -> None:
    desk.page.follow(PAGE, None)
    bottom = desk.screen.mapToGlobal(desk.screen.rect().bottomLeft()).y() + 1
    desk.keyboard.place = Rect(-5000, bottom - 200, 5000, bottom + 300)
    desk.page.update()
    with desk.window.undressed():
        pass
    desk.screen = desk.window.screen_of(BrowseScreen)
    qtbot.waitUntil(desk.field.hasFocus)
    desk.page.update()
    assert desk.margins()[1] > 0


@pytest.mark.parametrize("name", [name for name in SCREENS if name != "browse"])
@pytest.mark.slow
def test_no_screen_of_the_kiosk_takes_text(window: SessionWindow, qtbot: QtBot, name: str) -> None:
    """So no screen makes the system's keyboard appear, in particular not the PIN pad."""
    from PySide6.QtGui import QInputMethod

    window.show_screen(name)
    window.activateWindow()
    screen = window.screens[name]
    qtbot.waitUntil(screen.isVisible)
    taking = [part for part in (screen, *screen.findChildren(QWidget)) if _takes_text(part)]
    assert not taking
    assert not QInputMethod.queryFocusObject(Qt.InputMethodQuery.ImEnabled, None)


def _takes_text(widget: QWidget) -> bool:
    return widget.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
