"""The command ``kiosk export``: what it writes and for whom, and what it refuses. What is in it: the survey's tests."""

import sys
from pathlib import Path

import pytest

from kiosk.audit.file import AuditFile
from kiosk.audit.key import MemoryKeys, PublicKey
from kiosk.audit.line import AUDIT_FILE
from kiosk.audit.package import unpack
from kiosk.cli import run_cli


class Kept(MemoryKeys):
    """The keyring of an account with a key."""

    def public(self) -> PublicKey | None:
        """The key."""
        return self.signer().public


class Empty(Kept):
    """The keyring of an account in which the kiosk never ran."""

    def public(self) -> PublicKey | None:
        """None."""
        return None


class Account:
    """The kiosk's account on a terminal, with its configuration and its keyring."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.folder, self._patch = folder, monkeypatch
        self.target = folder / "nishi-1.zip"
        self.config = folder / "kiosk.toml"
        self.config.write_text('terminal_id = "nishi-1"\ndata_folder = "data"\n', encoding="utf-8")
        self.keeps(Kept())

    def keeps(self, keys: Kept) -> None:
        """The account has this keyring."""
        self.keys = keys
        self._patch.setattr("kiosk.audit.key.KeyringKeys", lambda: keys)

    def records(self) -> None:
        """An audit file is in the data folder."""
        (self.folder / "data").mkdir()
        AuditFile(self.folder / "data" / AUDIT_FILE, self.keys).close()

    def export(self) -> int:
        """Run the command; its exit code."""
        self._patch.setattr(sys, "argv", ["kiosk", "export", str(self.target), "--config", str(self.config)])
        return run_cli(lambda *_: 0)


@pytest.fixture
def account(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Account:
    """An account with a key and without an audit file."""
    return Account(tmp_path, monkeypatch)


def test_a_package_is_written_that_only_this_account_reads(
    account: Account, capsys: pytest.CaptureFixture[str]
) -> None:
    account.records()
    assert account.export() == 0
    assert capsys.readouterr().out.startswith("1 lines; last line 1 of ")
    (account.folder / "out").mkdir()
    made = unpack(account.target, account.folder / "out")
    assert (made.terminal, made.key) == ("nishi-1", account.keys.public())
    assert sys.platform == "win32" or account.target.stat().st_mode & 0o777 == 0o600


def test_no_key_is_made_for_it(account: Account, capsys: pytest.CaptureFixture[str]) -> None:
    account.keeps(Empty())
    account.records()
    assert account.export() == 1
    assert "no key yet" in capsys.readouterr().err
    assert not account.target.exists()


def test_a_missing_audit_file_is_told(account: Account, capsys: pytest.CaptureFixture[str]) -> None:
    assert account.export() == 1
    assert "[T01]" in capsys.readouterr().err
    assert not account.target.exists()


def test_a_folder_that_is_not_there_is_told(account: Account, capsys: pytest.CaptureFixture[str]) -> None:
    account.records()
    account.target = account.folder / "gone" / "a.zip"
    assert account.export() == 1
    assert "a.zip" in capsys.readouterr().err
