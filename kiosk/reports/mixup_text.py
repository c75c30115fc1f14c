"""The printed report of a suspected mix-up, in Japanese: facts, deadlines, what staff must do and must not advise."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from kiosk.audit import words as audit_words
from kiosk.reports.numbers import number_text

#: Step, as the audit file names it when staff tick it in their panel -> what to do.
MUST = {
    "officer": "申込者の手続きを止めたままにし、個人情報保護の責任者（不在のときは代理の者）にすぐ連絡する。",
    "helpdesk": "ポータルのヘルプデスクに、端末番号と覚知日時を伝えて、登録の状態の確認を頼む。",
    "person": "申込者には「確認して役所から連絡します」と伝え、連絡先は役所の手順で控える（報告書には書かない）。",
    "before": "この端末の直前の利用（前の印の人）に影響がないか、責任者の指示で確かめる。",
    "paper": "報告書（用紙とファイル）を消さず、責任者に渡す。",
}
MUST_NOT = (
    "別の決済サービスIDや別の口座での申込みを案内しない。",
    "相手方（前の人など）の氏名や連絡先を、申込者に教えない。申込者の連絡先も相手方に教えない。",
    "申込みの取消しや再申請を、この場の判断で案内しない。",
    "申込者の氏名・番号・決済サービスIDを、報告書や端末に書き込まない。",
)
_MARKS = (
    ("plus_3_days", "3日後（速報の目安・早い側）"),
    ("plus_5_days", "5日後（速報の目安・遅い側）"),
    ("plus_30_days", "30日後（確報の期限。不正の目的によるおそれがあるときは60日）"),
)


def text(report: dict[str, Any]) -> str:
    """The whole text. ``report`` is the dictionary that ``kiosk.reports.mixup`` writes as JSON."""
    parts = [
        "取り違えの疑いの報告" + ("（研修用）" if report["training"] else ""),
        "=" * 40,
        "漏えい等にあたるかどうかは役所が判断します。端末は時刻と経過だけを記録します。",
        *_section("1 端末と手続き", _facts(report)),
        *_section("2 覚知日時と期限の目安", _times(report)),
        *_section("3 必ず行うこと", [f"・{item}" for item in report["must"]]),
        *_section("4 案内してはいけないこと", [f"・{item}" for item in report["must_not"]]),
        *_section("5 この利用の経過（記録ファイルより）", [_event_line(event) for event in report["events"]]),
        *_section("6 責任者の記入欄", ["受領日時：", "受領者：", "影響の範囲：", "原因：", "対応："]),
    ]
    return "\n".join(parts) + "\n"


def _section(title: str, lines: list[str]) -> list[str]:
    return ["", title, "-" * 40, *lines]


def _facts(report: dict[str, Any]) -> list[str]:
    procedure = report["procedure"]
    named = f"{procedure['title']}（{procedure['id']} 第{procedure['version']}版）" if procedure else "選択前"
    mark = audit_words.mark(report["session_mark"])
    number = report.get("number")  # a report that waited since an earlier version has none
    return [
        *([f"報告番号：{number_text(report['terminal'], number)}"] if number else []),
        f"市区町村・窓口：{report['city']} {report['window']}".rstrip(),
        f"端末：{report['terminal']}",
        f"手続き：{named}",
        f"利用の印：{mark}（{report['session_mark']}）" if report["session_mark"] else "利用の印：不明",
        f"利用開始：{_clock(report['began_at'])}" if report["began_at"] else "利用開始：記録ファイルで確かめる",
        f"利用終了：{_clock(report['ended_at'])}",
    ]


def _times(report: dict[str, Any]) -> list[str]:
    return [f"覚知日時：{_clock(report['aware_at'])}", *deadlines(report["marks"])]


def deadlines(marks: Mapping[str, str]) -> list[str]:
    """A line for each deadline: which one it is, and its day. ``marks`` is that of ``kiosk.reports.case``."""
    return [f"{label}：{marks[key]}" for key, label in _MARKS]


def _clock(at: str) -> str:
    return datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M:%S %z") if at else "（まだ）"


def _event_line(event: dict[str, Any]) -> str:
    number = f"{event['n']:>7}" if "n" in event else "   未記録"
    return f"{number}  {audit_words.sentence(event, 'ja')}"
