"""An office, and entries with only what a test is about."""

from datetime import UTC, date, datetime, timedelta

from kiosk.cases.case import Case
from kiosk.cases.entries import AnyEntry, Called, Moment, Opened, Redressing, Visited, japan
from kiosk.cases.office import Office
from kiosk.cases.register import Register, Written, merge
from kiosk.cases.vocabulary import Answer, Finding, Measure, Person, Redress, Role

A, B = Person.A, Person.B
CASE, DESK, CITY = "R4-001", "S-07", "C-02"
BEGAN = datetime(2022, 9, 12, 1, tzinfo=UTC)
DAY = date(2022, 9, 12)
#: 2022-09-19 and 2022-09-23 are national holidays.
OFFICE = Office(
    "見本市",
    windows={"west": "西庁舎1階"},
    lines={"ministry": "総務省相談窓口"},
    series={"promotion": "見マ推"},
    terminals={"west_3": "3"},
    holidays=frozenset({date(2022, 9, 19), date(2022, 9, 23)}),
)


def when(hour: int = 10, day: int = 12, about: bool = False) -> Moment:
    return Moment(at=japan(2022, 9, day, hour), about=about)


def opened(case: str = CASE) -> Opened:
    return Opened(case=case, by=CITY, next_contact=DAY + timedelta(days=3))


def visited(person: Person = A, *findings: Finding, **changes: object) -> Visited:
    fields = {"case": CASE, "by": DESK, "person": person, "when": when(), "window": "west", "findings": findings}
    return Visited(**{**fields, **changes})  # type: ignore[arg-type]


def called(answer: Answer) -> Called:
    return Called(case=CASE, by=DESK, person=B, when=when(11), line="ministry", answer=answer)


def redressing(state: Redress, person: Person = A, measure: Measure = Measure.ACCOUNT) -> Redressing:
    day = None if state is Redress.REDRESSED else DAY + timedelta(days=7)
    return Redressing(
        case=CASE, by=CITY, person=person, whose=person, measure=measure, state=state, on=DAY, next_contact=day
    )


def register(*entries: AnyEntry | tuple[Role, AnyEntry]) -> Register:
    """What follows from these entries, a minute apart; the city wrote those without a role."""
    lines = [
        Written(
            BEGAN + timedelta(minutes=number), "pc", number, *(item if isinstance(item, tuple) else (Role.CITY, item))
        )
        for number, item in enumerate(entries)
    ]
    return merge(lines, OFFICE)


def case(*entries: AnyEntry | tuple[Role, AnyEntry]) -> Case:
    """The case after these entries, all of which had an effect."""
    found = register(opened(), *entries)
    assert not found.refused
    return found.cases[CASE]
