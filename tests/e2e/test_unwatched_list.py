"""An open list of the page, which is a window of the engine, is closed when the session's supervisor is silent."""

import contextlib
import os

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.exit_codes import ExitCode
from ui.session.watchdog import Watch

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

PAGE = "<select style='font-size: 60px'><option>見本 太郎<option>見本 花子</select>"


def visible() -> set[int]:
    """The ids of all visible windows, of widgets and of the engine."""
    widgets = {int(widget.winId()) for widget in QApplication.topLevelWidgets() if widget.isVisible()}
    return widgets | {int(window.winId()) for window in QGuiApplication.topLevelWindows() if window.isVisible()}


@pytest.mark.no_qt_log
def test_an_open_list_of_the_page_goes_with_it(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("QTWEBENGINE_CHROMIUM_FLAGS", "--no-sandbox --disable-gpu")
    monkeypatch.setitem(os.environ, "QT_QUICK_BACKEND", "software")
    from PySide6.QtWebEngineWidgets import QWebEngineView

    window = QWidget()
    qtbot.addWidget(window)
    view = QWebEngineView(window)
    window.resize(600, 400)
    view.resize(600, 400)
    window.show()
    with qtbot.waitSignal(view.loadFinished, timeout=20_000):
        view.setHtml(PAGE)
    handle, alone = window.windowHandle(), visible()
    assert handle is not None

    for _ in range(5):  # the engine may miss a click that comes too early
        QTest.mouseClick(handle, Qt.MouseButton.LeftButton, pos=QPoint(60, 50))
        with contextlib.suppress(qtbot.TimeoutError):
            qtbot.waitUntil(lambda: visible() > alone, timeout=3000)
            break
    assert visible() > alone, "the list is open"
    ended: list[int] = []
    watch = Watch(window, ended.append, silence=0.5)
    watch.start()
    qtbot.waitUntil(lambda: visible() == alone and window.isVisible())
    assert not ended, "it is gone before the end"
    qtbot.waitUntil(lambda: ended == [ExitCode.UNWATCHED])
    gone: list[bool] = []
    view.destroyed.connect(lambda: gone.append(True))
    view.deleteLater()
    qtbot.waitUntil(lambda: bool(gone))
