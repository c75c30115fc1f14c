"""Numbers and signatures of reports, and the city's word that it has read one."""

import json
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kiosk.audit.key import Signer
from kiosk.reports.acknowledgement import Acknowledgement, NotAReport, acknowledge, acknowledged, pending
from kiosk.reports.numbers import ReportNumbers, last_number, number_text
from kiosk.reports.signed import Purpose, is_signed, signed
from tests.conftest import ExpectedLogs

TERMINAL, CITY, STRANGER = Signer(), Signer(), Signer()
AT = datetime.fromisoformat("2026-11-27T11:20:00+09:00")


def report(number: int = 17, signer: Signer = TERMINAL) -> bytes:
    content = {"format": 2, "kind": "suspected_mixup", "terminal": "3", "number": number, "aware_at": "2026-11-27"}
    return json.dumps(signed(content, Purpose.REPORT, signer)).encode()


def word(number: int = 17, signer: Signer = CITY) -> bytes:
    return acknowledge(report(number), [TERMINAL.public], "C-02", AT, signer)


def test_numbers_go_on_after_a_restart(tmp_path: Path) -> None:
    first = ReportNumbers(tmp_path)
    assert [first.next(), first.next()] == [1, 2]
    assert ReportNumbers(tmp_path).next() == 3
    assert last_number(tmp_path) == 3
    assert number_text("3", 3) == "3-0003"


@pytest.mark.parametrize("damage", ["", "{}", '{"last": "7"}', '{"last": -1}', '{"last": true}', "[1]"])
def test_a_damaged_number_stops_no_report_and_is_seen(tmp_path: Path, damage: str, expected_logs: ExpectedLogs) -> None:
    expected_logs.expect("report_number")
    (tmp_path / "report-number.json").write_text(damage)
    with pytest.raises(ValueError, match=r".*"):
        pending(tmp_path, tmp_path, "3", [])
    assert ReportNumbers(tmp_path, at_least=7).next() == 8


def test_an_unwritable_number_stops_no_report(tmp_path: Path, expected_logs: ExpectedLogs) -> None:
    expected_logs.expect("report_number")
    numbers = ReportNumbers(tmp_path / "gone")
    assert [numbers.next(), numbers.next()] == [1, 2]


@pytest.mark.parametrize("changed", [{"number": 18}, {"terminal": "4"}, {"aware_at": ""}, {"more": 1}, {"sig": ""}])
def test_any_change_to_a_report_is_found(changed: dict[str, Any]) -> None:
    assert is_signed(json.loads(report()), Purpose.REPORT, [TERMINAL.public])
    content = json.loads(report()) | changed
    assert not is_signed(content, Purpose.REPORT, [TERMINAL.public])
    with pytest.raises(NotAReport):
        acknowledge(json.dumps(content).encode(), [TERMINAL.public], "C-02", AT, CITY)


@pytest.mark.parametrize("content", [b"", b"[]", b"{}", b"\xff", report(signer=STRANGER)])
def test_only_a_report_of_the_terminal_is_acknowledged(content: bytes) -> None:
    with pytest.raises(NotAReport):
        acknowledge(content, [TERMINAL.public], "C-02", AT, CITY)


def test_the_citys_word_is_read_back(tmp_path: Path) -> None:
    (tmp_path / "a.ack").write_bytes(word())
    found = Acknowledgement("3", 17, "2026-11-27T11:20:00+09:00", "C-02")
    assert acknowledged(tmp_path, "3", [CITY.public]) == [found]
    assert acknowledged(tmp_path, "4", [CITY.public]) == []


@pytest.mark.parametrize(
    "content",
    [
        word(signer=STRANGER),
        word(signer=TERMINAL),
        word().replace(b'"number": 17', b'"number": 18'),
        report(signer=CITY),
        word()[:40],
        b"",
        b"[]",
    ],
    ids=["stranger", "terminal", "changed", "a report", "half", "empty", "list"],
)
def test_nothing_else_acknowledges(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.ack").write_bytes(content)
    assert acknowledged(tmp_path, "3", [CITY.public]) == []


def test_a_report_is_pending_until_the_city_has_read_it(tmp_path: Path) -> None:
    """Also when somebody has taken the report away: only its number counts."""
    assert pending(tmp_path, tmp_path / "nowhere", "3", []) == []
    numbers = ReportNumbers(tmp_path)
    for _ in range(3):
        numbers.next()
    reports = tmp_path / "reports"
    reports.mkdir()
    assert pending(tmp_path, reports, "3", [CITY.public]) == [1, 2, 3]
    (reports / "a.ack").write_bytes(word(2))
    assert pending(tmp_path, reports, "3", [CITY.public]) == [1, 3]
    assert pending(tmp_path, reports, "3", []) == [1, 2, 3]
