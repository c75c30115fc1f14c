"""Checks the audit file: each line's hash and signature, and that no line is missing, doubled or moved.

It needs only the files and the public key, so it works on any machine. Findings name the line by its number.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.audit.key import PublicKey
from kiosk.audit.line import FIRST, Head, Line, fields_of, files_of, parse, raw_lines, signature_of, signed_bytes
from kiosk.audit_events import EventError, check_event

#: Events that carry the public key of the lines from there on.
KEY_LINES = ("chain_started", "chain_restarted", "file_continued")
_RESTARTED = {
    "damaged": "the end of the file was damaged before this line",
    "cut": "lines before this one were cut off; the terminal saw it when it started",
    "replaced": "the file was not the one that this terminal wrote; the terminal saw it when it started",
}


@dataclass
class Report:
    """The result of a check. ``findings``: what is wrong; ``notes``: what the reader should know."""

    lines: int = 0
    last: Head = field(default_factory=Head)
    last_at: str = ""
    keys: list[PublicKey] = field(default_factory=list)
    findings: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def find(self, text: str) -> None:
        """Add a finding."""
        self.findings.append(text)


def check(path: Path, keys: Sequence[PublicKey] = (), head: Head | None = None, whole: bool = False) -> Report:
    """Check the chain that ends in ``path``.

    ``keys``: those that may have signed; without any, those that the file itself names. ``head``: the last line that
    the keyring holds. ``whole``: every file whose deletion was not recorded must be here. Raises AuditUnwritable when
    a file cannot be read.
    """
    walk = _Walk(tuple(keys), whole)
    for file in files_of(path) or [path]:
        walk.file(file)
    walk.end(head)
    return walk.report


class _Walk:
    """Goes through the lines once and remembers the previous line and all numbers and hashes."""

    def __init__(self, keys: tuple[PublicKey, ...], whole: bool) -> None:
        self.report = Report()
        self._allowed = keys
        self._whole = whole
        self._key: PublicKey | None = None
        self._last: Head | None = None
        self._broken = 0
        self._hashes: dict[int, str] = {}
        self._present: set[int] = set()
        self._began = 1
        self._deleted_to = 0
        self._keyless_reported = False

    def file(self, path: Path) -> None:
        """Check all lines of one file."""
        parsed = [parse(raw) for raw in raw_lines(path)]
        self._present |= {line["n"] for line in parsed if line}
        for place, line in enumerate(parsed, 1):
            self.report.lines += 1
            if line is None:
                self._damaged(path, place)
            else:
                self._line(line)

    def _damaged(self, path: Path, place: int) -> None:
        self._broken += 1
        number = (self._last.number if self._last else 0) + self._broken
        self.report.find(f"line {number}: damaged or changed ({path.name}, line {place} of the file)")

    def _line(self, line: Line) -> None:
        number = line["n"]
        for text in (*self._place(line), *self._signature(line), *_content(line)):
            self.report.find(f"line {number}: {text}")
        if number not in self._hashes and (self._last is None or number > self._last.number):
            self._last = Head(number, line["hash"])
            self._broken = 0
            self.report.last, self.report.last_at = self._last, line["at"]
        self._hashes.setdefault(number, line["hash"])
        if line["code"] == "audit_deleted":
            through = line.get("through")
            self._deleted_to = max(self._deleted_to, through if isinstance(through, int) else 0)

    def _place(self, line: Line) -> Iterable[str]:
        number = line["n"]
        if self._last is None:
            return self._first(line)
        if number in self._hashes:
            same = self._hashes[number] == line["hash"]
            return ["doubled" if same else "another line of this number was there already"]
        if number <= self._last.number:
            return [f"in the wrong place, after line {self._last.number}"]
        return self._follows(line, self._last)

    def _first(self, line: Line) -> Iterable[str]:
        """Findings about the first readable line. It need not be line 1: older files are deleted after some months."""
        number = line["n"]
        self._began = number - self._broken
        if self._broken:
            return []
        if line["code"] not in ("chain_started", "file_continued") or (number == 1) != (line["prev"] == FIRST):
            if line["code"] == "chain_restarted":  # its own fields say what is missing
                return []
            return ["the lines before it are missing"]
        return []

    def _follows(self, line: Line, last: Head) -> Iterable[str]:
        number, gap = line["n"], line["n"] - last.number - 1
        if gap > self._broken:
            first, until = last.number + self._broken + 1, number - 1
            moved = [missing for missing in range(first, number) if missing in self._present]
            return [f"in the wrong place, before line {moved[0]}"] if moved else [_missing(first, until)]
        if gap == 0 and line["prev"] != last.hash:
            return ["does not follow the line before it"]
        return []

    def _signature(self, line: Line) -> Iterable[str]:
        if line["code"] in KEY_LINES:
            self._change_key(line)
        if self._key is None:
            return self._by_any(line)
        return [] if is_signed(line, (self._key,)) else ["its signature is not right"]

    def _by_any(self, line: Line) -> Iterable[str]:
        """Findings about the signature of a line before which no line names a key: a given key must have made it."""
        if is_signed(line, self._allowed):
            return []
        if self._allowed:
            return ["its signature is not right"]
        reported, self._keyless_reported = self._keyless_reported, True
        return [] if reported else ["no line before it names the key, so signatures cannot be checked from here on"]

    def _change_key(self, line: Line) -> None:
        try:
            key = PublicKey(bytes.fromhex(line.get("key", "")))
        except (TypeError, ValueError):
            return
        if key == self._key:
            return
        if self._allowed and key not in self._allowed:
            self.report.find(f"line {line['n']}: signed from here on by a key that was not given, {key.fingerprint}")
        elif self._key is not None:
            self.report.notes.append(f"line {line['n']}: a new key from here on, {key.fingerprint}")
        self._key = key
        self.report.keys.append(key)
        if line.get("kept") == "memory":
            self.report.notes.append(f"line {line['n']}: the key is in memory only (training)")

    def end(self, head: Head | None) -> None:
        """Add what can be judged only after the last line: a missing beginning, a cut end."""
        if self._began > 1:
            self._older()
        last = self._last or Head()
        if head is None:
            return
        if head.number > last.number:
            self.report.find(f"line {last.number + 1}: {_cut(last.number + 1, head.number)}")
        elif head.number in self._hashes and self._hashes[head.number] != head.hash:
            self.report.find(f"line {head.number}: not the line that the keyring knows")

    def _older(self) -> None:
        text = f"lines 1 to {self._began - 1} are in older files that are not here"
        if self._deleted_to >= self._began - 1:
            self.report.notes.append(f"lines 1 to {self._began - 1} were deleted in their time")
        elif self._whole:
            self.report.find(f"line {self._began}: {text}, and no deletion was written down")
        else:
            self.report.notes.append(text)


def _missing(first: int, last: int) -> str:
    return f"line {first} is missing before it" if first == last else f"lines {first} to {last} are missing before it"


def _cut(first: int, last: int) -> str:
    if first == last:
        return "cut off; the keyring knows it as the last line"
    return f"cut off, with all up to line {last}, the last that the keyring knows"


def is_signed(line: Line, keys: Sequence[PublicKey]) -> bool:
    """Whether one of these keys made the line's signature."""
    signature, data = signature_of(line), signed_bytes(line["hash"])
    return any(key.signed(signature, data) for key in keys)


def is_declared(line: Line) -> bool:
    """Whether the line is an event of the closed list, with its fields."""
    try:
        check_event(line["code"], fields_of(line))
    except (EventError, KeyError, TypeError):
        return False
    return True


def _content(line: Line) -> Iterable[str]:
    if not is_declared(line):
        yield "no event of the closed list"
        return
    if line["code"] == "chain_restarted" and line["reason"] in _RESTARTED:
        yield "the chain was restarted: " + _RESTARTED[line["reason"]]
