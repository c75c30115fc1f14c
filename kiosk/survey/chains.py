"""The audit files that a survey was given: which belong to one chain, and which terminal wrote it."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kiosk.audit.key import PublicKey
from kiosk.audit.line import AUDIT_FILE, Head, Line, files_of, parse
from kiosk.audit.package import NotAPackage, unpack

#: The suffix of what `kiosk export` writes.
PACKAGE_SUFFIX = ".zip"
#: The terminal of files that do not say a name.
UNKNOWN = "不明な端末"
_NAME = re.compile(r"[A-Za-z0-9_-]{1,32}")
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
    #: What a package says of its last line, and the key that signed this; without a package nothing is said.
    last: Head | None = None
    sealed_by: PublicKey | None = None
    #: It came in a package that was changed or cannot be read.
    broken: bool = False
    #: The last lines of earlier packages of this terminal, which must still be in this one.
    earlier: tuple[Head, ...] = ()


def find_chains(places: Iterable[Path], scratch: Path) -> list[Chain]:
    """The chains in these files, packages and folders (with all below them). Raises NotThere, OSError.

    ``scratch``: a folder into which packages are unpacked.
    """
    ends = dict.fromkeys(path.resolve() for place in places for path in _ends(place))
    found = []
    for number, path in enumerate(sorted(ends)):
        if path.suffix == PACKAGE_SUFFIX:
            found.append(_packed(path, scratch / f"package-{number}"))
        else:
            files = tuple(files_of(path) or [path])
            found.append(Chain(_name(files), files))
    return _newest(found)


def _newest(chains: Iterable[Chain]) -> list[Chain]:
    """Of packages that one key made for one terminal, the one that goes furthest: it holds the others' lines."""
    found: dict[object, Chain] = {}
    for number, chain in enumerate(chains):
        place = (chain.name, chain.sealed_by) if chain.last else number
        before = found.get(place)
        if before is None or before.last is None or chain.last is None:
            found[place] = chain
            continue
        old, new = sorted((before, chain), key=lambda item: item.last.number if item.last else 0)
        found[place] = replace(new, earlier=(*old.earlier, *new.earlier, *([old.last] if old.last else [])))
    return list(found.values())


def _packed(path: Path, folder: Path) -> Chain:
    folder.mkdir()
    try:
        made = unpack(path, folder)
    except NotAPackage:
        return Chain(_named(path.stem), (), broken=True)
    return Chain(made.terminal, made.files, made.last, made.key)


def _ends(place: Path) -> list[Path]:
    """The path each chain ends in: ``audit.jsonl`` of a folder, also where only closed files were copied; packages."""
    try:
        if place.is_dir():
            every = sorted(place.rglob(f"{_STEM}*{_SUFFIX}"))
            packages = [file for file in sorted(place.rglob(f"*{PACKAGE_SUFFIX}")) if file.is_file()]
            return sorted({file.with_name(AUDIT_FILE) for file in every if file.is_file()}) + packages
        place.open("rb").close()
    except OSError as error:
        raise NotThere(str(place)) from error
    return [place]


def _name(files: tuple[Path, ...]) -> str:
    for line in _first_lines(files):
        if line["code"] == "kiosk_started":
            return _named(str(line.get("terminal")))
    return _named(files[0].resolve().parent.name)


def _named(text: str) -> str:
    """A name of the form that a terminal can have: anything else is not printed, since it might be a person's."""
    return text if _NAME.fullmatch(text) else UNKNOWN


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
