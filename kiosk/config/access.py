"""What the current user may look into, and what it could change."""

import errno
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path

#: What the files of a terminal need, so that the kiosk account reads and does not change them.
MODES = (
    "readable for the kiosk account"
    if sys.platform == "win32"
    else "owned by root, folders with mode 0755, files with 0644"
)


def is_there(path: Path) -> bool:
    """Whether the path exists. Raises PermissionError when that cannot be seen.

    ``Path.exists`` raises or answers False then, depending on the version of Python.
    """
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def barred(path: Path) -> Path:
    """Of a path that may not be read: the topmost folder that this user may not look into; else the path itself."""
    above = [folder for folder in reversed(path.parents) if not os.access(folder, os.X_OK)]
    return above[0] if above else path


def names_in(folder: Path, ending: str | tuple[str, ...]) -> list[Path]:
    """The files of the folder with this ending or one of these, in the order of their names; none without the folder.

    Raises PermissionError, where ``Path.glob`` finds nothing, and for a folder that may be listed and not entered.
    """
    try:
        names = sorted(entry for entry in folder.iterdir() if entry.name.endswith(ending))
    except (FileNotFoundError, NotADirectoryError):
        return []
    if not os.access(folder, os.X_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(folder))
    return names


def writable_by_us(paths: Iterable[Path]) -> list[Path]:
    """Of these files and folders (with their content), those that the current user could change.

    POSIX: writable, or owned by the user, since an owner can always change the mode. The parent folder counts too: who
    can write there can replace the file. Windows: ``os.access`` knows nothing of access lists, so a file is
    opened for writing and a folder gets a temporary file; nothing is changed either way.
    """
    return [path for path in dict.fromkeys(_with_contents(paths)) if _writable(path)]


def _with_contents(paths: Iterable[Path]) -> Iterable[Path]:
    for path in paths:
        yield path.parent
        yield path
        if path.is_dir():
            yield from (entry for entry in path.rglob("*") if not entry.is_symlink())


def _writable(path: Path) -> bool:
    if sys.platform == "win32":
        return _opens_for_writing(path)
    try:
        owned = path.stat().st_uid == os.geteuid()
    except OSError:
        return False
    return owned or os.access(path, os.W_OK)


def takes_files(folder: Path) -> bool:
    """Whether the current user could make a file in this folder; nothing is left there. False without a folder."""
    if sys.platform == "win32":
        return folder.is_dir() and _opens_for_writing(folder)
    return folder.is_dir() and os.access(folder, os.W_OK | os.X_OK)


def _opens_for_writing(path: Path) -> bool:
    try:
        if path.is_dir():
            tempfile.TemporaryFile(dir=path).close()
        else:
            path.open("r+b").close()
    except OSError:
        return False
    return True
