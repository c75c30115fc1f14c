"""The console, where there is one: in a windowed Windows program ``sys.stdout`` and ``sys.stderr`` are None."""

import io
import sys
from contextlib import suppress
from typing import TextIO

from kiosk.version import __version__


def last_words(text: str) -> None:
    """A sentence for whoever started the program, on its error output; nowhere when nobody can read it."""
    _write(sys.stderr, text)


def say_version() -> None:
    """The version, on the standard output: before anything large is imported."""
    _write(sys.stdout, f"kiosk {__version__}")


def output() -> TextIO:
    """The standard output, or one that nobody reads."""
    return sys.stdout if sys.stdout is not None else io.StringIO()


def errors() -> TextIO:
    """The error output, or one that nobody reads."""
    return sys.stderr if sys.stderr is not None else io.StringIO()


def _write(target: TextIO | None, text: str) -> None:
    if target is not None:
        with suppress(OSError, ValueError):  # the other end is gone, or it is closed
            target.write(f"{text}\n")
            target.flush()
