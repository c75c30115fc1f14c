"""How a process ends that nobody expected to end: in the engine, in a driver, or by an exception that nobody handled.

An exception leaves its type and its place, never its text: that can carry what a person typed.
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
from kiosk.system import console, singletons

#: The code of ``internal_error`` in the failure catalogue, which is not read here: the reading may be what failed.
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
    """Once in a process, before Qt is used: what keeps it from crashing, and what shows where it crashed.

    The fault handler writes functions and lines to the error output, never values.
    """
    singletons.keep()
    if sys.stderr is not None:  # a windowed Windows program has none
        with suppress(OSError, ValueError):  # one that is no file
            faulthandler.enable()


def end_on_exception(report: Report = lambda _: None) -> None:
    """From now on an exception that nobody handled ends the process with ``ExitCode.UNEXPECTED``; ``report`` is told.

    The Qt binding would print an exception in a slot and go on, in a state that nobody knows. An exception that ends a
    thread, or that cannot be raised, ends no process; it is written without its text.
    """

    def end(_: type[BaseException], error: BaseException, trace: TracebackType | None) -> NoReturn:
        try:
            _last_words(error)
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
    """The exit code of the command; of one that raised, ``ExitCode.UNEXPECTED``."""
    try:
        return command()
    except Exception as error:
        _last_words(error)
        return ExitCode.UNEXPECTED


def crash_of(error: BaseException, trace: TracebackType | None = None) -> Crash:
    """Type and innermost place; the trace is that of the exception unless another is given."""
    frame = trace or error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    if frame is None:
        return Crash(type(error).__name__, "unknown", 0)
    return Crash(type(error).__name__, Path(frame.tb_frame.f_code.co_filename).stem, frame.tb_lineno)


def _last_words(error: BaseException) -> None:
    """To the log, where there is one, and to the error output."""
    import structlog

    if structlog.is_configured():
        structlog.get_logger("kiosk").critical("unexpected", exc_info=error)
    console.last_words(f"kiosk: stopped for an unexpected reason ({crash_of(error)}) [{CODE}]")


def _note(error: BaseException) -> None:
    """What ends no process: often a thread that has outlived what it worked for."""
    import structlog

    if structlog.is_configured():
        structlog.get_logger("kiosk").info("thread_ended", exc_info=error)
    console.last_words(f"kiosk: a thread or a finaliser has failed ({crash_of(error)})")
