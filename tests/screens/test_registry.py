"""The screens of the window: there is one for everything that the flow shows, and all of them are heard."""

from importlib.util import find_spec

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.screens.finding import find_button
from ui.flow import events as ev
from ui.flow.events import Event, Overlay, Stage
from ui.screens.registry import SCREENS
from ui.session import root
from ui.window.window import SessionWindow


def test_screens_that_were_made_anew_post_as_before(window: SessionWindow, posted: list[Event]) -> None:
    with window.undressed():
        pass
    QTest.mouseClick(find_button(window.screens[Stage.ATTRACT], "start"), Qt.MouseButton.LeftButton)
    QTest.mouseClick(find_button(window, "call_staff"), Qt.MouseButton.LeftButton)
    assert posted == [ev.Started(), ev.StaffPressed()]


def test_every_stage_and_overlay_has_its_screen() -> None:
    seen = {*Stage, *Overlay} - {Stage.OVER, Overlay.NONE}
    assert set(SCREENS) == seen
    assert all(kind.name == name for name, kind in SCREENS.items())


def test_what_is_imported_early_is_there() -> None:
    """Names of modules: a wrong one would end a session before it begins."""
    assert [name for name in root.LATER if find_spec(name) is None] == []
    assert "ui.screens.registry" in root.LATER
