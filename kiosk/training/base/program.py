"""How the training part starts its own processes: the interpreter, or the drill's own package."""

import sys

from kiosk.processes import start as processes
from kiosk.training.base.settings import TrainingSettings

#: What ``python -m kiosk.training`` can be; anything else is the drill, with these words as its options.
PROCESSES = ("terminal", "station", "session", "shared_browser")


def argv_of(process: str, settings: TrainingSettings) -> list[str]:
    """The command that is this process. In a frozen package its program has no other commands than these."""
    file = str(settings.root / "training.json")
    if getattr(sys, "frozen", False):
        return [sys.executable, process, file]
    return processes.interpreter_argv("kiosk.training", process, file)
