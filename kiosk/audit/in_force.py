"""Fingerprints of what is in force, for the line ``kiosk_started``: they name settings without showing any."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import PurePath

#: Hexadecimal digits of a fingerprint: enough to tell versions apart, short enough to compare by eye.
DIGITS = 16


def fingerprint(value: object) -> str:
    """The same for equal values in every process: dataclasses, mappings, sets, sequences, bytes and plain values.

    Raises TypeError for anything else, whose text might differ from one start to the next.
    """
    text = json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:DIGITS]


def _plain(value: object) -> object:
    """The value in JSON's terms; sets and mappings in a fixed order."""
    if is_dataclass(value) and not isinstance(value, type):
        return {item.name: _plain(getattr(value, item.name)) for item in fields(value)}
    if isinstance(value, Mapping):
        return sorted([str(key), _plain(inner)] for key, inner in value.items())
    if isinstance(value, frozenset | set):
        return sorted(json.dumps(_plain(inner), ensure_ascii=False) for inner in value)
    if isinstance(value, tuple | list):
        return [_plain(inner) for inner in value]
    if isinstance(value, str | int | float) or value is None:
        return value
    if isinstance(value, bytes | PurePath):
        return value.hex() if isinstance(value, bytes) else value.as_posix()
    raise TypeError(f"no fingerprint of a {type(value).__name__}")
