"""The questions of ``resources/survey``: each file has its title and a note in its first lines, and gives rows."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from kiosk.survey.answer import Case
from kiosk.survey.evidence import Cited, Evidence
from kiosk.survey.paper import Table, table
from kiosk.survey.register import Register
from kiosk.survey.store import Store, sql

#: The questions that are always asked, besides the one for the cases, in the order in which they are printed.
NAMES = ("mixups", "unreported", "unchecked", "cards", "soon", "refused", "unwiped")
CASES = "cases"
COUNTS = "counts"
#: Below this a count is not published: it could be somebody whom the reader knows.
_FEW = 5
_COLUMNS = ("端末", "窓口", "日時", "利用", "内容", "根拠の行")
#: Between the lines of one row.
_THEN = " → "


def heading(name: str) -> tuple[str, str]:
    """Title and note of a question."""
    lines = sql(name).splitlines()
    title, note = (line.partition("：")[2] for line in lines[:2])
    return title, note


def cases(store: Store, span: Mapping[str, datetime]) -> list[Case]:
    """The cases between ``since`` and ``until``."""
    found = store.ask(CASES, span)
    return [
        Case(row["terminal"], _time(row["moment"]), row["visit"], row["before"], tuple(row["evidence"]))
        for row in found
    ]


def table_of_cases(found: list[Case], evidence: Evidence, register: Register) -> Table:
    """The cases, numbered, each with the visit before it."""
    title, note = heading(CASES)
    rows = []
    evidence.expect((case.terminal, case.evidence) for case in found)
    for number, case in enumerate(found, 1):
        cited = evidence.lines(case.terminal, case.evidence)
        where = (case.terminal, register.terminal(case.terminal).window, case.moment)
        rows.append((number, *where, _visit(case.before), _visit(case.visit), *_told(cited)))
    columns = ("番号", "端末", "窓口", "日時", "前の利用", "疑いの利用", "内容", "根拠の行")
    return table(title, columns, rows, note)


def table_of(name: str, store: Store, span: Mapping[str, datetime], evidence: Evidence, register: Register) -> Table:
    """The answer to one question."""
    title, note = heading(name)
    found = store.ask(name, span)
    evidence.expect((row["terminal"], row["evidence"]) for row in found)
    return table(title, _COLUMNS, (_row(row, evidence, register) for row in found), note, shortened=True)


def table_of_counts(
    names: Sequence[str], store: Store, span: Mapping[str, datetime], register: Register, published: bool
) -> Table:
    """The counts by window and month; ``published``: small ones are not told."""
    title, note = heading(COUNTS)
    windows = [register.terminal(name).window for name in names]
    found = store.ask(COUNTS, {**span, "terminals": list(names), "windows": windows})
    check = ("確認の秒（中央）", "確認の秒（95%）", "番号のまちがい", "確認でやめた")
    columns = ("窓口", "月", "利用", "ログイン", "完了", *check, "職員", "消去の確認")
    return table(title, columns, (_counted(row, published) for row in found), note)


def _counted(row: Mapping[str, Any], published: bool) -> tuple[str, ...]:
    """One window in one month. Times of fewer than five checks are not published either."""

    def shown(number: int) -> str:
        return f"{_FEW}未満" if published and 0 < number < _FEW else str(number)

    few = published and row["done"] < _FEW
    seconds = ("–" if few or row[name] is None else f"{row[name]:.0f}" for name in ("check_median", "check_p95"))
    counts = (shown(row[name]) for name in ("visits", "logins", "done"))
    rest = (shown(row[name]) for name in ("wrong", "given_up", "calls"))
    unwiped = row["visits"] - row["wiped"]
    wiped = "すべて" if not unwiped else f"確認なし {shown(unwiped)}"
    return (row["place"] or "不明", row["month"], *counts, *seconds, *rest, wiped)


def _row(row: Mapping[str, Any], evidence: Evidence, register: Register) -> tuple[object, ...]:
    terminal = row["terminal"]
    where = (terminal, register.terminal(terminal).window, _time(row["moment"]), _visit(row["visit"]))
    return (*where, *_told(evidence.lines(terminal, row["evidence"])))


def _told(cited: list[Cited]) -> tuple[str, str]:
    return _THEN.join(f"{line.at[11:19]} {line.words}" for line in cited), "、".join(line.mark for line in cited)


def _visit(number: int) -> str:
    """A visit is named by the line with which it was made ready."""
    return f"{number}行目から" if number else "不明"


def _time(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S")
