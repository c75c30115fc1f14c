"""The report of a suspected mix-up, always written at once into the folder that IT configured.

A copy stays in the data folder until the report is written there, so that neither a power cut nor an unreachable folder
loses it. A report holds values of closed lists only, so no personal data can get into it.
"""

import json
import threading
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

import structlog

from kiosk.audit.key import Signer
from kiosk.audit.line import Line, fields_of
from kiosk.failures import FailureName
from kiosk.reports import mixup_text
from kiosk.reports.case import deadlines, is_suspicion
from kiosk.reports.numbers import ReportNumbers
from kiosk.reports.place import Place
from kiosk.reports.signed import Purpose, signed
from kiosk.reports.unread import UnreadReports
from kiosk.system.background import Background
from kiosk.system.deletion import forget_file
from kiosk.system.whole_file import write_file

#: Seconds after which a folder that does not answer counts as not writable.
ANSWER_LIMIT = 15.0
_FAILURE = FailureName.REPORT_UNWRITABLE
_MOST_LINES = 500
#: Earlier sessions that staff can name by their mark; for sessions before these there is the audit file.
_KEPT = 8
_AGAIN = frozenset({"session_ended", "wipe_verified", "wipe_failed"})
_RETRY = frozenset({"kiosk_started", "staff_unlock"})


@dataclass
class Story:
    """One session: its mark, its audit lines, and the head of its report if one was begun."""

    mark: str = ""
    lines: list[Line] = field(default_factory=list)
    case: dict[str, Any] = field(default_factory=dict)

    def add(self, line: Line) -> None:
        """Add a line, up to ``_MOST_LINES``; lines about the end are always added."""
        if len(self.lines) < _MOST_LINES or line["code"] in _AGAIN:
            self.lines.append(line)

    def first(self, code: str) -> str:
        """Time of the first line with this code, empty without one."""
        return next((str(line["at"]) for line in self.lines if line["code"] == code), "")

    def is_over(self, mark: str) -> bool:
        """Whether a session with this mark was begun and has ended."""
        return self.mark == mark and bool(self.first("session_begun")) and bool(self.first("session_ended"))


