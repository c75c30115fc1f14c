"""A survey from beginning to end: verify every chain, load its lines, ask the questions, say what is not sure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from pathlib import Path

from kiosk.survey import answer as answers, lead as leads, questions
from kiosk.survey.answer import Answer, Case
from kiosk.survey.chains import Chain, find_chains
from kiosk.survey.coverage import Gap, Period, findings_about_terminals, gaps, period_of
from kiosk.survey.evidence import Evidence
from kiosk.survey.findings import Finding, Kind
from kiosk.survey.lead import Lead
from kiosk.survey.paper import Paper, Table, table
from kiosk.survey.register import Register
from kiosk.survey.store import PART, Store
from kiosk.survey.walk import Row, Walk

Progress = Callable[[str], None]


class NothingToSurvey(ValueError):
    """There is no line that can be read and no day that was asked for."""


@dataclass(frozen=True)
class Request:
    """What was asked. ``since``, ``until``: the first and last day, None for those of the files.

    ``published``: counts below five are not told.
    """

    places: tuple[Path, ...]
    register: Register = field(default_factory=Register)
    since: date | None = None
    until: date | None = None
    every_signature: bool = False
    lead: Lead | None = None
    published: bool = False


@dataclass(frozen=True)
class Survey:
    """The answer, and the paper that shows how it was found. ``short``: the answer and what is not sure, alone."""

    answer: Answer
    paper: Paper
    short: Paper


def carry_out(request: Request, progress: Progress) -> Survey:
    """Read everything and answer. Raises NotThere, NothingToSurvey, NoSuchPlace; OSError when a disk is full."""
    with Store() as store:
        chains, findings = _apart(find_chains(request.places, store.folder))
        walks = list(_load(chains, store, request, progress))
        progress("照会しています")
        store.finish()
        return _Asking(request, store, walks, findings).survey()


def _apart(chains: Iterable[Chain]) -> tuple[list[Chain], list[Finding]]:
    """A second chain of a name gets another one: it may be a copy, or another terminal with the same name."""
    found: dict[str, Chain] = {}
    findings = []
    for chain in chains:
        name, number = chain.name, 2
        while name in found:
            name, number = f"{chain.name}（{number}）", number + 1
        if name != chain.name:
            findings.append(Finding(name, Kind.SAME_NAME))
        found[name] = replace(chain, name=name)
    return list(found.values()), findings


def _load(chains: Sequence[Chain], store: Store, request: Request, progress: Progress) -> Iterator[Walk]:
    first = 0
    for number, chain in enumerate(chains, 1):
        keys = request.register.terminal(chain.name).keys
        walk = Walk(chain, keys, first, request.every_signature)
        first += len(chain.files)
        store.load(_watched(walk, f"検査 {number}/{len(chains)} {chain.name}", progress))
        yield walk


def _watched(walk: Walk, what: str, progress: Progress) -> Iterator[Row]:
    progress(what)
    for number, row in enumerate(walk.rows(), 1):
        if number % PART == 0:
            progress(f"{what} {number:,}行")
        yield row


class _Asking:
    """One survey, once the lines are loaded."""

    def __init__(self, request: Request, store: Store, walks: Sequence[Walk], findings: Iterable[Finding]) -> None:
        self._request, self._store, self._walks = request, store, walks
        self._register = request.register
        self._names = [walk.chain.name for walk in walks]
        self._findings = [*findings, *findings_about_terminals(self._names, self._register)]
        self._findings += [finding for walk in walks for finding in walk.findings]
        files = [file for walk in walks for file in walk.chain.files]
        self._evidence = Evidence(store, files, {walk.chain.name: walk.signers for walk in walks})
        self._terminals = self._chosen()
        self._period = self._asked_period()
        self._span = self._asked_span()

    def _chosen(self) -> frozenset[str] | None:
        """The terminals that a lead means; None: all."""
        lead = self._request.lead
        return frozenset(lead.terminals(self._register, self._names)) if lead else None

    def _asked_period(self) -> Period:
        lead = self._request.lead
        if lead:
            return Period(lead.since.date(), lead.until.date())
        days = (day for walk in self._walks for day in walk.days)
        period = period_of(days, self._request.since, self._request.until)
        if period is None:
            raise NothingToSurvey
        return period

    def _asked_span(self) -> dict[str, datetime]:
        """The times between which a case counts: those of the lead, else whole days."""
        lead, day = self._request.lead, timedelta(days=1)
        if lead:
            return {"since": lead.since, "until": lead.until}
        until = datetime.combine(self._period.until + day, time())
        return {"since": datetime.combine(self._period.since, time()), "until": until}

    def survey(self) -> Survey:
        """Ask, and put the answers together. What the cited lines show comes before what is not sure."""
        cases = [case for case in questions.cases(self._store, self._span) if self._is_meant(case.terminal)]
        asked = [questions.table_of_cases(cases, self._evidence, self._register), *self._asked()]
        self._findings += self._evidence.findings
        unsure = self._gaps()
        answer = answers.answer(cases, unsure)
        head = self._head(answer)
        short = (asked[0], self._table_of_gaps(unsure))
        tables = (*asked, self._table_of_gaps(unsure), self._table_of_findings(), self._table_of_files())
        title = "取り違えの調査"
        return Survey(answer, Paper(title, head, tables), Paper(title, head, short if cases else short[1:]))

    @property
    def _meant(self) -> list[Walk]:
        """The chains of the terminals that are asked about."""
        return [walk for walk in self._walks if self._is_meant(walk.chain.name)]

    def _is_meant(self, terminal: str) -> bool:
        return self._terminals is None or terminal in self._terminals

    def _asked(self) -> Iterator[Table]:
        lead, place = self._request.lead, (self._store, self._evidence, self._register)
        if lead:
            yield from leads.tables(lead, sorted(self._terminals or ()), *place)
            return
        for name in questions.NAMES:
            yield questions.table_of(name, self._store, self._span, self._evidence, self._register)
        published = self._request.published
        yield questions.table_of_counts(self._names, self._store, self._span, self._register, published)

    def _gaps(self) -> list[Gap]:
        days = {walk.chain.name: walk.days for walk in self._walks}
        found = gaps(self._period, self._findings, days, self._register)
        return [gap for gap in found if self._is_meant(gap.terminal)]

    def _head(self, answer: Answer) -> tuple[str, ...]:
        total = sum(walk.lines for walk in self._meant)
        named = (
            f"（{self._request.lead.window or self._request.lead.terminal or '全端末'}）" if self._request.lead else ""
        )
        return (
            f"回答：{answer.sentence}",
            f"期間：{self._times()}{named}",
            f"調べた記録：{len(self._meant)}台 {total:,}行。確認できない期間・端末：{len(answer.gaps)}件",
            answers.PERSONS,
            answers.LIMITS,
        )

    def _times(self) -> str:
        if self._request.lead:
            return f"{_shown(self._span['since'].isoformat())}から{_shown(self._span['until'].isoformat())}まで"
        return f"{self._period.since}から{self._period.until}まで"

    def _table_of_gaps(self, unsure: Sequence[Gap]) -> Table:
        rows = [
            (gap.terminal, self._window(gap.terminal), gap.since, gap.until, gap.why, gap.line or "") for gap in unsure
        ]
        note = "ここにある期間と端末は、該当なしと回答できません。"
        return table("確認できない期間・端末", ("端末", "窓口", "から", "まで", "理由", "行"), rows, note)

    def _table_of_findings(self) -> Table:
        rows = [
            (
                item.terminal,
                item.kind,
                _shown(item.since),
                _shown(item.until),
                item.line or "",
                "確認できない" if item.doubts else "参考",
            )
            for item in self._findings
            if self._is_meant(item.terminal)
        ]
        note = "記録の全期間について、行の形、ハッシュ、つながり、署名を確かめた結果です。"
        return table("記録の検査で分かったこと", ("端末", "内容", "から", "まで", "行", "扱い"), rows, note)

    def _table_of_files(self) -> Table:
        rows = []
        for walk in self._meant:
            last, days = walk.last, len(walk.days)
            key = last.key.fingerprint if last.key else "なし"
            name = walk.chain.name
            ends = (_shown(walk.first_at[:19]), _shown(last.at[:19]), last.number, last.hash[:16])
            rows.append((name, self._window(name), len(walk.chain.files), walk.lines, days, *ends, key))
        columns = ("端末", "窓口", "ファイル", "行", "日数", "最初", "最後", "最後の行", "そのハッシュ", "鍵の指紋")
        return table(
            "調べた記録", columns, rows, "最後の行とハッシュは、端末での kiosk audit verify の表示と比べられます。"
        )

    def _window(self, terminal: str) -> str:
        return self._register.terminal(terminal).window


def _shown(at: str) -> str:
    return at.replace("T", " ")[:19]


__all__ = ["Case", "NothingToSurvey", "Progress", "Request", "Survey", "carry_out"]
