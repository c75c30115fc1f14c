"""Which reader is the kiosk's and whether a card is on it, watched on a thread that survives losses of both.

The watch runs in the supervisor, so that a hung session cannot hide a removal.
"""

import threading
from collections.abc import Callable
from dataclasses import dataclass

from kiosk.cards.reader_names import is_meant
from kiosk.cards.transport import CardService, Observation
from kiosk.system import clock
from kiosk.vocabulary import ReaderState

#: Maximum seconds of one wait. A change ends it at once; the limit only bounds a lost wake-up.
WAIT = 5.0
#: Seconds of pause after an unexpected error, so that a broken driver cannot make a busy loop.
PAUSE = 0.2
#: Maximum seconds that ``stop`` waits.
STOP_LIMIT = 2.0


@dataclass(frozen=True)
class PresenceReading:
    """The state of the bound reader. ``names``: all readers, for the staff screen.

    ``insertion`` changes with every card event, so that a swap faster than the watch is a change, too.
    """

    state: ReaderState
    reader: str = ""
    insertion: int = 0
    names: tuple[str, ...] = ()


def judge(observation: Observation, configured: str) -> PresenceReading:
    """Pure. ``configured``: the reader's name as in kiosk.toml (``reader_names.is_meant``); "" for the only reader."""
    names = tuple(reader.name for reader in observation.readers)
    if not observation.service:
        return PresenceReading(ReaderState.NO_SERVICE)
    ours = [reader for reader in observation.readers if is_meant(reader.name, configured)]
    if len(ours) != 1:
        return PresenceReading(ReaderState.AMBIGUOUS if ours else ReaderState.NO_READER, names=names)
    if not ours[0].answers:
        # The reader is there and may hold a card with power: the wipe must try it, and fail if it cannot.
        return PresenceReading(ReaderState.UNKNOWN, ours[0].name, names=names)
    state = ReaderState.CARD if ours[0].present else ReaderState.EMPTY
    return PresenceReading(state, ours[0].name, ours[0].insertion, names)


def between(before: PresenceReading | None, now: PresenceReading) -> tuple[PresenceReading, ...]:
    """What must be reported before ``now``: that the reader was gone, when another one is in its place."""
    if before is None or not before.reader or not now.reader or before.reader == now.reader:
        return ()
    return (PresenceReading(ReaderState.NO_READER, names=now.names),)


class PresenceWatch:
    """Calls ``on_change`` on its own daemon thread: once at the start and then for every other reading.

    ``service`` is used by the watch only. An unexpected error counts as "no service": the kiosk becomes unavailable,
    and the watch goes on.
    """

    def __init__(self, service: CardService, configured: str, on_change: Callable[[PresenceReading], None]) -> None:
        self._service = service
        self._configured = configured
        self._on_change = on_change
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._run, name="presence", daemon=True)

    def start(self) -> None:
        """Start the thread. Call once."""
        self._thread.start()

    def stop(self) -> None:
        """Stop the thread and wait for it, at most ``STOP_LIMIT`` seconds since a driver may block."""
        self._stopping.set()
        deadline = clock.now() + STOP_LIMIT
        while self._thread.is_alive() and self._thread is not threading.current_thread() and clock.now() < deadline:
            self._service.cancel()
            self._thread.join(0.05)

    def _run(self) -> None:
        observation: Observation | None = None
        reported: PresenceReading | None = None
        while not self._stopping.is_set():
            observation = self._observe(observation)
            now = judge(observation, self._configured)
            for reading in (*between(reported, now), now):
                if reading != reported and not self._stopping.is_set():
                    if not self._tell(reading):
                        break
                    reported = reading

    def _observe(self, previous: Observation | None) -> Observation:
        try:
            return self._service.observe(previous, WAIT)
        except Exception:
            self._stopping.wait(PAUSE)
            return Observation(service=False)

    def _tell(self, reading: PresenceReading) -> bool:
        """False when ``on_change`` raised: the reading is reported again after the next observation."""
        try:
            self._on_change(reading)
        except Exception:
            self._stopping.wait(PAUSE)
            return False
        return True
