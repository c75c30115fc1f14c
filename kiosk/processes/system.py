"""What the killing of trees asks of an operating system: the same questions to Linux and to Windows."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class Seen:
    """A process at one moment. ``born`` tells it from a later process with the same pid."""

    parent: int
    born: str
    zombie: bool


class System(Protocol):
    """``processes_linux`` and ``processes_windows``."""

    def look(self, pid: int) -> Seen | None:
        """This process, or None when there is none (any more). Raises OSError when the system does not tell."""
        ...

    def pids(self) -> Iterator[int]:
        """All process ids. Raises OSError."""
        ...

    def kill(self, pid: int) -> None:
        """End it at once, also when it is stopped. Says nothing when that is refused: it will be seen alive."""
        ...

    def reap(self, pid: int) -> None:
        """Take the exit status of a dead child; nothing happens when it lives or is not ours."""
        ...

    def has_threads(self, pid: int) -> bool:
        """A zombie may be the first thread of a process whose other threads live."""
        ...

    def surroundings(self, pid: int) -> tuple[Mapping[str, str], str]:
        """Environment at its start, and current folder; empty where the system does not tell."""
        ...

    def boot_id(self) -> str:
        """Another text after every start of the machine, where ``born`` is counted from there; else empty."""
        ...
