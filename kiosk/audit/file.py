"""The audit file: append-only JSON lines, each chained to the one before, signed, and synced to the disk.

docs/audit.md describes the format. A new file begins each month and at ``SIZE_CAP``; the chain goes on in it.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.audit.key import Keys, KeyUnavailable, Signer
from kiosk.audit.line import (
    AuditUnwritable,
    Head,
    Line,
    canonical,
    closed_name,
    files_of,
    good_lines,
    hash_of,
    parse,
    signature_of,
    signature_text,
    signed_bytes,
)
from kiosk.audit.verify import check
from kiosk.audit_events import EventError, Value, check_event
from kiosk.system import clock
from kiosk.system.deletion import forget_file
from kiosk.vocabulary import AUDIT_MONTHS

__all__ = ["AuditFile", "AuditUnwritable", "EventError", "KeyUnavailable", "check_event", "read", "verify"]

#: Bytes read from the end of the file to find the last good line; a line has less than a thousand.
_TAIL = 65_536
#: Bytes (some 20,000 lines) at which a file is closed.
SIZE_CAP = 12_000_000
#: Maximum months between the last closed file and now; above it a clock is taken to be wrong and nothing is deleted.
_MAX_GAP = 6


@dataclass(frozen=True)
class _End:
    """The last good line of a file. ``damaged``: unreadable lines after it; ``open_line``: the last has no newline."""

    line: Line | None = None
    damaged: int = 0
    open_line: bool = False

    @property
    def head(self) -> Head:
        return Head(self.line["n"], self.line["hash"]) if self.line else Head()


class AuditFile:
    """One terminal's audit file. Only the supervisor opens it, once."""

    def __init__(self, path: Path, keys: Keys, months: int = AUDIT_MONTHS, size_cap: int = SIZE_CAP) -> None:
        """Open or create the file and find the end of its chain. ``months``: how long closed files are kept.

        Raises AuditUnwritable, KeyUnavailable among them.
        """
        self.path = path
        self._keys, self._months, self._cap = keys, months, size_cap
        self._signer: Signer = keys.signer()
        known = keys.head()
        try:
            self._open()
            end = _end_of_chain(path)
            text = path.read_bytes() if known and known.number <= end.head.number else b""
        except OSError as error:
            raise AuditUnwritable(str(error)) from error
        self.head = end.head
        if end.open_line:
            self._write(b"\n")
        self._begin(end, known, text)
        self._drop_old()

    @property
    def number(self) -> int:
        """The number of the last line; 0 for an empty file."""
        return self.head.number

    def _open(self) -> None:
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
        self._file = os.open(self.path, flags, 0o600)
        self._size = os.fstat(self._file).st_size
        first = _first_line(self.path)
        self._first = first["n"] if first else 0
        self._month = first["at"][:7] if first else ""

    def _begin(self, end: _End, known: Head | None, text: bytes) -> None:
        """Write how the chain goes on from the lines that are there: started, restarted, or in a new file."""
        reason, missing = self._break(end, known, text)
        if known and known.number > self.head.number:
            self.head = known
        elif known and reason == "replaced":
            self.head = Head(max(known.number, self.head.number), self.head.hash)
        key = {"key": self._signer.public.text, "kept": self._keys.kept}
        if reason:
            self.append("chain_restarted", reason=reason, damaged=end.damaged, missing=missing, **key)
        elif not end.line:
            self.append("chain_started", **key)
        elif not self._size:
            self.append("file_continued", **key)

    def _break(self, end: _End, known: Head | None, text: bytes) -> tuple[str, int]:
        """Why the chain has to be restarted (empty: it goes on), and the number of missing lines."""
        if known and known.number > end.head.number:
            return "cut", known.number - end.head.number
        if known and known.number and not self._has(known, end, text):
            return "replaced", 0
        if end.damaged:
            return "damaged", 0
        return ("new_key", 0) if end.line and not self._is_ours(end.line) else ("", 0)

    def _has(self, known: Head, end: _End, text: bytes) -> bool:
        if known == end.head or f'"hash":"{known.hash}"'.encode() in text:
            return True
        return any(known.hash == line["hash"] for file in files_of(self.path)[-2:-1] for line in good_lines(file))

    def _is_ours(self, line: Line) -> bool:
        return self._signer.public.signed(signature_of(line), signed_bytes(line["hash"]))

    def append(self, code: str, **fields: Value) -> Line:
        """Write one line, sync it to the disk and return it. Raises EventError (not declared) or AuditUnwritable."""
        check_event(code, fields)
        if code not in ("file_continued", "audit_deleted"):
            self._change_file()
        line: Line = {"n": self.head.number + 1, "at": clock.wall().isoformat(timespec="milliseconds")}
        line |= {"mono": round(clock.now(), 3), "code": code, **fields, "prev": self.head.hash}
        line["hash"] = hash_of(line)
        line["sig"] = signature_text(self._signer.sign(signed_bytes(line["hash"])))
        self._write(canonical(line) + b"\n")
        self.head = Head(line["n"], line["hash"])
        self._first, self._month = self._first or line["n"], self._month or line["at"][:7]
        return line

    def _write(self, data: bytes) -> None:
        try:
            if os.write(self._file, data) != len(data):
                raise OSError("the disk is full")
            os.fsync(self._file)
            if not os.fstat(self._file).st_nlink:
                raise OSError("the file was taken away")
        except OSError as error:
            self._take_back()
            raise AuditUnwritable(str(error)) from error
        self._size += len(data)

    def _take_back(self) -> None:
        """Remove half a line: the next one would be appended to it and break the chain."""
        with suppress(OSError):
            os.ftruncate(self._file, self._size)

    def _change_file(self) -> None:
        """Close the file in a new month or at its maximum size; the first line of the next file continues the chain."""
        if self._file < 0:  # an earlier change of files failed half way
            self._reopen()
        month = clock.wall().isoformat()[:7]
        if not self._first or (month == self._month and self._size < self._cap):
            return
        try:
            self.close()
            self.path.rename(closed_name(self.path, self._first, self._month))
            self._open()
        except OSError as error:
            raise AuditUnwritable(str(error)) from error
        self.append("file_continued", key=self._signer.public.text, kept=self._keys.kept)
        self._drop_old()

    def _reopen(self) -> None:
        try:
            self._open()
        except OSError as error:
            raise AuditUnwritable(str(error)) from error

    def _drop_old(self) -> None:
        """Delete closed files whose last line is older than the months to keep. A line records each before."""
        closed = [(file, _find_end(file).line) for file in files_of(self.path)[:-1]]
        now = _month_number(clock.wall().isoformat())
        newest = closed[-1][1] if closed else None
        if newest is None or now - _month_number(newest["at"]) > _MAX_GAP:
            return
        for file, last in closed:
            if last is None or _month_number(last["at"]) + self._months >= now:
                return
            self._drop(file, last["n"])

    def _drop(self, file: Path, through: int) -> None:
        self.append("audit_deleted", through=through, months=self._months)
        try:
            forget_file(file)
        except OSError as error:
            raise AuditUnwritable(str(error)) from error

    def close(self) -> None:
        """Close the file; nothing is buffered."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def _month_number(at: str) -> int:
    """Months since year 0 of an ISO time."""
    return int(at[:4]) * 12 + int(at[5:7])


def _first_line(path: Path) -> Line | None:
    with path.open("rb") as file:
        return parse(file.readline().removesuffix(b"\n"))


def span_of(path: Path) -> tuple[datetime, datetime] | None:
    """The times of a file's first and last good line; None without any. Raises OSError; ValueError: no time in it."""
    first, last = _first_line(path), _find_end(path).line
    return (datetime.fromisoformat(first["at"]), datetime.fromisoformat(last["at"])) if first and last else None


