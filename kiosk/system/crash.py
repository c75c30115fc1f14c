"""Crashes (engine, driver) and unhandled exceptions: what is recorded of them, and how the process ends.

Of an exception only type and place are recorded, never its text: that can carry what a person typed.
"""

import faulthandler
import os
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, NoReturn

from kiosk.exit_codes import ExitCode
from kiosk.system import console, dumps, singletons

#: The code of ``internal_error`` in the failure catalogue, written out since reading the catalogue may have failed.
CODE = "T04"


class Crash(NamedTuple):
    """An exception without its text: type, module and line of the innermost frame."""

    kind: str
    module: str
    line: int

    def __str__(self) -> str:
        return f"{self.kind} at {self.module}.py:{self.line}"


Report = Callable[[Crash], object]


def prepare() -> None:
    """Call first in a process, before Qt is used: no dumps, protected singletons, and the fault handler.

    The fault handler writes functions and lines to the error output, never values.
    """
    dumps.forbid()
    singletons.keep()
    if sys.stderr is not None:  # a windowed Windows program has none
        with suppress(OSError, ValueError):  # an error output that is not a file
            faulthandler.enable()


def end_on_exception(report: Report = lambda _: None) -> None:
    """From now on an unhandled exception is passed to ``report`` and ends the process with ``ExitCode.UNEXPECTED``.

    By default the Qt binding prints an exception in a slot and goes on, in an undefined state. An exception that ends
    a thread, or that cannot be raised, does not end the process; it is recorded without its text.
    """

    def end(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> NoReturn:
        try:
            _record(error)
            report(crash_of(error, trace))
        finally:
            os._exit(ExitCode.UNEXPECTED)

    def write(error: BaseException | None) -> None:
        if error is not None and not isinstance(error, SystemExit):
            _note(error)

    sys.excepthook = end
    threading.excepthook = lambda found: write(found.exc_value)
    sys.unraisablehook = lambda found: write(found.exc_value)


def guarded(command: Callable[[], int]) -> int:
    """The command's exit code, or ``ExitCode.UNEXPECTED`` when it raises."""
    try:
        return command()
    except Exception as error:
        _record(error)
        return ExitCode.UNEXPECTED


def crash_of(error: BaseException, trace: TracebackType | None = None) -> Crash:
    """Type and innermost place of an exception. ``trace`` replaces the exception's own traceback."""
    frame = trace or error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    if frame is None:
        return Crash(type(error).__name__, "unknown", 0)
    return Crash(type(error).__name__, Path(frame.tb_frame.f_code.co_filename).stem, frame.tb_lineno)


def _record(error: BaseException) -> None:
    """Write the exception to the log, if one is configured, and to the error output."""
    import structlog

    if structlog.is_configured():
        structlog.get_logger("kiosk").critical("unexpected", exc_info=error)
    console.write_error(f"kiosk: stopped for an unexpected reason ({crash_of(error)}) [{CODE}]")


def _note(error: BaseException) -> None:
    """Write down an exception that ends no process: often of a thread that has outlived its work."""
    import structlog

    if structlog.is_configured():
        structlog.get_logger("kiosk").info("thread_ended", exc_info=error)
    console.write_error(f"kiosk: a thread or a finaliser has failed ({crash_of(error)})")
