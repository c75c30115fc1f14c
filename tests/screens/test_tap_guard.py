"""A press that was meant for what was there before does nothing. All input comes through the native window."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from kiosk.secret import Pin
from tests.screens.finding import find_button, place_of
from ui.flow.events import Event, OverlayLeft, QuitPressed, Started
from ui.screens.enter_pin import EnterPinScreen
from ui.window import held_keys, tap_guard
from ui.window.tap_guard import GUARD, TapGuard
from ui.window.window import SessionWindow


class Clock:
    """The time in seconds; it stands still unless a test moves it."""

    def __init__(self) -> None:
        self.at = 1000.0

    def now(self) -> float:
        return self.at


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(tap_guard, "clock", made)
    monkeypatch.setattr(held_keys, "clock", made)
    return made


@pytest.fixture
def page(qtbot: QtBot) -> QWidget:
    """A window whose left half is the page with a button, and whose right half is the kiosk's."""
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(400, 100)
    for name, left in (("page", 0), ("own", 200)):
        button = QPushButton(name, made)
        button.setObjectName(name)
        button.setGeometry(left, 0, 200, 100)
    made.show()
    qtbot.waitExposed(made)
    return made


def tap(window: QWidget, place: QPoint) -> None:
    QTest.mouseClick(window.windowHandle(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()


def middle(window: QWidget, name: str) -> QPoint:
    return place_of(find_button(window, name)).center()


def key(window: QWidget, kind: QEvent.Type, *, repeat: bool = False) -> None:
    pressed = QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", repeat)
    QApplication.sendEvent(window.windowHandle(), pressed)
    QApplication.processEvents()


def test_a_second_tap_right_after_a_new_screen_does_nothing(
    window: SessionWindow, posted: list[Event], clock: Clock
) -> None:
    """「やめる」 tapped twice: the sheet has the same button at the same place."""
    window.show_screen("choose")
    clock.at += GUARD
    place = middle(window, "quit")
    tap(window, place)
    assert posted == [QuitPressed()]
    window.show_screen("quit_sheet")
    QApplication.processEvents()
    clock.at += 0.23
    tap(window, place)
    assert posted == [QuitPressed()]
    clock.at += GUARD - 0.23
    tap(window, place)
    assert posted == [QuitPressed(), OverlayLeft()]


def test_typing_a_pin_is_not_slowed_down(window: SessionWindow, clock: Clock) -> None:
    pin = Pin()
    window.screen_of(EnterPinScreen).set_pin(pin)
    window.show_screen("enter_pin")
    QApplication.processEvents()
    for digit in "12":
        QTest.keyClick(window.windowHandle(), digit)  # type: ignore[call-overload] # as in the control channel
    assert len(pin) == 2


def test_enter_comes_too_soon_like_a_tap(window: SessionWindow, posted: list[Event], clock: Clock) -> None:
    window.show_screen("choose")
    window.show_screen("attract")
    find_button(window, "start").setFocus()
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key(window, kind)
    assert posted == []
    clock.at += GUARD
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        key(window, kind)
    assert posted == [Started()]


def pressed(button: QPushButton) -> list[str]:
    found = list[str]()
    button.clicked.connect(lambda: found.append(button.objectName()))
    return found


def test_a_page_that_changes_all_the_time_does_not_block_the_kiosks_buttons(page: QWidget, clock: Clock) -> None:
    guard, own, its = TapGuard(page), page.findChild(QPushButton, "own"), page.findChild(QPushButton, "page")
    assert own is not None
    assert its is not None
    on_own, on_page = pressed(own), pressed(its)
    guard.page_changed(its)
    tap(page, QPoint(100, 50))
    tap(page, QPoint(300, 50))
    assert (on_page, on_own) == ([], ["own"])
    clock.at += GUARD
    tap(page, QPoint(100, 50))
    assert on_page == ["page"]


def test_enter_held_through_a_change_of_the_page_does_nothing_on_the_next(page: QWidget, clock: Clock) -> None:
    guard, its = TapGuard(page), page.findChild(QPushButton, "page")
    assert its is not None
    heard = list[bool]()

    class Ear(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
            heard.append(event.isAutoRepeat())

    ear = Ear(page)
    ear.show()
    ear.setFocus()
    clock.at += GUARD
    guard.page_changed(ear)
    clock.at += GUARD
    key(page, QEvent.Type.KeyPress)
    key(page, QEvent.Type.KeyPress, repeat=True)
    assert heard == [False, True], "held on one page"
    guard.page_changed(ear)
    clock.at += 10
    key(page, QEvent.Type.KeyRelease, repeat=True)
    key(page, QEvent.Type.KeyPress, repeat=True)
    assert heard == [False, True]
    key(page, QEvent.Type.KeyRelease)
    key(page, QEvent.Type.KeyPress)
    assert heard == [False, True, False]
