"""The operations on processes that killing a tree needs from the operating system."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True)
class ProcessInfo:
    """A process at one moment. ``born`` distinguishes it from a later process with the same pid."""

    parent: int
    born: str
    zombie: bool


class System(Protocol):
    """Implemented by the modules ``kiosk.processes.linux`` and ``kiosk.processes.windows``."""

    def inspect(self, pid: int) -> ProcessInfo | None:
        """This process, or None when there is none. Raises OSError when the system refuses."""
        ...

    def pids(self) -> Iterator[int]:
        """All process ids. Raises OSError."""
        ...

    def kill(self, pid: int) -> None:
        """End it at once, also when it is stopped. A refusal raises nothing: the process is seen alive afterwards."""
        ...

    def reap(self, pid: int) -> None:
        """Take the exit status of a dead child; does nothing for any other process."""
        ...

    def has_threads(self, pid: int) -> bool:
        """Whether other threads live: a zombie may be the first thread of a process that goes on."""
        ...

    def surroundings(self, pid: int) -> tuple[Mapping[str, str], str]:
        """Environment at its start, and current folder; empty when the system refuses."""
        ...

    def boot_id(self) -> str:
        """An id of this start of the machine if ``born`` counts from there, else empty. Raises OSError."""
        ...
