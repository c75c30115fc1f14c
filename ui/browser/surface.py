"""The interface of a browser engine: requests that are paused until the warden has decided.

The embedded engine implements it by its developer-tools channel (``embedded/hold.py``). A browser that is controlled
over a pipe would implement it with the same gate.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, unique
from typing import Protocol

#: Maximum sizes in bytes. Longer requests could crash the process of the hold.
MAX_BODY = 1_000_000
MAX_URL = 16_384
MAX_HEADERS = 65_536


@unique
class Sender(Enum):
    """The kind of sender: it decides whether the request can wait for a check by the person."""

    #: Navigation of a page or a frame: links, forms, refreshes.
    DOCUMENT = "document"
    #: fetch and XMLHttpRequest of a page or a worker: a script waits for the response.
    SCRIPT = "script"
    #: Pictures, styles, scripts, beacons, reports: not started by the person, or without a response.
    UNATTENDED = "unattended"
    #: Speculative loading; it is refused.
    PREFETCH = "prefetch"
    SOCKET = "socket"

    @property
    def attended(self) -> bool:
        """Whether such a request can be held for the duration of a check."""
        return self in (Sender.DOCUMENT, Sender.SCRIPT)


@dataclass(frozen=True)
class Arrival:
    """A request or redirect hop that is about to be sent.

    ``override``: a header of it names another method. ``announced``: the method for which a preflight asks, or "".
    """

    method: str
    url: str
    sender: Sender
    hop: bool = False
    override: bool = False
    announced: str = ""


class Paused(Protocol):
    """One request or hop that is paused in the engine together with its body."""

    @property
    def arrival(self) -> Arrival:
        """The request."""

    def answer(self, go: bool) -> None:
        """Release exactly this request, or abort it, at any time. Only the first answer counts."""

    def ask(self, then: Callable[[bool], None]) -> None:
        """Call ``then`` with whether the request is still paused: a page can cancel it without notice."""
