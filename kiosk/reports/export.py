"""``kiosk export``: the terminal's audit file as one signed package with monthly counts, to be carried to the city."""

import hashlib
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

from kiosk.audit import package
from kiosk.audit.key import Signer
from kiosk.audit.line import AuditUnwritable, Head, Line, files_of, parse
from kiosk.reports.day import count
from kiosk.system import clock
from kiosk.system.whole_file import write_file
from kiosk.version import __version__


@dataclass(frozen=True)
class Exported:
    """What was written: the number of lines, and the last of them."""

    lines: int
    last: Head
    last_at: str


def write_export(audit_file: Path, target: Path, where: dict[str, str], signer: Signer) -> Exported:
    """Write the package. ``where``: terminal, city and window, as the terminal's settings name them.

    The kiosk may be running: a line that is being written now is left out. Raises AuditUnwritable, OSError.
    """
    contents = _contents(files_of(audit_file))
    lines = [line for content in contents.values() for line in _ends(content)]
    if not lines:
        raise AuditUnwritable("there are no lines in it")
    last = Head(lines[-1]["n"], lines[-1]["hash"])
    total = sum(content.count(b"\n") for content in contents.values())
    write_file(target, _zip(contents, _manifest(contents, last, where), signer))
    return Exported(total, last, lines[-1]["at"])


def _contents(files: Sequence[Path]) -> dict[str, bytes]:
    """File name -> its whole lines."""
    try:
        read = {file.name: file.read_bytes() for file in files}
    except OSError as error:
        raise AuditUnwritable(str(error)) from error
    return {name: content[: content.rfind(b"\n") + 1] for name, content in read.items()}


def _ends(content: bytes) -> Iterator[Line]:
    """The last good line of a file, if any."""
    for raw in reversed(content.splitlines()):
        if line := parse(raw):
            yield line
            return


def _manifest(contents: dict[str, bytes], last: Head, where: dict[str, str]) -> dict[str, Any]:
    return {
        "format": package.FORMAT,
        "kind": package.KIND,
        **where,
        "version": __version__,
        "made_at": clock.wall().isoformat(timespec="seconds"),
        "files": [
            {"name": name, "bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for name, content in contents.items()
        ],
        "last": {"n": last.number, "hash": last.hash},
        "months": list(_months(_lines(contents.values()))),
    }


def _lines(contents: Iterable[bytes]) -> Iterator[Line]:
    return (line for content in contents for raw in content.splitlines() if (line := parse(raw)))


def _months(lines: Iterable[Line]) -> Iterator[dict[str, Any]]:
    """The counts of each month (``kiosk.reports.day``), in the order of the lines."""
    for month, found in groupby(lines, key=lambda line: str(line["at"])[:7]):
        yield {"month": month, **asdict(count(found))}


def _zip(contents: dict[str, bytes], manifest: dict[str, Any], signer: Signer) -> bytes:
    listed, signature = package.seal(manifest, signer)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(package.MANIFEST, listed)
        made.writestr(package.SIGNATURE, signature)
        made.writestr(package.KEY, signer.public.pem())
        for name, content in contents.items():
            made.writestr(name, content)
    return target.getvalue()
