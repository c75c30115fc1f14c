"""Writes every APDU of the software cards to a file, PINs masked."""

import json
import threading
from dataclasses import asdict
from pathlib import Path

from kiosk.training.cards.software_card import Trace


class TraceFile:
    """Appends each entry as a JSON line to ``file``; give it as ``on_trace``."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._lock = threading.Lock()

    def __call__(self, entry: Trace) -> None:
        """Append one entry."""
        with self._lock, self._file.open("a", encoding="utf-8") as stream:
            stream.write(json.dumps(asdict(entry)) + "\n")
