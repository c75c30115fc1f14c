"""A daemon thread that does small jobs in order, so that a slow keyring or shared folder never blocks a window."""

import queue
import threading
from collections.abc import Callable

import structlog


class Background:
    """Runs jobs in the order they were submitted. An exception is logged by its type, and the next job runs."""

    def __init__(self, name: str) -> None:
        self._jobs: queue.SimpleQueue[Callable[[], None] | None] = queue.SimpleQueue()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._log = structlog.get_logger(name)
        self._thread.start()

    def submit(self, job: Callable[[], None]) -> None:
        """Queue a job behind those that wait. Returns at once."""
        self._jobs.put(job)

    def close(self, timeout: float) -> bool:
        """Finish the queued jobs within ``timeout`` seconds; True when all of them are done."""
        self._jobs.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (job := self._jobs.get()) is not None:
            try:
                job()
            except Exception as error:  # whatever a keyring or a network folder raises
                self._log.error("job", kind=type(error).__name__)
