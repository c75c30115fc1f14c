"""Runs a command of the control channel on the Qt main thread and waits for its answer."""

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal

LIMIT = 20.0


class OnGui(QObject):
    """Carries calls from a control thread to the GUI thread."""

    _call = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._call.connect(self._on_call, Qt.ConnectionType.QueuedConnection)

    def _on_call(self, job: Callable[[], None]) -> None:
        job()

    def run(self, work: Callable[[Callable[[Any], None]], None]) -> Any:
        """``work`` gets a function that it calls with its answer, now or later. Exceptions are raised in the caller.

        Raises TimeoutError after 20 s.
        """
        done = threading.Event()
        answers: list[Any] = []

        def finish(answer: Any) -> None:
            answers.append(answer)
            done.set()

        def job() -> None:
            try:
                work(finish)
            except Exception as error:
                finish(error)

        self._call.emit(job)
        if not done.wait(LIMIT):
            raise TimeoutError("the window does not answer")
        if isinstance(answers[0], Exception):
            raise answers[0]
        return answers[0]