def _end_of_chain(path: Path) -> _End:
    """The end of the file in use, or of the closed one before it while the file in use is empty."""
    end = _find_end(path)
    closed = files_of(path)[:-1]
    if end.line or end.damaged or not closed:
        return end
    before = _find_end(closed[-1])
    return _End(before.line, before.damaged)


def _find_end(path: Path) -> _End:
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        file.seek(max(0, size - _TAIL))
        tail = file.read()
    lines = tail.split(b"\n")
    open_line = bool(lines[-1])
    if not open_line:
        lines.pop()
    if size > _TAIL:
        del lines[:1]
    damaged = 0
    for raw in reversed(lines):
        line = parse(raw)
        if line is not None:
            return _End(line, damaged, open_line)
        damaged += 1
    return _End(damaged=damaged or int(size > _TAIL), open_line=open_line)


def read(path: Path) -> list[Line]:
    """The good lines of all files of the chain that ends in ``path``, to be shown. Raises AuditUnwritable."""
    return [line for file in files_of(path) or [path] for line in good_lines(file)]


def verify(path: Path) -> list[str]:
    """Findings about the chain, sentences with a line number; empty when it holds.

    Checked with the keys that the file names itself. Whether they are this terminal's, only the public key can show
    (``kiosk.audit.verify.check``). Raises AuditUnwritable.
    """
    return check(path).findings
