"""A session that nobody watches over ends itself.

Only the supervisor sees a card go and a limit pass. It says every second that it still looks; one that stands still (a
driver that hangs, a debugger, SIGSTOP) could otherwise leave somebody's page open for whoever comes next.
"""

import os
import threading
import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.exit_codes import ExitCode

#: Seconds between two looks, awake: a sleep of the machine is the supervisor's to judge.
LOOK = 0.5
#: Seconds without a word from the supervisor until nobody watches any more.
SILENCE = 10.0
#: Seconds for the cover to reach the screen: nobody else may be there to paint over what was seen last.
COVER = 0.3


class Watch(QObject):
    """Looks on a thread of its own whether the supervisor still speaks; else covers the window, ends the process."""

    _alone = Signal()

    def __init__(self, window: QWidget, end: Callable[[int], object] = os._exit, silence: float = SILENCE) -> None:
        """``silence`` in seconds. No child of the window: whoever finds the window's parts does not find this one."""
        super().__init__()
        self._silence = silence
        self._window = window
        self._end = end
        self._quiet = 0
        self._alone.connect(self._cover, Qt.ConnectionType.QueuedConnection)

    def start(self) -> None:
        """Begin. Once."""
        threading.Thread(target=self._watch, name="watch", daemon=True).start()

    def hear(self, _: object = None) -> None:
        """The supervisor has said something. On any thread."""
        self._quiet = 0

    def _watch(self) -> None:
        while self._quiet * LOOK < self._silence:
            time.sleep(LOOK)
            self._quiet += 1
        self._alone.emit()
        time.sleep(COVER)
        self._end(ExitCode.UNWATCHED)

    def _cover(self) -> None:
        """An empty page over everything. A GUI thread that hangs too cannot paint it, and then ends uncovered."""
        self._hide_others()
        blank = QWidget(self._window)
        blank.setAutoFillBackground(True)
        blank.setGeometry(self._window.rect())
        blank.show()
        blank.raise_()
        blank.repaint()

    def _hide_others(self) -> None:
        """An open list of the page's is a window of its own, over the one that is covered."""
        for widget in QApplication.topLevelWidgets():
            if widget is not self._window:
                widget.hide()
        for window in QGuiApplication.topLevelWindows():
            if window is not self._window.windowHandle():
                window.hide()
