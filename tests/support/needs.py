"""What a test needs of its machine. Where that is missing it is skipped, and the reason is one plain sentence."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

#: An account that every Linux has and that owns nothing.
NOBODY = 65534
#: Put before a command, which then runs as that account. setpriv has root's rights until it becomes the command, so
#: that the command would start where its own children cannot; a shell in between makes the command one of these.
AS_NOBODY = ("setpriv", f"--reuid={NOBODY}", f"--regid={NOBODY}", "--clear-groups", "--", "sh", "-c", 'exec "$0" "$@"')


def root(purpose: str) -> pytest.MarkDecorator:
    """``purpose`` goes on after "needs root"."""
    return pytest.mark.skipif(os.geteuid() != 0, reason=f"needs root {purpose}")


def programs(*names: str) -> pytest.MarkDecorator:
    """These are installed."""
    missing = [name for name in names if shutil.which(name) is None]
    return pytest.mark.skipif(bool(missing), reason=f"needs {', '.join(missing)}")


def another_account(folder: Path) -> None:
    """Skips unless NOBODY can run this interpreter with this source tree, and can enter this folder of the test's."""
    if not runs_as_nobody("test", "-x", str(folder)):
        pytest.skip(f"another account cannot enter {folder}")
    if not runs_as_nobody(sys.executable, "-I", "-c", "import kiosk"):
        pytest.skip(f"another account cannot run this interpreter, or not with this source tree ({sys.executable})")


def runs_as_nobody(*command: str) -> bool:
    """The command can be started by NOBODY and succeeds."""
    return subprocess.run([*AS_NOBODY, *command], capture_output=True, check=False).returncode == 0
