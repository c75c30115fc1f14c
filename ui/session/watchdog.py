"""Ends a session whose supervisor is silent.

Only the supervisor notices that the card is gone or that a time limit has passed. It sends ``Watching`` every second.
If it hangs (a driver, a debugger, SIGSTOP), a page would otherwise stay open for the next person.
"""

import os
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.exit_codes import ExitCode

#: Seconds between two checks. They are counted, so that a sleep of the machine, which the supervisor handles, is not.
POLL = 0.5
#: Seconds without a message from the supervisor after which the session ends.
SILENCE = 10.0
#: Seconds for the cover to reach the screen, before the process ends: perhaps no other process can cover the page.
COVERING = 0.3


class Watch(QObject):
    """Checks on its own thread for messages of the supervisor; without them covers the window and ends the process."""

    _unwatched = Signal()

    def __init__(self, window: QWidget, end: Callable[[int], object] = os._exit, silence: float = SILENCE) -> None:
        """``silence`` in seconds. It has no parent, so that it cannot be found and stopped through the window."""
        super().__init__()
        self._silence = silence
        self._window = window
        self._end = end
        self._silent_polls = 0
        self._unwatched.connect(self._cover, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Start the thread. Call it once."""
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def hear(self, _: object = None) -> None:
        """Count a message of the supervisor. May be called on any thread."""
        self._silent_polls = 0

    def _watch(self) -> None:
        while self._silent_polls * POLL < self._silence:
            time.sleep(POLL)
            self._silent_polls += 1
        self._unwatched.emit()
        time.sleep(COVERING)
        self._end(ExitCode.UNWATCHED)

    def _cover(self) -> None:
        """Cover the window with an empty widget. If the GUI thread hangs as well, the process ends without it."""
        self._hide_others()
        blank = QWidget(self._window)
        blank.setAutoFillBackground(True)
        blank.setGeometry(self._window.rect())
        blank.show()
        blank.raise_()
        blank.repaint()

    def _hide_others(self) -> None:
        """Hide all other windows: an open list of the page is a window of its own, over the cover."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window:
                widget.hide()
        for window in QGuiApplication.topLevelWindows():
            if window is not self._window.windowHandle():
                window.hide()
