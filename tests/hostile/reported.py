"""How many audit lines a session has sent and how many of them its supervisor has written, for tests that read them.

A line is sent before the screen that follows from it is shown, and written a moment later by another process. Each
process adds a byte to a file for each line, so that a test can compare them without asking a process that may hang.
"""

import os
from collections.abc import Iterator
from functools import wraps
from pathlib import Path
from typing import Any

from kiosk.protocol.messages import AuditReport, Up

SENT, WRITTEN = "sent", "written"


def count_sent(session: Any, folder: Path) -> None:
    """Count the lines that this session sends."""
    send = session._send

    @wraps(send)
    def counting(message: Up) -> None:
        send(message)
        if isinstance(message, AuditReport):
            _add(folder / f"{os.getpid()}.{SENT}")

    session._send = counting


def count_written(supervisor: Any, folder: Path) -> None:
    """Count the lines that the supervisor receives from each session. It has written them when this slot is called."""

    def count(process: Any, message: Up) -> None:
        if isinstance(message, AuditReport):
            _add(folder / f"{process.pid}.{WRITTEN}")

    supervisor.host.received.connect(count)


def _add(file: Path) -> None:
    with file.open("ab") as there:
        there.write(b".")


def unwritten(folder: Path) -> Iterator[int]:
    """The process IDs of sessions that have sent more lines than the supervisor has written."""
    for sent in folder.glob(f"*.{SENT}"):
        written = sent.with_suffix(f".{WRITTEN}")
        if sent.stat().st_size > (written.stat().st_size if written.exists() else 0):
            yield int(sent.stem)
