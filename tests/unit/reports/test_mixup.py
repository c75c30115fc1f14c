"""The report of a suspected mix-up: written at once, complete, without personal data; nobody can suppress it."""

import json
import stat
import threading
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

import resources
from kiosk.audit.key import MemoryKeys
from kiosk.audit.line import AuditUnwritable
from kiosk.config.settings import Config
from kiosk.desk import Desk
from kiosk.failures import FailureName
from kiosk.procedures.load import load_procedures
from kiosk.reports import mixup
from kiosk.reports.signed import Purpose, is_signed
from kiosk.supervisor.journal import AuditJournal
from kiosk.supervisor.terminal_settings import TerminalSettings, settings_from
from kiosk.system import clock
from kiosk.vocabulary import WIPE_STEPS
from kiosk.wipe.receipt import Receipt, StepResult
from tests.conftest import ExpectedLogs
from tests.support.audit_lines import started

NOW = datetime.fromisoformat("2026-07-30T10:42:07.120+09:00")


@pytest.fixture(autouse=True)
def fixed_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """A wall clock that stands still."""
    monkeypatch.setattr(clock, "wall", lambda: NOW)


@pytest.fixture
def settings(tmp_path: Path) -> TerminalSettings:
    """A terminal whose reports go into a folder that IT configured."""
    named = tmp_path / "named"
    named.mkdir()
    config = Config(
        terminal_id="3", city="見本市", window="支援窓口", data_folder=tmp_path / "data", report_folder=named
    )
    procedures = load_procedures(resources.path("procedures", "training"), "http://127.0.0.1:1")
    return settings_from(config, procedures, Desk())


class Told:
    """The calls of ``on_delivered``, in order."""

    def __init__(self, journal: AuditJournal) -> None:
        self.said: list[FailureName | None] = []
        self.heard = threading.Event()
        journal.on_outcome = self._hear

    def _hear(self, failure: FailureName | None) -> None:
        self.said.append(failure)
        self.heard.set()


def receipt() -> Receipt:
    """A verified wipe."""
    steps = tuple(StepResult(name, True, "", 1.0) for name in WIPE_STEPS)
    return Receipt(9, "ab", "suspected_mixup", NOW.isoformat(), steps)


def session(journal: AuditJournal, to_the_end: bool = True, seen: bool = True) -> None:
    """The lines of a session whose payment service belongs to another person."""
    journal.reports.begin("boat")
    journal.write("session_begun")
    journal.write("procedure_chosen", procedure="points", version=1)
    journal.write("login_done")
    if seen:
        journal.write("suspected_mixup", procedure="points")
    if to_the_end:
        journal.write("session_ended", reason="suspected_mixup")
        journal.write_receipt(receipt())


def reports(settings: TerminalSettings) -> list[dict[str, Any]]:
    """The JSON reports in IT's folder."""
    return [json.loads(file.read_text("utf-8")) for file in sorted(settings.report_folder.glob("*.json"))]


