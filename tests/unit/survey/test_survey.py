"""``kiosk survey`` over the records of a day: what it finds, what it says of it, and its exit code."""

import csv
import io
import os
import re
import tempfile
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

import duckdb
import pytest

from kiosk.exit_codes import ExitCode
from kiosk.survey import command, paper, store
from tests.support.recorder import Recorder

if TYPE_CHECKING:
    from tests.unit.survey.conftest import City

pytestmark = pytest.mark.slow  # each makes and reads the records of whole days

AROUND = ("--around", "2022-09-12 10:00", "--window", "西庁舎1階", "--minutes", "60")


def incident(recorder: Recorder) -> None:
    """A logs in and leaves; the kiosk ends and wipes. B is told that somebody has applied already."""
    recorder.now = recorder.now.replace(hour=10, minute=0)
    recorder.begin()
    recorder.write("idle_warning")
    recorder.end("idle")
    recorder.wait(300)
    recorder.begin()
    recorder.write("portal_refused", procedure="points", failure="payment_id_in_use")
    recorder.end("portal_refused")


def test_a_day_without_a_mixup_is_none(city: "City") -> None:
    terminal = city.terminal()
    for _ in range(3):
        terminal.begin()
        terminal.commit()
        terminal.end("finished")
    assert city.survey("--answer") == ExitCode.OK
    assert "回答：該当なし\n" in city.out
    assert city.section("確認できない期間・端末") == []


def test_the_incident_is_one_case_of_two_persons(city: "City") -> None:
    incident(city.terminal())
    assert city.survey() == ExitCode.FOUND
    assert "回答：該当 1件2人\n" in city.out
    (case,) = city.section("該当")[2:]
    assert "西庁舎1階" in case
    assert "2022-09-12 10:07" in case
    assert case.index("操作がありませんでした") < case.index("消したことを確認しました") < case.index("申込済み")


def test_persons_in_two_cases_are_counted_once(city: "City") -> None:
    """B of the first case is A of the second."""
    terminal = city.terminal()
    incident(terminal)
    terminal.begin()
    terminal.write("suspected_mixup", procedure="points")
    terminal.end("suspected_mixup")
    city.survey("--answer")
    assert "該当 2件3人" in city.out


def test_the_first_visit_of_a_day_has_nobody_before_it(city: "City") -> None:
    terminal = city.terminal()
    terminal.begin()
    terminal.commit()
    terminal.end("finished")
    terminal.wait(24 * 3600)
    terminal.begin()
    terminal.write("portal_refused", procedure="points", failure="payment_id_in_use")
    terminal.end("portal_refused")
    city.survey("--answer")
    assert "該当 1件1人" in city.out


@pytest.mark.parametrize(("when", "persons"), [("now", 2), ("before", 2), ("earlier", 1)])
def test_what_staff_suspect_belongs_to_the_visit_that_they_mean(city: "City", when: str, persons: int) -> None:
    terminal = city.terminal()
    for _ in range(2):
        terminal.begin()
        if terminal.lines > 20 and when == "now":
            terminal.write("mixup_by_staff", seen="other_person", when="now", mark="apple")
        terminal.end("finished")
    terminal.write("session_prepared")
    if when != "now":
        terminal.write("mixup_by_staff", seen="other_person", when=when, mark="apple")
    city.survey("--answer")
    assert f"該当 1件{persons}人" in city.out


def test_several_suspicions_in_one_visit_are_one_case(city: "City") -> None:
    terminal = city.terminal()
    incident(terminal)
    terminal.write("mixup_by_staff", seen="already_applied", when="before", mark="apple")
    city.survey()
    assert "該当 1件2人" in city.out
    assert len(city.section("取り違えの疑い")) == 2 + 2  # note and head


def test_a_suspicion_without_a_report_is_listed(city: "City") -> None:
    terminal = city.terminal()
    incident(terminal)
    terminal.write("mixup_reported")
    city.survey()
    assert city.section("報告のない疑い") == []
    terminal = city.terminal("nishi-2")
    incident(terminal)
    terminal.wait(25 * 3600)
    terminal.write("mixup_reported")
    city.survey()
    (row,) = city.section("報告のない疑い")[2:]
    assert row.startswith("nishi-2")


def test_a_login_after_one_that_was_not_wiped_is_a_case(city: "City") -> None:
    terminal = city.terminal()
    terminal.begin()
    terminal.end("session_crashed", wiped=False)
    terminal.begin()
    terminal.end("finished")
    assert city.survey() == ExitCode.FOUND
    assert "該当 1件2人" in city.out
    assert len(city.section("消去を確認していない端末")) == 2 + 1


def test_a_wipe_at_the_next_start_counts(city: "City") -> None:
    """After a power cut the terminal wipes before anything else."""
    terminal = city.terminal()
    terminal.begin()
    terminal.start()
    terminal.begin()
    terminal.end("finished")
    assert city.survey("--answer") == ExitCode.OK


