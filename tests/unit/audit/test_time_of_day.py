"""Whether the clock may judge dates: by a time service, or by the times of the audit file."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kiosk.audit.file import AuditFile
from kiosk.audit.key import MemoryKeys
from kiosk.audit.line import AUDIT_FILE
from kiosk.audit.time_of_day import agrees, agrees_with_file, trusted
from kiosk.system import clock
from tests.support.audit_lines import started

NOW = datetime(2026, 11, 30, 9, 0, tzinfo=UTC)
DAY, YEAR = timedelta(days=1), timedelta(days=365)
#: Three months of work, one file each.
MONTHS = [(NOW - 60 * DAY, NOW - 31 * DAY), (NOW - 30 * DAY, NOW - 2 * DAY), (NOW - DAY, NOW - DAY / 2)]
AHEAD = [*MONTHS, (NOW + 10 * YEAR, NOW + 10 * YEAR + DAY)]


@pytest.mark.parametrize(
    ("spans", "now", "answer"),
    [
        (MONTHS, NOW, True),
        ([], NOW, False),
        (MONTHS, NOW + 30 * DAY, True),
        (MONTHS, NOW + 10 * YEAR, False),
        (MONTHS, NOW - 26 * YEAR, False),
        (MONTHS, NOW - 3 * DAY, False),
        (MONTHS, NOW - DAY, True),
        (AHEAD, NOW + 10 * YEAR + 2 * DAY, False),
        (AHEAD, NOW, True),
        ([*AHEAD, (NOW, NOW + DAY)], NOW + 2 * DAY, True),
    ],
    ids=[
        "the next morning",
        "a terminal that never ran",
        "after a month in the store room",
        "ten years ahead",
        "an empty battery",
        "set back",
        "summer time and zones",
        "the second start ten years ahead",
        "set right at that start",
        "set right some time ago",
    ],
)
def test_the_clock_follows_from_the_audit_file(
    spans: list[tuple[datetime, datetime]], now: datetime, answer: bool
) -> None:
    assert agrees(spans, now) is answer


@pytest.mark.parametrize(
    ("moved", "synchronised", "past", "answer"),
    [
        (False, True, False, True),
        (True, True, False, True),
        (False, None, True, True),
        (False, False, True, True),
        (True, None, True, False),
        (False, None, False, False),
        (False, False, False, False),
    ],
)
def test_a_date_is_judged_when_something_confirms_the_clock(
    moved: bool, synchronised: bool | None, past: bool, answer: bool
) -> None:
    assert trusted(moved, synchronised, past) is answer


def test_real_files_of_several_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A terminal works, its clock goes ten years ahead, it is started twice like that, and the clock is set right."""
    path, real = tmp_path / AUDIT_FILE, clock.wall()
    keys = MemoryKeys()

    def start(at: datetime) -> bool | None:
        """What a start finds, which then writes its own lines."""
        monkeypatch.setattr(clock, "wall", lambda: at)
        found = agrees_with_file(path, at)
        file = AuditFile(path, keys)
        file.append("kiosk_started", **started())
        file.close()
        return found

    assert start(real) is None
    assert start(real + DAY) is True
    assert start(real + 10 * YEAR) is False
    assert start(real + 10 * YEAR + DAY) is False
    assert start(real + 2 * DAY) is True
    assert start(real + 3 * DAY) is True


def test_a_file_without_a_readable_line_confirms_nothing(tmp_path: Path) -> None:
    path = tmp_path / AUDIT_FILE
    assert agrees_with_file(path, NOW) is None
    path.write_bytes(b"\x00" * 4096)
    assert agrees_with_file(path, NOW) is None
