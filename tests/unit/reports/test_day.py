"""The day's report: which lines, what is counted, its text, and where it is written."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kiosk.audit.file import AuditFile, read
from kiosk.audit.key import MemoryKeys
from kiosk.reports import day as day_report
from kiosk.reports.place import Place

DAY = "2026-07-01"


def line(code: str, **fields: Any) -> dict[str, Any]:
    return {"at": f"{DAY}T10:42:07.120+09:00", "code": code, **fields}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    return Place("kiosk-7", "みほん市", "3番", False, tmp_path, tmp_path / "reports", {})


def test_only_the_lines_of_the_day_are_read(tmp_path: Path) -> None:
    path = tmp_path / "audit.jsonl"
    audit = AuditFile(path, MemoryKeys())
    audit.append("session_begun")
    today = str(read(path)[-1]["at"])[:10]
    assert [item["code"] for item in day_report.lines_of(path, today)] == ["chain_started", "session_begun"]
    assert day_report.lines_of(path, "1999-12-31") == []


def test_the_report_says_place_counts_and_what_was_out_of_the_ordinary(place: Place) -> None:
    lines = [
        *(
            line("session_begun"),
            line("login_done"),
            line("result", kind="done"),
            line("suspected_mixup", procedure="x"),
        ),
        *(line("session_begun"), line("out_of_service", failure="wipe_folder")),
    ]
    told = day_report.report(place, DAY, lines)
    for text in (
        f"日報\n日付：{DAY}\n市区町村・窓口：みほん市 3番\n端末：kiosk-7\n",
        "延べ支援件数（ログインした利用）：1件\n利用の開始：2件\n手続きの完了：1件\n取り違えの疑い：1件\n",
        "10:42:07 使用を止めました",
        "10:42:07 取り違えの疑いがある画面が出ました",
    ):
        assert text in told
    assert "利用が始まりました" not in told, "what is usual is only counted"


def test_the_summary_counts_by_procedure_language_and_end() -> None:
    lines = [
        *(line("session_ended", reason="recycled"), line("session_begun")),
        *(line("procedure_chosen", procedure="points", version=1), line("language", language="en")),
        *(line("session_ended", reason="finished"), line("session_begun"), line("session_ended", reason="idle")),
    ]
    assert day_report.summary(lines, {"points": "ポイント"}) == (
        "手続き：ポイント 1件\n言語の変更：英語 1件\n終わり方：手続きが済みました 1件、操作がありませんでした 1件"
    )


def test_a_quiet_day_and_a_training_station(place: Place) -> None:
    told = day_report.report(replace(place, training=True), DAY, [])
    assert told.startswith("日報（研修用）")
    assert told.endswith("おもな記録\nなし\n")


def test_the_report_goes_where_the_reports_are(place: Place, tmp_path: Path) -> None:
    saved = day_report.save(place, DAY, "日報")
    assert saved == tmp_path / "reports" / f"day-{DAY}-kiosk-7.txt"
    assert saved.read_text("utf-8") == "日報"
    with pytest.raises(OSError, match="share"):  # IT's folder is never made here: it may be a share that is not mounted
        day_report.save(replace(place, folder=tmp_path.parent / "share"), DAY, "日報")
