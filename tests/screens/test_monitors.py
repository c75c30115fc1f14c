"""The curtains of monitors without a session take nothing from the monitor with it. On X11: test_frames.py."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from kiosk.lifecycle.effects import ShowCurtain
from kiosk.lifecycle.states import Phase
from ui.terminal.curtain import Curtain
from ui.terminal.curtains import DesktopCurtains

MAIN, BESIDE = QRect(0, 0, 640, 400), QRect(640, 0, 640, 400)


def _curtain(qtbot: QtBot, geometry: QRect, pages: bool) -> Curtain:
    made = Curtain(geometry=geometry, fullscreen=False, pages=pages)
    qtbot.addWidget(made)
    return made


def test_a_plain_curtain_that_covers_again_leaves_the_keyboard_to_who_types(qtbot: QtBot) -> None:
    """The offscreen platform gives every new window the keyboard; for X11 this is tested in test_frames.py."""
    plain, field = _curtain(qtbot, BESIDE, pages=False), QLineEdit()
    qtbot.addWidget(field)
    plain.cover()
    with qtbot.waitActive(field):
        field.show()
        field.activateWindow()
    plain.cover()
    qtbot.waitUntil(plain.is_painted)
    QApplication.processEvents()
    assert (QApplication.activeWindow(), QApplication.focusWidget()) == (field, field)
    assert plain.windowFlags() & Qt.WindowType.WindowDoesNotAcceptFocus


def test_a_monitor_that_comes_after_the_cover_breaks_no_wipe(qtbot: QtBot) -> None:
    others = [_curtain(qtbot, BESIDE, pages=False)]
    curtains = DesktopCurtains(_curtain(qtbot, MAIN, pages=True), 3.0, lambda: others)
    curtains.show(ShowCurtain(Phase.STARTING), ())
    assert curtains.is_painted()
    others.append(_curtain(qtbot, BESIDE, pages=False))
    assert curtains.is_painted()
    others[0].hide()
    assert not curtains.is_painted()
