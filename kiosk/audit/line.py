"""One line of the audit file: its canonical bytes, hash and signature; and the names of the files of a chain."""

import base64
import binascii
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kiosk.audit_events import Value
from kiosk.config import access
from kiosk.failures import FailureName

#: The file in use, in the data folder.
AUDIT_FILE = "audit.jsonl"
#: ``prev`` of the very first line.
FIRST = "0" * 64
#: Keys of every line; all others are the event's own fields.
FRAME = ("n", "at", "mono", "code", "prev", "hash", "sig")
#: Prefix of the signed bytes, so that no signature of this key can be taken for one over something else.
_DOMAIN = b"madoguchi-kiosk audit line 1\n"

Line = dict[str, Any]


class AuditUnwritable(Exception):
    """The audit file cannot be read or written. Nobody may be served without it."""

    failure = FailureName.AUDIT_UNWRITABLE


@dataclass(frozen=True)
class Head:
    """Number and hash of a line; the last one is also kept in the keyring."""

    number: int = 0
    hash: str = FIRST


def canonical(line: Line, ordered: bool = False) -> bytes:
    """The bytes of a line without newline; ``ordered`` by key for the hash."""
    return json.dumps(line, ensure_ascii=False, separators=(",", ":"), sort_keys=ordered).encode()


def hash_of(line: Line) -> str:
    """SHA-256 over the line without hash and signature, 64 hexadecimal digits."""
    plain = {key: value for key, value in line.items() if key not in ("hash", "sig")}
    return hashlib.sha256(canonical(plain, ordered=True)).hexdigest()


def signed_bytes(line_hash: str) -> bytes:
    """The bytes that are signed for a line with this hash."""
    return _DOMAIN + line_hash.encode()


def signature_text(signature: bytes) -> str:
    """A signature in Base64, the form in the line."""
    return base64.b64encode(signature).decode()


def signature_of(line: Line) -> bytes:
    """The signature of a line; empty when it is missing or not in the exact form of ``signature_text``."""
    try:
        signature = base64.b64decode(line.get("sig", ""), validate=True)
    except (binascii.Error, TypeError, ValueError):
        return b""
    return signature if signature_text(signature) == line.get("sig") else b""


def fields_of(line: Line) -> dict[str, Value]:
    """The fields of the event, without those of every line."""
    return {key: value for key, value in line.items() if key not in FRAME}


def parse(raw: bytes) -> Line | None:
    """The line; None unless it is complete, in the exact form of ``canonical``, and its hash is right."""
    try:
        line = json.loads(raw)
        good = isinstance(line, dict) and canonical(line) == raw and line["hash"] == hash_of(line)
        good = good and type(line["n"]) is int and isinstance(line["at"], str) and isinstance(line["code"], str)
    except (ValueError, KeyError, TypeError, RecursionError):
        return None
    return line if good else None


def files_of(path: Path) -> list[Path]:
    """The files of a chain in order: the closed ones (``audit-NUMBER-MONTH.jsonl``), then the one in use.

    Raises AuditUnwritable: their folder may not be looked into.
    """
    try:
        files = access.names_in(path.parent, path.suffix)
    except PermissionError:
        raise _barred(path) from None
    return [*(file for file in files if file.match(f"{path.stem}-[0-9]*")), *({path} & set(files))]


def _barred(path: Path) -> AuditUnwritable:
    return AuditUnwritable(f"this user may not look into {access.barred(path.parent)}: use the kiosk account")


def closed_name(path: Path, first: int, month: str) -> Path:
    """The name of a closed file. The number of its first line keeps the files in order."""
    return path.with_name(f"{path.stem}-{first:010d}-{month}{path.suffix}")


def raw_lines(path: Path) -> list[bytes]:
    """The lines of one file, unchecked, without newlines. Raises AuditUnwritable."""
    try:
        content = path.read_bytes()
    except FileNotFoundError:
        raise AuditUnwritable(f"there is no {path} yet; the first `kiosk run` makes it") from None
    except OSError as error:
        raise AuditUnwritable(str(error)) from error
    return content.removesuffix(b"\n").split(b"\n") if content else []


def good_lines(path: Path) -> Iterator[Line]:
    """The readable lines of one file. Raises AuditUnwritable."""
    return (line for raw in raw_lines(path) if (line := parse(raw)) is not None)
