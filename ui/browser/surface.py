"""What an engine offers the kiosk, whichever it is: requests that wait until the warden has decided.

The embedded engine serves this with its own developer-tools channel (``embedded/hold.py``); a browser that is spoken to
over a pipe serves the same, with the same gate.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, unique
from typing import Protocol

#: Limits that stand in front of the hold: what is longer could bring down the process that holds. In bytes.
MAX_BODY = 1_000_000
MAX_URL = 16_384
MAX_HEADERS = 65_536


@unique
class Sender(Enum):
    """What wants to send, as far as it matters whether a person can be asked meanwhile."""

    #: A page or a frame that is loaded: links, forms, refreshes.
    DOCUMENT = "document"
    #: fetch and XMLHttpRequest, of a page or a worker: a script waits for the answer.
    SCRIPT = "script"
    #: Pictures, styles, scripts, beacons, reports, preflights: nobody waits, or nobody pressed anything.
    UNATTENDED = "unattended"
    #: Loads ahead of what somebody may want: off.
    PREFETCH = "prefetch"
    SOCKET = "socket"

    @property
    def attended(self) -> bool:
        """Such a request can be held for as long as a check takes."""
        return self in (Sender.DOCUMENT, Sender.SCRIPT)


@dataclass(frozen=True)
class Arrival:
    """A request or a hop of a redirect that wants to leave. ``override``: a header of it names another method."""

    method: str
    url: str
    sender: Sender
    hop: bool = False
    override: bool = False


class Paused(Protocol):
    """One request or hop that waits in the engine; its body waits with it."""

    @property
    def arrival(self) -> Arrival:
        """What it is."""

    def answer(self, go: bool) -> None:
        """Let exactly this request go, or abort it; only the first answer counts, at once or a minute later."""

    def ask(self, then: Callable[[bool], None]) -> None:
        """Whether it still waits: a page can take it back without a word."""
