"""No entry has room for a name, a telephone number, a payment ID or an Individual Number."""

import datetime as dt
import json
import typing
from collections.abc import Iterator
from enum import StrEnum

import pytest
from pydantic import BaseModel, TypeAdapter, ValidationError

from kiosk.cases import entries
from kiosk.cases.entries import Moment, from_json, to_json
from kiosk.cases.vocabulary import Answer, Finding, Person, Redress
from tests.unit.cases.example import DAY, A, called, opened, redressing, visited, when

ENTRIES = typing.get_args(typing.get_args(entries.AnyEntry)[0])
#: Types whose values are closed by themselves.
CLOSED = (bool, dt.date, type(None))
#: What no field may hold: a name in three scripts, a telephone number, an e-mail address, an Individual Number.
PERSONAL = (
    "山田太郎",
    "ヤマダタロウ",
    "Yamada Taro",
    "09012345678",
    "090-1234-5678",
    "a@example.jp",
    "123456789012",
    10**11,
)


def kinds(hint: typing.Any) -> Iterator[typing.Any]:
    """The plain types in a type, those of tuples and unions one by one; a type with limits stays as it is."""
    origin, parts = typing.get_origin(hint), typing.get_args(hint)
    if origin is typing.Annotated:
        yield hint
    elif origin is typing.Literal or hint is ...:
        return
    elif parts:
        for part in parts:
            yield from kinds(part)
    else:
        yield hint


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.__name__)
def test_every_field_is_closed(entry: type[BaseModel]) -> None:
    for name, hint in typing.get_type_hints(entry, include_extras=True).items():
        for kind in kinds(hint):
            if name == "model_config":
                continue
            if typing.get_origin(kind) is typing.Annotated:
                assert not [text for text in PERSONAL if accepts(kind, text)], name
            else:
                assert issubclass(kind, (StrEnum, Moment, *CLOSED)), name


def accepts(kind: typing.Any, value: object) -> bool:
    """Whether a type with limits holds this value."""
    try:
        TypeAdapter(kind).validate_python(value)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("case", "山田太郎"),
        ("by", "yamada"),
        ("window", "Yamada Taro"),
        ("window", "090-1234-5678"),
        ("findings", ["a phone number"]),
        ("person", "C"),
        ("name", "A"),
        ("lines", [1]),
        ("lines", [1, 123456789012]),
        ("when", {"at": "2022-09-12T10:00:00"}),
    ],
)
def test_nothing_else_gets_in(field: str, value: object) -> None:
    fields = {**to_json(visited(A, Finding.STOPPED)), field: value}
    with pytest.raises(ValueError, match="validation error"):
        from_json(json.dumps(fields).encode())


@pytest.mark.parametrize("text", ["123456789012", "0120950178", "090-1234-5678", "ABCD-1", "受付1"])
def test_a_reference_is_too_short_for_a_number_of_a_person(text: str) -> None:
    with pytest.raises(ValidationError):
        called(Answer.UNKNOWN).model_copy(update={"reference": text}).model_validate(
            {**called(Answer.UNKNOWN).model_dump(), "reference": text}
        )


@pytest.mark.parametrize("entry", [opened(), visited(A, Finding.STOPPED, lines=(3, 9)), called(Answer.OTHER_ID)])
def test_there_and_back(entry: entries.AnyEntry) -> None:
    assert from_json(json.dumps(to_json(entry)).encode()) == entry


@pytest.mark.parametrize("state", Redress)
def test_the_next_contact_is_mandatory_until_a_measure_is_redressed(state: Redress) -> None:
    fields = redressing(state).model_dump()
    fields["next_contact"] = DAY if state is Redress.REDRESSED else None
    with pytest.raises(ValidationError, match="next_contact"):
        entries.Redressing.model_validate(fields)


def test_a_day_is_that_of_japan() -> None:
    late = Moment(at=dt.datetime(2022, 9, 12, 15, 30, tzinfo=dt.UTC))
    assert late.day == dt.date(2022, 9, 13)
    assert when(0).day == DAY


def test_letters_stand_for_people() -> None:
    assert [person.value for person in Person] == ["A", "B"]
