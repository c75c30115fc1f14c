"""Writes audit files of long ago: the lines of a terminal at given times, chained and signed as ``AuditFile`` does.

Without its clock, its disk syncs and its keyring, so that a year takes seconds. tests/unit/survey shows that
``kiosk audit verify`` finds nothing wrong in what it writes.
"""

from collections.abc import Iterable
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from random import Random

from kiosk.audit.key import Signer
from kiosk.audit.line import AUDIT_FILE, FIRST, Line, canonical, closed_name, hash_of, signature_text, signed_bytes
from kiosk.audit_events import Value, check_event
from tests.support.audit_lines import started

JST = timezone(timedelta(hours=9))
_CAP = 12_000_000
_STEPS = ("curtain", "portal_logout", "processes", "card", "folder", "clipboard", "print_queue")
_WIPED: dict[str, Value] = {
    "ms": 96, "steps": 7, **dict.fromkeys(_STEPS, "done"), **{f"{step}_ms": 12 for step in _STEPS},
}  # fmt: skip


class Recorder:
    """One terminal's files in ``folder``. ``now``: the time of the next line; it goes on with ``wait``."""

    def __init__(self, folder: Path, terminal: str, first: datetime) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.path, self.terminal, self.signer = folder / AUDIT_FILE, terminal, Signer()
        self.now = first
        self.lines = 0
        self._number, self._hash, self._wipes = 0, FIRST, 0
        self._file = self.path.open("wb")
        self._first, self._month = 1, ""
        self.write("chain_started", **self.key)

    @property
    def key(self) -> dict[str, Value]:
        """The fields of a line that names the key."""
        return {"key": self.signer.public.text, "kept": "keyring"}

    def wait(self, seconds: float) -> None:
        """Let time pass."""
        self.now += timedelta(seconds=seconds)

    def write(self, code: str, **fields: Value) -> int:
        """Append a line and give its number. Raises EventError for one that no terminal can write."""
        check_event(code, fields)
        at = self.now.replace(tzinfo=JST).isoformat(timespec="milliseconds")
        if self._month and (at[:7] != self._month or self._file.tell() > _CAP):
            self._continue(at[:7])
        self._month = at[:7]
        self._append({"n": self._number + 1, "at": at, "mono": 1.5, "code": code, **fields, "prev": self._hash})
        return self._number

    def _append(self, line: Line) -> None:
        line["hash"] = hash_of(line)
        line["sig"] = signature_text(self.signer.sign(signed_bytes(line["hash"])))
        self._file.write(canonical(line) + b"\n")
        self._number, self._hash = line["n"], line["hash"]
        self.lines += 1

    def _continue(self, month: str) -> None:
        self._file.close()
        self.path.rename(closed_name(self.path, self._first, self._month))
        self._file = self.path.open("wb")
        self._first, self._month = self._number + 1, month
        self.write("file_continued", **self.key)

    def flush(self) -> None:
        """Let others read what was written."""
        self._file.flush()

    def close(self) -> None:
        """Close the file."""
        self._file.close()

    # --- what happens at a terminal ---

    def start(self) -> None:
        """The terminal is switched on: it says what is in force, and wipes."""
        self.write("kiosk_started", **started(self.terminal))
        self.write("leftovers_wiped")
        self.wipe()

    def wipe(self) -> None:
        """A verified wipe."""
        self._wipes += 1
        self.wait(0.1)
        self.write("wipe_verified", number=self._wipes, **_WIPED)

    def begin(self, login: bool = True, procedure: str = "points") -> None:
        """A session is made ready, somebody begins and, if ``login``, logs in."""
        self.write("session_prepared")
        self.wait(40)
        self.write("session_begun")
        self.wait(10)
        self.write("procedure_chosen", procedure=procedure, version=3)
        self.write("card_placed")
        for number in range(3, 6 if login else 4):
            self.wait(5)
            self.write("step", number=number)
        if login:
            self.write("login_done")

    def commit(self) -> None:
        """The application becomes final after its check."""
        self.wait(90)
        for code in ("commit_blocked", "check_started", "check_passed", "commit_passed"):
            self.write(code)
        self.write("result", kind="done")

    def end(self, reason: str, wiped: bool = True) -> None:
        """The session ends and is wiped."""
        self.wait(20)
        self.write("session_ended", reason=reason)
        if wiped:
            self.wipe()


def working_days(first: date, last: date, closed: Iterable[date] = ()) -> list[date]:
    """Mondays to Fridays that are not closed."""
    every = (first + timedelta(days=number) for number in range((last - first).days + 1))
    return [day for day in every if day.weekday() < 5 and day not in set(closed)]


def visit(recorder: Recorder, chance: Random) -> None:
    """One ordinary visit of many kinds; none of them is a mix-up."""
    kind = chance.random()
    if kind < 0.06:
        recorder.begin(login=False)
        recorder.end("give_up")
    elif kind < 0.12:
        _left(recorder, chance)
    elif kind < 0.15:
        recorder.begin()
        recorder.end(chance.choice(["card_changed", "card_removed", "session_crashed", "portal_failed"]))
    elif kind < 0.19:
        _mistyped(recorder)
    else:
        recorder.begin()
        recorder.commit()
        recorder.end(chance.choice(["finished", "next_customer"]))
    recorder.wait(chance.randint(20, 400))


def _left(recorder: Recorder, chance: Random) -> None:
    """Somebody logs in and walks away; the kiosk ends and wipes, and the next one comes soon."""
    recorder.begin()
    recorder.write("idle_warning")
    recorder.end(chance.choice(["idle", "absolute_limit"]))


def _mistyped(recorder: Recorder) -> None:
    recorder.begin()
    recorder.wait(60)
    recorder.write("check_started")
    recorder.write("pin_wrong", tries_left=2)
    recorder.write("check_failed")
    recorder.end("give_up")
