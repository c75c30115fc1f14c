"""The tests as an ordinary user, called by root: `python3 run.py test user`.

Root's checkout and its interpreter may be where no other account can enter. So the tests run in a copy, with an
environment made by an interpreter that this user can run. No account is made: `nobody` exists and owns nothing.
"""

import os
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from run import OLDEST, ROOT, say
from tests.support.needs import AS_NOBODY, NOBODY, runs_as_nobody

#: Every account may enter it, and it is on a real disk: the copy with its environment takes about 1.5 GB.
PLACE = Path("/var/tmp")
SYSTEM_PYTHON = "/usr/bin/python3"
#: Not copied: files that an ordinary user does not need, and files that are made again.
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "build", "dist", "var")
#: These tests change to another account themselves. They run as root, in the copy, which other accounts can read.
FOR_ROOT = ("tests/unit/support/test_needs.py", "tests/e2e/test_keyring.py", "tests/e2e/test_doctor.py")
#: The PATH of an ordinary login, without root's additions.
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"


def as_ordinary_user(rest: Sequence[str]) -> int:
    """Copy, prepare, run; returns the exit code. Without a usable interpreter a message is printed and 0 returned."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # a time limit; the copy is removed
    os.umask(0o022)
    python = usable_interpreter((getattr(sys, "_base_executable", sys.executable), SYSTEM_PYTHON))
    if python is None:
        oldest = ".".join(map(str, OLDEST))
        say(f"SKIPPED: the tests as an ordinary user; another account can run no Python {oldest} or later")
        return 0
    with private_folder() as folder:
        checkout = copy_of(ROOT, folder)
        if prepare(checkout, python):
            return 1
        codes = [run_as_root(checkout)]
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(checkout), str(folder / "home")], check=True)
        return max(*codes, run_as_user(folder, python, rest))


def usable_interpreter(candidates: Sequence[str]) -> str | None:
    """The first of these that an ordinary user can run and that is new enough; none is downloaded."""
    script = f"import ssl, sys; sys.exit(sys.version_info < {OLDEST})"
    return next((python for python in candidates if runs_as_nobody(python, "-I", "-c", script)), None)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that other accounts can enter, with a home for the user and the folder that becomes their /tmp."""
    with tempfile.TemporaryDirectory(prefix="kiosk-tests-", dir=PLACE, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "home").mkdir(mode=0o700)
        (folder / "tmp").mkdir()
        (folder / "tmp").chmod(0o1777)
        yield folder


def copy_of(project: Path, folder: Path) -> Path:
    """A copy of the project's files as they are now, readable for other accounts."""
    copy = shutil.copytree(project, folder / "checkout", symlinks=True, ignore=LEFT_OUT)
    subprocess.run(["chmod", "-R", "go+rX", str(copy)], check=True)
    return copy


def prepare(checkout: Path, python: str) -> int:
    """Make the copy's environment as root, whose downloads are cached; files are copied, as the owner will change."""
    script = "import run, sys\ntry: run.prepare('test')\nexcept run.Stop as error: sys.exit(str(error))"
    environment = {**os.environ, "UV_LINK_MODE": "copy"}
    return subprocess.run([python, "-c", script], cwd=checkout, env=environment, check=False).returncode


def run_as_root(checkout: Path) -> int:
    """Run the tests that change to another account while root owns the copy, which `kiosk run` requires."""
    say("as root, for another account")
    lanes = [str(checkout / ".venv/bin/python"), "-m", "tests.support.lanes", *FOR_ROOT]
    return subprocess.run(lanes, cwd=checkout, check=False).returncode


def run_as_user(folder: Path, python: str, rest: Sequence[str]) -> int:
    """Run the command of an ordinary user, with the environment of an ordinary login."""
    say("as an ordinary user")
    clean = {"PATH": PATH, "HOME": str(folder / "home"), "USER": "nobody", "LANG": os.environ.get("LANG", "C.UTF-8")}
    command = [*own_tmp(folder / "tmp", clean), *AS_NOBODY, python, "run.py", "test", "user", *rest]
    return subprocess.run(command, cwd=folder / "checkout", env=clean, check=False).returncode


def own_tmp(folder: Path, environment: dict[str, str]) -> list[str]:
    """A command prefix that mounts this folder as /tmp. Where mounting is not allowed (container), TMPDIR is set."""
    bind = ["unshare", "--mount", "sh", "-c", 'mount --bind "$0" /tmp && exec "$@"', str(folder)]
    if subprocess.run([*bind, "true"], capture_output=True, check=False).returncode == 0:
        return bind
    environment["TMPDIR"] = str(folder)
    return []
