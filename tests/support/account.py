"""The tests as an ordinary user, called by root: `python3 run.py test user`.

Root's checkout may lie where nobody else can enter, and so may its interpreter. So the tests run in a copy, with an
environment from an interpreter that this user can run, and no account is made: `nobody` is there, and owns nothing.
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

#: Every account may enter it, and it is a real disk: the copy with its environment takes about 1.5 GB.
PLACE = Path("/var/tmp")
DEBIANS = "/usr/bin/python3"
#: What an ordinary user has no use for, and what is made again.
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "build", "dist", "var")
#: These become another account themselves: as root, but in the copy, which other accounts can read.
FOR_ROOT = ("tests/unit/support/test_needs.py", "tests/e2e/test_keyring.py", "tests/e2e/test_doctor.py")
#: What a login sets, and nothing of root's.
PATH = "/usr/local/bin:/usr/bin:/bin:/usr/sbin:/sbin"


def as_ordinary_user(rest: Sequence[str]) -> int:
    """Copy, prepare, run; the exit code. 0 too where there is no interpreter for it, after saying so."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))  # a time limit; the copy is removed
    os.umask(0o022)
    python = usable_interpreter((getattr(sys, "_base_executable", sys.executable), DEBIANS))
    if python is None:
        wanted = ".".join(map(str, OLDEST))
        say(f"SKIPPED: the tests as an ordinary user; another account can run no Python {wanted} or later")
        return 0
    with private_folder() as folder:
        checkout = copy_of(ROOT, folder)
        if prepare(checkout, python):
            return 1
        codes = [run_as_root(checkout)]
        subprocess.run(["chown", "-R", f"{NOBODY}:{NOBODY}", str(checkout), str(folder / "home")], check=True)
        return max(*codes, run_as_user(folder, python, rest))


def usable_interpreter(candidates: Sequence[str]) -> str | None:
    """The first that an ordinary user can run and that is new enough; none is ever downloaded."""
    script = f"import ssl, sys; sys.exit(sys.version_info < {OLDEST})"
    return next((python for python in candidates if runs_as_nobody(python, "-I", "-c", script)), None)


@contextmanager
def private_folder() -> Iterator[Path]:
    """A folder that others can enter, with a home of the user's and what the user will see as /tmp."""
    with tempfile.TemporaryDirectory(prefix="kiosk-tests-", dir=PLACE, ignore_cleanup_errors=True) as name:
        folder = Path(name)
        folder.chmod(0o755)
        (folder / "home").mkdir(mode=0o700)
        (folder / "tmp").mkdir()
        (folder / "tmp").chmod(0o1777)
        yield folder


def copy_of(project: Path, folder: Path) -> Path:
    """The project's files as they are now, readable for others."""
    copy = shutil.copytree(project, folder / "checkout", symlinks=True, ignore=LEFT_OUT)
    subprocess.run(["chmod", "-R", "go+rX", str(copy)], check=True)
    return copy


def prepare(checkout: Path, python: str) -> int:
    """The environment of the copy, made by root, whose downloads are there already. Copied: it will be given away."""
    script = "import run, sys\ntry: run.prepare('test')\nexcept run.Stop as sorry: sys.exit(str(sorry))"
    environment = {**os.environ, "UV_LINK_MODE": "copy"}
    return subprocess.run([python, "-c", script], cwd=checkout, env=environment, check=False).returncode


def run_as_root(checkout: Path) -> int:
    """The tests that become another account, while the copy is still root's: `kiosk run` insists on that."""
    say("as root, for another account")
    lanes = [str(checkout / ".venv/bin/python"), "-m", "tests.support.lanes", *FOR_ROOT]
    return subprocess.run(lanes, cwd=checkout, check=False).returncode


def run_as_user(folder: Path, python: str, rest: Sequence[str]) -> int:
    """What an ordinary user would type, with an environment of such a user's."""
    say("as an ordinary user")
    clean = {"PATH": PATH, "HOME": str(folder / "home"), "USER": "nobody", "LANG": os.environ.get("LANG", "C.UTF-8")}
    command = [*own_tmp(folder / "tmp", clean), *AS_NOBODY, python, "run.py", "test", "user", *rest]
    return subprocess.run(command, cwd=folder / "checkout", env=clean, check=False).returncode


def own_tmp(folder: Path, environment: dict[str, str]) -> list[str]:
    """Before a command: this folder is its /tmp. Where root may not do that (in a container) it is told by TMPDIR."""
    bind = ["unshare", "--mount", "sh", "-c", 'mount --bind "$0" /tmp && exec "$@"', str(folder)]
    if subprocess.run([*bind, "true"], capture_output=True, check=False).returncode == 0:
        return bind
    environment["TMPDIR"] = str(folder)
    return []
