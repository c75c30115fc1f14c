"""Checks on the trace of software cards: commands that the kiosk must never send, and how often it presents a PIN."""

import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from kiosk.training.cards.software_card import Trace

ALLOWED_APPLICATIONS = {"D392F000260100000001", "A0000001510000"}
#: Signature certificate, signature key and its PIN.
FORBIDDEN_FILES = {0x01, 0x1A, 0x1B}
INS_VERIFY, INS_SIGN, INS_SELECT, INS_READ = 0x20, 0x2A, 0xA4, 0xB0


def read_trace(file: Path) -> Iterator[Trace]:
    """The entries that a ``kiosk.training.cards.apdu_trace.TraceFile`` wrote."""
    with file.open(encoding="utf-8") as stream:
        for line in stream:
            yield Trace(**json.loads(line))


def assert_clean(entries: Iterable[Trace]) -> None:
    """No foreign application, no signature file in any form, no PIN in clear, no PIN of a wrong length."""
    for entry in entries:
        header = bytes.fromhex(entry.command[:8])
        data = entry.command[10:]
        if header[1] == INS_SELECT:
            _assert_selection(header, data)
        if header[1] == INS_READ and header[2] & 0x80:
            assert header[2] & 0x1F not in FORBIDDEN_FILES, entry
        if header[1] in (INS_VERIFY, INS_SIGN):
            assert header[3] & 0x1F not in FORBIDDEN_FILES, entry
        if header[1] == INS_VERIFY:
            assert data in ("", "xxxxxxxx"), "a PIN in clear, or of another length"


def _assert_selection(header: bytes, data: str) -> None:
    if header[2] == 0x04:
        assert data in ALLOWED_APPLICATIONS, data
    else:
        assert int(data, 16) not in FORBIDDEN_FILES, data


def verifications(entries: Iterable[Trace]) -> int:
    """The number of VERIFY commands with a PIN."""
    return sum(1 for entry in entries if entry.command[2:4] == "20" and entry.command[10:])


def ends_closed(entries: Sequence[Trace]) -> bool:
    """Whether the last command was SELECT of the issuer security domain."""
    return bool(entries) and entries[-1].command == "00A4040C07A0000001510000"
