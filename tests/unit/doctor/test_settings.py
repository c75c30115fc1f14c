"""The settings of IT: every row's good and bad case."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from kiosk.config import staff_code as staff_code_module
from kiosk.config.settings import Config, load_config
from kiosk.config.staff_code import StaffCode
from kiosk.doctor import refusals, settings as checks
from kiosk.doctor.rows import Result
from kiosk.doctor.settings import Settings, read_settings
from tests.rules.sources import ROOT

HASH = staff_code_module.hash_code(bytearray(b"503917"))
TODAY = date(2026, 11, 30)
EXAMPLE = ROOT / "resources/procedures/example.toml"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    (tmp_path / "procedures").mkdir()
    (tmp_path / "procedures" / "example.toml").write_text(EXAMPLE.read_text(encoding="utf-8"), encoding="utf-8")
    made = tmp_path / "kiosk.toml"
    made.write_text(f'procedures_folder = "procedures"\ndata_folder = "data"\nstaff_code_hash = "{HASH}"\n')
    return made


def test_right_settings(file: Path) -> None:
    settings = read_settings(file)
    assert not settings.wrong
    assert checks.configuration(settings).result is Result.OK
    row = checks.procedures(settings)
    assert (row.result, row.found) == (Result.OK, "example v1 (https)")


def test_wrong_settings_name_the_place(file: Path) -> None:
    file.write_text("[timers]\nidle = 5\n")
    row = checks.configuration(read_settings(file))
    assert row.result is Result.FAIL
    assert "timers.idle" in row.found
    assert checks.procedures(read_settings(file)).result is Result.NOT_APPLICABLE


def test_a_wrong_procedure_names_the_place(file: Path) -> None:
    text = EXAMPLE.read_text(encoding="utf-8").replace("https://portal.example.jp", "http://portal.example.jp")
    (file.parent / "procedures" / "example.toml").write_text(text, encoding="utf-8")
    settings = read_settings(file)
    row = checks.procedures(settings)
    assert settings.wrong
    assert row.result is Result.FAIL
    assert "start_url" in row.found


def test_a_wrong_desk_file_names_the_place(file: Path) -> None:
    (file.parent / "desk.toml").write_text('usual = "tax"\n')
    settings = read_settings(file)
    row = checks.desk(settings, TODAY)
    assert settings.wrong, "kiosk run would not start"
    assert (row.result, "usual" in row.found) == (Result.FAIL, True)


@pytest.mark.parametrize(
    ("checked", "result"),
    [
        ("2026-11-30", Result.OK),
        ("2026-09-01", Result.OK),
        ("2026-08-31", Result.WARN),
        ("2026-12-01", Result.WARN),
        ("", Result.WARN),
    ],
)
def test_a_telephone_line_that_nobody_checked_for_90_days_is_told(file: Path, checked: str, result: Result) -> None:
    line = f"checked = {checked}" if checked else ""
    (file.parent / "desk.toml").write_text(f"[helpline]\n{line}\n")
    row = checks.desk(read_settings(file), TODAY)
    assert row.result is result, row.found
    assert ("helpline" in row.found) is (result is Result.WARN)


def test_account() -> None:
    assert checks.account(lambda: False).result is Result.OK
    assert checks.account(lambda: True).result is Result.FAIL


@pytest.mark.parametrize("name", ["QTWEBENGINE_REMOTE_DEBUGGING", "QTWEBENGINE_CHROMIUM_FLAGS", "LD_PRELOAD"])
def test_environment(name: str) -> None:
    assert checks.environment({"LANG": "C"}).result is Result.OK
    row = checks.environment({name: "x"})
    assert row.result is Result.FAIL
    assert name in row.found


def test_who_can_write(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    config = load_config(file)
    row = checks.writable(config)
    assert row.result is Result.FAIL
    assert str(file.parent) in row.found
    monkeypatch.setattr(refusals, "writable_by_us", lambda _: [])
    assert checks.writable(config).result is Result.OK
    assert checks.writable(None).result is Result.NOT_APPLICABLE


def test_staff_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(staff_code_module, "_from_keyring", lambda: "")
    assert checks.staff_code(Config(data_folder=tmp_path)).result is Result.FAIL
    config = Config(data_folder=tmp_path, staff_code_hash=HASH)
    assert checks.staff_code(config).result is Result.OK
    for _ in range(4):
        StaffCode(HASH, tmp_path).verify(bytearray(b"000111"))
    row = checks.staff_code(config)
    assert row.result is Result.WARN
    assert "waits" in row.found
    monkeypatch.setattr(staff_code_module, "_from_keyring", lambda: HASH)
    assert "keyring" in checks.staff_code(Config(data_folder=tmp_path / "other")).found
    assert checks.staff_code(None).result is Result.NOT_APPLICABLE


def test_key() -> None:
    assert checks.key(Config()).found == "F12"
    assert checks.key(Config(hardware_key="Ctrl+Alt+F5")).result is Result.OK
    assert checks.key(Config(hardware_key="")).result is Result.NOT_APPLICABLE
    assert checks.key(Config().model_copy(update={"hardware_key": "Meta+Q"})).result is Result.FAIL
    assert checks.key(None).result is Result.NOT_APPLICABLE


def test_settings_know_that_they_are_wrong() -> None:
    assert not Settings(Config(), ()).wrong
    assert Settings(config_error="x").wrong
    assert Settings(Config(), procedures_error="x").wrong


def test_a_procedure_with_nothing_final_is_told(file: Path) -> None:
    """Right where people only look something up; a fault where they apply."""
    read = checks.read_settings(file)
    assert read.procedures is not None
    looked_up = replace(read.procedures[0], commit_requests=())
    assert checks.procedures(read).result is Result.OK
    row = checks.procedures(replace(read, procedures=(looked_up,)))
    assert row.result is Result.WARN
    assert f"{looked_up.id}: list what is final" in row.to_do
