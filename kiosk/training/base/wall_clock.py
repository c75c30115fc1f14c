"""A time of day that tests can set: for the supervisor and its sessions, not for the portal, which has its own clock.

How far it was set stands in a file of the training folder, so that the next session has it from its start, as on a
machine. It takes the place of ``kiosk.system.clock.wall`` in the processes of the training part only.
"""

import os
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from kiosk.system import clock

FILE = "wall_clock"


def follow(folder: Path) -> None:
    """From now on the time of day of this process is the machine's and what the file of this folder says."""
    right = clock.wall
    setattr(clock, "wall", lambda: right() + timedelta(seconds=set_by(folder)))  # noqa: B010


def set_by(folder: Path) -> float:
    """Seconds by which it was set; 0.0 without a file."""
    with suppress(FileNotFoundError):
        return float((folder / FILE).read_text(encoding="ascii"))
    return 0.0


def move(folder: Path, seconds: float) -> None:
    """Set it by so many seconds more, at once and for all processes that follow."""
    draft = folder / f"{FILE}.{os.getpid()}"
    draft.write_text(str(set_by(folder) + seconds), encoding="ascii")
    draft.replace(folder / FILE)
