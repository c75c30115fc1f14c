"""Reads and writes a line of the protocol: strict JSON, and one reader for each kind of value.

The readers raise ProtocolError. ``messages.py`` defines the messages; nothing else imports this.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime
from enum import StrEnum
from types import NoneType, UnionType
from typing import Any, TypeVar, get_args, get_type_hints

from kiosk.failures import FailureName
from kiosk.vocabulary import SESSION_MARKS

#: Maximum bytes of a line without its newline, seconds of a duration, and value of a number.
MAX_LINE = 8192
_MAX_SECONDS = 86_400.0
_MAX_INT = 2**63 - 1
_SESSION_ID = re.compile(r"[0-9a-f]{16}", re.ASCII)
_PROCEDURE = re.compile(r"([a-z][a-z0-9_-]{0,31})?", re.ASCII)

Fields = Mapping[str, str | int | bool]
_Made = TypeVar("_Made")


class ProtocolError(Exception):
    """A message that breaks the protocol. The text names the rule that was broken, never what was received."""

    failure = FailureName.PROTOCOL_ERROR


def text(value: object) -> str:
    """A text that can be written to any file or screen."""
    # A lone surrogate is legal JSON but cannot be encoded.
    if not isinstance(value, str) or any("\ud800" <= character <= "\udfff" or character == "\0" for character in value):
        raise ProtocolError("a text was expected")
    return value


def flag(value: object) -> bool:
    """A boolean."""
    if not isinstance(value, bool):
        raise ProtocolError("true or false was expected")
    return value


def count(value: object) -> int:
    """A whole number from 0 on; booleans are refused."""
    if type(value) is not int or not 0 <= value <= _MAX_INT:
        raise ProtocolError("a whole number was expected")
    return value


def seconds(value: object) -> float:
    """A number of seconds, more than 0, at most a day."""
    if type(value) not in (int, float) or not 0 < value <= _MAX_SECONDS:  # type: ignore[operator]
        raise ProtocolError("a number of seconds was expected")
    return float(value)  # type: ignore[arg-type]


def texts(value: object) -> tuple[str, ...]:
    """A list of texts."""
    if not isinstance(value, list):
        raise ProtocolError("a list of texts was expected")
    return tuple(text(item) for item in value)


def session_id(value: object) -> str:
    """16 lower-case hexadecimal digits."""
    if not isinstance(value, str) or not _SESSION_ID.fullmatch(value):
        raise ProtocolError("a session id was expected")
    return value


def moment(value: object) -> str:
    """An ISO 8601 time, or an empty text."""
    stamp = text(value)
    if stamp and not _is_moment(stamp):
        raise ProtocolError("a time was expected")
    return stamp


def _is_moment(stamp: str) -> bool:
    try:
        datetime.fromisoformat(stamp)
    except ValueError:
        return False
    return stamp.isascii()


def word(words: Callable[[str], _Made]) -> Callable[[object], _Made]:
    """A reader for the words of a closed list (a StrEnum)."""

    def read(value: object) -> _Made:
        try:
            return words(text(value))
        except ValueError:
            pass
        raise ProtocolError("a word of a closed list was expected")

    return read


def maybe(read: Callable[[object], _Made]) -> Callable[[object], _Made | None]:
    """A reader for null, or for what ``read`` reads."""
    return lambda value: None if value is None else read(value)


def procedure(value: object) -> str:
    """The id of a procedure, or an empty text."""
    if not isinstance(value, str) or not _PROCEDURE.fullmatch(value):
        raise ProtocolError("the id of a procedure was expected")
    return value


def mark(value: object) -> str:
    """One of ``SESSION_MARKS``."""
    if not isinstance(value, str) or value not in SESSION_MARKS:
        raise ProtocolError("a mark was expected")
    return value


def plain_fields(value: object) -> Fields:
    """An object of texts, whole numbers and booleans."""
    if not isinstance(value, dict):
        raise ProtocolError("an object was expected")
    for item in value.values():
        if isinstance(item, str):
            text(item)
        elif type(item) is not bool and (type(item) is not int or abs(item) > _MAX_INT):
            raise ProtocolError("a plain field was expected")
    return value


#: The types of values that a field of a message may have, beside closed lists and other dataclasses.
_READERS: dict[Any, Callable[[object], Any]] = {
    str: text,
    bool: flag,
    int: count,
    float: seconds,
    tuple[str, ...]: texts,
}


def record(made: Callable[..., _Made], shape: Mapping[str, Callable[[object], Any]]) -> Callable[[object], _Made]:
    """A reader for an object with exactly these keys."""

    def read(value: object) -> _Made:
        if not isinstance(value, dict) or value.keys() != shape.keys():
            raise ProtocolError("other keys were expected")
        return made(**{name: of(value[name]) for name, of in shape.items()})

    return read


def record_of(made: type[_Made], **special: Callable[[object], Any]) -> Callable[[object], _Made]:
    """A reader for an object with exactly the fields of this dataclass, each by its type or its ``special`` reader.

    Raises TypeError for a field type without a reader.
    """
    types = get_type_hints(made)
    shape = {item.name: special.get(item.name) or _reader(types[item.name]) for item in fields(made)}  # type: ignore[arg-type]
    return record(made, shape)


def _reader(kind: Any) -> Callable[[object], Any]:
    if kind in _READERS:
        return _READERS[kind]
    if isinstance(kind, type) and issubclass(kind, StrEnum):
        return word(kind)
    if isinstance(kind, type) and is_dataclass(kind):
        return record_of(kind)
    if isinstance(kind, UnionType) and (NoneType in get_args(kind)):
        return maybe(_reader(get_args(kind)[0]))
    raise TypeError(f"no reader for {kind}")


def plain(value: Any) -> Any:
    """A message as JSON values."""
    if is_dataclass(value):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return {key: plain(item) for key, item in value.items()}
    return list(value) if isinstance(value, tuple) else value


def parse(line: bytes) -> object:
    """The JSON value of a line. Raises ProtocolError, also for doubled keys, NaN and other encodings than UTF-8."""
    try:
        return json.loads(line.decode("utf-8"), object_pairs_hook=_unique, parse_constant=_no_constant)
    except (ValueError, RecursionError):
        pass  # raised outside, so that the JSON error, which carries the whole line, is not chained to it
    raise ProtocolError("the line is not JSON")


def _unique(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("doubled key")
    return made


def _no_constant(_: str) -> None:
    raise ValueError("not a JSON number")


def dump(body: Mapping[str, object]) -> bytes:
    """The JSON text of a message, without newline. Raises ProtocolError for values outside JSON or UTF-8."""
    try:
        return json.dumps(body, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode("utf-8")
    except (ValueError, TypeError):
        pass
    raise ProtocolError("the message cannot be written")


class LineSplitter:
    """Cuts a byte stream into lines and refuses to hold more than one line's worth."""

    def __init__(self) -> None:
        self._rest = bytearray()

    @property
    def partial(self) -> bool:
        """Whether a line was begun and not ended: at the end of the stream an error."""
        return bool(self._rest)

    def feed(self, chunk: bytes) -> list[bytes]:
        """The lines completed by this chunk, without newlines. Raises ProtocolError when one exceeds MAX_LINE."""
        self._rest += chunk
        *lines, rest = bytes(self._rest).split(b"\n")
        if len(rest) > MAX_LINE or any(len(line) > MAX_LINE for line in lines):
            raise ProtocolError("the line is too long")
        self._rest = bytearray(rest)
        return lines
