"""The audit files that a survey was given: which belong to one chain, and which terminal wrote it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kiosk.audit.line import AUDIT_FILE, Line, files_of, parse

_STEM, _SUFFIX = Path(AUDIT_FILE).stem, Path(AUDIT_FILE).suffix
#: Lines at most that are read to find the first start of the terminal, which says its name.
_FIRST_LINES = 2000


class NotThere(Exception):
    """A file or folder that was named does not exist or cannot be read; the text is its path."""


@dataclass(frozen=True)
class Chain:
    """The files of one terminal in order. ``name``: as the terminal names itself, else that of its folder."""

    name: str
    files: tuple[Path, ...]


def find_chains(places: Iterable[Path]) -> list[Chain]:
    """The chains in these files and folders (folders with all below them). Raises NotThere."""
    found: dict[Path, tuple[Path, ...]] = {}
    for place in places:
        for path in _ends(place):
            found.setdefault(path.resolve(), tuple(files_of(path) or [path]))
    return [Chain(_name(files), files) for _, files in sorted(found.items())]


def _ends(place: Path) -> list[Path]:
    """The path each chain ends in: ``audit.jsonl`` of a folder, also where only closed files were copied."""
    try:
        if place.is_dir():
            every = sorted(place.rglob(f"{_STEM}*{_SUFFIX}"))
            return sorted({file.with_name(AUDIT_FILE) for file in every if file.is_file()})
        place.open("rb").close()
    except OSError as error:
        raise NotThere(str(place)) from error
    return [place]


def _name(files: tuple[Path, ...]) -> str:
    for line in _first_lines(files):
        if line["code"] == "kiosk_started" and isinstance(line.get("terminal"), str):
            return str(line["terminal"])
    return files[0].resolve().parent.name or "?"


def _first_lines(files: tuple[Path, ...]) -> Iterator[Line]:
    left = _FIRST_LINES
    for file in files:
        try:
            with file.open("rb") as opened:
                for raw in opened:
                    left -= 1
                    if left < 0:
                        return
                    if line := parse(raw.rstrip(b"\n")):
                        yield line
        except OSError:  # the check of the chain tells it
            continue
