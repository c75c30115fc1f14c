"""``kiosk acknowledge``: the city's word about a report, made on a PC of the city."""

import json
import sys
from pathlib import Path

import pytest

from kiosk.audit.key import MemoryKeys, Signer
from kiosk.cli import run_cli
from kiosk.exit_codes import ExitCode
from kiosk.reports.acknowledgement import acknowledged
from kiosk.reports.signed import Purpose, signed

CITY, TERMINAL = MemoryKeys(), Signer()


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("kiosk.audit.key.KeyringKeys", lambda: CITY)
    (tmp_path / "terminal.pem").write_text(TERMINAL.public.pem())
    made = tmp_path / "suspected-mixup.json"
    made.write_text(json.dumps(signed({"terminal": "3", "number": 1}, Purpose.REPORT, TERMINAL)))
    return made


def acknowledge(report: Path, monkeypatch: pytest.MonkeyPatch, by: str = "C-02") -> int:
    key = str(report.with_name("terminal.pem"))
    monkeypatch.setattr(sys, "argv", ["kiosk", "acknowledge", str(report), "--public-key", key, "--by", by])
    return run_cli(lambda *_: 0)


def test_the_city_acknowledges_a_report(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert acknowledge(report, monkeypatch) == ExitCode.OK
    assert capsys.readouterr().out.strip() == str(report.with_suffix(".ack"))
    (found,) = acknowledged(report.parent, "3", [CITY.signer().public])
    assert (found.number, found.by) == (1, "C-02")


@pytest.mark.parametrize("by", ["", "Yamada", "S-02", "C-2", "C-02 Yamada"])
def test_a_shift_is_a_number_and_no_name(report: Path, monkeypatch: pytest.MonkeyPatch, by: str) -> None:
    assert acknowledge(report, monkeypatch, by) == ExitCode.WRONG_USE
    assert not report.with_suffix(".ack").exists()


def test_a_changed_report_is_not_acknowledged(
    report: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    report.write_text(report.read_text().replace('"number": 1', '"number": 2'))
    assert acknowledge(report, monkeypatch) == ExitCode.CHECK_FAILED
    assert "not a whole report" in capsys.readouterr().err
    assert not report.with_suffix(".ack").exists()


def test_a_report_that_is_not_there(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    report.unlink()
    assert acknowledge(report, monkeypatch) == ExitCode.CHECK_FAILED
