"""Starts a whole training terminal as processes of its own and drives it: for the play, the bench and the tests."""

import os
import signal
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kiosk import processes
from kiosk.training.control import Control
from kiosk.training.demo import make_settings
from kiosk.training.portal_client import PortalClient
from kiosk.training.settings import TrainingSettings

STOP_LIMIT = 15.0


class RunningTerminal:
    """A kiosk with its training station. Ends with the ``with`` block, by SIGTERM to the process it started."""

    def __init__(self, folder: Path, **choices: Any) -> None:
        self.settings: TrainingSettings = make_settings(folder, **choices)
        self.control = Control(self.settings.control)
        self.portal = PortalClient(self.settings)
        self.errors = folder / "terminal.err"
        self.process: subprocess.Popen[bytes] | None = None

    @property
    def data(self) -> Path:
        """The kiosk's data folder."""
        return self.settings.root / "data"

    def start(self) -> None:
        """Start supervisor and station; returns at once."""
        argv = processes.interpreter_argv("kiosk.training", "terminal", str(self.settings.root / "training.json"))
        with self.errors.open("ab") as errors:
            self.process = processes.start_helper(argv, os.environ, stderr=errors)

    def stop(self) -> int:
        """Stop it in order; the exit code."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def __enter__(self) -> Self:
        self.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        code = self.stop()
        if kind is None and code != 0:
            raise RuntimeError(f"the terminal ended with code {code}; see {self.errors}")
