"""Large text and high contrast: both can be switched on the screen, and end with the session."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from tests.screens.finding import find_button, part
from tests.support.eyes import differs
from ui import style
from ui.screens.browse import BrowseScreen
from ui.session.appearance import Appearance
from ui.terminal.pages import Spinner
from ui.widgets.controls import Text
from ui.window.menus import LookMenu
from ui.window.too_small import TooSmall
from ui.window.window import SessionWindow

SIZE = (1280, 800)


@pytest.fixture
def switched(qapp: QApplication, window: SessionWindow) -> Iterator[list[tuple[float, bool]]]:
    """After each switch: how much larger the page is drawn, and whether light on dark."""
    found: list[tuple[float, bool]] = []
    Appearance(qapp, window, SIZE, lambda: found.append((style.page_scale(), style.is_dark())))
    yield found
    style.install(qapp)


def choose(window: SessionWindow, name: str) -> None:
    """Open the menu by keyboard and choose."""
    QTest.keyClick(find_button(window, "look"), Qt.Key.Key_Return)
    QTest.keyClick(find_button(window, name), Qt.Key.Key_Space)


@pytest.mark.slow
def test_letters_and_colours_are_chosen_by_keyboard_and_back(
    window: SessionWindow, qtbot: QtBot, switched: list[tuple[float, bool]]
) -> None:
    window.set_place("見本市役所", "窓口", "3")
    window.show_screen("place_card")
    view = QLabel("page")
    window.screen_of(BrowseScreen).set_view(view)
    ways = {"look_large": (1.4, False), "look_dark": (1.4, True), "look_largest": (2.0, True)}
    ways |= {"look_contrast": (2.0, False), "look_normal": (1.0, False)}
    for name, expected in ways.items():
        choose(window, name)
        qtbot.waitUntil(lambda: bool(switched))
        assert switched.pop() == expected
        assert not [menu for menu in window.findChildren(LookMenu) if menu.isVisible()]
        assert window.current_name() == "place_card"
        qtbot.waitUntil(lambda: find_button(window, "look").hasFocus())  # from where the menu was opened
    assert style.variant() == "high_contrast"
    assert window.screen_of(BrowseScreen).main_control() is view


def test_the_largest_letters_are_twice_as_large() -> None:
    """WCAG 1.4.4: all of them, the digits of the PIN pad too."""
    normal, large = style.load_tokens(), style.load_tokens("largest_text")
    assert {name: 2 * size for name, size in vars(normal.type).items()} == vars(large.type)
    assert large.size.key_width * large.size.key_height > 1.5 * normal.size.key_width * normal.size.key_height
    assert large.size.icon > 1.5 * normal.size.icon


@pytest.mark.parametrize(("name", "least"), [("look_contrast", 0.05), ("look_dark", 0.9)])
@pytest.mark.slow
def test_other_colours_are_seen_to_differ(
    window: SessionWindow, qtbot: QtBot, switched: list[tuple[float, bool]], name: str, least: float
) -> None:
    before = window.grab().toImage()
    choose(window, name)
    qtbot.waitUntil(lambda: bool(switched))
    assert differs(window.grab().toImage(), before) > least * before.width() * before.height()


@pytest.mark.slow
def test_a_window_of_another_size_is_laid_out_anew(
    window: SessionWindow, qtbot: QtBot, switched: list[tuple[float, bool]]
) -> None:
    window.resize(1920, 1080)
    qtbot.waitUntil(lambda: bool(switched))
    assert [zoom for zoom, _ in switched] == pytest.approx([1.35])
    wanted = style.load_tokens(scale=1.35).size.button_begin
    qtbot.waitUntil(lambda: find_button(window, "start").height() == wanted)


@pytest.mark.slow
def test_a_screen_that_is_turned_is_laid_out_anew_though_its_scale_is_the_same(
    window: SessionWindow, qtbot: QtBot, switched: list[tuple[float, bool]]
) -> None:
    for width, height, upright in ((3840, 2160, False), (2160, 3840, True)):
        window.resize(width, height)
        qtbot.waitUntil(lambda: bool(switched))
        assert switched.pop() == (2.0, False)
        assert style.is_upright() is upright


@pytest.mark.parametrize(
    ("size", "said"), [((896, 560), False), ((895, 560), True), ((630, 980), False), ((600, 980), True)]
)
@pytest.mark.slow
def test_below_the_least_size_it_says_so(
    window: SessionWindow, qtbot: QtBot, switched: list[tuple[float, bool]], size: tuple[int, int], said: bool
) -> None:
    """At once, and still after everything under it was made anew for that size, in letters of that size."""
    window.resize(*size)
    assert covered(window) is said
    qtbot.waitUntil(lambda: bool(switched))
    QApplication.processEvents()  # what was made anew is shown
    assert covered(window) is said
    font = part(part(window, TooSmall), Text).font()
    assert font.pixelSize() == style.load_tokens(scale=0.7).type.strong
    window.show_screen("quit_sheet")
    assert covered(window) is said, "not under a sheet either"


def covered(window: SessionWindow) -> bool:
    """Whether the page that says so is seen, and lies over everything in the middle of the window."""
    page, found = part(window, TooSmall), window.childAt(window.rect().center())
    assert isinstance(found, QWidget)
    over = found is page or page.isAncestorOf(found)
    assert page.isVisible() is over
    return over


def test_a_new_process_begins_with_the_normal_one(qapp: QApplication) -> None:
    style.install(qapp)
    assert style.variant() == "normal"


@pytest.mark.parametrize("still", [False, True])
def test_with_reduced_motion_nothing_turns(qtbot: QtBot, still: bool) -> None:
    style.hold_still(still)
    try:
        spinner = Spinner()
        qtbot.addWidget(spinner)
        spinner.show()
        qtbot.waitExposed(spinner)
        spinner.repaint()
        before = spinner.grab().toImage()
        qtbot.wait(3 * style.tokens().time.spin)
        assert (spinner.grab().toImage() == before) is still
    finally:
        style.hold_still(False)
