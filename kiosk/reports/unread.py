"""Whether staff are called again because the city has not read a report: after a while, and again until it has.

A report folder on the network may hang, so it is looked into on a thread of its own.
"""

from collections.abc import Callable

import structlog

from kiosk.reports.acknowledgement import pending
from kiosk.reports.place import Place
from kiosk.system import clock
from kiosk.system.background import Background

#: Seconds at most between two looks into the report folder.
_LOOK = 60.0


class UnreadReports:
    """The reports of one terminal that wait for the city; nothing calls where its key is not known."""

    def __init__(self, place: Place, thread: Background, now: Callable[[], float] = clock.now) -> None:
        self._place, self._thread, self._now = place, thread, now
        self._pause = min(_LOOK, place.unread_limit)
        self._waiting = False
        self._since = self._looked = now()
        self._log = structlog.get_logger("unread_reports")
        self._look()

    def made(self) -> None:
        """A report was made. Its time runs from here, unless one waits already."""
        if not self._waiting:
            self._waiting, self._since = True, self._now()

    def answered(self) -> None:
        """Staff came: the next call is a whole while away."""
        self._since = self._now()

    def is_due(self) -> bool:
        """Whether to call now. Looks into the report folder from time to time, and waits for nothing."""
        now = self._now()
        if now - self._looked >= self._pause:
            self._looked = now
            self._look()
        return bool(self._place.city_keys) and self._waiting and now - self._since >= self._place.unread_limit

    def _look(self) -> None:
        if self._place.city_keys:
            self._thread.submit(self._read)

    def _read(self) -> None:
        """What cannot be read changes nothing: 始業点検 says so."""
        place = self._place
        try:
            waiting = bool(pending(place.data_folder, place.folder, place.terminal, place.city_keys))
        except (OSError, ValueError) as error:
            self._log.error("report_folder", kind=type(error).__name__)
            return
        self._waiting = waiting