class MixupReports:
    """Follows the audit lines and writes a report when one says that a session may be a mix-up."""

    def __init__(self, place: Place, on_outcome: Callable[[FailureName | None], None], signer: Signer) -> None:
        """``on_outcome``: gets None for a written report, else a failure; called on another thread."""
        self._place = place
        self._on_outcome = on_outcome
        self._signer = signer
        self._waiting = place.data_folder / "reports_waiting"
        self._numbers = ReportNumbers(place.data_folder, _highest(self._waiting))
        self._now = Story()
        self._before: deque[Story] = deque(maxlen=_KEPT)
        self._log = structlog.get_logger("mixup_report")
        self._thread = Background("mixup_report")
        self.unread = UnreadReports(place, self._thread)

    @property
    def mark(self) -> str:
        """The mark of the current session."""
        return self._now.mark

    def begin(self, mark: str) -> None:
        """A new session with this mark. The one before is remembered if a customer began it."""
        if self._now.first("session_begun"):
            self._before.append(self._now)
        self._now = Story(mark)

    def follow(self, line: Line) -> None:
        """Take in one audit line. Returns at once; reports are written on the thread."""
        if _is_of_earlier(line, self._now.mark):
            self._report_earlier(line)
        self._now.add(line)
        if not self._now.case and is_suspicion(line) and not _is_of_earlier(line, self._now.mark):
            self._now.case = self._case(line, self._now.mark)
            self._submit(self._report(self._now), first=True)
        elif self._now.case and line["code"] in _AGAIN:
            self._submit(self._report(self._now), first=False)
        if line["code"] in _RETRY:
            self._thread.submit(self._retry)

    def close(self, timeout: float) -> bool:
        """Finish the queued reports within ``timeout`` seconds; True when done. The others wait for the next start."""
        return self._thread.close(timeout)

    # --- content ---

    def _report_earlier(self, line: Line) -> None:
        """Report the earlier session that staff named by its mark; without its lines if it is not remembered."""
        mark = str(line["mark"])
        found = next((story for story in (self._now, *reversed(self._before)) if story.is_over(mark)), Story(mark))
        story = Story(mark, [*found.lines, line], self._case(line, mark))
        self._submit(self._report(story), first=True)

    def _case(self, line: Line, mark: str) -> dict[str, Any]:
        return {
            "file": f"{stem(self._place, line['at'])}{mark or 'unknown'}",
            "number": self._numbers.next(),
            "aware_at": line["at"],
            "marks": deadlines(line["at"]),
        }

    def _report(self, story: "Story") -> dict[str, Any]:
        """The report, signed: who changes, makes up or takes away one is found out."""
        place = self._place
        content = {
            "format": 2,
            "kind": "suspected_mixup",
            **story.case,
            "terminal": place.terminal,
            "city": place.city,
            "window": place.window,
            "training": place.training,
            "procedure": self._procedure(story),
            "session_mark": story.mark,
            "began_at": story.first("session_begun"),
            "ended_at": story.first("session_ended"),
            "events": [_event(line) for line in story.lines],
            "must": list(mixup_text.MUST.values()),
            "must_not": list(mixup_text.MUST_NOT),
        }
        return signed(content, Purpose.REPORT, self._signer)

    def _procedure(self, story: "Story") -> dict[str, Any]:
        chosen = [line for line in story.lines if line["code"] == "procedure_chosen"]
        if not chosen:
            return {}
        wanted, version = chosen[-1]["procedure"], chosen[-1]["version"]
        return {"id": wanted, "version": version, "title": self._place.titles.get(wanted, "")}

    # --- delivery ---

    def _submit(self, report: dict[str, Any], first: bool) -> None:
        if first:
            self.unread.made()
        timer = threading.Timer(ANSWER_LIMIT, self._on_outcome, (_FAILURE,))
        timer.daemon = True
        timer.start()
        self._thread.submit(lambda: self._deliver(report, first, timer))

    def _deliver(self, report: dict[str, Any], first: bool, timer: threading.Timer) -> None:
        written = self._written(report)
        timer.cancel()
        if not written:
            self._on_outcome(_FAILURE)
        elif first:
            self._on_outcome(None)

    def _written(self, report: dict[str, Any]) -> bool:
        copy = self._waiting / f"{report['file']}.json"
        with suppress(OSError):  # the report folder may still be writable
            self._waiting.mkdir(mode=0o700, exist_ok=True)
            write_file(copy, _json(report))
        try:
            write_report(self._place.open_folder(), report)
        except OSError as error:
            self._log.error("report", kind=type(error).__name__)
            return False
        with suppress(OSError):
            forget_file(copy)
        return True

    def _retry(self) -> None:
        for copy in sorted(self._waiting.glob("*.json")):
            try:
                report = json.loads(copy.read_text(encoding="utf-8"))
                write_report(self._place.open_folder(), report)
                forget_file(copy)
            except (OSError, ValueError, KeyError, TypeError) as error:
                self._log.error("report", kind=type(error).__name__)
                self._on_outcome(_FAILURE)
                return
            self._on_outcome(None)


def _highest(waiting: Path) -> int:
    """The highest number among reports that wait; 0 without any."""
    numbers = [0]
    for copy in waiting.glob("*.json"):
        with suppress(OSError, ValueError, KeyError, TypeError):
            numbers.append(int(json.loads(copy.read_text(encoding="utf-8"))["number"]))
    return max(numbers)


def _is_of_earlier(line: Line, mark: str) -> bool:
    """Whether staff report a mix-up of another session than the current one."""
    return line["code"] == "mixup_by_staff" and (line["when"], line["mark"]) != ("now", mark)


def _event(line: Line) -> dict[str, Any]:
    """A line for the report. Number and hash refer to the audit file; a line that is not in it has neither."""
    place: dict[str, Any] = {key: line[key] for key in ("n", "hash") if key in line}
    return {**place, "at": line["at"], "code": line["code"], **fields_of(line)}


def _json(report: dict[str, Any]) -> bytes:
    return (json.dumps(report, ensure_ascii=False, indent=2) + "\n").encode()


def stem(place: Place, aware_at: str) -> str:
    """The beginning of the name of a report's files; the mark follows."""
    return f"suspected-mixup-{datetime.fromisoformat(aware_at).strftime('%Y%m%d-%H%M%S')}-{place.terminal}-"


def written_text(place: Place, aware_at: str) -> str:
    """The text of the report about what was suspected at this time. Raises OSError, also when there is none."""
    found = next(place.open_folder().glob(f"{stem(place, aware_at)}*.txt"), None)
    if found is None:
        raise FileNotFoundError
    return found.read_text(encoding="utf-8")


def write_report(folder: Path, report: dict[str, Any]) -> None:
    """Write the report as JSON and as a Japanese text to print. Raises OSError."""
    write_file(folder / f"{report['file']}.json", _json(report))
    write_file(folder / f"{report['file']}.txt", mixup_text.text(report).encode())
