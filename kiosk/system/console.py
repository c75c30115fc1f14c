"""Standard and error output, if any: in a windowed Windows program ``sys.stdout`` and ``sys.stderr`` are None."""

import io
import sys
from contextlib import suppress
from typing import TextIO

from kiosk.version import __version__


def tolerate_letters() -> None:
    """From now on a letter that the console's encoding has not is written as an escape; call it first of all."""
    for target in (sys.stdout, sys.stderr):
        if isinstance(target, io.TextIOWrapper):
            target.reconfigure(errors="backslashreplace")


def write_error(text: str) -> None:
    """Write a line to the error output; without one, or when its reader is gone, nothing happens."""
    _write(sys.stderr, text)


def print_version() -> None:
    """Write the version to the standard output, before anything large is imported."""
    _write(sys.stdout, f"kiosk {__version__}")


def output() -> TextIO:
    """The standard output, or a buffer that nobody reads."""
    return sys.stdout if sys.stdout is not None else io.StringIO()


def errors() -> TextIO:
    """The error output, or a buffer that nobody reads."""
    return sys.stderr if sys.stderr is not None else io.StringIO()


def _write(target: TextIO | None, text: str) -> None:
    if target is not None:
        with suppress(OSError, ValueError):  # it is closed, or its reader is gone
            target.write(f"{text}\n")
            target.flush()
