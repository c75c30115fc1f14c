"""Logs: structlog JSON lines in the data folder, rotated, redacted by type and by key.

Only plain values are written; of any other object only the name of its type. Of an exception only its type and the
places it went through are written, never its text: that can carry what a person typed. A line is redacted before it
becomes a record, so that no error on the way to the file can show what it held.
"""

import io
import json
import logging
import re
import sys
import traceback
from collections.abc import MutableMapping
from enum import Enum
from itertools import islice
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import Any, TextIO

import structlog

from kiosk.system import console

FILE_NAME = "kiosk.log"
#: Bytes of a log file before it is rotated, rotated files that are kept, and characters of a text that are written.
_BYTES = 5_000_000
_FILES = 10
_LONGEST = 300
#: Entries of a list or table that are written, and how deep they are followed.
_ENTRIES, _DEPTH = 50, 5
REDACTED = "[redacted]"

#: Keys whose value is never written; also as one word of a longer key (``payment_id``).
DENIED = (
    "pin", "digits", "password", "secret", "code_entered", "staff_code", "name", "address", "birth", "phone",
    "certificate", "cert", "serial", "fingerprint", "subject", "issuer", "token", "signature", "nonce", "challenge",
    "cookie", "url", "query", "params", "title", "payment", "mykey", "account", "apdu", "html", "body", "text",
    "clipboard",
)  # fmt: skip
#: Keys that contain a denied word but hold nothing personal.
_ALLOWED = frozenset({"reader_name", "step_name", "type_name", "file_name"})
_DENIED = re.compile("|".join(rf"(?:^|_){word}(?:s|_|$)" for word in DENIED))
_ADDRESS = re.compile(r"([a-z][a-z0-9+.-]{0,20}://[^\s/?#]+)[^\s]*", re.IGNORECASE)
UNREADABLE = "[unreadable]"

Line = MutableMapping[str, Any]


def configure(folder: Path | None, level: str = "INFO") -> None:
    """Send structlog and the standard library's logging to ``folder/kiosk.log``; None: to stderr (the session process).

    Raises OSError when the folder cannot be written.
    """
    _install(_file(folder) if folder else _Stream(sys.stderr), level)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *_stamps(),
            redact,
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=False,
    )


def _install(handler: logging.Handler, level: str) -> None:
    """Make this the kiosk's only handler of the root logger."""
    handler.addFilter(_without_arguments)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redact, _as_json],
            foreign_pre_chain=[structlog.stdlib.add_logger_name, *_stamps()],
        )
    )
    root = logging.getLogger()
    for old in [old for old in root.handlers if getattr(old, "of_kiosk", False)]:
        root.removeHandler(old)
        old.close()
    handler.of_kiosk = True  # type: ignore[attr-defined]
    root.addHandler(handler)
    root.setLevel(level)


def _file(folder: Path) -> logging.Handler:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    file, letters = folder / FILE_NAME, "backslashreplace"  # half a letter of a file's name costs no line
    return _File(file, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", errors=letters)


class _Counting(logging.StreamHandler[TextIO]):
    """A handler that counts the lines it could not write, and says so once and as soon as it writes again."""

    lost = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Write the record; a line about the lost ones follows the first that could be written."""
        before = self.lost
        super().emit(record)
        if before and before == self.lost:
            self.lost = 0
            structlog.get_logger("log").warning("lines_lost", count=before)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: ARG002, N802 - logging's own prints the record
        """Count it; the first time the console gets the kind of the error."""
        self.lost += 1
        if self.lost == 1:
            kind = sys.exc_info()[0]
            console.write_error(f"kiosk: the log cannot be written ({kind.__name__ if kind else 'unknown'})")


class _Stream(_Counting):
    """The error output."""


class _File(_Counting, RotatingFileHandler):
    """The log file. Where it may not be renamed (a scanner, a viewer), it goes on and is tried again later."""

    def doRollover(self) -> None:  # noqa: N802 - logging's name
        """Rotate; else reopen the same file and let it grow by a tenth before the next try. Raises OSError."""
        try:
            super().doRollover()
        except OSError:
            self.stream = self._open()
            self.maxBytes = self.stream.seek(0, io.SEEK_END) + _BYTES // 10
        else:
            self.maxBytes = _BYTES


def _stamps() -> list[structlog.typing.Processor]:
    return [
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=False, key="at"),
        _places_only,
    ]


def _without_arguments(record: logging.LogRecord) -> bool:
    """Keep only the fixed text of a library's line: its arguments can hold anything."""
    if not isinstance(record.msg, dict):
        record.args = ()
        record.msg = _plain(record.msg)
    return True


def _places_only(_: Any, __: str, line: Line) -> Line:
    """Replace an exception by its type and its places, innermost last."""
    found = line.pop("exc_info", None)
    if found is True:
        found = sys.exc_info()
    error = found[1] if isinstance(found, tuple) else found
    if isinstance(error, BaseException):
        line["exception"], line["where"] = type(error).__name__, places(error.__traceback__)
    return line


def places(trace: TracebackType | None) -> list[str]:
    """``file.py:12`` for every frame, innermost last."""
    return [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(trace)]


def redact(_: Any, __: str, line: Line) -> Line:
    """The line without anything that may be about a person."""
    return {key: _cleaned(key, value) for key, value in line.items()}


def _cleaned(key: str, value: Any, depth: int = 0) -> Any:
    if key not in _ALLOWED and _DENIED.search(key.lower()):
        return REDACTED
    return _plain(value, depth)


def _plain(value: Any, depth: int = 0) -> Any:
    """What is written of a value. Whoever logs never fails by it, and no error shows what was to be hidden."""
    try:
        return _written(value, depth) if depth <= _DEPTH else f"[{type(value).__name__}]"
    except Exception:  # a value whose own code fails
        return UNREADABLE


def _written(value: Any, depth: int) -> Any:
    if isinstance(value, Enum):
        return str(value.value)
    if value is None or isinstance(value, bool | int | float):
        return UNREADABLE if isinstance(value, int) and value.bit_length() > _LONGEST else value  # json would refuse it
    if isinstance(value, str | Path):
        return _ADDRESS.sub(r"\1", str(value)[: 2 * _LONGEST])[:_LONGEST]
    if isinstance(value, dict):
        items = islice(value.items(), _ENTRIES)
        return {str(key): _cleaned(str(key), item, depth + 1) for key, item in items}
    if isinstance(value, list | tuple | set | frozenset):
        return [_plain(item, depth + 1) for item in islice(value, _ENTRIES)]
    return f"[{type(value).__name__}]"


def _as_json(_: Any, __: str, line: Line) -> str:
    return json.dumps(line, ensure_ascii=False)
