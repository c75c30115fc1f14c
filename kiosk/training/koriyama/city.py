"""The city's part in June 2023: the case is opened from what the desk remembers, and the paper is written from it."""

from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

from kiosk.audit.key import MemoryKeys
from kiosk.cases.entries import (
    AnyEntry,
    Called,
    Escalated,
    Moment,
    Noticed,
    Numbered,
    Opened,
    Redressing,
    Requested,
    Visited,
    japan,
)
from kiosk.cases.history import HistoryFile, Writer, read
from kiosk.cases.office import Office
from kiosk.cases.register import Register, merge
from kiosk.cases.report import Checks, Supports
from kiosk.cases.vocabulary import Finding, Notice, Paper, Person, Redress, Role, Superior
from kiosk.training.koriyama.seen import Grant, Seen, redress
from kiosk.training.koriyama.story import SCENES

CASE, BY = "R4-001", "C-02"
WINDOW, LINE, SERIES = "west", "ministry", "promotion"
OFFICE = Office(
    "見本市（研修用。2022年に実際にあった事案の経過をなぞったもの）",
    windows={WINDOW: "西庁舎1階"},
    lines={LINE: "総務省相談窓口"},
    series={SERIES: "見マ推"},
)
#: 31 months up to May 2023.
SUPPORTS = Supports("R2-11～R5-05", 91_779, 40_275)
CHECKS = (Checks(date(2022, 2, 4), 2), Checks(date(2022, 6, 24), 1), Checks(date(2023, 4, 14), 2))
TOLD = japan(2023, 6, 5, 10, 30)
_SUPERIORS = (
    (Superior.DEPARTMENT, japan(2023, 6, 5, 10, 50)),
    (Superior.DEPUTY_MAYOR, japan(2023, 6, 5, 11, 30)),
    (Superior.MAYOR, japan(2023, 6, 5, 11, 50)),
)
REQUESTED, DUE, NEXT = date(2023, 6, 7), date(2023, 6, 14), date(2023, 6, 9)


def write_case(folder: Path, visits: Sequence[Seen], grants: Sequence[Grant]) -> Register:
    """Write the case into a signed file, and read it back; without a mixed-up grant there is none to write."""
    keys = MemoryKeys()
    if any(grant.mixed_up for grant in grants):
        history = HistoryFile(folder, "city-1", keys, lambda: TOLD)
        for entry in _entries(visits, grants):
            history.append(entry)
    writers = {"city-1": Writer(keys.signer().public, Role.CITY)} if any(folder.iterdir()) else {}
    reading = read(folder, writers)
    if reading.findings:
        raise RuntimeError("; ".join(reading.findings))
    return merge(reading.lines, OFFICE)


def _entries(visits: Sequence[Seen], grants: Sequence[Grant]) -> Iterator[AnyEntry]:
    yield Opened(case=CASE, by=BY, next_contact=NEXT)
    yield Numbered(case=CASE, by=BY, year=5, series=SERIES, number=48)
    yield from _visits(visits)
    yield Noticed(case=CASE, by=BY, notice=Notice.CONTRACTOR, when=SCENES[1].when)
    yield Noticed(case=CASE, by=BY, notice=Notice.CITY, when=Moment(at=TOLD))
    for superior, at in _SUPERIORS:
        yield Escalated(case=CASE, by=BY, superior=superior, when=Moment(at=at))
    for grant in grants:
        yield from _redress(grant)
    for paper in Paper:
        yield Requested(case=CASE, by=BY, paper=paper, on=REQUESTED, due=DUE)


def _visits(visits: Sequence[Seen]) -> Iterator[AnyEntry]:
    for index, (scene, seen) in enumerate(zip(SCENES, visits, strict=True)):
        findings = seen.findings
        if index + 1 < len(visits) and Finding.LOGIN_UNCONFIRMED in visits[index + 1].findings:
            findings = (*findings, Finding.LOGOUT_UNCONFIRMED)
        yield Visited(case=CASE, by=BY, person=seen.person, when=scene.when, window=WINDOW, findings=findings)
        if seen.answer:
            yield Called(case=CASE, by=BY, person=seen.person, when=scene.when, line=LINE, answer=seen.answer)


def _redress(grant: Grant) -> Iterator[AnyEntry]:
    for person, whose, state in redress(grant):
        yield Redressing(
            case=CASE, by=BY, person=person, whose=whose, measure=grant.measure, state=state, on=_since(person, state),
            next_contact=None if state is Redress.REDRESSED else NEXT,
        )  # fmt: skip


def _since(person: Person, state: Redress) -> date:
    """The day from which a state is known: the person's last visit, or the day on which the city was told."""
    last = SCENES[3] if person is Person.A else SCENES[4]
    return last.when.day if state in (Redress.REDRESSED, Redress.MAY_REAPPLY) else TOLD.date()
