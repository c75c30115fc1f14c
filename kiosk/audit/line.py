"""One line of the audit file: its canonical bytes, its hash, its signature; and the files in which the lines stand."""

import base64
import binascii
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.audit_events import Value
from kiosk.failures import FailureName

#: ``prev`` of the very first line.
FIRST = "0" * 64
#: Keys of every line; all others are the event's own fields.
FRAME = ("n", "at", "mono", "code", "prev", "hash", "sig")
#: Said before the hash when it is signed, so that no signature of this key can stand for anything else.
_DOMAIN = b"madoguchi-kiosk audit line 1\n"

Line = dict[str, Any]


class AuditUnwritable(Exception):
    """The audit file cannot be read or written; nobody may be served without it."""

    failure = FailureName.AUDIT_UNWRITABLE


@dataclass(frozen=True)
class Head:
    """Number and hash of a line; the last one is also kept in the keyring."""

    number: int = 0
    hash: str = FIRST


def canonical(line: Line, ordered: bool = False) -> bytes:
    """The one way to write a line; ``ordered`` for the hash."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"), sort_keys=ordered).encode()


def hash_of(line: Line) -> str:
    """SHA-256 over everything but hash and signature."""
    plain = {key: value for key, value in line.items() if key not in ("hash", "sig")}
    return hashlib.sha256(canonical(plain, ordered=True)).hexdigest()


def signed_bytes(line_hash: str) -> bytes:
    """What is signed for a line with this hash."""
    return _DOMAIN + line_hash.encode()


def signature_text(signature: bytes) -> str:
    """A signature as it stands in the line."""
    return base64.b64encode(signature).decode()


def signature_of(line: Line) -> bytes:
    """The signature in a line; empty when there is none that was written exactly so."""
    try:
        signature = base64.b64decode(line.get("sig", ""), validate=True)
    except (binascii.Error, TypeError, ValueError):
        return b""
    return signature if signature_text(signature) == line.get("sig") else b""


def fields_of(line: Line) -> dict[str, Value]:
    """The event's own fields."""
    return {key: value for key, value in line.items() if key not in FRAME}


def parse(raw: bytes) -> Line | None:
    """The line, when it is whole, written exactly as this program writes, and its own hash is right."""
    try:
        line = json.loads(raw)
        good = isinstance(line, dict) and canonical(line) == raw and line["hash"] == hash_of(line)
        good = good and type(line["n"]) is int and isinstance(line["at"], str) and isinstance(line["code"], str)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return line if good else None


def files_of(path: Path) -> list[Path]:
    """The files of a chain in order: what was closed (``audit-NUMBER-MONTH.jsonl``), then the one in use."""
    closed = sorted(path.parent.glob(f"{path.stem}-[0-9]*{path.suffix}"))
    return [*closed, path] if path.exists() else closed


def closed_name(path: Path, first: int, month: str) -> Path:
    """The name of a file that is closed: the number of its first line keeps the order."""
    return path.with_name(f"{path.stem}-{first:010d}-{month}{path.suffix}")


def raw_lines(path: Path) -> list[bytes]:
    """The lines of one file as they are. Raises AuditUnwritable."""
    try:
        content = path.read_bytes()
    except OSError as error:
        raise AuditUnwritable(str(error)) from error
    return content.removesuffix(b"\n").split(b"\n") if content else []


def good_lines(path: Path) -> Iterator[Line]:
    """The readable lines of one file. Raises AuditUnwritable."""
    return (line for raw in raw_lines(path) if (line := parse(raw)) is not None)
