"""Whether the audit file agrees with the clock: all that a terminal without a time service knows of the past."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from kiosk.audit.file import span_of
from kiosk.audit.line import AuditUnwritable, files_of

#: How long a terminal may have stood still, and how far a clock may go back, without a doubt about it.
STOOD_STILL, SET_BACK = timedelta(days=31), timedelta(days=1)

#: Time of a file's first and of its last line.
Span = tuple[datetime, datetime]


def trusted(moved: bool, synchronised: bool | None, agrees: bool) -> bool:
    """Whether a date may be judged by the clock: a time service holds it, or it was not set and the past agrees.

    ``moved``: it was set since the kiosk started. A time service withdraws its word when somebody sets the clock.
    """
    return bool(synchronised) or (agrees and not moved)


def agrees(spans: Sequence[Span], now: datetime) -> bool:
    """Whether ``now`` follows from what was written before; False without anything.

    A leap is not forgotten with the next start, which would find lines of the wrong time and agree with them: it counts
    until the clock has leapt back. Files are closed at the end of each month, so a leap that counts lies between two.
    """
    times = [*(time for span in spans for time in span), now]
    leaps = [later - sooner for sooner, later in zip(times[1::2], times[2::2], strict=True)]
    leapt = sum((leap for leap in leaps if not -SET_BACK <= leap <= STOOD_STILL), timedelta())
    return bool(spans) and -SET_BACK <= leapt <= STOOD_STILL


def agrees_with_file(path: Path, now: datetime) -> bool | None:
    """``agrees`` with the files of the chain that ends in ``path``; None without a line that can be read."""
    try:
        spans = [span for file in files_of(path) if (span := span_of(file))]
    except (AuditUnwritable, OSError, ValueError, TypeError):
        return None
    return agrees(spans, now) if spans else None
