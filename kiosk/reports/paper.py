"""Prints a report on the configured printer, for staff. A printer that fails is a sentence for them alone.

A wipe cancels every job of the kiosk's account, so nothing is printed while somebody is served.
"""

import getpass
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from enum import Enum, auto, unique
from pathlib import Path
from typing import Protocol

from kiosk.system import clock
from kiosk.system.deletion import forget_file
from kiosk.system.whole_file import write_file
from kiosk.wipe.printing import CupsQueue, run_command

#: Seconds within which the printer has to take a report of one or two pages.
LIMIT = 30.0
_PAUSE = 0.5


class Printer(Protocol):
    """One printer. Both methods raise OSError or subprocess.TimeoutExpired when it does not answer."""

    def submit(self, file: Path) -> None:
        """Queue a PDF."""
        ...

    def waiting(self) -> int:
        """The number of jobs of this account that are not printed yet."""
        ...


class CupsPrinter:
    """CUPS, through its command ``lp``."""

    def __init__(self, name: str, run: Callable[[list[str]], tuple[int, str]] = run_command) -> None:
        self._name, self._run, self._queue = name, run, CupsQueue(name, run)

    def submit(self, file: Path) -> None:
        """See ``Printer``. The title is the file's name: terminal and day."""
        status, _ = self._run(["lp", "-d", self._name, "-t", file.name, "--", str(file)])
        if status != 0:
            raise OSError("lp failed")

    def waiting(self) -> int:
        """See ``Printer``."""
        return self._queue.remaining(getpass.getuser())


def printer_of(name: str) -> Printer | None:
    """The configured printer; None: there is none, or this system has no way to print yet (Windows)."""
    known = name and not name.startswith("-")  # no option of lp
    return CupsPrinter(name) if known and sys.platform != "win32" else None


@unique
class Printed(Enum):
    """What became of a report: taken by the printer, still waiting after ``LIMIT``, or never queued."""

    DONE = auto()
    WAITING = auto()
    FAILED = auto()


def print_out(printer: Printer, pdf: bytes, file: Path, limit: float = LIMIT, pause: float = _PAUSE) -> Printed:
    """Queue the PDF and wait until the printer has taken it, at most ``limit`` seconds. Raises nothing.

    ``file``: where the PDF lies meanwhile; its name is the title of the job.
    """
    try:
        write_file(file, pdf)
        return _wait(printer, file, clock.now() + limit, pause)
    except (OSError, subprocess.TimeoutExpired):
        return Printed.FAILED
    finally:
        with suppress(OSError):
            forget_file(file)


def _wait(printer: Printer, file: Path, until: float, pause: float) -> Printed:
    printer.submit(file)
    while printer.waiting():
        if clock.now() >= until:
            return Printed.WAITING
        time.sleep(pause)
    return Printed.DONE
