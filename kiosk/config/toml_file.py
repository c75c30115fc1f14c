"""Reads a TOML file that somebody wrote by hand: which editors and paths of Windows are met is said in words."""

import re
import tomllib
from pathlib import Path
from typing import Any

#: Maximum bytes of a file: a procedure in all languages has about 20,000.
MAX_BYTES = 1_000_000
#: Encodings of Windows' editors besides UTF-8, for the sentence about a wrong one.
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_BACKSLASH = re.compile(r"escape|hex", re.IGNORECASE)


class NotToml(ValueError):
    """Why a file cannot be read, in words, with the line."""


def read_toml(file: Path) -> dict[str, Any]:
    """The tables of the file. Raises NotToml, OSError."""
    return parse_toml(read_text(file))


def read_text(file: Path) -> str:
    """The file's text. A byte order mark is accepted. Raises NotToml, OSError; nothing but a regular file is opened."""
    if file.exists() and not file.is_file():
        raise NotToml("not a regular file")
    with file.open("rb") as stream:
        octets = stream.read(MAX_BYTES + 1)
    if len(octets) > MAX_BYTES:
        raise NotToml(f"more than {MAX_BYTES:,} bytes")
    return _decoded(octets)


def parse_toml(text: str) -> dict[str, Any]:
    """The tables of this text. Raises NotToml."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        words = str(error).splitlines()[0]
        hint = r": write a path or name with \ in single quotes, 'C:\…'" if _BACKSLASH.search(words) else ""
        raise NotToml(words + hint) from None
    except RecursionError:
        raise NotToml("nested too deeply") from None


def _decoded(octets: bytes) -> str:
    for mark, name in _MARKS.items():
        if octets.startswith(mark):
            raise NotToml(f"it is {name}: save it as UTF-8")
    try:
        return octets.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = octets.count(b"\n", 0, error.start) + 1
        raise NotToml(f"line {line} is not UTF-8{_guess(octets)}: save it as UTF-8") from None


def _guess(octets: bytes) -> str:
    try:
        octets.decode("cp932")
    except UnicodeDecodeError:
        return ""
    return " (it looks like Shift_JIS)"
