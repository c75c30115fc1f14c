"""Nobody ends a session by a near miss: what 「やめる」 opens, and what lies under the page's 「次へ」."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.screens.finding import find_button, place_of
from ui import style
from ui.flow.events import Event, OverlayLeft, StaffPressed
from ui.screens.quit_sheet import QuitSheet
from ui.screens.registry import SCREENS
from ui.widgets.controls import Button
from ui.window.menus import LanguageMenu
from ui.window.window import SessionWindow

#: The footer from 200 px before the page's 「次へ」 to its right edge, and rows of pixels in it (1280 x 800).
UNDER_NEXT, FOOTER = range(560, 1217, 8), range(705, 800, 8)
RETURN, TAB, ESCAPE = Qt.Key.Key_Return, Qt.Key.Key_Tab, Qt.Key.Key_Escape


@pytest.fixture
def sheet(window: SessionWindow) -> QuitSheet:
    window.show_screen("choose")
    window.show_screen("quit_sheet")
    QApplication.processEvents()
    return window.screen_of(QuitSheet)


def touched(window: QWidget, place: QPoint) -> list[Button]:
    """The button at this place, with nothing over it; empty if a touch does nothing."""
    found = window.childAt(place)
    while found is not None and not isinstance(found, Button):
        found = found.parentWidget()
    return [found] if found is not None else []


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name, screen in SCREENS.items() if screen.has_footer and not screen.covers])
def test_nothing_under_the_pages_next_can_be_touched(window: SessionWindow, name: str) -> None:
    window.show_screen("browse")
    window.show_screen(name)
    QApplication.processEvents()
    assert [button.objectName() for x in UNDER_NEXT for y in FOOTER for button in touched(window, QPoint(x, y))] == []


def test_the_first_answer_is_going_on(window: SessionWindow, sheet: QuitSheet, posted: list[Event]) -> None:
    assert window.focusWidget() is sheet.go_on
    assert [button.objectName() for button in sheet.findChildren(Button) if button.property("kind") == "main"] == [
        "go_on"
    ]
    QTest.keyClick(sheet.go_on, RETURN)
    assert posted == [OverlayLeft()]


def test_escape_goes_back(window: SessionWindow, sheet: QuitSheet, posted: list[Event]) -> None:
    QTest.keyClick(sheet.give_up, ESCAPE)
    assert posted == [OverlayLeft()]
    window.show_screen("staff_called")
    QTest.keyClick(find_button(window.screens["staff_called"], "back"), ESCAPE)
    assert posted == [OverlayLeft(), OverlayLeft()]


def test_a_touch_beside_the_sheet_goes_on(window: SessionWindow, sheet: QuitSheet, posted: list[Event]) -> None:
    beside = QPoint(1000, 600)
    under = window.childAt(beside)
    assert isinstance(under, QWidget)
    assert sheet.isAncestorOf(under), "the page under it is not touched"
    QTest.mouseClick(under, Qt.MouseButton.LeftButton, pos=under.mapFrom(window, beside))
    assert posted == [OverlayLeft()]


def test_the_tab_key_stays_on_the_sheet(window: SessionWindow, sheet: QuitSheet) -> None:
    stops = []
    for _ in range(6):
        focused = window.focusWidget()
        assert focused is not None
        stops.append(focused.objectName())
        QTest.keyClick(focused, TAB)
    assert stops == ["go_on", "give_up", "next_customer", "sheet_call_staff", "close_sheet", "go_on"]


def test_the_page_stays_visible_and_the_header_stays_usable(window: SessionWindow, sheet: QuitSheet) -> None:
    assert window.screens["choose"].isVisible()
    button = find_button(window, "language")
    middle = place_of(button).center()
    assert touched(window, middle) == [button]
    button.click()
    assert window.findChildren(LanguageMenu)[-1].isVisible()


def test_the_sheet_is_over_the_screen_made_anew(window: SessionWindow, sheet: QuitSheet) -> None:
    """Larger letters chosen while it is open."""
    with window.undressed():
        pass
    QApplication.processEvents()
    assert (window.current_name(), window.below_name()) == ("quit_sheet", "choose")
    assert window.screen_of(QuitSheet) is not sheet
    assert window.screens["choose"].isVisible()


def test_a_sheet_that_was_closed_is_made_anew_too(window: SessionWindow, sheet: QuitSheet) -> None:
    window.show_screen("choose")
    for _ in range(3):
        with window.undressed():
            pass
    window.show_screen("quit_sheet")
    assert len(window.findChildren(QuitSheet)) == 1
    del sheet


@pytest.mark.parametrize("variant", ["normal", *style.LETTERS])
@pytest.mark.slow
def test_no_answer_is_cut_on_a_screen_higher_than_wide(qapp: QApplication, qtbot: QtBot, variant: str) -> None:
    style.install(qapp, variant, style.UPRIGHT_SIZE)
    try:
        window = SessionWindow()
        qtbot.addWidget(window)
        window.resize(*style.UPRIGHT_SIZE)
        window.show_screen("quit_sheet")
        window.show()
        QApplication.processEvents()
        sheet = window.screen_of(QuitSheet)
        for button in (sheet.go_on, sheet.give_up, sheet.next_customer, sheet.call_staff):
            assert window.rect().contains(button.rect().translated(button.mapTo(window, QPoint(0, 0))))
    finally:
        style.install(qapp)


def test_leaving_it_hides_it(window: SessionWindow, sheet: QuitSheet) -> None:
    window.show_screen("choose")
    assert not sheet.isVisible()
    assert window.below_name() == ""


def test_each_row_says_what_happens_to_the_input(sheet: QuitSheet, posted: list[Event]) -> None:
    assert "消して" in sheet.give_up.accessibleDescription()
    assert "消して" in sheet.next_customer.accessibleDescription()
    assert "残ります" in sheet.call_staff.accessibleDescription()
    sheet.call_staff.click()
    assert posted == [StaffPressed()]
