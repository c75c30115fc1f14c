"""When a report that the city has not read calls staff again."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.audit.key import Signer
from kiosk.reports.acknowledgement import acknowledge
from kiosk.reports.numbers import ReportNumbers
from kiosk.reports.place import Place
from kiosk.reports.signed import Purpose, signed
from kiosk.reports.unread import UnreadReports
from kiosk.system.background import Background
from tests.conftest import ExpectedLogs

CITY, TERMINAL = Signer(), Signer()
AT = datetime.fromisoformat("2026-11-27T11:20:00+09:00")
HALF_AN_HOUR = 1800.0


class Jobs(Background):
    """A thread whose jobs are done at once."""

    def __init__(self) -> None:
        pass

    def submit(self, job: Callable[[], None]) -> None:
        job()


class Watch:
    """The time, set by the test."""

    now = 1000.0

    def read(self) -> float:
        return self.now


@pytest.fixture
def watch() -> Watch:
    return Watch()


def place(folder: Path, keys: tuple[Signer, ...] = (CITY,)) -> Place:
    known = tuple(key.public for key in keys)
    return Place("3", "見本市", "支援窓口", False, folder, folder / "reports", {}, known, HALF_AN_HOUR)


def unread(folder: Path, watch: Watch, keys: tuple[Signer, ...] = (CITY,)) -> UnreadReports:
    (folder / "reports").mkdir(exist_ok=True)
    return UnreadReports(place(folder, keys), Jobs(), watch.read)


def read_by_city(folder: Path, number: int) -> None:
    content = json.dumps(signed({"terminal": "3", "number": number}, Purpose.REPORT, TERMINAL)).encode()
    word = acknowledge(content, [TERMINAL.public], "C-02", AT, CITY)
    (folder / "reports" / f"{number}.ack").write_bytes(word)


def test_it_is_due_after_half_an_hour_until_the_city_has_read_it(tmp_path: Path, watch: Watch) -> None:
    reports = unread(tmp_path, watch)
    watch.now += HALF_AN_HOUR
    assert not reports.is_due(), "there is none"
    ReportNumbers(tmp_path).next()
    reports.made()
    watch.now += HALF_AN_HOUR - 1
    assert not reports.is_due()
    watch.now += 1
    assert reports.is_due()
    assert reports.is_due(), "until staff come"
    read_by_city(tmp_path, 1)
    watch.now += 60
    assert not reports.is_due()


def test_it_is_due_again_half_an_hour_after_staff_came(tmp_path: Path, watch: Watch) -> None:
    ReportNumbers(tmp_path).next()
    reports = unread(tmp_path, watch)
    watch.now += HALF_AN_HOUR
    assert reports.is_due(), "one that an earlier start left"
    reports.answered()
    assert not reports.is_due()
    watch.now += HALF_AN_HOUR
    assert reports.is_due()


def test_a_second_report_does_not_move_the_time_of_the_first(tmp_path: Path, watch: Watch) -> None:
    reports = unread(tmp_path, watch)
    numbers = ReportNumbers(tmp_path)
    for _ in range(2):
        numbers.next()
        reports.made()
        watch.now += HALF_AN_HOUR / 2
    assert reports.is_due()


def test_where_nobody_could_acknowledge_nothing_calls(tmp_path: Path, watch: Watch) -> None:
    reports = unread(tmp_path, watch, keys=())
    reports.made()
    watch.now += HALF_AN_HOUR
    assert not reports.is_due()


def test_a_folder_that_cannot_be_read_changes_nothing(
    tmp_path: Path, watch: Watch, expected_logs: ExpectedLogs
) -> None:
    expected_logs.expect("report_folder")
    ReportNumbers(tmp_path).next()
    reports = unread(tmp_path, watch)
    (tmp_path / "reports").rmdir()
    watch.now += HALF_AN_HOUR
    assert reports.is_due()
