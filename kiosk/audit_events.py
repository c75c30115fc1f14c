"""The closed list of audit events (``resources/audit_events.toml``) and the check that nothing else is ever written.

The session process imports this: standard library only.
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from types import MappingProxyType

import resources
from kiosk.failures import FailureName, failures
from kiosk.languages import codes
from kiosk.vocabulary import WIPE_STEPS, EndReason, ReaderState

Value = str | int | bool

#: Results of a wipe step as the audit file records them; "missing": the step never ran.
STEP_OUTCOMES = ("done", "skipped", "failed", "missing")


class EventError(ValueError):
    """An undeclared event, or fields that differ from the declaration. The text names code and field, never a value."""

    failure = FailureName.INTERNAL_ERROR


@dataclass(frozen=True)
class AuditEvent:
    """One declared event: its fields, what they may hold, which process writes it, and what it means."""

    code: str
    fields: Mapping[str, str | list[str]]
    source: str
    doc: str
    ranges: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    patterns: Mapping[str, str] = field(default_factory=dict)


def _closed_lists() -> Mapping[str, frozenset[str]]:
    return {
        "end_reason": frozenset(EndReason),
        "reader_state": frozenset(ReaderState),
        "failure": frozenset(failures()),
        "language": frozenset(codes()),
        "wipe_step": frozenset(WIPE_STEPS),
        "step_outcome": frozenset(STEP_OUTCOMES),
    }


@cache
def audit_events() -> Mapping[str, AuditEvent]:
    """Code -> event, in the order of the file. Raises KeyError or TypeError when the file breaks its own format."""
    with resources.path("audit_events.toml").open("rb") as file:
        entries = tomllib.load(file)
    return MappingProxyType({code: _event(code, entry) for code, entry in entries.items()})


def _event(code: str, entry: dict[str, object]) -> AuditEvent:
    event = AuditEvent(code=code, source=str(entry.pop("from")), **entry)  # type: ignore[arg-type]
    for name, declared in event.fields.items():
        if declared == "int":
            event.ranges[name]
        elif declared == "str":
            re.compile(event.patterns[name])
        elif isinstance(declared, str) and declared != "bool":
            _closed_lists()[declared.removeprefix("list:")]
    return event


def check_event(code: str, fields: Mapping[str, Value], source: str = "") -> None:
    """Raise EventError unless this is a declared event with exactly its fields and each value is allowed.

    ``source`` "session" or "supervisor" also refuses the events of the other process.
    """
    event = audit_events().get(code)
    if event is None or (source and source != event.source):
        raise EventError("not an event of the closed list" + (f" for the {source}" if source else ""))
    if fields.keys() != event.fields.keys():
        raise EventError(f"{code}: other fields are declared")
    for name, value in fields.items():
        if not _fits(event, name, value):
            raise EventError(f"{code}: field {name} does not hold what is declared")


def _fits(event: AuditEvent, name: str, value: Value) -> bool:
    declared = event.fields[name]
    if declared == "bool":
        return type(value) is bool
    if declared == "int":
        low, high = event.ranges[name]
        return type(value) is int and low <= value <= high
    if not isinstance(value, str):
        return False
    if declared == "str":
        return re.fullmatch(event.patterns[name], value, re.ASCII) is not None
    words = declared if isinstance(declared, list) else _closed_lists()[declared.removeprefix("list:")]
    return value in words
