"""The row about reports that the city has not read: every day until it has."""

import json
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.audit.key import Signer
from kiosk.config.settings import Config, load_config
from kiosk.doctor import refusals
from kiosk.doctor.reports import reports
from kiosk.doctor.rows import Result
from kiosk.reports.acknowledgement import KEY_FILE, acknowledge
from kiosk.reports.numbers import ReportNumbers
from kiosk.reports.signed import Purpose, signed

CITY, TERMINAL = Signer(), Signer()
AT = datetime.fromisoformat("2026-11-27T11:20:00+09:00")


@pytest.fixture
def config(tmp_path: Path) -> Config:
    (tmp_path / "data" / "reports").mkdir(parents=True)
    (tmp_path / KEY_FILE).write_text(CITY.public.pem())
    file = tmp_path / "kiosk.toml"
    file.write_text('terminal_id = "3"\ndata_folder = "data"\n')
    return load_config(file)


def reported(config: Config, times: int = 1) -> None:
    numbers = ReportNumbers(config.data_folder)
    for _ in range(times):
        numbers.next()


def read_by_city(config: Config, number: int) -> None:
    content = json.dumps(signed({"terminal": "3", "number": number}, Purpose.REPORT, TERMINAL)).encode()
    made = acknowledge(content, [TERMINAL.public], "C-02", AT, CITY)
    (config.report_folder / f"{number}.ack").write_bytes(made)


def test_nothing_is_waiting(config: Config) -> None:
    assert reports(config).result is Result.OK
    assert reports(None).result is Result.NOT_APPLICABLE


def test_a_report_stands_there_until_the_city_has_read_it(config: Config) -> None:
    reported(config, 2)
    assert reports(config).result is Result.WARN
    assert "3-0001, 3-0002" in reports(config).japanese
    read_by_city(config, 1)
    assert "3-0001" not in reports(config).japanese
    read_by_city(config, 2)
    assert reports(config).result is Result.OK


def test_many_are_counted_and_some_named(config: Config) -> None:
    reported(config, 9)
    assert "9 without" in reports(config).found
    assert "3-0005 …" in reports(config).found


def test_without_the_citys_key_nothing_is_accepted(config: Config) -> None:
    reported(config)
    read_by_city(config, 1)
    assert config.file
    config.file.with_name(KEY_FILE).unlink()
    assert reports(config).result is Result.WARN
    assert KEY_FILE in reports(config).found


@pytest.mark.parametrize("what", ["number", "key", "folder"])
def test_what_cannot_be_known_fails(config: Config, what: str) -> None:
    reported(config)
    assert config.file
    if what == "number":
        (config.data_folder / "report-number.json").write_text("{")
    elif what == "key":
        config.file.with_name(KEY_FILE).write_text("no key")
    else:
        config.report_folder.rmdir()
    assert reports(config).result is Result.FAIL


def test_keys_that_the_kiosk_could_change_are_refused(config: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(refusals, "writable_by_us", lambda files: [file for file in files if file.name == KEY_FILE])
    assert KEY_FILE in refusals.changeable(config)
