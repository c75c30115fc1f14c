"""The control experiment: the window as it was in 2022, one browser that everybody uses, on the same portal.

No gate, no wipe, no session process: one profile for all. It must *show* the incident where the portal checks only
once; otherwise the proof that the kiosk prevents it would prove nothing.
"""

import os
import secrets
import subprocess
import sys
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kiosk.processes import start as processes
from kiosk.training.base.settings import TrainingSettings, load_settings
from kiosk.training.remote.control import Control

READY_LIMIT = 20.0


class SharedBrowser:
    """The process with the reused browser, driven like a session through the control channel."""

    def __init__(self, settings: TrainingSettings) -> None:
        self._settings = settings
        self.control = Control(settings.control)
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        argv = processes.interpreter_argv(
            "kiosk.training", "shared_browser", str(self._settings.root / "training.json")
        )
        with (self._settings.root / "shared-browser.err").open("ab") as errors:
            self._process = processes.start_helper(argv, os.environ, stderr=errors)
        self.control.wait_until("the shared browser", lambda: self.control.customer().get("loaded"), READY_LIMIT)
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        assert self._process is not None
        self._process.terminate()
        self._process.wait(READY_LIMIT)

    def sit_down(self, person: str) -> None:
        """Somebody sits down with their card; the browser is as it was left."""
        self.control.place(person)
        self.control.ask("session", "sit_down", person=person)


def main(file: Path) -> int:
    """Be the shared browser."""
    settings = load_settings(file)
    flags = "--no-sandbox --disable-gpu" if settings.unconfined else "--disable-gpu"
    os.environ["QTWEBENGINE_CHROMIUM_FLAGS"] = flags
    from PySide6.QtCore import QCoreApplication, Qt
    from PySide6.QtWidgets import QApplication

    QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)
    application = QApplication(["shared-browser"])
    window = _window(settings)
    code = application.exec()
    del window
    sys.exit(code)


def _window(settings: TrainingSettings) -> Any:
    from kiosk.training.play.shared_window import SharedWindow

    return SharedWindow(settings, secrets.token_bytes(32))