def test_a_commit_without_a_check_is_a_case(city: "City") -> None:
    terminal = city.terminal()
    terminal.begin()
    terminal.write("commit_unchecked")
    terminal.end("commit_unchecked")
    assert city.survey() == ExitCode.FOUND
    assert len(city.section("本人確認のない申込み")) == 2 + 1


@pytest.mark.parametrize(
    ("title", "reason"), [("カードの入れ替わり", "card_changed"), ("時間切れの直後のログイン", "absolute_limit")]
)
def test_what_the_kiosk_stopped_is_listed_and_no_case(city: "City", title: str, reason: str) -> None:
    terminal = city.terminal()
    terminal.begin()
    terminal.end(reason)
    terminal.begin()
    terminal.end("finished")
    assert city.survey() == ExitCode.OK
    assert len(city.section(title)) == 2 + 1


def test_a_login_long_after_an_end_by_limit_is_not_soon(city: "City") -> None:
    terminal = city.terminal()
    terminal.begin()
    terminal.end("idle")
    terminal.wait(601)
    terminal.begin()
    terminal.end("finished")
    city.survey()
    assert city.section("時間切れの直後のログイン") == []


def test_a_check_that_did_not_pass_is_listed(city: "City") -> None:
    terminal = city.terminal()
    terminal.begin()
    terminal.write("check_failed")
    terminal.end("give_up")
    assert city.survey() == ExitCode.OK
    assert len(city.section("通らなかった本人確認")) == 2 + 1


def test_a_terminal_that_gave_no_record_is_told_once_and_gets_no_none(city: "City") -> None:
    city.terminal()
    (city.folder / "nishi-2.pem").write_text(city.terminals["nishi-1"][0].signer.public.pem(), encoding="ascii")
    more = city.register('[[terminal]]\nid = "nishi-2"\nwindow = "西庁舎1階"\npublic_key = "nishi-2.pem"')
    assert city.survey("--answer", "--register", str(more), register=False) == ExitCode.UNCONFIRMED
    (gap,) = city.section("確認できない期間・端末")[2:]
    assert gap.startswith("nishi-2")


def test_a_long_table_is_shortened_on_the_screen_and_whole_in_a_file(city: "City", tmp_path: Path) -> None:
    terminal = city.terminal()
    for _ in range(25):
        terminal.begin()
        terminal.end("card_changed")
    city.survey("--csv", str(tmp_path / "a.csv"))
    assert "ほか5件" in city.out
    assert (tmp_path / "a.csv").read_text(encoding="utf-8-sig").count("別のカード") == 25


def month(city: "City", *words: str) -> list[str]:
    """The cells of the only row of the counts."""
    city.survey(*words)
    (row,) = city.section("月ごとの件数")[2:]
    return row.split()


def test_counts_are_those_of_a_window_and_a_month(city: "City") -> None:
    """Two terminals of one window; a check of a minute, one of three that was mistyped, one that was given up."""
    for name, seconds in (("nishi-1", 60), ("nishi-2", 180)):
        terminal = city.terminal(name)
        terminal.begin()
        terminal.write("check_started")
        terminal.wait(seconds)
        if seconds > 60:
            terminal.write("pin_wrong", tries_left=2)
        terminal.write("check_passed")
        terminal.write("result", kind="done")
        terminal.end("finished")
    terminal.begin()
    terminal.write("check_started")
    terminal.write("staff_called", call="person")
    terminal.end("give_up")
    terminal.begin(login=False)
    terminal.write("pin_wrong", tries_left=2)
    terminal.end("give_up")
    assert month(city) == ["西庁舎1階", "2022-09", "4", "3", "2", "120", "174", "1", "1", "1", "すべて"]


def test_small_counts_are_not_published(city: "City") -> None:
    terminal = city.terminal()
    for number in range(5):
        terminal.begin(login=number > 3)
        terminal.end("finished", wiped=number > 0)
    assert month(city, "--published") == [
        "西庁舎1階", "2022-09", "5", "5未満", "0", "–", "–", "0", "0", "0", "確認なし", "5未満",
    ]  # fmt: skip


# --- from a lead ------------------------------------------------------------------------------------------------------


def test_a_lead_shows_visits_next_login_lines_and_versions(city: "City") -> None:
    incident(city.terminal())
    elsewhere = city.terminal("higashi-1", "東庁舎")
    incident(elsewhere)
    assert city.survey(*AROUND) == ExitCode.FOUND
    first, second = city.section("手がかりの前後の利用")[2:]
    assert "09-12 10:01:05" in first  # A's login
    assert "操作がありませんでした" in first
    assert re.search(r"09-12 10:07:\d\d（終わりから\d+秒）", first)
    assert second.endswith("なし")
    lines = city.section("根拠の行")
    (after,) = (line for line in lines if "行目からの次" in line)
    assert "ログインしました" in after
    assert any("第3版" in line for line in lines)
    assert any("申込済み" in line for line in lines)
    versions = "".join(city.section("その時の版"))
    assert "0.1.0" in versions
    assert "1" * 16 in versions
    assert "higashi-1" not in city.out


