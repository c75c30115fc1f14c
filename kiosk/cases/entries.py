"""What can be written into the history of a case: a closed set of entries with closed fields.

No field takes a name, an address, a telephone number, a payment ID or a 12-digit number: words of closed lists, keys of
the city's own file, dates, and reference numbers of at most eight digits. Contact details of A and B stand nowhere, so
nobody can pass them on from here.
"""

from datetime import date, datetime, timedelta, timezone
from typing import Annotated, Literal, Self

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, TypeAdapter, model_validator

from kiosk.cases.vocabulary import (
    Action,
    Answer,
    Familiarity,
    Finding,
    Measure,
    Notice,
    Paper,
    Person,
    Receipt,
    Redress,
    Superior,
)

JAPAN = timezone(timedelta(hours=9))

#: ``R4-001``: the fiscal year and a number.
CaseNumber = Annotated[str, Field(pattern=r"^R[0-9]{1,2}-[0-9]{3}$")]
#: A number for a shift, never a person's: terminal, contractor (S) or city (C).
StaffNumber = Annotated[str, Field(pattern=r"^[TSC]-[0-9]{2}$")]
#: A key of the city's file: a window, a help line, a series of document numbers.
Key = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,15}$")]
#: What a help line calls a conversation: too short for a telephone number or an Individual Number.
Reference = Annotated[str, Field(pattern=r"^[A-Z]{0,3}-?[0-9]{1,8}$")]


#: A number of a line of an audit file: eight digits at most, for the same reason.
LineNumber = Annotated[int, Field(ge=1, le=99_999_999)]


class Closed(BaseModel):
    """A frozen value that knows exactly its fields."""

    model_config = ConfigDict(frozen=True, extra="forbid", strict=True)


class Moment(Closed):
    """A time as somebody remembers it. ``about``: only the hour is known."""

    at: AwareDatetime
    about: bool = False

    @property
    def day(self) -> date:
        """The day in Japan."""
        return self.at.astimezone(JAPAN).date()


class Entry(Closed):
    """One line of the history: the case, and who wrote it."""

    case: CaseNumber
    by: StaffNumber


class Opened(Entry):
    """The city opens a case. A day on which it calls A and B is set from the first line on."""

    code: Literal["opened"] = "opened"
    next_contact: date


class Visited(Entry):
    """A person came to a window. ``lines``: first and last line of the terminal's audit file, where it has one."""

    code: Literal["visited"] = "visited"
    person: Person
    when: Moment
    window: Key
    findings: tuple[Finding, ...] = ()
    lines: tuple[LineNumber, LineNumber] | None = None


class Linked(Entry):
    """A numbered report of a terminal belongs to the case."""

    code: Literal["linked"] = "linked"
    terminal: Key
    number: Annotated[int, Field(ge=1, le=99999)]


class Numbered(Entry):
    """A document of the city belongs to the case: year of Reiwa, series, number."""

    code: Literal["numbered"] = "numbered"
    year: Annotated[int, Field(ge=1, le=99)]
    series: Key
    number: Annotated[int, Field(ge=1, le=99999)]


class Noticed(Entry):
    """One of the three times at which the case became known."""

    code: Literal["noticed"] = "noticed"
    notice: Notice
    when: Moment


class Called(Entry):
    """Somebody asked a help line about the case."""

    code: Literal["called"] = "called"
    person: Person
    when: Moment
    line: Key
    answer: Answer
    reference: Reference | None = None


class Redressing(Entry):
    """How far a measure is put right. ``whose``: the person whose entitlement it is.

    ``next_contact`` is mandatory until the measure is redressed: the city calls, nobody waits for the person to ask.
    """

    code: Literal["redressing"] = "redressing"
    person: Person
    whose: Person
    measure: Measure
    state: Redress
    on: date
    next_contact: date | None = None

    @model_validator(mode="after")
    def _is_followed(self) -> Self:
        if (self.state is Redress.REDRESSED) is (self.next_contact is not None):
            raise ValueError("next_contact: needed until the measure is redressed, and only then")
        return self


class Planned(Entry):
    """The day on which the city calls this person next."""

    code: Literal["planned"] = "planned"
    person: Person
    on: date


class Escalated(Entry):
    """A superior was told."""

    code: Literal["escalated"] = "escalated"
    superior: Superior
    when: Moment


class Requested(Entry):
    """The city requests a paper of the contractor."""

    code: Literal["requested"] = "requested"
    paper: Paper
    on: date
    due: date


class Received(Entry):
    """One of the two receipts of a paper."""

    code: Literal["received"] = "received"
    paper: Paper
    receipt: Receipt
    on: date


class Triaged(Entry):
    """The desk asked the person."""

    code: Literal["triaged"] = "triaged"
    person: Person
    familiarity: Familiarity


class Attempted(Entry):
    """Somebody wanted to do what their role cannot do."""

    code: Literal["attempted"] = "attempted"
    action: Action


class ClosedCase(Entry):
    """The city closes the case."""

    code: Literal["closed"] = "closed"


AnyEntry = Annotated[
    Opened
    | Visited
    | Linked
    | Numbered
    | Noticed
    | Called
    | Redressing
    | Planned
    | Escalated
    | Requested
    | Received
    | Triaged
    | Attempted
    | ClosedCase,
    Field(discriminator="code"),
]
_ADAPTER: TypeAdapter[AnyEntry] = TypeAdapter(AnyEntry)


def to_json(entry: AnyEntry) -> dict[str, object]:
    """The plain fields of an entry, for a line."""
    return dict(_ADAPTER.dump_python(entry, mode="json", exclude_none=True))


def from_json(text: bytes) -> AnyEntry:
    """The entry of these fields. Raises ValueError for anything else than exactly one of the closed set."""
    return _ADAPTER.validate_json(text)


def japan(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    """A time in Japan."""
    return datetime(year, month, day, hour, minute, tzinfo=JAPAN)
