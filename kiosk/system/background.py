"""One daemon thread that does small jobs in their order, so that keyring and shared folders never block a window."""

import queue
import threading
from collections.abc import Callable

import structlog


class Background:
    """Jobs in order. A job that raises is logged by type and place; the next one runs."""

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._log = structlog.get_logger(name)
        self._thread.start()

    def submit(self, job: Callable[[], None]) -> None:
        """Do this after what is waiting; returns at once."""
        self._jobs.put(job)

    def close(self, timeout: float) -> bool:
        """Let what is waiting finish, at most ``timeout`` seconds; True when it has."""
        self._jobs.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception as error:  # whatever a keyring or a network folder raises
                self._log.error("job", kind=type(error).__name__)
