"""Makes ``docs/audit-events.md`` from ``resources/audit_events.toml``."""

from kiosk.audit_events import AuditEvent, audit_events

_HEAD = """# Audit events

Made from `resources/audit_events.toml` by `python3 run.py docs`; do not edit by hand.
Every line also has `n` (its number), `at` (wall time), `mono` (seconds on the clock of deadlines), `prev` and `hash`
(the chain) and `sig` (the signature). Nothing else can be written: the list is closed.

| event | fields | written by | meaning |
|---|---|---|---|
"""


def document() -> str:
    """The text of ``docs/audit-events.md``."""
    return _HEAD + "".join(_row(event) for event in audit_events().values())


def _row(event: AuditEvent) -> str:
    fields = ", ".join(f"`{name}` {_type(event, name)}" for name in event.fields)
    return f"| `{event.code}` | {fields or '–'} | {event.source} | {event.doc} |\n"


def _type(event: AuditEvent, name: str) -> str:
    """The values that the field may have."""
    declared = event.fields[name]
    if declared == "int":
        return "{} to {}".format(*event.ranges[name])
    if declared == "str":
        return f"`{event.patterns[name]}`"
    if declared == "bool":
        return "yes/no"
    return " / ".join(declared) if isinstance(declared, list) else declared.removeprefix("list:")