def test_a_lead_at_another_time_finds_nothing(city: "City") -> None:
    terminal = city.terminal()
    incident(terminal)
    assert city.survey("--around", "2022-09-12 15:00", "--window", "西庁舎1階") == ExitCode.OK
    assert city.section("手がかりの前後の利用")[2:] == []
    assert "該当なし" in city.out


def test_an_unknown_window_is_refused_with_those_there_are(city: "City") -> None:
    city.terminal()
    assert city.survey("--around", "2022-09-12 10:00", "--window", "北庁舎") == ExitCode.WRONG_USE
    assert "西庁舎1階" in city.err


# --- forms ------------------------------------------------------------------------------------------------------------


def test_every_form_holds_the_same_answer(city: "City", tmp_path: Path) -> None:
    incident(city.terminal())
    files = [tmp_path / f"answer.{kind}" for kind in ("html", "csv", "xlsx")]
    city.survey(*(word for file in files for word in (f"--{file.suffix[1:]}", str(file))))
    page, rows, book = (file.read_bytes() for file in files)
    assert "該当 1件2人" in page.decode()
    assert b"<script" not in page
    assert b"size: A4" in page
    assert not re.search(rb'(src|href)="', page)
    assert rows.startswith(b"\xef\xbb\xbf")
    assert ["回答：該当 1件2人"] in list(csv.reader(io.StringIO(rows.decode("utf-8-sig"))))
    sheets = zipfile.ZipFile(io.BytesIO(book))
    assert "該当 1件2人" in sheets.read("xl/sharedStrings.xml").decode()
    assert os.name == "nt" or {file.stat().st_mode & 0o777 for file in files} == {0o600}


def test_a_long_cell_goes_on_in_the_next_line() -> None:
    item = paper.table("題", ("甲", "乙"), [("あ" * 50, "1")])
    _, _, row, rest = list(paper.text(paper.Paper("", (), (item,))))[-4:]
    assert row == "  " + "あ" * 36 + "  1"
    assert rest == "  " + "あ" * 14


def test_a_window_that_looks_like_a_formula_is_a_text(city: "City", tmp_path: Path) -> None:
    incident(city.terminal(window="=1+1"))
    city.survey("--csv", str(tmp_path / "a.csv"), "--xlsx", str(tmp_path / "a.xlsx"))
    assert "'=1+1" in (tmp_path / "a.csv").read_text(encoding="utf-8-sig")
    sheets = zipfile.ZipFile(tmp_path / "a.xlsx")
    assert not [name for name in sheets.namelist() if b"<f>" in sheets.read(name)]


def test_nothing_is_left_in_the_temporary_folder(city: "City", tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    seen: list[int] = []
    finish = store.Store.finish

    def look(self: store.Store) -> None:
        finish(self)
        seen.extend(file.stat().st_mode & 0o777 for file in self.folder.iterdir())
        seen.append(self.folder.stat().st_mode & 0o777)

    monkeypatch.setattr(tempfile, "tempdir", str(place))
    monkeypatch.setattr(store.Store, "finish", look)
    incident(city.terminal())
    city.survey()
    assert os.name == "nt" or set(seen) == {0o600, 0o700}
    assert list(place.iterdir()) == []


# --- the command ------------------------------------------------------------------------------------------------------


def test_progress_goes_to_the_error_output(city: "City") -> None:
    city.terminal()
    city.survey()
    assert "検査 1/1 nishi-1" in city.err
    assert "検査 1/1" not in city.out


def test_the_help_is_japanese(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        command.main(["--help"])
    lines = capsys.readouterr().out.splitlines()
    assert not [line for line in lines if line and line.isascii()]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--from", "9月"),
        ("x", "--minutes", "0"),
        ("x", "--around", "朝"),
        ("x", "--nothing"),
        ("x", "--window", "a"),
    ],
)
def test_wrong_use_is_said_in_japanese(words: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    try:
        code = command.main(words)
    except SystemExit as stop:
        code = int(stop.code or 0)
    shown = capsys.readouterr().err
    assert code == ExitCode.WRONG_USE
    assert "usage" not in shown
    assert re.search("[ぁ-ん]", shown)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(tmp_path / "gone")]) == ExitCode.WRONG_USE
    assert "gone" in capsys.readouterr().err


def test_a_full_disk_is_said(city: "City", monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: store.Store, __: object) -> None:
        raise duckdb.IOException("No space left on device")

    monkeypatch.setattr(store.Store, "load", fail)
    city.terminal()
    assert city.survey() == ExitCode.CHECK_FAILED
    assert "空き" in city.err
    assert city.out == ""


def test_nothing_to_survey_is_no_answer(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(tmp_path)]) == ExitCode.WRONG_USE
    assert "該当なし" not in capsys.readouterr().out
