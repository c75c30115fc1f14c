"""Starts a whole training terminal as separate processes and stops it: for play, drill, measurements and tests."""

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
#: Seconds for the first answer of a terminal on a busy machine; one that has ended is noticed at once.
START_LIMIT = 60.0
#: Exit codes of a kiosk that was stopped regularly: while in service, while out of service.
STOPPED = (0, 4)


class RunningTerminal:
    """A kiosk with its training station, for the length of a ``with`` block. Stopped by SIGTERM to its own process."""

    #: The process that is started: the supervisor, which starts the station; or the station alone.
    process_name = "terminal"

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
        argv = argv_of(self.process_name, self.settings)
        with self.errors.open("ab") as errors:
            self.process = processes.start_helper(argv, os.environ, stdout=subprocess.DEVNULL, stderr=errors)

    def stop(self) -> int:
        """Stop it by SIGTERM and return the exit code; killed after ``STOP_LIMIT`` seconds."""
        assert self.process is not None
        self.process.send_signal(signal.SIGTERM)
        try:
            return self.process.wait(STOP_LIMIT)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()

    def __enter__(self) -> Self:
        self.start()
        self.wait_for_answer()
        return self

    def wait_for_answer(self) -> None:
        """Wait until the process answers on the control channel. Raises RuntimeError if it ends, ControlError."""
        self.control.wait_until(f"the {self.process_name}", self._answers, START_LIMIT)

    def _answers(self) -> bool:
        self._assert_running()
        with suppress(ControlError):
            return bool(self._state())
        return False

    def _state(self) -> dict[str, Any]:
        return self.control.terminal()

    def _assert_running(self) -> None:
        """Raises RuntimeError when the process has ended, so that nobody waits for its answer."""
        assert self.process is not None
        code = self.process.poll()
        if code is not None:
            raise RuntimeError(f"the {self.process_name} ended with code {code}; see {self.errors} and {self.data}")

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        code = self.stop()
        if kind is None and code not in STOPPED:
            raise RuntimeError(f"the terminal ended with code {code}; see {self.errors}")


class RunningStation(RunningTerminal):
    """Portal and virtual reader without a kiosk: for the control experiment."""

    process_name = "station"

    def _state(self) -> dict[str, Any]:
        return dict(self.control.ask("station", "state"))
