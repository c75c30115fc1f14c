"""The file of one writer: append-only lines, each chained to the one before and signed with that writer's own key.

Nobody writes into the file of another, so that two people at once on a shared folder lose no word; the files are
merged when they are read (``kiosk.cases.register``). A line is in the form of the audit file's (docs/audit.md), with
the fields of an entry; what is signed names another purpose, so that no line of one passes for one of the other.
"""

import json
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from kiosk.audit.key import Keys, PublicKey
from kiosk.audit.line import (
    AuditUnwritable,
    Head,
    Line,
    canonical,
    fields_of,
    hash_of,
    parse,
    raw_lines,
    signature_of,
    signature_text,
)
from kiosk.cases.entries import AnyEntry, from_json, to_json
from kiosk.cases.register import Written
from kiosk.cases.vocabulary import Role
from kiosk.system import clock

_PURPOSE = b"madoguchi-kiosk case line 1\n"
#: The end of a writer's file; the rest of the name is the writer.
SUFFIX = ".cases.jsonl"


@dataclass(frozen=True)
class Writer:
    """A key that the city has registered, and what it may write."""

    key: PublicKey
    role: Role


@dataclass(frozen=True)
class Reading:
    """The lines of all files that are right, what is wrong, a sentence each, and the last line of each file."""

    lines: tuple[Written, ...]
    findings: tuple[str, ...]
    heads: Mapping[str, Head]


class HistoryFile:
    """A writer's own file. Only one process opens it."""

    def __init__(self, folder: Path, name: str, keys: Keys, now: Callable[[], datetime] = clock.wall) -> None:
        """Find the end of the chain. After a cut it goes on with the number that the keyring knows: the gap shows.

        Raises AuditUnwritable.
        """
        self.path, self._keys, self._now = folder / f"{name}{SUFFIX}", keys, now
        raw = raw_lines(self.path) if self.path.exists() else []
        last = next((line for line in map(parse, reversed(raw)) if line), None)
        self._head = Head(last["n"], last["hash"]) if last else Head()
        known = keys.head()
        if known and known.number > self._head.number:
            self._head = known

    def append(self, entry: AnyEntry) -> Line:
        """Write one line and sync it to the disk. Raises AuditUnwritable."""
        line: Line = {"n": self._head.number + 1, "at": self._now().isoformat(timespec="milliseconds")}
        line |= {**to_json(entry), "prev": self._head.hash}
        line["hash"] = hash_of(line)
        line["sig"] = signature_text(self._keys.signer().sign(_signed(line)))
        try:
            _append(self.path, canonical(line) + b"\n")
        except OSError as error:
            raise AuditUnwritable(str(error)) from error
        self._head = Head(line["n"], line["hash"])
        self._keys.save_head(self._head)
        return line


def _append(path: Path, data: bytes) -> None:
    """Append whole lines. Half a line of a power cut gets its end first: it is damaged, the next one is not."""
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0)
    number = os.open(path, flags, 0o600)
    with os.fdopen(number, "r+b") as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            data = data if file.read(1) == b"\n" else b"\n" + data
        if os.write(number, data) != len(data):
            raise OSError("the disk is full")
        os.fsync(number)


def _signed(line: Line) -> bytes:
    return _PURPOSE + str(line["hash"]).encode()


def read(folder: Path, writers: Mapping[str, Writer], seen: Mapping[str, Head] | None = None) -> Reading:
    """All files of a folder. A registered writer without a file, and a file of nobody, are findings.

    ``seen``: the heads of the reading before; a file that ends sooner now was cut. Raises AuditUnwritable.
    """
    there = {path.name.removesuffix(SUFFIX): path for path in sorted(folder.glob(f"*{SUFFIX}"))}
    lines: list[Written] = []
    findings = [f"{name}: the file is missing" for name in writers if name not in there]
    findings += [f"{name}: nobody registered this writer" for name in there if name not in writers]
    heads: dict[str, Head] = {}
    for name in sorted(there.keys() & writers.keys()):
        good, wrong, heads[name] = _check(name, raw_lines(there[name]), writers[name])
        lines += good
        findings += wrong
    findings += [f"{name}: the file was cut" for name, head in (seen or {}).items() if not _holds(head, heads, name)]
    return Reading(tuple(lines), tuple(findings), heads)


def _holds(seen: Head, heads: Mapping[str, Head], name: str) -> bool:
    now = heads.get(name, Head())
    return now.number > seen.number or now == seen


def _check(name: str, raw: list[bytes], writer: Writer) -> tuple[list[Written], list[str], Head]:
    """The lines that this key signed, and findings. What follows a gap or a changed line is still read."""
    good: list[Written] = []
    findings: list[str] = []
    last = Head()
    for place, text in enumerate(raw, 1):
        line = parse(text)
        made = _written(name, line, writer) if line else None
        if line is None or made is None:
            findings.append(f"{name}: line {place} of the file is damaged, or not signed by this writer")
            continue
        if line["n"] != last.number + 1:
            findings.append(f"{name}: line {line['n']} follows line {last.number}")
        elif line["prev"] != last.hash:
            findings.append(f"{name}: line {line['n']} does not continue the line before it")
        if line["n"] > last.number:
            good.append(made)
            last = Head(line["n"], line["hash"])
    return good, findings, last


def _written(name: str, line: Line, writer: Writer) -> Written | None:
    if not writer.key.signed(signature_of(line), _signed(line)):
        return None
    try:
        fields = {"code": line["code"], **fields_of(line)}
        entry = from_json(json.dumps(fields).encode())
        at = datetime.fromisoformat(line["at"])
        return Written(at, name, line["n"], writer.role, entry) if at.tzinfo else None
    except ValueError:
        return None
