"""The city's word that it has read a report: a signed file beside it. Until it is there, the report is pending.

Only the city acknowledges: its keys stand in ``city-keys.pem`` beside ``kiosk.toml``, where only IT can write. The file
is carried by hand where there is no connection.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from kiosk.audit.key import PublicKey, PublicKeyError, Signer, public_keys
from kiosk.config import access
from kiosk.reports.numbers import last_number
from kiosk.reports.signed import Purpose, is_signed, signed
from kiosk.system import regular_file

KEY_FILE = "city-keys.pem"
#: The end of the file's name; the rest is the report's.
SUFFIX = ".ack"
_KIND = "acknowledgement"
#: Bytes at most of the file with keys.
_LARGEST = 100_000


def key_file(config_file: Path | None) -> Path | None:
    """The file with the city's keys beside this ``kiosk.toml``; None without one. Raises OSError."""
    file = config_file.with_name(KEY_FILE) if config_file else None
    return file if file and access.is_there(file) else None


def city_keys(config_file: Path | None) -> tuple[PublicKey, ...]:
    """The keys in that file; none without one. Raises OSError, or PublicKeyError with the file's name."""
    file = key_file(config_file)
    if file is None:
        return ()
    try:
        return public_keys(regular_file.read(file, _LARGEST))
    except PublicKeyError as error:
        raise PublicKeyError(f"{file}: {error}") from None


class NotAReport(ValueError):
    """The file is not a whole, signed report of a suspected mix-up."""


@dataclass(frozen=True)
class Acknowledgement:
    """Terminal and number of the report, when it was read, and the number of the shift that read it (C-02)."""

    terminal: str
    number: int
    at: str
    by: str


def acknowledge(report: bytes, keys: Sequence[PublicKey], by: str, at: datetime, signer: Signer) -> bytes:
    """The content of the acknowledgement of a report that one of the terminal's keys signed. Raises NotAReport."""
    content = _parsed(report)
    if not is_signed(content, Purpose.REPORT, keys) or type(content.get("number")) is not int:
        raise NotAReport
    fields = {
        "format": 1, "kind": _KIND, "terminal": content["terminal"], "number": content["number"],
        "at": at.isoformat(timespec="seconds"), "by": by,
    }  # fmt: skip
    return (json.dumps(signed(fields, Purpose.ACKNOWLEDGEMENT, signer), ensure_ascii=False, indent=2) + "\n").encode()


def acknowledged(folder: Path, terminal: str, keys: Sequence[PublicKey]) -> list[Acknowledgement]:
    """Those in the folder that a key of the city signed for this terminal. Others are as if they were not there.

    Raises OSError when the folder cannot be read.
    """
    found = [_read(path, keys) for path in sorted(folder.iterdir()) if path.suffix == SUFFIX]
    return [item for item in found if item is not None and item.terminal == terminal]


def pending(data_folder: Path, folder: Path, terminal: str, keys: Sequence[PublicKey]) -> list[int]:
    """Numbers of the terminal's reports that the city has not acknowledged, whether or not the reports still exist.

    Raises OSError or ValueError when this cannot be known.
    """
    last = last_number(data_folder)
    if not last:
        return []
    known = {item.number for item in acknowledged(folder, terminal, keys)}
    return [number for number in range(1, last + 1) if number not in known]


def _read(path: Path, keys: Sequence[PublicKey]) -> Acknowledgement | None:
    try:
        content = _parsed(path.read_bytes())
        if not is_signed(content, Purpose.ACKNOWLEDGEMENT, keys) or content["kind"] != _KIND:
            return None
        return Acknowledgement(content["terminal"], int(content["number"]), content["at"], content["by"])
    except (OSError, ValueError, KeyError, TypeError):
        return None


def _parsed(content: bytes) -> dict[str, Any]:
    try:
        made = json.loads(content)
    except (ValueError, RecursionError):
        raise NotAReport from None
    if not isinstance(made, dict):
        raise NotAReport
    return made
