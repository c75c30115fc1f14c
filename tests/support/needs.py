"""Requirements of tests on the machine. Without them a test is skipped, with a sentence as its reason."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

#: An account that every Linux has and that owns nothing.
NOBODY = 65534
#: Prefix of a command that runs as that account. setpriv has root's rights until it executes the command, so that the
#: command could start where its children cannot; a shell in between makes the command itself such a child.
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--", "sh", "-c", 'exec "$0" "$@"')


def root(purpose: str) -> pytest.MarkDecorator:
    """Skip unless run as root. ``purpose``: continues the reason "needs root …"."""
    return pytest.mark.skipif(os.geteuid() != 0, reason=f"needs root {purpose}")


def programs(*names: str) -> pytest.MarkDecorator:
    """Skip unless these programs are installed."""
    missing = [name for name in names if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}")


def another_account(folder: Path) -> None:
    """Skip unless NOBODY can run this interpreter with this source tree and can enter the test's folder."""
    if not runs_as_nobody("test", "-x", str(folder)):
        pytest.skip(f"another account cannot enter {folder}")
    if not runs_as_nobody(sys.executable, "-I", "-c", "import kiosk"):
        pytest.skip(f"another account cannot run this interpreter, or not with this source tree ({sys.executable})")


def runs_as_nobody(*command: str) -> bool:
    """Whether NOBODY can run this command and it succeeds."""
    return subprocess.run([*AS_NOBODY, *command], capture_output=True, check=False).returncode == 0
