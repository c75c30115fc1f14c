"""All cases of a city, made from the entries of everybody who writes: merged when read, by time. Pure."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from kiosk.cases.case import Case, opened, take
from kiosk.cases.entries import AnyEntry, Opened
from kiosk.cases.office import Office
from kiosk.cases.permissions import refusal
from kiosk.cases.vocabulary import Refusal, Role


@dataclass(frozen=True)
class Written:
    """An entry as it stands in the file of a writer: when it was written, by which key, with which number."""

    at: datetime
    writer: str
    number: int
    role: Role
    entry: AnyEntry


@dataclass(frozen=True)
class Refused:
    """A line without effect, and why."""

    written: Written
    why: Refusal


@dataclass(frozen=True)
class Register:
    """Number -> case, what was written about it in order, and the attempts that had no effect."""

    cases: Mapping[str, Case] = field(default_factory=dict)
    history: Mapping[str, tuple[Written, ...]] = field(default_factory=dict)
    refused: tuple[Refused, ...] = ()

    @property
    def counts(self) -> tuple[int, int]:
        """件 and 人, which are not the same: a case has up to two people."""
        return len(self.cases), sum(len(case.people) for case in self.cases.values())


def merge(lines: Iterable[Written], office: Office) -> Register:
    """The register after these lines, whatever their order: two who write at once lose no word."""
    cases: dict[str, Case] = {}
    history: dict[str, tuple[Written, ...]] = {}
    refused: list[Refused] = []
    for line in sorted(lines, key=lambda line: (line.at, line.writer, line.number)):
        number = line.entry.case
        why = _refusal(cases.get(number), line, office)
        history[number] = (*history.get(number, ()), line)
        if why:
            refused.append(Refused(line, why))
        else:
            cases[number] = _taken(cases.get(number), line.entry)
    return Register(cases, history, tuple(refused))


def _refusal(case: Case | None, line: Written, office: Office) -> Refusal | None:
    if isinstance(line.entry, Opened):
        if line.role is not Role.CITY:
            return Refusal.NOT_ALLOWED
        return Refusal.ALREADY_THERE if case else None
    return refusal(case, line.entry, line.role, office) if case else Refusal.NO_CASE


def _taken(case: Case | None, entry: AnyEntry) -> Case:
    if isinstance(entry, Opened):
        return opened(entry)
    assert case is not None
    return take(case, entry)
