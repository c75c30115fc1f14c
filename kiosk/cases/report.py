"""The city's paper about a case, for its superiors and the press, in Japanese. Pure.

The headings are those of the city that had to write it first: 1 content, 2 cause, 3 the persons, 4 the contractor,
5 course, and two references. Nothing about A or B but their letter.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kiosk.cases import sheet
from kiosk.cases.case import Case
from kiosk.cases.entries import Moment, Redressing, Visited
from kiosk.cases.office import Office, reiwa, written
from kiosk.cases.vocabulary import Finding, Notice, Person, Redress

#: Finding -> the cause that it is a sign of.
_CAUSES = {
    Finding.LOGOUT_UNCONFIRMED: "支援を終えるときに、申込者がログアウトしたことを確認していなかった。",
    Finding.LOGIN_UNCONFIRMED: "次の支援を始めるときに、次の方がログインしたことを確認していなかった。",
}


@dataclass(frozen=True)
class Supports:
    """延べ支援件数 of the whole city and of the window of the case. ``months``: as written, ``R2-11～R5-05``."""

    months: str
    city: int
    window: int


@dataclass(frozen=True)
class Checks:
    """How often the identity had to be checked, from which day on."""

    since: date
    number: int


def text(case: Case, office: Office, supports: Supports, checks: Sequence[Checks]) -> str:
    """The whole paper."""
    return "\n".join([
        "ポイント申込みの支援における取り違えについて",
        office.city,
        *(sheet.document(item, office) for item in case.references),
        *sheet.section("1 内容", _content(case, office)),
        *sheet.section("2 原因", _causes(case, checks)),
        *sheet.section("3 対象者への対応", [*_persons(case), sheet.NEVER]),
        *sheet.section("4 受託者への対応", _contractor(case)),
        *sheet.section("5 経過", course(case, office)),
        *sheet.section("参考1 支援件数", _supports(case, office, supports)),
        *sheet.section("参考2 申込確定前の本人確認", _checks(checks)),
    ]) + "\n"  # fmt: skip


def _content(case: Case, office: Office) -> list[str]:
    first = sheet.sorted_visits(case)[0]
    wrong = [step for step in _steps(case) if step.state is Redress.GRANTED_TO_OTHER]
    points = sum(step.measure.points for step in wrong)
    return [
        f"{written(first.when.day)}、{office.windows[first.window]}の支援端末で、Aがログインしたままの画面でBが申し込んだ。",
        "このため、Aの申込みにBの決済サービスが登録された。",
        *(
            f"{step.whose}の{step.measure.ja}分{step.measure.points:,}ポイントが{step.person}に付与された。"
            for step in wrong
        ),
        f"件数：1件　人数：{len(case.people)}人　他者に付与されたポイント：{points:,}",
    ]


def _causes(case: Case, checks: Sequence[Checks]) -> list[str]:
    found = {finding for item in case.visits for finding in item.findings}
    causes = [sentence for finding, sentence in _CAUSES.items() if finding in found]
    causes += _fewer_checks(sheet.sorted_visits(case)[0].when.day, checks)
    kept = [item for item in case.calls if not item.answer.followed]
    causes += [f"相談窓口の答えが「{item.answer.ja}」であり、取り違えとして扱われなかった。" for item in kept]
    if Notice.CONTRACTOR in case.notices and Notice.CITY in case.notices:
        days = (case.notices[Notice.CITY].day - case.notices[Notice.CONTRACTOR].day).days
        causes.append(f"受託者は覚知してから{days}日、市に報告しなかった。")
    return causes


def _fewer_checks(day: date, checks: Sequence[Checks]) -> list[str]:
    in_force = [item for item in checks if item.since <= day]
    fewer = bool(in_force) and in_force[-1].number < max(item.number for item in checks)
    return ["申込みを確定する前の本人確認が、当時は省かれていた（参考2）。"] if fewer else []


def _persons(case: Case) -> list[str]:
    lines = []
    for person in Person:
        lines += [sheet.redress_line(step) for step in case.last_redress if step.person == person]
        if person in case.waiting:
            lines.append(f"{person}　次に市から連絡する日 {written(case.contacts[person])}")
    return lines


def _contractor(case: Case) -> list[str]:
    return [
        f"{written(wanted.on)}、{paper.ja}の提出を求めた（期限 {written(wanted.due)}）。"
        for paper, wanted in case.papers.items()
    ]


def course(case: Case, office: Office) -> list[str]:
    """What happened, in order: visits, calls, the times of becoming aware, superiors, papers."""
    found: list[tuple[Moment, str]] = [(item.when, _visit(case, item)) for item in case.visits]
    found += [
        (item.when, f"{item.person}の件で{office.lines[item.line]}に照会：{item.answer.ja}") for item in case.calls
    ]
    found += [(moment, notice.ja) for notice, moment in case.notices.items()]
    found += [(item.when, f"{item.superior.ja}に報告") for item in case.escalations]
    ordered = sorted(found, key=lambda item: item[0].at)
    return [*(f"{sheet.clock(moment)}　{sentence}" for moment, sentence in ordered), *_requests(case)]


def _requests(case: Case) -> list[str]:
    days = sorted({wanted.on for wanted in case.papers.values()})
    return [f"{reiwa(day)}　受託者に書類の提出を要請" for day in days]


def _visit(case: Case, item: Visited) -> str:
    own = [visit for visit in sheet.sorted_visits(case) if visit.person == item.person]
    return f"{item.person}来所{own.index(item) + 1}：{'、'.join(finding.ja for finding in item.findings)}"


def _steps(case: Case) -> list[Redressing]:
    return [step for steps in case.redress.values() for step in steps]


def _supports(case: Case, office: Office, supports: Supports) -> list[str]:
    window = office.windows[sheet.sorted_visits(case)[0].window]
    return [
        f"延べ支援件数（{supports.months}）：{supports.city:,}件",
        f"うち{window}：{supports.window:,}件",
    ]


def _checks(checks: Sequence[Checks]) -> list[str]:
    return [f"{written(item.since)}から：{item.number}回" for item in checks]
