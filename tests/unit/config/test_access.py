"""Folders and files that this user may not look into, or could change. Windows is asked in other ways."""

from pathlib import Path

import pytest

from kiosk.config.access import writable_by_us


def test_what_we_own_counts_as_writable(tmp_path: Path) -> None:
    inside = tmp_path / "procedures" / "a.toml"
    inside.parent.mkdir()
    inside.write_text("")
    inside.chmod(0o444)
    assert inside in writable_by_us([tmp_path / "procedures"])


def test_who_can_write_is_asked_of_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    other = tmp_path / "kiosk.toml"
    other.write_text("")
    monkeypatch.setattr("kiosk.config.access.os.geteuid", lambda: 4_000_000)
    monkeypatch.setattr("kiosk.config.access.os.access", lambda path, _: path == tmp_path)
    assert writable_by_us([other]) == [tmp_path]


def test_windows_is_asked_by_opening(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    locked = tmp_path / "locked.toml"
    locked.write_text("kept")
    monkeypatch.setattr("kiosk.config.access.sys.platform", "win32")
    assert set(writable_by_us([locked])) == {tmp_path, locked}
    assert locked.read_text() == "kept"
    assert writable_by_us([tmp_path / "none" / "x.toml"]) == []
