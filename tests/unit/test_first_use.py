"""A newcomer's first commands: a folder with the wrong mode, or a missing file, is one sentence with the remedy."""

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.cli import run_cli
from kiosk.config.settings import load_config
from kiosk.doctor.machine import data_folder
from kiosk.doctor.settings import read_settings
from tests.rules.sources import ROOT
from tests.support.needs import NOBODY

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")

#: Neither its owner nor another account may enter such a folder. Root may.
CLOSED = 0o600
MODES = "owned by root, folders with mode 0755, files with 0644"


@contextmanager
def ordinary_user() -> Iterator[None]:
    """Root becomes an account that owns nothing; any other user stays what it is."""
    if os.geteuid() != 0:
        yield
        return
    os.setresuid(NOBODY, NOBODY, 0)
    try:
        yield
    finally:
        os.setresuid(0, 0, 0)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The folder of the machine's own kiosk.toml, under one that all may enter; pytest's own folders are private."""
    with tempfile.TemporaryDirectory(prefix="kiosk-machine-") as name:
        top = Path(name)
        top.chmod(0o755)
        made = top / "madoguchi-kiosk"
        (made / "procedures").mkdir(parents=True)
        (top / "data").mkdir()
        shutil.copy(ROOT / "resources/procedures/example.toml", made / "procedures/example.toml")
        file = made / "kiosk.toml"
        file.write_text(f'procedures_folder = "procedures"\ndata_folder = "{top}/data"\n')
        monkeypatch.setattr("kiosk.config.settings.DEFAULT_FILE", file)
        run("config")
        run("audit", "verify")  # what a command imports is imported before the account changes
        yield made
        for folder in (made, made / "procedures", top / "data"):
            folder.chmod(0o700)


def run(*words: str) -> int:
    """A command's exit code; what follows the refusals is never reached."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sys, "argv", ["kiosk", *words])
        return run_cli(lambda *_: 0)


@pytest.mark.parametrize("command", ["config", "run", "audit verify", "audit show"])
@pytest.mark.parametrize("named", [False, True], ids=["its own file", "--config"])
def test_the_folder_of_the_settings(
    machine: Path, command: str, named: bool, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.chmod(CLOSED)
    capsys.readouterr()
    with ordinary_user():
        code = run(*command.split(), *(["--config", str(machine / "kiosk.toml")] if named else []))
    told = capsys.readouterr()
    assert (code, told.out) == (2, "")
    assert told.err == f"kiosk: {machine}: this user may not look into it; needed: {MODES} [T02]\n"


def test_the_doctor_says_the_same(machine: Path) -> None:
    machine.chmod(CLOSED)
    with ordinary_user():
        found = read_settings(None)
    assert found.config_error == f"{machine}: this user may not look into it; needed: {MODES}"


@pytest.mark.parametrize("mode", [CLOSED, 0o311, 0o644])
def test_the_folder_of_the_procedures_is_not_taken_for_an_empty_one(machine: Path, mode: int) -> None:
    """Closed, without permission to list it, and without permission to enter it."""
    folder = machine / "procedures"
    folder.chmod(mode & ~0o400 if mode == 0o311 else mode)
    with ordinary_user():
        found = read_settings(None)
    assert found.procedures_error == f"{folder}: this user may not look into it; needed: {MODES}"


def test_a_single_file(machine: Path) -> None:
    file = machine / "procedures" / "example.toml"
    file.chmod(0o200)
    with ordinary_user():
        found = read_settings(None)
    assert found.procedures_error == f"{file}: this user may not read it; needed: {MODES}"


@pytest.mark.parametrize("command", ["verify", "show"])
def test_the_data_folder(machine: Path, command: str, capsys: pytest.CaptureFixture[str]) -> None:
    data = machine.parent / "data"
    data.chmod(CLOSED)
    capsys.readouterr()
    with ordinary_user():
        code = run("audit", command)
    assert code == 1
    told = capsys.readouterr().err
    assert f"this user may not look into {data}: use the kiosk account [T01]" in told


def test_the_doctor_finds_a_data_folder_that_it_may_not_see(machine: Path) -> None:
    inner = machine.parent / "data" / "inner"
    inner.mkdir()
    config = load_config().model_copy(update={"data_folder": inner})
    inner.parent.chmod(CLOSED)
    with ordinary_user():
        row = data_folder(config)
    assert row.result.value == "fail"
    assert str(inner.parent) in row.found


@pytest.mark.parametrize("command", ["verify", "show"])
def test_before_the_first_start_there_is_no_audit_file(
    machine: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("audit", command) == 1
    told = capsys.readouterr().err
    assert f"there is no {machine.parent}/data/audit.jsonl yet; the first `kiosk run` makes it [T01]" in told
    assert "Errno" not in told


def test_defaults_are_not_shown_as_if_there_were_a_file(
    machine: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    assert run("config") == 0
    assert capsys.readouterr().err == ""
    monkeypatch.setattr("kiosk.config.settings.DEFAULT_FILE", machine / "none.toml")
    assert run("config") == 0
    assert f"there is no {machine}/none.toml (docs/" in capsys.readouterr().err


@pytest.mark.parametrize("words", [(), ("audit",), ("staff-code",)])
def test_the_help_cuts_no_sentence(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*words, "--help") == 0
    lines = capsys.readouterr().out.splitlines()[1:]
    assert len(lines) > 5
    assert not [line for line in lines if line.endswith("...")]
