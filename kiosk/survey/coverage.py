"""For which days and terminals the audit files prove what they say, and for which nothing can be answered. Pure."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from kiosk.survey.findings import Finding, Kind
from kiosk.survey.register import Register, Terminal

_DAY = timedelta(days=1)


@dataclass(frozen=True)
class Period:
    """The days that are surveyed, both included."""

    since: date
    until: date

    def days(self) -> Iterator[date]:
        """Each day."""
        return (self.since + _DAY * number for number in range((self.until - self.since).days + 1))


@dataclass(frozen=True)
class Gap:
    """Days, both included, for which a terminal's record answers nothing, and why."""

    terminal: str
    since: date
    until: date
    why: Kind
    line: int = 0


def gaps(
    period: Period, findings: Iterable[Finding], days: Mapping[str, Collection[str]], register: Register
) -> list[Gap]:
    """All gaps in the period. ``days``: terminal -> the days (ISO) of which it has a line."""
    # Of a terminal without a record, the days of service below are the gaps.
    doubtful = (finding for finding in findings if finding.doubts and finding.kind is not Kind.ABSENT)
    found = [gap for finding in doubtful for gap in _of_finding(period, finding)]
    names = sorted({*days, *(terminal.name for terminal in register.terminals)})
    for name in names:
        found += _of_days(period, register.terminal(name), days.get(name, ()), register)
    return sorted(found, key=lambda gap: (gap.terminal, gap.since, gap.until, gap.line))


def _of_finding(period: Period, finding: Finding) -> Iterator[Gap]:
    since = date.fromisoformat(finding.since[:10]) if finding.since else period.since
    until = date.fromisoformat(finding.until[:10]) if finding.until else period.until
    since, until = max(since, period.since), min(max(since, until), period.until)
    if since <= until:
        yield Gap(finding.terminal, since, until, finding.kind, finding.line)


def _of_days(period: Period, terminal: Terminal, days: Collection[str], register: Register) -> list[Gap]:
    """Days of service without a line, those that follow each other as one gap."""
    since, until = max(terminal.since or period.since, period.since), min(terminal.until or period.until, period.until)
    why = Kind.NO_DAY if days else Kind.ABSENT
    found: list[Gap] = []
    joined = False
    for day in Period(since, until).days():
        if day.weekday() not in register.weekdays or day in register.closed:
            continue
        missing = day.isoformat() not in days
        if missing and joined:
            found[-1] = replace(found[-1], until=day)
        elif missing:
            found.append(Gap(terminal.name, day, day, why))
        joined = missing
    return found


def findings_about_terminals(names: Iterable[str], register: Register) -> list[Finding]:
    """Terminals that are on one side only, the city's list or the audit files; nothing without a list."""
    listed = {terminal.name for terminal in register.terminals}
    there = set(names)
    absent = [Finding(name, Kind.ABSENT) for name in sorted(listed - there)]
    return absent + [Finding(name, Kind.UNLISTED) for name in sorted(there - listed) if listed]


def period_of(days: Iterable[str], since: date | None, until: date | None) -> Period | None:
    """The period: as asked for, else from the first day with a line to the last; None without any day."""
    every = sorted(days)
    first = since or (date.fromisoformat(every[0]) if every else None)
    last = until or (date.fromisoformat(every[-1]) if every else None)
    return Period(first, max(first, last)) if first and last else None
