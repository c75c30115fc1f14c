"""Audit lines that several tests write: their fields, each with a value of its declaration."""

from kiosk.audit_events import Value
from kiosk.version import __version__


def started(terminal: str = "kiosk-1", training: bool = False, procedures: str = "2" * 16) -> dict[str, Value]:
    """The fields of ``kiosk_started``."""
    versions = {"version": __version__, "config": "1" * 16, "procedures": procedures}
    return {"training": training, "terminal": terminal, **versions}
