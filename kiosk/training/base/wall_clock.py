"""A time of day that tests can set, for the supervisor and its sessions. The portal has a clock of its own.

The offset is kept in a file of the training folder, so that the next session starts with it, as on a real machine.
It replaces ``kiosk.system.clock.wall`` in the processes of the training part only.
"""

import os
from contextlib import suppress
from datetime import timedelta
from pathlib import Path

from kiosk.system import clock

FILE = "wall_clock"


def follow(folder: Path) -> None:
    """From now on, add the offset in this folder to the time of day of this process."""
    machine_time = clock.wall
    setattr(clock, "wall", lambda: machine_time() + timedelta(seconds=offset(folder)))  # noqa: B010


def offset(folder: Path) -> float:
    """The offset in seconds; 0.0 without a file."""
    with suppress(FileNotFoundError):
        return float((folder / FILE).read_text(encoding="ascii"))
    return 0.0


def move(folder: Path, seconds: float) -> None:
    """Add to the offset, in seconds. Takes effect at once in every process that follows this folder."""
    draft = folder / f"{FILE}.{os.getpid()}"
    draft.write_text(str(offset(folder) + seconds), encoding="ascii")
    draft.replace(folder / FILE)
