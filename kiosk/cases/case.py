"""One case as a frozen value, and what an entry makes of it. Pure.

Whether an entry may, is decided in ``kiosk.cases.permissions``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kiosk.cases.entries import (
    AnyEntry,
    Attempted,
    Called,
    ClosedCase,
    Escalated,
    Linked,
    Moment,
    Noticed,
    Numbered,
    Opened,
    Planned,
    Received,
    Redressing,
    Requested,
    Triaged,
    Visited,
)
from kiosk.cases.vocabulary import Familiarity, Measure, Notice, Paper, Person, Receipt, Redress

#: Who has the points or should have them, whose entitlement it is, and the measure.
Entitlement = tuple[Person, Person, Measure]
#: Months within which the national help desk cancels.
CANCEL_MONTHS = 2


@dataclass(frozen=True)
class Wanted:
    """A paper that the city requested, with the days of its receipts."""

    on: date
    due: date
    receipts: Mapping[Receipt, date] = field(default_factory=dict)


@dataclass(frozen=True)
class Case:
    """Everything known about one case. ``contacts``: the day on which the city calls each person next."""

    number: str
    visits: tuple[Visited, ...] = ()
    reports: tuple[Linked, ...] = ()
    references: tuple[Numbered, ...] = ()
    calls: tuple[Called, ...] = ()
    escalations: tuple[Escalated, ...] = ()
    notices: Mapping[Notice, Moment] = field(default_factory=dict)
    redress: Mapping[Entitlement, tuple[Redressing, ...]] = field(default_factory=dict)
    contacts: Mapping[Person, date] = field(default_factory=dict)
    triage: Mapping[Person, Familiarity] = field(default_factory=dict)
    papers: Mapping[Paper, Wanted] = field(default_factory=dict)
    closed: bool = False

    @property
    def people(self) -> frozenset[Person]:
        """Who the case is about."""
        return frozenset({item.person for item in self.visits} | {person for person, _, _ in self.redress})

    @property
    def last_redress(self) -> list[Redressing]:
        """The last state of each measure: by person, first their own, in the order of the programme."""
        order = list(Measure)
        keys = sorted(self.redress, key=lambda key: (key[0], key[0] != key[1], order.index(key[2])))
        return [self.redress[key][-1] for key in keys]

    @property
    def open_redress(self) -> dict[Entitlement, Redressing]:
        """The last state of each measure that is not redressed."""
        last = {key: steps[-1] for key, steps in self.redress.items()}
        return {key: step for key, step in last.items() if step.state is not Redress.REDRESSED}

    @property
    def waiting(self) -> frozenset[Person]:
        """Who is not put right: a measure is open, or nothing was written about any of theirs. Nobody known: both."""
        done = {person for person, _, _ in self.redress} - {person for person, _, _ in self.open_redress}
        return (self.people or frozenset(Person)) - done


def opened(entry: Opened) -> Case:
    """A new case. Both are called, whatever comes to light."""
    return Case(entry.case, contacts=dict.fromkeys(Person, entry.next_contact))


def take(case: Case, entry: AnyEntry) -> Case:
    """The case after an entry that is permitted."""
    match entry:
        case Redressing():
            return _redressing(case, entry)
        case Requested() | Received():
            return _paper(case, entry)
        case Noticed() | Planned() | Triaged():
            return _set(case, entry)
        case Opened() | Attempted() | ClosedCase():
            return replace(case, closed=isinstance(entry, ClosedCase))
        case _:
            return _listed(case, entry)


def _set(case: Case, entry: Noticed | Planned | Triaged) -> Case:
    match entry:
        case Noticed():
            return replace(case, notices={**case.notices, entry.notice: entry.when})
        case Planned():
            return replace(case, contacts={**case.contacts, entry.person: entry.on})
        case Triaged():
            return replace(case, triage={**case.triage, entry.person: entry.familiarity})


def _listed(case: Case, entry: Visited | Linked | Numbered | Called | Escalated) -> Case:
    match entry:
        case Linked():
            return replace(case, reports=(*case.reports, entry))
        case Visited():
            return replace(case, visits=(*case.visits, entry))
        case Numbered():
            return replace(case, references=(*case.references, entry))
        case Called():
            return replace(case, calls=(*case.calls, entry))
        case Escalated():
            return replace(case, escalations=(*case.escalations, entry))


def _redressing(case: Case, entry: Redressing) -> Case:
    key = (entry.person, entry.whose, entry.measure)
    redress = {**case.redress, key: (*case.redress.get(key, ()), entry)}
    contacts = dict(case.contacts)
    if entry.next_contact:
        contacts[entry.person] = entry.next_contact
    return replace(case, redress=redress, contacts=contacts)


def _paper(case: Case, entry: Requested | Received) -> Case:
    if isinstance(entry, Requested):
        return replace(case, papers={**case.papers, entry.paper: Wanted(entry.on, entry.due)})
    wanted = case.papers[entry.paper]
    receipts = {**wanted.receipts, entry.receipt: entry.on}
    return replace(case, papers={**case.papers, entry.paper: replace(wanted, receipts=receipts)})


def cancelled_by(step: Redressing) -> date:
    """The last day of a cancellation that was requested: two months later, or the last day of that month."""
    month = step.on.month - 1 + CANCEL_MONTHS
    year, month = step.on.year + month // 12, month % 12 + 1
    for day in range(step.on.day, 0, -1):
        try:
            return date(year, month, day)
        except ValueError:
            continue
    raise AssertionError
