"""Clock, disk, data folder, fonts, keyring and display: every row's good and bad case."""

import os
import socket
from datetime import UTC, datetime, timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.config.settings import Config
from kiosk.doctor import machine as checks
from kiosk.doctor.machine import MEBIBYTE
from kiosk.doctor.rows import Result
from kiosk.system.secret_store import UNLOCK, SecretStore, StoreUnusable

NOW = datetime(2026, 4, 1, 9, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
CONFIG = Config()


@pytest.mark.parametrize(
    ("offsets", "disciplined", "agrees", "now", "result", "word"),
    [
        ([], True, None, NOW, Result.OK, "synchronised"),
        ([], True, False, NOW, Result.OK, "synchronised"),
        ([3 * SECOND, -2 * SECOND], True, None, NOW, Result.OK, "3 s from the portal"),
        ([3 * SECOND], None, True, NOW, Result.OK, "2026-04-01 09:00"),
        ([3 * SECOND], False, True, NOW, Result.WARN, "not synchronised"),
        ([], None, None, NOW, Result.WARN, "confirmed by no time service"),
        ([], None, False, NOW, Result.WARN, "does not follow"),
        ([], False, False, NOW, Result.WARN, "does not follow"),
        ([-301 * SECOND], True, True, NOW, Result.FAIL, "301 s"),
        ([], True, True, NOW.replace(year=1970), Result.FAIL, "1970"),
    ],
)
def test_clock(
    offsets: list[timedelta], disciplined: bool | None, agrees: bool | None, now: datetime, result: Result, word: str
) -> None:
    row = checks.time_of_day(offsets, disciplined, agrees, now)
    assert row.result is result
    assert word in row.found


@pytest.mark.parametrize(
    ("free", "result"),
    [(1024, Result.OK), (1023, Result.WARN), (200, Result.WARN), (199, Result.FAIL), (0, Result.FAIL)],
)
def test_disk(free: int, result: Result, tmp_path: Path) -> None:
    asked: list[Path] = []

    def left(path: Path) -> int:
        asked.append(path)
        return free * MEBIBYTE

    row = checks.disk(Config(data_folder=tmp_path / "not" / "yet"), left)
    assert row.result is result
    assert asked == [tmp_path]


def test_data_folder(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    config = Config(data_folder=folder)
    row = checks.data_folder(config)
    assert (row.result, "first start" in row.found) == (Result.OK, True)
    folder.mkdir(mode=0o700)
    assert checks.data_folder(config).result is Result.OK
    assert not list(folder.iterdir())
    (folder / "audit.jsonl").mkdir()
    row = checks.data_folder(config)
    assert (row.result, row.to_do) == (Result.FAIL, "move it away")
    (folder / "audit.jsonl").rmdir()
    folder.chmod(0o755)
    assert checks.data_folder(config).result is Result.WARN


def test_a_data_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "file"
    file.touch()
    assert checks.data_folder(Config(data_folder=file)).result is Result.FAIL
    assert checks.data_folder(Config(data_folder=file / "below")).result is Result.FAIL

    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    row = checks.data_folder(Config(data_folder=tmp_path))
    assert row.result is Result.FAIL
    assert "No space left" in row.found


def test_a_slow_disk_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tmp_path.chmod(0o700)
    monkeypatch.setattr(checks, "SLOW_WRITE", 0.0)
    assert checks.data_folder(Config(data_folder=tmp_path)).result is Result.WARN


def test_without_configuration_there_is_no_folder() -> None:
    assert checks.disk(None).result is checks.data_folder(None).result is Result.NOT_APPLICABLE


@pytest.mark.parametrize(
    ("said", "result"),
    [
        ("Noto Sans CJK JP,Noto Sans CJK JP Bold|aa|ja|zu", Result.OK),
        ("DejaVu Sans|aa|en|jam", Result.WARN),
        ("", Result.WARN),
        (None, Result.WARN),
    ],
)
def test_page_font(said: str | None, result: Result) -> None:
    row = checks.page_font(lambda: said, linux=True)
    assert row.result is result
    assert result is Result.OK or "fonts-noto-cjk" in row.to_do
    assert checks.page_font(linux=False).result is Result.NOT_APPLICABLE


@pytest.mark.parametrize(("why", "result"), [("", Result.OK), ("the keyring is locked", Result.FAIL)])
def test_keyring(why: str, result: Result) -> None:
    """One that is locked fails: `kiosk run` would wait behind a password dialog, or does not start."""

    def check() -> None:
        if why:
            raise StoreUnusable(why, UNLOCK)

    row = checks.keyring(lambda: SimpleNamespace(check=check, name="SecretService.Keyring"))  # type: ignore[arg-type,return-value]
    assert (row.result, row.found) == (result, why or "SecretService.Keyring")
    assert (UNLOCK in row.to_do) == bool(why)


def test_without_a_keyring_no_other_place_is_advised() -> None:
    """`kiosk run` keeps the key of the audit file there, and refuses to start without one."""

    def none() -> SecretStore:
        raise StoreUnusable("there is no keyring for this account")

    row = checks.keyring(none)
    assert row.result is Result.FAIL
    assert "staff_code_hash" not in row.to_do


def test_the_real_keyring_is_only_named() -> None:
    assert checks.keyring().found


@pytest.mark.parametrize(
    ("source", "answers", "result", "word"),
    [
        ({"DISPLAY": ":0"}, True, Result.OK, "X11"),
        ({"DISPLAY": "other:0"}, None, Result.OK, "X11"),
        ({"DISPLAY": ":0"}, False, Result.FAIL, "does not answer"),
        ({}, True, Result.FAIL, "none"),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, Result.FAIL, "Wayland"),
        ({"DISPLAY": ":0", "XDG_SESSION_TYPE": "wayland"}, True, Result.FAIL, "Wayland"),
    ],
)
def test_display(source: dict[str, str], answers: bool | None, result: Result, word: str) -> None:
    row = checks.display(source, lambda _: answers, linux=True)
    assert row.result is result
    assert word in row.found


def test_display_elsewhere() -> None:
    assert checks.display({}, linux=False).result is Result.NOT_APPLICABLE


def test_an_x_server_is_asked(tmp_path: Path) -> None:
    assert checks.x_server_answers("other.example:0") is None
    assert checks.x_server_answers(":59999") is False
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("\0/tmp/.X11-unix/X59998")
        listener.listen()
        assert checks.x_server_answers(":59998.0") is True
    assert not checks._listens("x" * 500)


@pytest.mark.parametrize(("why", "result"), [("", Result.OK), ("core dumps are not limited", Result.FAIL)])
def test_crash_dumps(why: str, result: Result) -> None:
    row = checks.crash_dumps(lambda: why)
    assert row.result is result
    assert why in row.found
