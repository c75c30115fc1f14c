"""Reads a small file that somebody else may have written: nothing but a regular one, and only up to a size."""

import os
import stat
from pathlib import Path

#: Never waits for the other end of a pipe. Windows has neither.
_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)


class UnfitFile(OSError):
    """Why a file is not read, in words: a pipe, a device, a folder, or too large."""


def read(file: Path, most: int) -> bytes:
    """The bytes of the file, at most so many. Raises OSError, UnfitFile among them, before anything else is done."""
    if file.is_dir():
        raise UnfitFile("not a regular file")  # Windows opens no folder and says that it may not
    descriptor = os.open(file, _FLAGS)
    with os.fdopen(descriptor, "rb") as stream:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise UnfitFile("not a regular file")
        octets = stream.read(most + 1)
    if len(octets) > most:
        raise UnfitFile(f"more than {most:,} bytes")
    return octets


def is_in_the_way(file: Path) -> bool:
    """Whether something that is no regular file stands where one is kept."""
    return os.path.lexists(file) and not file.is_file()
