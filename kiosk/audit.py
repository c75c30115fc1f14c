"""The audit file: append-only JSON lines, each chained to the one before, each written to the disk before it counts."""

import hashlib
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk import clock
from kiosk.audit_events import EventError, Value, check_event

__all__ = ["AuditFile", "AuditUnwritable", "EventError", "check_event", "verify"]

_FIRST = "0" * 64
_FRAME = ("n", "at", "mono", "code", "prev", "hash")
#: Bytes at the end of the file that are read to find the last good line; a line has at most a few hundred.
_TAIL = 65_536


class AuditUnwritable(Exception):
    """The audit file cannot be read or written; nobody may be served without it."""

    failure = "audit_unwritable"


@dataclass(frozen=True)
class _End:
    """The last good line of a file, and how many lines after it cannot be read."""

    number: int = 0
    hash: str = _FIRST
    damaged: int = 0
    open_line: bool = False


class AuditFile:
    """One terminal's audit file. Only the supervisor has one, and only one."""

    def __init__(self, path: Path) -> None:
        """Open or create the file and find the end of its chain. Raises AuditUnwritable."""
        self.path = path
        try:
            self._file = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o600)
            end = _find_end(path)
        except OSError as error:
            raise AuditUnwritable(str(error)) from error
        self._number, self._hash = end.number, end.hash
        if end.open_line:
            self._write(b"\n")
        if end.damaged:
            self.append("chain_restarted", damaged=end.damaged)

    @property
    def number(self) -> int:
        """The number of the last line; 0 for an empty file."""
        return self._number

    def append(self, code: str, **fields: Value) -> None:
        """Write one line and wait for the disk. Raises EventError (not in the list) or AuditUnwritable."""
        check_event(code, fields)
        number = self._number + 1
        line: dict[str, Any] = {"n": number, "at": clock.wall().isoformat(timespec="milliseconds")}
        line |= {"mono": round(clock.now(), 3), "code": code, **fields, "prev": self._hash}
        line["hash"] = _hash(line)
        self._write(_canonical(line) + b"\n")
        self._number, self._hash = number, line["hash"]

    def _write(self, data: bytes) -> None:
        try:
            if os.write(self._file, data) != len(data):
                raise OSError("the disk is full")
            os.fsync(self._file)
        except OSError as error:
            raise AuditUnwritable(str(error)) from error

    def close(self) -> None:
        """Close the file; nothing is buffered."""
        os.close(self._file)


def _canonical(line: dict[str, Any], ordered: bool = False) -> bytes:
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"), sort_keys=ordered).encode()


def _hash(line: dict[str, Any]) -> str:
    plain = {key: value for key, value in line.items() if key != "hash"}
    return hashlib.sha256(_canonical(plain, ordered=True)).hexdigest()


def _parse(raw: bytes) -> dict[str, Any] | None:
    """The line, when it is whole and its own hash is right."""
    try:
        line = json.loads(raw)
        good = isinstance(line, dict) and line["hash"] == _hash(line) and isinstance(line["n"], int)
    except (ValueError, KeyError, TypeError):
        return None
    return line if good else None


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
        line = _parse(raw)
        if line is not None:
            return _End(line["n"], line["hash"], damaged, open_line)
        damaged += 1
    return _End(damaged=damaged or int(size > _TAIL), open_line=open_line)


def read(path: Path) -> list[dict[str, Any]]:
    """The good lines of the file, for showing. Raises AuditUnwritable when it cannot be read."""
    return [line for raw in _raw_lines(path) if (line := _parse(raw)) is not None]


def verify(path: Path) -> list[str]:
    """What is wrong with the file, a sentence a finding with its line number; empty: the chain holds.

    A cut end cannot be seen from the file alone: compare the number of the last line with one noted elsewhere.
    """
    findings: list[str] = []
    number, previous = 0, _FIRST
    for place, raw in enumerate(_raw_lines(path), 1):
        line = _parse(raw)
        if line is None:
            findings.append(f"line {place}: damaged or changed")
            continue
        findings += [f"line {place}: {text}" for text in _break(line, number, previous)]
        number, previous = line["n"], line["hash"]
    return findings


def _break(line: dict[str, Any], number: int, previous: str) -> list[str]:
    found = []
    if line["prev"] != previous or line["n"] != number + 1:
        found.append("does not follow the line before it; lines were removed, added or moved")
    try:
        check_event(line["code"], {name: value for name, value in line.items() if name not in _FRAME})
    except (EventError, KeyError, TypeError):
        found.append("is no event of the closed list")
    if line.get("code") == "chain_restarted":
        found.append("the chain was restarted after a damaged end")
    return found


def _raw_lines(path: Path) -> list[bytes]:
    try:
        return path.read_bytes().removesuffix(b"\n").split(b"\n") if path.stat().st_size else []
    except OSError as error:
        raise AuditUnwritable(str(error)) from error
