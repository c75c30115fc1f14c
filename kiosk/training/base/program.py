"""The command lines of the training part's processes, with the interpreter or in the frozen package of the drill."""

import sys

from kiosk.processes import start as processes
from kiosk.training.base.settings import TrainingSettings

#: The processes that ``python -m kiosk.training`` can run; any other arguments are options of the drill.
PROCESSES = ("terminal", "station", "session", "check", "shared_browser")


def argv_of(process: str, settings: TrainingSettings) -> list[str]:
    """The command line that starts this process. The program of a frozen package has no other commands."""
    file = str(settings.root / "training.json")
    if getattr(sys, "frozen", False):
        return [sys.executable, process, file]
    return processes.interpreter_argv("kiosk.training", process, file)
