"""The NSS database from which the engine takes the city's authorities on Linux. NSS's own ``certutil`` makes it."""

import os
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from kiosk.processes import start as processes
from kiosk.system import deletion

#: Where the engine looks, in the home of its process (Chromium, net/cert; NSS' default for programs).
IN_HOME = Path(".pki") / "nssdb"
#: Trusted as an authority for servers, for nothing else.
_SERVERS_ONLY = "C,,"
#: Maximum seconds of one call; usual are 0.05.
_LIMIT = 5.0


def tool() -> str | None:
    """The path of ``certutil``; None: it is not installed (package libnss3-tools)."""
    return shutil.which("certutil", path=processes.session_environment({}).get("PATH"))


def renew(folder: Path, authorities: Sequence[str]) -> None:
    """Replace the database of the start before; without authorities there is none afterwards. Raises OSError.

    ``folder``: in the data folder, whose lock the caller holds, because a kiosk that runs copies from there.
    """
    if os.path.lexists(folder) and not deletion.delete_folder(folder, folder.parent / "aside").done:
        raise OSError(f"{folder} cannot be deleted")
    if authorities:
        make(folder, authorities)


def make(folder: Path, authorities: Sequence[str]) -> None:
    """Make the database in this new folder, with these certificates in PEM form. Raises OSError."""
    folder.mkdir(mode=0o700)
    database = f"sql:{folder}"
    _run(["-d", database, "-N", "--empty-password"], b"")
    for number, pem in enumerate(authorities, 1):
        _run(["-d", database, "-A", "-a", "-n", f"authority {number}", "-t", _SERVERS_ONLY], pem.encode("ascii"))


def _run(arguments: Sequence[str], given: bytes) -> None:
    command, pipe, null = [tool() or "certutil", *arguments], subprocess.PIPE, subprocess.DEVNULL
    running = processes.start_helper(
        command, processes.session_environment(os.environ), stdin=pipe, stdout=null, stderr=null
    )
    try:
        running.communicate(given, timeout=_LIMIT)
    except subprocess.TimeoutExpired:
        running.kill()
        running.communicate()
    if running.returncode:
        raise OSError(f"certutil ended with code {running.returncode}")


def give(database: Path, home: Path) -> None:
    """Copy the database into a session's home, with which it is deleted. Raises OSError."""
    home.mkdir(mode=0o700, exist_ok=True)
    shutil.copytree(database, home / IN_HOME)
