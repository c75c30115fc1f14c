"""The only code that deletes files: session folders, and files and temporary folders that the program made."""

import os
import shutil
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

from kiosk.outcome import DONE, Outcome, failed
from kiosk.system import clock

#: Seconds for which a deletion is repeated, and the pause between two tries.
_RETRY_FOLDER = 1.0
_PAUSE = 0.05


def delete_folder(path: Path, aside: Path, retry_seconds: float = _RETRY_FOLDER) -> Outcome:
    """Delete a session's folder and check that it is gone.

    ``aside`` is a folder in the data folder: what cannot be deleted is moved there for ``sweep`` at the next start, and
    the outcome is a failure. Refuses a link and everything that is not strictly inside the data folder (``aside``'s
    parent). Never follows a link.
    """
    if not _is_deletable(path, aside):
        return failed("refused: not a folder inside the data folder")
    if _delete(path, retry_seconds):
        return DONE
    return _put_aside(path, aside)


def _is_deletable(path: Path, aside: Path) -> bool:
    data = aside.parent
    if not path.is_absolute() or ".." in path.parts or path.is_symlink() or path == aside:
        return False
    real = path.parent.resolve() / path.name
    return real != data.resolve() and real.is_relative_to(data.resolve())


def _delete(path: Path, retry_seconds: float) -> bool:
    """Repeat until it is gone or the seconds are over: on Windows a virus scanner may hold a file for a moment."""
    until = clock.now() + retry_seconds
    while True:
        loosened: set[str] = set()
        _delete_once(path, loosened)
        if not os.path.lexists(path):
            return True
        if clock.now() >= until:
            return False
        if not loosened:
            time.sleep(_PAUSE)


def _delete_once(path: Path, loosened: set[str]) -> None:
    def on_error(_call: object, name: str, _error: object) -> None:
        for place in (name, os.path.dirname(name)):  # noqa: PTH120 (names may not be valid text)
            if Path(place).is_relative_to(path) and _loosen(place):
                loosened.add(place)

    if path.is_dir() and not path.is_symlink():
        handler: dict[str, Any] = {"onexc" if sys.version_info >= (3, 12) else "onerror": on_error}
        try:
            shutil.rmtree(path, **handler)
        except RecursionError:
            with suppress(OSError):
                _flatten(path)
                shutil.rmtree(path, **handler)
    else:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            on_error(None, str(path), None)


def _flatten(path: Path) -> None:
    """Bring every folder below up into this one: nested deeper than a recursion can go. Raises OSError."""
    waiting = [str(path)]
    while waiting:
        for entry in list(os.scandir(waiting.pop())):
            if entry.is_dir(follow_symlinks=False):
                up = path / os.urandom(8).hex()
                Path(entry.path).rename(up)
                waiting.append(str(up))


def _loosen(name: str) -> bool:
    """Make a folder (on Windows also a file) writable; True if that changed its mode."""
    try:
        mode = os.lstat(name).st_mode
        if stat.S_ISLNK(mode) or (not stat.S_ISDIR(mode) and os.name != "nt"):
            return False
        wanted = mode | stat.S_IRWXU
        os.chmod(name, stat.S_IMODE(wanted))  # noqa: PTH101
    except OSError:
        return False
    return wanted != mode


def _put_aside(path: Path, aside: Path) -> Outcome:
    try:
        aside.mkdir(mode=0o700, exist_ok=True)
        path.rename(aside / f"{path.name}-{os.urandom(4).hex()}")
    except OSError:
        return failed("could be neither deleted nor moved aside")
    return failed("could not be deleted; moved aside for the next start")


def sweep(folder: Path, retry_seconds: float = _RETRY_FOLDER) -> Outcome:
    """Delete all content of a folder (old sessions, what was moved aside) and check that it is gone."""
    if not folder.is_absolute() or folder.is_symlink() or _contains_home_or_program(folder):
        return failed("refused: not a folder to sweep")
    if not folder.exists():
        return DONE
    left = sum(not _delete(child, retry_seconds) for child in list(folder.iterdir()))
    return failed(f"{left} entries could not be deleted") if left else DONE


def _contains_home_or_program(folder: Path) -> bool:
    real = folder.resolve()
    return any(place.resolve().is_relative_to(real) for place in (Path.home(), Path(__file__), Path(sys.executable)))


def forget_file(path: Path) -> None:
    """Delete one file that the program made (a stale socket, a record); a missing file is no error. Raises OSError."""
    path.unlink(missing_ok=True)


def forget_folder(path: Path) -> None:
    """Delete a folder of temporary files that the program made. Raises OSError when something of it is left."""
    if not _delete(path, _RETRY_FOLDER):
        raise OSError(f"{path.name} could not be deleted")
