"""Reads a TOML file that somebody wrote by hand: which editors and paths of Windows are met is said in words."""

import re
import tomllib
from pathlib import Path
from typing import Any

from kiosk.system import regular_file

#: Maximum bytes of a file: a procedure in all languages has about 20,000.
MAX_BYTES = 1_000_000
#: Encodings of Windows' editors besides UTF-8, for the sentence about a wrong one.
_MARKS = {b"\xff\xfe": "UTF-16", b"\xfe\xff": "UTF-16"}
_AT_LINE = re.compile(r"at line (\d+)")
_KEY = re.compile(r"[ \t]*([A-Za-z0-9_.\"'-]{1,64})[ \t]*=")
#: Parts of a key, and digits of a number, that no file has: tomllib takes 20 s for a key of 20,000 parts.
_LONG = 100
_STRING = re.compile(r""""(?:[^"\\]|\\.)*"|'[^']*'""")
_NESTED = re.compile(rf"(?:[\w\"-]{{1,64}}[ \t]*\.[ \t]*){{{_LONG}}}")
_HUGE = re.compile(rf"(?<![\w\"'/])[+-]?(?:0[xob])?[0-9a-fA-F_]{{{_LONG},}}\s*(?:[,\]}}#\r]|$)")
_BACKSLASH = re.compile(r"escape|hex", re.IGNORECASE)


class NotToml(ValueError):
    """Why a file cannot be read, in words, with the line."""


def read_toml(file: Path) -> dict[str, Any]:
    """The tables of the file. Raises NotToml, OSError."""
    return parse_toml(read_text(file))


def read_text(file: Path) -> str:
    """The file's text. A byte order mark is accepted. Raises NotToml, OSError; nothing but a regular file is read."""
    return _decoded(regular_file.read(file, MAX_BYTES))


def parse_toml(text: str) -> dict[str, Any]:
    """The tables of this text. Raises NotToml, with the line and its key where the parser tells the line."""
    _refuse_costly(text)
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        words = str(error).splitlines()[0]
        hint = r": write a path or name with \ in single quotes, 'C:\…'" if _BACKSLASH.search(words) else ""
        raise NotToml(_key_of(words, text) + words + hint) from None
    except RecursionError:
        raise NotToml("nested too deeply") from None
    except ValueError as error:  # of a conversion, such as that of a number; it has no line
        raise NotToml(f"a value cannot be read ({type(error).__name__})") from None


def _refuse_costly(text: str) -> None:
    """Refuse what takes the parser seconds, or cannot be a number of anybody."""
    for number, line in enumerate(text.split("\n"), 1):
        if len(line) < _LONG or line.lstrip().startswith("#"):
            continue
        if line.count(".") >= _LONG and _NESTED.search(_STRING.sub('""', line)):
            raise NotToml(f"{_key(line)}nested too deeply (at line {number})")
        if _HUGE.search(line):
            raise NotToml(f"{_key(line)}a number of more than {_LONG} digits (at line {number})")


def _key_of(words: str, text: str) -> str:
    """The key of the line that the parser names."""
    found = _AT_LINE.search(words)
    lines = text.split("\n")
    return _key(lines[int(found[1]) - 1]) if found and 0 < int(found[1]) <= len(lines) else ""


def _key(line: str) -> str:
    found = _KEY.match(line)
    return f"{found[1]}: " if found else ""


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