def test_the_report_has_times_marks_and_the_story(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    told = Told(journal)
    session(journal)
    journal.close()
    assert told.said == [None]
    (report,) = reports(settings)
    assert report["file"] == "suspected-mixup-20260730-104207-3-boat"
    assert report["aware_at"] == "2026-07-30T10:42:07.120+09:00"
    assert report["marks"] == {
        "plus_3_days": "2026-08-02",
        "plus_5_days": "2026-08-04",
        "plus_30_days": "2026-08-29",
    }
    codes = [event["code"] for event in report["events"]]
    assert codes == [
        "session_begun", "procedure_chosen", "login_done", "suspected_mixup", "session_ended", "wipe_verified",
    ]  # fmt: skip
    assert all(event["n"] and event["hash"] for event in report["events"])
    assert (report["procedure"]["id"], report["session_mark"]) == ("points", "boat")


def test_the_sheet_reads_well(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    session(journal)
    journal.close()
    (file,) = settings.report_folder.glob("*.txt")
    text = file.read_text("utf-8")
    for words in (
        "取り違えの疑いの報告", "端末：3", "利用の印：ふね（boat）", "覚知日時：2026-07-30 10:42:07", "2026-08-29",
        "別の決済サービスIDや別の口座での申込みを案内しない", "連絡先を、申込者に教えない", "責任者", "ヘルプデスク",
        "10:42:07 取り違えの疑いがある画面が出ました", "前の方の情報を消したことを確認しました",
    ):  # fmt: skip
        assert words in text
    assert all(stat.S_IMODE(file.stat().st_mode) == 0o600 for file in settings.report_folder.iterdir())
    assert not list(settings.report_folder.glob(".*"))
    assert not list((settings.data_folder / "reports_waiting").iterdir())


def test_it_is_written_before_the_session_has_ended(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    session(journal, to_the_end=False)
    journal.close()
    assert reports(settings)[0]["ended_at"] == ""


def test_the_reason_alone_is_enough(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    session(journal, seen=False)
    journal.close()
    assert len(reports(settings)) == 1


def test_another_session_leaves_none(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    journal.reports.begin("boat")
    journal.write("session_begun")
    journal.write("session_ended", reason="finished")
    journal.close()
    assert not reports(settings)


def served(journal: AuditJournal, mark: str, procedure: str) -> None:
    """A session from its beginning to its end."""
    journal.reports.begin(mark)
    journal.write("session_begun")
    journal.write("procedure_chosen", procedure=procedure, version=1)
    journal.write("session_ended", reason="finished")
    journal.write_receipt(receipt())


def suspect(journal: AuditJournal, when: str, mark: str) -> None:
    """Write the line for a report by staff."""
    journal.write("mixup_by_staff", seen="other_person", when=when, mark=mark)


def test_staff_mean_a_session_before_and_the_report_tells_of_that_one(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    served(journal, "star", "status")
    served(journal, "key", "points")
    journal.reports.begin("boat")
    journal.write("session_begun")
    suspect(journal, "before", "star")
    journal.write("session_ended", reason="finished")
    journal.close()
    (report,) = reports(settings)
    assert (report["session_mark"], report["procedure"]["id"]) == ("star", "status")
    codes = [event["code"] for event in report["events"]]
    assert codes == ["session_begun", "procedure_chosen", "session_ended", "wipe_verified", "mixup_by_staff"]
    assert report["ended_at"]


def test_what_staff_say_of_another_session_hides_no_suspicion_of_this_one(
    settings: TerminalSettings, monkeypatch: pytest.MonkeyPatch
) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    served(journal, "key", "points")
    journal.reports.begin("boat")
    journal.write("session_begun")
    suspect(journal, "before", "key")
    monkeypatch.setattr(clock, "wall", lambda: NOW.replace(minute=50))
    journal.write("suspected_mixup", procedure="points")
    journal.close()
    assert [report["session_mark"] for report in reports(settings)] == ["key", "boat"]


def test_the_session_that_has_just_ended_is_the_one_before_until_the_next_is_prepared(
    settings: TerminalSettings,
) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    served(journal, "key", "points")
    suspect(journal, "before", "key")
    journal.close()
    (report,) = reports(settings)
    assert (report["session_mark"], len(report["events"])) == ("key", 5)


def test_a_session_that_is_not_remembered_has_its_mark_and_no_story(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    journal.reports.begin("boat")
    journal.write("session_begun")
    suspect(journal, "earlier", "moon")
    journal.close()
    (report,) = reports(settings)
    assert (report["session_mark"], report["procedure"]) == ("moon", {})
    assert [event["code"] for event in report["events"]] == ["mixup_by_staff"]
    assert "利用開始：記録ファイルで確かめる" in next(settings.report_folder.glob("*.txt")).read_text("utf-8")


def test_staff_mean_the_session_that_runs(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    journal.reports.begin("boat")
    journal.write("session_begun")
    suspect(journal, "now", "boat")
    journal.write("session_ended", reason="suspected_mixup")
    journal.close()
    (report,) = reports(settings)
    assert [event["code"] for event in report["events"]] == ["session_begun", "mixup_by_staff", "session_ended"]


def test_two_cases_are_two_reports(settings: TerminalSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    session(journal)
    monkeypatch.setattr(clock, "wall", lambda: NOW.replace(minute=50))
    session(journal)
    journal.close()
    assert [len(report["events"]) for report in reports(settings)] == [6, 6]


def test_a_folder_that_cannot_be_written_is_told_and_tried_again(
    settings: TerminalSettings, expected_logs: ExpectedLogs
) -> None:
    expected_logs.expect("report")
    settings.report_folder.rmdir()
    journal = AuditJournal(settings, MemoryKeys())
    told = Told(journal)
    session(journal, to_the_end=False)
    journal.write("staff_unlock")
    journal.close()
    assert told.said == ["report_unwritable", "report_unwritable"]
    settings.report_folder.mkdir()
    journal = AuditJournal(settings, MemoryKeys())
    told = Told(journal)
    journal.write("kiosk_started", **started())
    journal.close()
    assert told.said == [None]
    assert reports(settings)[0]["aware_at"] == NOW.isoformat(timespec="milliseconds")


def test_a_folder_that_does_not_answer_is_told(settings: TerminalSettings, monkeypatch: pytest.MonkeyPatch) -> None:
    answer = threading.Event()
    monkeypatch.setattr(mixup, "ANSWER_LIMIT", 0.02)
    monkeypatch.setattr(mixup, "write_report", lambda *_: answer.wait(5))
    journal = AuditJournal(settings, MemoryKeys())
    told = Told(journal)
    session(journal, to_the_end=False)
    assert told.heard.wait(2)
    assert told.said == ["report_unwritable"]
    answer.set()
    journal.close()


def test_it_is_written_when_the_audit_file_is_not(
    settings: TerminalSettings, monkeypatch: pytest.MonkeyPatch, expected_logs: ExpectedLogs
) -> None:
    expected_logs.expect("audit")
    journal = AuditJournal(settings, MemoryKeys())
    told = Told(journal)
    with monkeypatch.context() as patch:
        patch.setattr("kiosk.audit.file.AuditFile._write", _full)
        session(journal, to_the_end=False)
    journal.close()
    assert "audit_unwritable" in told.said
    assert "未記録" in next(settings.report_folder.glob("*.txt")).read_text("utf-8")


def _full(*_: object) -> None:
    raise AuditUnwritable("the disk is full")


class SlowKeys(MemoryKeys):
    """A slow keyring."""

    def __init__(self) -> None:
        super().__init__()
        self.go = threading.Event()
        self.threads: list[str] = []
        self.numbers: list[int] = []

    def save_head(self, head: Any) -> None:
        self.go.wait(5)
        self.threads.append(threading.current_thread().name)
        self.numbers.append(head.number)


def test_the_keyring_never_blocks_and_the_last_line_is_noted(settings: TerminalSettings) -> None:
    keys = SlowKeys()
    journal = AuditJournal(settings, keys)
    for _ in range(20):
        journal.write_receipt(receipt())
    assert not keys.numbers
    keys.go.set()
    journal.close()
    assert keys.numbers[-1] == 21
    assert len(keys.numbers) <= 2
    assert set(keys.threads) == {"audit_head"}


def test_reports_are_numbered_and_signed(settings: TerminalSettings) -> None:
    keys = MemoryKeys()
    for _ in range(2):
        journal = AuditJournal(settings, keys)
        session(journal)
        journal.close()
        for file in settings.report_folder.glob("*"):  # taken away: the numbers go on
            file.rename(settings.report_folder.parent / f"{len(list(settings.report_folder.parent.iterdir()))}.taken")
    taken = [file.read_text("utf-8") for file in sorted(settings.report_folder.parent.glob("*.taken"))]
    made = [json.loads(text) for text in taken if text.startswith("{")]
    assert sorted(report["number"] for report in made) == [1, 2]
    assert all(is_signed(report, Purpose.REPORT, [keys.signer().public]) for report in made)
    assert any("報告番号：3-0002" in text for text in taken)


def test_a_report_that_waited_since_an_earlier_version_is_delivered(settings: TerminalSettings) -> None:
    journal = AuditJournal(settings, MemoryKeys())
    session(journal)
    journal.close()
    (file,) = settings.report_folder.glob("*.json")
    old = {key: value for key, value in json.loads(file.read_text("utf-8")).items() if key not in ("number", "sig")}
    waiting = settings.data_folder / "reports_waiting" / file.name
    waiting.write_text(json.dumps(old), encoding="utf-8")
    journal = AuditJournal(settings, MemoryKeys())
    told = Told(journal)
    journal.write("staff_unlock")
    journal.close()
    assert told.said == [None]
    assert not waiting.exists()
