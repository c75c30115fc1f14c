"""The printed case sheet (事案票): one case as it stands, in Japanese. Pure.

``times`` and ``course`` are used by the city's paper as well.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from kiosk.cases.case import Case, cancelled_by
from kiosk.cases.deadlines import deadlines
from kiosk.cases.entries import JAPAN, Attempted, Moment, Numbered, Redressing, Visited
from kiosk.cases.office import Office, reiwa, written
from kiosk.cases.owed import owed
from kiosk.cases.register import Refused
from kiosk.cases.vocabulary import Notice, Receipt, Redress

NEVER = "A・Bの連絡先は互いに伝えません（記入欄はありません）。"


def text(case: Case, office: Office, today: date, refused: Sequence[Refused] = ()) -> str:
    """The whole sheet. ``refused``: lines about this case that had no effect."""
    state = "閉じた事案" if case.closed else "対応中"
    parts = [
        f"事案票　{case.number}　1件・{len(case.people)}人　{state}",
        "=" * 40,
        office.city,
        *(f"市の文書番号：{document(item, office)}" for item in case.references),
        *(f"端末の報告：{office.terminals[item.terminal]}-{item.number:04}" for item in case.reports),
        *section("1 検知・覚知と期限", [*times(case), *_deadlines(case, office)]),
        *section("2 来所", [_visit(item, office) for item in sorted_visits(case)]),
        *section("3 施策ごとの救済", [*_redress(case), *_next(case)]),
        *section("4 問合せの記録", _calls(case, office)),
        *section("5 受託者に求める書類", _papers(case)),
        *section("6 期限を過ぎたもの", [f"{reiwa(item.due)} {item.sentence}" for item in owed(case, today)]),
        *section("7 効き目のなかった行", [_attempt(item) for item in refused]),
        "",
        NEVER,
    ]
    return "\n".join(parts) + "\n"


def _attempt(item: Refused) -> str:
    """Who tried what, and why it had no effect: nothing that was tried disappears."""
    line = item.written
    what = line.entry.action.ja if isinstance(line.entry, Attempted) else line.entry.code
    return f"{clock(Moment(at=line.at))}　{line.role.ja} {line.entry.by}　{what}　→{item.why.ja}"


def section(title: str, lines: Iterable[str]) -> list[str]:
    """A heading and its lines; without any, that there is nothing."""
    return ["", title, "-" * 40, *(list(lines) or ["なし"])]


def document(item: Numbered, office: Office) -> str:
    """A document number as the city writes it: ``5見マ推第48号``."""
    return f"{item.year}{office.series[item.series]}第{item.number}号"


def clock(moment: Moment) -> str:
    """``R4-09-12 10時頃`` or ``R5-06-05 10:30``."""
    local = moment.at.astimezone(JAPAN)
    return f"{reiwa(moment.day)} {f'{local.hour}時頃' if moment.about else f'{local:%H:%M}'}"


def times(case: Case) -> list[str]:
    """The three times at which the case became known, and how long the contractor kept it."""
    lines = [f"{item.ja}：{clock(case.notices[item]) if item in case.notices else '記録なし'}" for item in Notice]
    if Notice.CITY in case.notices and Notice.CONTRACTOR in case.notices:
        days = (case.notices[Notice.CITY].day - case.notices[Notice.CONTRACTOR].day).days
        lines.append(f"受託者から市まで：{days}日")
    return lines


def _deadlines(case: Case, office: Office) -> list[str]:
    found = deadlines(case, office)
    if found is None:
        return ["期限：覚知の日時がまだありません"]
    expected = "（市の覚知が未記入のため見込み）" if found.expected else ""
    return [f"速報：{reiwa(found.early)}～{reiwa(found.late)}{expected}", f"確報：{reiwa(found.full)}{expected}"]


def sorted_visits(case: Case) -> list[Visited]:
    """The visits in the order in which they happened."""
    return sorted(case.visits, key=lambda item: item.when.at)


def _visit(item: Visited, office: Office) -> str:
    seen = "、".join(finding.ja for finding in item.findings) or "特になし"
    lines = f"（記録の行 {item.lines[0]}～{item.lines[1]}）" if item.lines else ""
    return f"{clock(item.when)}　{item.person}　{office.windows[item.window]}　{seen}{lines}"


def _redress(case: Case) -> list[str]:
    last = case.last_redress
    done = sum(step.state is Redress.REDRESSED for step in last)
    return [f"済{done}／残り{len(last) - done}", *(redress_line(step) for step in last)] if last else []


def redress_line(step: Redressing) -> str:
    """A measure with its points, its state and, where there is one, the day to which it is open."""
    whose = f"（{step.whose}の分）" if step.whose != step.person else ""
    until = f"　期限 {reiwa(cancelled_by(step))}" if step.state is Redress.CANCEL_REQUESTED else ""
    return f"{step.person}　{step.measure.ja}{whose}　{step.measure.points:,}　{step.state.ja}　{reiwa(step.on)}{until}"


def _next(case: Case) -> list[str]:
    days = [f"{person} {written(case.contacts[person])}" for person in sorted(case.waiting)]
    return [f"次に市から連絡する日：{'、'.join(days)}"] if days else []


def _calls(case: Case, office: Office) -> list[str]:
    return [
        f"{clock(item.when)}　{office.lines[item.line]}　{item.person}　{item.answer.ja}　→{item.answer.handling}"
        + (f"（受付番号 {item.reference}）" if item.reference else "")
        for item in sorted(case.calls, key=lambda item: item.when.at)
    ]


def _papers(case: Case) -> list[str]:
    return [
        f"{paper.ja}　要請 {reiwa(wanted.on)}　期限 {reiwa(wanted.due)}　"
        + "　".join(f"{item.ja} {_day(wanted.receipts.get(item))}" for item in Receipt)
        for paper, wanted in case.papers.items()
    ]


def _day(day: date | None) -> str:
    return reiwa(day) if day else "未"
