"""The control experiment: the desk of 2022, where everybody uses the same browser, with the same portal.

One profile for all customers, without gate, wipe and session process. It must *show* the incident in the mode where the
portal checks only once; otherwise it would prove nothing that the kiosk does not show it.
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
    """The process with the shared browser. The control channel drives it like a session."""

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
        """A person sits down and places their card; the browser stays as the previous person left it."""
        self.control.place(person)
        self.control.ask("session", "sit_down", person=person)


def main(file: Path) -> int:
    """Run the shared browser."""
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
