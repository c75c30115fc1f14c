"""Requirements of WCAG, checked on every screen of the session: names, keyboard, focus, touch.

docs/accessibility.md has the whole list with the other tests.
"""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRectF, Qt
from PySide6.QtGui import QAccessible, QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tests.gallery.rendering import OF_SESSION, render
from tests.screens.contrast import contrast
from tests.screens.finding import find_button, place_of, unscrolled
from ui import style
from ui.flow.events import Event
from ui.screens.attract import AttractScreen
from ui.text import languages
from ui.widgets.controls import Button, Text
from ui.widgets.focus_ring import ring_of
from ui.widgets.keypad import PinBoxes
from ui.window.window import SessionWindow

#: More than any screen has: the limit of a tab order that never returns to its beginning.
MANY_TABS = 60
#: Menus keep the keyboard until Escape.
WITHOUT_MENUS = tuple(name for name in OF_SESSION if not name.endswith("-menu"))
LARGEST = "largest_text+high_contrast"
Check = Callable[[QWidget], list[str]]


def _controls(window: QWidget) -> list[QWidget]:
    """The controls that a person can use: visible, enabled and in the tab order."""
    around = window
    if isinstance(window, SessionWindow) and window.screens[window.current_name()].is_sheet:
        around = window.screens[window.current_name()]  # what is dimmed can be touched, to go on, but is no control
    kinds: list[QWidget] = [*around.findChildren(Button), *around.findChildren(PinBoxes)]
    return [one for one in kinds if one.isVisible() and one.isEnabled() and one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def _stops(window: QWidget) -> Iterator[QWidget]:
    """The widgets that Tab focuses, in order, until one comes for the second time."""
    found: list[QWidget] = []
    for _ in range(MANY_TABS):
        QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is None or focused in found:
            return
        found.append(focused)
        yield focused


def has_names_and_roles(window: QWidget) -> list[str]:
    found = [one.objectName() or type(one).__name__ for one in _controls(window) if not one.accessibleName()]
    allowed = {QAccessible.Role.Button, QAccessible.Role.CheckBox}
    roles = {one: QAccessible.queryAccessibleInterface(one).role() for one in window.findChildren(Button)}
    return found + [f"{one.objectName()} is {role}" for one, role in roles.items() if role not in allowed]


def has_its_label_in_its_name(window: QWidget) -> list[str]:
    """WCAG 2.5.3."""
    return [one.objectName() for one in window.findChildren(Button) if one.text() not in one.accessibleName()]


def has_a_title(window: QWidget) -> list[str]:
    """The accessible name of a screen is its title, which is its largest text except for numbers that count down."""
    assert isinstance(window, SessionWindow)
    screen = window.screens[window.current_name()]
    title, words = screen.title_text(), [text for text in screen.findChildren(Text) if text.isVisible()]
    if title is None:
        return [f"no title in {[text.text() for text in words]}"] if words else []
    large = max((text.font().pixelSize() for text in words if not text.text().isdecimal()), default=0)
    found = [] if title.font().pixelSize() == large else [f"{title.text()!r} is no title"]
    called = screen.accessibleName() == title.text().replace("\n", "")
    return found if called else [*found, f"called {screen.accessibleName()!r}"]


def is_reached_by_tab(window: QWidget) -> list[str]:
    """Tab reaches every control, and focus alone changes neither screen nor language."""
    assert isinstance(window, SessionWindow)
    before = (window.current_name(), languages.language())
    stops = list(_stops(window))
    found = [f"{one.objectName()} is not reached" for one in _controls(window) if one not in stops]
    return found if (window.current_name(), languages.language()) == before else [*found, "something has changed"]


def follows_reading_order(window: QWidget) -> list[str]:
    """Tab moves downwards and to the right in each half of the screen; it may go back to the beginning once."""
    assert isinstance(window, SessionWindow)
    screen = window.screens[window.current_name()]
    places = [place_of(one, unscrolled(one, window)).topLeft() for one in _stops(window) if screen.isAncestorOf(one)]
    halves = [[at for at in places if (at.x() > window.width() / 2) is right] for right in (False, True)]
    back = [[one for one, after in pairwise(half) if (after.y(), after.x()) < (one.y(), one.x())] for half in halves]
    return [f"Tab goes back from {places}" for places in back if len(places) > 1]


def shows_the_focus(window: QWidget) -> list[str]:
    """The ring is visible around the whole control, with a contrast of at least 3:1, and nothing covers the control."""
    found = []
    for one in _stops(window):
        ring = ring_of(one)
        around = place_of(one, window)
        if not ring.isVisible() or not ring.geometry().contains(around):
            found.append(f"{one.objectName()} has no ring")
        elif not window.rect().contains(ring.geometry()):
            found.append(f"the ring of {one.objectName()} is cut")
        under = window.childAt(around.center())
        if under is None or not (under is one or one.isAncestorOf(under)):
            found.append(f"{one.objectName()} is hidden by {under}")
        elif (step := _best_step(window.grab(ring.geometry()).toImage())) < 3:
            found.append(f"the ring of {one.objectName()} has a contrast of {step:.1f}:1 only")
    return found


def _best_step(picture: QImage) -> float:
    """The greatest contrast between two neighbouring pixels, from the upper edge inwards."""
    colours = [QColor(picture.pixel(picture.width() // 2, y)).name() for y in range(min(16, picture.height()))]
    return max(contrast(one, other) for one, other in pairwise(colours))


def needs_no_hover_or_drag(window: QWidget) -> list[str]:
    """Nothing appears on hover, nothing is dragged."""
    return [one.objectName() for one in window.findChildren(QWidget) if one.toolTip() or one.acceptDrops()]


def _is_whole(one: QWidget) -> bool:
    """Whether all of a control that is scrolled is inside what is seen."""
    return one.visibleRegion().boundingRect() == one.rect()


def has_target_spacing(window: QWidget) -> list[str]:
    """A circle of 24 pixels around the middle of each control touches no other control (WCAG 2.5.8)."""
    seen = [one for one in _controls(window) if unscrolled(one, window) is window or _is_whole(one)]
    places = {one: QRectF(place_of(one, window)) for one in seen}
    return [
        f"{one.objectName()} and {other.objectName()}"
        for one, place in places.items()
        for other, there in places.items()
        if one is not other and there.adjusted(-12, -12, 12, 12).contains(place.center())
    ]


pytestmark = pytest.mark.usefixtures("in_memory")
CHECKS: tuple[Check, ...] = (
    has_names_and_roles, has_its_label_in_its_name, has_a_title, is_reached_by_tab, follows_reading_order,
    shows_the_focus, needs_no_hover_or_drag, has_target_spacing,
)  # fmt: skip


@pytest.fixture(scope="module", params=[("ja", "normal"), ("ja-easy", "normal"), ("ja", LARGEST)], ids="-".join)
def findings(qapp: QApplication, request: pytest.FixtureRequest) -> Iterator[dict[Check, list[str]]]:
    """The findings of each check on all screens, which are drawn once for all checks."""
    found: dict[Check, list[str]] = {check: [] for check in CHECKS}
    language, variant = request.param
    for name, window in render(qapp, (1280, 800), language, variant, WITHOUT_MENUS):
        for check in CHECKS if name in OF_SESSION else ():
            found[check] += [f"{name}: {finding}" for finding in check(window)]
    yield found
    style.install(qapp)


@pytest.mark.slow
@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_every_screen(findings: dict[Check, list[str]], check: Check) -> None:
    assert not findings[check]


def _two(qtbot: QtBot) -> tuple[QWidget, Button, Button]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    buttons = Button("one", parent=window), Button("two", parent=window)
    for place, button in enumerate(buttons):
        button.say(button.objectName())
        button.setGeometry(50, 50 + 150 * place, 200, 72)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    return window, *buttons


def test_what_is_wrong_is_found(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    window, one, two = _two(qtbot)
    checks = (
        has_names_and_roles, has_its_label_in_its_name, shows_the_focus, needs_no_hover_or_drag, has_target_spacing,
    )  # fmt: skip
    assert [check(window) for check in checks] == [[]] * len(checks)
    one.setAccessibleName("other")
    assert has_its_label_in_its_name(window)
    one.setAccessibleName("")
    assert has_names_and_roles(window)
    two.setToolTip("more")
    assert needs_no_hover_or_drag(window)
    two.setGeometry(60, 70, 200, 72)
    assert has_target_spacing(window)
    assert shows_the_focus(window)
    two.setGeometry(50, 200, 200, 72)
    monkeypatch.setattr(Button, "show_ring", lambda self: None)
    assert shows_the_focus(window)


def test_a_control_that_tab_skips_is_found(window: SessionWindow) -> None:
    assert not is_reached_by_tab(window)
    find_button(window, "start").setFocusPolicy(Qt.FocusPolicy.TabFocus)
    QWidget.setTabOrder(find_button(window, "language_en"), find_button(window, "look"))
    QWidget.setTabOrder(find_button(window, "look"), find_button(window, "language_ja"))
    find_button(window, "language_zh-Hans").setFocus()
    assert follows_reading_order(window) or is_reached_by_tab(window)


def test_every_language_of_the_first_screen_is_a_stop_and_no_arrow_chooses(window: SessionWindow) -> None:
    stops = [one.objectName() for one in _stops(window)]
    assert [f"language_{code}" for code in languages.available() if f"language_{code}" not in stops] == []
    chosen: list[str] = []
    window.screen_of(AttractScreen).language_chosen.connect(chosen.append)
    find_button(window, "language_ja").setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(find_button(window, "language_ja"), Qt.Key.Key_Right)
    assert chosen == []
    QTest.keyClick(find_button(window, "language_ja"), Qt.Key.Key_Space)
    assert chosen == ["ja"]
    assert find_button(window, "language_ja").isChecked()


def test_a_touch_that_slides_off_presses_nothing(window: SessionWindow) -> None:
    pressed: list[Event] = []
    window.posted.connect(pressed.append)
    start = find_button(window, "start")
    QTest.mousePress(start, Qt.MouseButton.LeftButton)
    QTest.mouseMove(start, QPoint(start.width() + 40, -40))
    QTest.mouseRelease(start, Qt.MouseButton.LeftButton, pos=QPoint(start.width() + 40, -40))
    assert not pressed
