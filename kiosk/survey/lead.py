"""From a lead: what happened around a time at a window, who logged in next, and which versions were in force."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from kiosk.audit import words as audit_words
from kiosk.survey.evidence import Evidence
from kiosk.survey.paper import Table, table
from kiosk.survey.register import Register
from kiosk.survey.store import Store

_NONE = "なし"


class NoSuchPlace(ValueError):
    """No terminal is at the window that was named; the text says in Japanese which windows there are."""


@dataclass(frozen=True)
class Lead:
    """A time, a place (a window of the city's list, or a terminal), and the minutes before and after."""

    moment: datetime
    window: str = ""
    terminal: str = ""
    minutes: int = 60

    @property
    def since(self) -> datetime:
        """The beginning of the span."""
        return self.moment - timedelta(minutes=self.minutes)

    @property
    def until(self) -> datetime:
        """The end of the span."""
        return self.moment + timedelta(minutes=self.minutes)

    def terminals(self, register: Register, names: Iterable[str]) -> tuple[str, ...]:
        """The terminals that are meant: of the window, the one named, or all. Raises NoSuchPlace."""
        known = {*names, *(item.name for item in register.terminals)}
        meant = register.at_window(self.window) if self.window else known
        chosen = tuple(sorted(meant & known & ({self.terminal} if self.terminal else known)))
        if chosen:
            return chosen
        windows = "、".join(sorted({item.window for item in register.terminals if item.window})) or _NONE
        there = "、".join(sorted(known)) or _NONE
        raise NoSuchPlace(f"その窓口・端末はありません（--register にある窓口：{windows}。端末：{there}）")


def tables(
    lead: Lead, terminals: Sequence[str], store: Store, evidence: Evidence, register: Register
) -> Iterator[Table]:
    """The visits, the lines that show them, and the versions in force."""
    span = {"since": lead.since, "until": lead.until, "terminals": list(terminals)}
    visits = store.ask("around", span)
    yield table(
        "手がかりの前後の利用",
        ("端末", "窓口", "利用", "開始", "ログイン", "手続き", "終わり", "終わり方", "消去の確認", "次のログイン"),
        (_visit(row, register) for row in visits),
        f"{_minute(lead.since)}から{_minute(lead.until)}までに端末を使った利用と、その後の最初のログインです。",
    )
    yield _lines(visits, store, evidence)
    yield _in_force(lead, terminals, store, evidence)


def _visit(row: Mapping[str, Any], register: Register) -> tuple[object, ...]:
    reason = audit_words.end_reason(row["reason"]) if row["reason"] else "不明"
    times = (_clock(row["begun"]), _clock(row["login"]), row["procedure"] or _NONE, _clock(row["ended"]), reason)
    where = (row["terminal"], register.terminal(row["terminal"]).window, f"{row['visit']}行目から")
    return (*where, *times, _clock(row["wiped"]), _next(row))


def _next(row: Mapping[str, Any]) -> str:
    """The next login, and the minutes since this visit's end."""
    after, ended = row["next_login"], row["ended"]
    if after is None:
        return _NONE
    return f"{_clock(after)}（終わりから{int((after - ended).total_seconds())}秒）" if ended else _clock(after)


def _lines(visits: Sequence[Mapping[str, Any]], store: Store, evidence: Evidence) -> Table:
    named = {"terminals": [row["terminal"] for row in visits], "visits": [row["visit"] for row in visits]}
    numbers = {(row["terminal"], row["visit"]): list(row["evidence"]) for row in visits}
    for row in store.ask("extra", named):
        numbers[row["terminal"], row["visit"]].append(row["number"])
    after = [
        (row["terminal"], f"{row['visit']}行目からの次", [row["next_login_line"]])
        for row in visits
        if row["next_login"]
    ]
    cited = [*((terminal, f"{visit}行目から", found) for (terminal, visit), found in numbers.items()), *after]
    evidence.expect((terminal, found) for terminal, _, found in cited)
    rows = [
        (terminal, what, line.mark, line.at.replace("T", " "), line.words)
        for terminal, what, found in cited
        for line in evidence.lines(terminal, found)
    ]
    return table("根拠の行", ("端末", "利用", "行", "日時", "内容"), rows, "行ごとに署名を確かめました。")


def _in_force(lead: Lead, terminals: Sequence[str], store: Store, evidence: Evidence) -> Table:
    found = store.ask("in_force", {"moment": lead.until, "terminals": list(terminals)})
    starts = {row["terminal"]: row["number"] for row in found}
    evidence.expect((terminal, [number]) for terminal, number in starts.items())
    rows = [row for name in terminals for row in _start(name, starts.get(name), evidence)]
    note = "手続きの版は、利用ごとの「手続きが選ばれました」の行にあります。"
    return table("その時の版（プログラム・設定・手続き）", ("端末", "行", "日時", "内容"), rows, note)


def _start(name: str, number: int | None, evidence: Evidence) -> Iterator[tuple[str, ...]]:
    if number is None:
        yield name, "", "", "不明（この前の起動の行がありません）"
        return
    for line in evidence.lines(name, [number]):
        yield name, line.mark, line.at.replace("T", " "), line.words


def _clock(moment: datetime | None) -> str:
    return moment.strftime("%m-%d %H:%M:%S") if moment else _NONE


def _minute(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M")
