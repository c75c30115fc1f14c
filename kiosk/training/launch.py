"""Starts a whole training terminal as processes of its own and drives it: for the play, the bench and the tests."""

import os
import signal
import subprocess
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from kiosk.processes import start as processes
from kiosk.training.base.program import argv_of
from kiosk.training.base.settings import TrainingSettings, make_settings
from kiosk.training.remote.control import Control, ControlError
from kiosk.training.remote.portal_client import PortalClient

STOP_LIMIT = 15.0
#: Seconds for the first word of a terminal on a busy machine; one that has ended is noticed at once.
START_LIMIT = 60.0
#: Exit codes of a kiosk that was stopped in order: in service, or out of it.
STOPPED = (0, 4)


class RunningTerminal:
    """A kiosk with its training station. Ends with the ``with`` block, by SIGTERM to the process it started."""

    #: What is started: the supervisor, which starts the station; or the station alone.
    what = "terminal"

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
        argv = argv_of(self.what, self.settings)
        with self.errors.open("ab") as errors:
            self.process = processes.start_helper(argv, os.environ, stdout=subprocess.DEVNULL, stderr=errors)

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
        self.control.wait_until("the terminal", self._is_there, START_LIMIT)
        return self

    def _is_there(self) -> bool:
        self._still_runs()
        with suppress(ControlError):
            return bool(self.control.terminal())
        return False

    def _still_runs(self) -> None:
        """Raises RuntimeError at once when the process is gone, instead of waiting for somebody who will not come."""
        assert self.process is not None
        code = self.process.poll()
        if code is not None:
            raise RuntimeError(f"the {self.what} ended with code {code}; see {self.errors} and {self.data}")

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        code = self.stop()
        if kind is None and code not in STOPPED:
            raise RuntimeError(f"the terminal ended with code {code}; see {self.errors}")


class RunningStation(RunningTerminal):
    """Portal and virtual reader without a kiosk: for the control experiment."""

    what = "station"

    def __enter__(self) -> Self:
        self.start()
        self.control.wait_until("the station", self._is_there)
        return self

    def _is_there(self) -> bool:
        self._still_runs()
        with suppress(ControlError):
            return bool(self.control.ask("station", "state"))
        return False
