"""tests/support/account.py: an ordinary user gets a copy to read, a home, a /tmp, and an interpreter to run."""

import json
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support import account, needs

pytestmark = [needs.root("to become an ordinary user"), needs.programs("setpriv")]

TELLS = """
import json, os, pathlib, sys, tempfile
pathlib.Path(os.environ["HOME"], "mine").write_text("x")
pathlib.Path(tempfile.gettempdir(), "mine").write_text("x")
told = {"uid": os.getuid(), "groups": os.getgroups(), "words": sys.argv[1:], "names": sorted(os.environ)}
pathlib.Path(os.environ["HOME"], "told").write_text(json.dumps(told))
sys.exit(7)
"""


@pytest.fixture
def folder() -> Iterator[Path]:
    with account.private_folder() as made:
        yield made


@pytest.fixture
def interpreter() -> str:
    found = account.usable_interpreter([account.SYSTEM_PYTHON])
    return found or pytest.skip(f"another account cannot run {account.SYSTEM_PYTHON}, or it is too old")


def test_the_copy_is_what_is_there_now_and_can_be_read(folder: Path, tmp_path: Path) -> None:
    """Made from a checkout that is root's alone."""
    (tmp_path / "kiosk").mkdir(mode=0o700)
    for name in ("kiosk/new.py", ".venv/bin/python", ".git/HEAD", "dist/kiosk/kiosk"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
        (tmp_path / name).chmod(0o600)
    copy = account.copy_of(tmp_path, folder)
    assert [str(path.relative_to(copy)) for path in copy.rglob("*")] == ["kiosk", "kiosk/new.py"]
    assert needs.runs_as_nobody("test", "-r", str(copy / "kiosk/new.py"))


def test_what_the_user_gets(folder: Path, interpreter: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":59997")
    (folder / "checkout").mkdir()
    (folder / "checkout" / "run.py").write_text(TELLS)
    os.chown(folder / "home", needs.NOBODY, needs.NOBODY)
    assert account.run_as_user(folder, interpreter, ["-x"]) == 7
    told = json.loads((folder / "home" / "told").read_text())
    assert told["uid"] == needs.NOBODY
    assert not told["groups"]
    assert told["words"] == ["test", "user", "-x"]
    assert set(told["names"]) <= {"PATH", "HOME", "USER", "LANG", "LC_CTYPE", "TMPDIR", "PWD", "OLDPWD", "SHLVL", "_"}
    assert (folder / "tmp" / "mine").exists(), "its /tmp goes with the folder"
    assert not (Path("/tmp") / "mine").exists()


def test_an_interpreter_in_a_folder_of_roots_is_passed_over(folder: Path, interpreter: str) -> None:
    (folder / "private").mkdir(mode=0o700)
    hidden = folder / "private" / "python3"
    shutil.copy(interpreter, hidden)
    assert account.usable_interpreter([str(hidden), interpreter]) == interpreter


def test_without_an_interpreter_it_is_said_and_no_failure(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(account, "usable_interpreter", lambda _: None)
    monkeypatch.setattr("tests.support.account.signal.signal", lambda *_: None)
    monkeypatch.setattr("tests.support.account.os.umask", lambda _: 0)
    assert account.as_ordinary_user([]) == 0
    assert "SKIPPED" in capsys.readouterr().err


def test_nothing_is_left(folder: Path) -> None:
    with account.private_folder() as other:
        (other / "home" / "x").write_text("x")
    assert not other.exists()
