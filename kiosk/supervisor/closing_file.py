"""Keeps over a restart that the terminal is closed. What cannot be read counts as closed for the day."""

import json
from pathlib import Path

from kiosk.system import regular_file
from kiosk.system.deletion import forget_file
from kiosk.system.whole_file import write_file
from kiosk.vocabulary import Closing

NAME = "closed.json"
#: Bytes of it at most.
_MOST = 1000


def read(folder: Path) -> tuple[Closing | None, str]:
    """Why the terminal is closed, and until when it says so (``13:00``, may be empty); None: it is open."""
    try:
        kept = json.loads(regular_file.read(folder / NAME, _MOST).decode("ascii"))
        return Closing(kept["closing"]), str(kept["until"])
    except FileNotFoundError:
        return None, ""
    except (OSError, ValueError, KeyError, TypeError):
        return Closing.DAY, ""


def write(folder: Path, closing: Closing | None, until: str) -> None:
    """Keep it; None: the terminal is open. Raises OSError."""
    if closing is None:
        forget_file(folder / NAME)
    else:
        write_file(folder / NAME, json.dumps({"closing": closing, "until": until}).encode("ascii"))
