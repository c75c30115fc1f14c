"""A session whose supervisor is silent covers its window and ends itself."""

import threading

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QColor, QPalette, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from kiosk.exit_codes import ExitCode
from ui.session import watchdog
from ui.session.watchdog import Watch

SECRET = QColor("red").name()


@pytest.fixture
def window(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> QWidget:
    """A window with a person's data, in a session that checks for silence every 10 ms."""
    monkeypatch.setattr(watchdog, "POLL", 0.01)
    monkeypatch.setattr(watchdog, "COVERING", 1.0)  # a busy machine looks late whether it is covered
    window = QWidget()
    qtbot.addWidget(window)
    page = QLabel(window)
    page.setAutoFillBackground(True)
    page.setPalette(QPalette(QColor(SECRET)))
    window.resize(200, 100)
    page.resize(200, 100)
    window.show()
    assert SECRET in colours(window)
    return window


def colours(window: QWidget) -> set[str]:
    """The colours of the window at three places."""
    picture = window.grab().toImage()
    return {picture.pixelColor(x, y).name() for x, y in ((1, 1), (100, 50), (198, 98))}


@pytest.mark.slow
def test_silence_covers_the_page_and_ends_the_process(window: QWidget, qtbot: QtBot) -> None:
    """The end waits here until the cover was seen: a busy machine may be too slow to see it in between."""
    ended: list[int] = []
    seen = threading.Event()

    def end(code: int) -> None:
        if seen.wait(10):
            ended.append(code)

    watch = Watch(window, end, silence=0.05)
    watch.start()
    qtbot.waitUntil(lambda: SECRET not in colours(window))
    seen.set()
    qtbot.waitUntil(lambda: ended == [ExitCode.UNWATCHED])


def test_no_list_that_is_open_stays_over_the_cover(window: QWidget, qtbot: QtBot) -> None:
    """A list is a window of its own; a window without a widget is covered too."""
    box, bare = QComboBox(window), QWindow()
    box.addItems(["見本 太郎", "見本 花子"])
    box.show()
    box.showPopup()
    bare.show()
    others: list[QWidget | QWindow] = [
        *(part for part in QApplication.topLevelWidgets() if part is not window and part.isVisible()),
        bare,
    ]
    assert len(others) == 2
    watch = Watch(window, lambda _: None, silence=0.05)
    watch.start()
    qtbot.waitUntil(lambda: not any(other.isVisible() for other in others))
    assert window.isVisible()
    qtbot.waitUntil(lambda: SECRET not in colours(window))
    bare.destroy()


def test_the_watch_cannot_be_found_through_the_window(window: QWidget) -> None:
    """No other part of the session can switch it off: only its maker has a reference, and it has no switch."""
    watch = Watch(window)
    assert not [part for part in window.findChildren(QObject) if isinstance(part, Watch)]
    assert watch.parent() is None
    kept = vars(watch).keys() - vars(QObject()).keys()
    assert all(name.startswith("_") for name in kept)


@pytest.mark.slow
def test_every_message_restarts_the_countdown(window: QWidget, qtbot: QtBot) -> None:
    ended: list[int] = []
    watch = Watch(window, ended.append, silence=0.1)
    heard: list[int] = []

    def hear() -> bool:
        watch.hear()
        heard.append(1)
        return len(heard) > 20

    watch.start()
    qtbot.waitUntil(hear)  # called every 10 ms
    assert not ended
    qtbot.waitUntil(lambda: bool(ended))
