"""The end of the program: after the wipe, or at a deadline if the wipe hangs."""

import math
from collections.abc import Callable


class Stopping:
    """Calls ``leave`` once: when no wipe is running, at the latest at the deadline."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self._leave = leave
        self._deadline = math.inf
        self._left = False
        self.begun = False

    def begin(self, deadline: float) -> None:
        """Request the end of the program at ``deadline`` (seconds of ``clock.now``) or earlier; the earliest counts."""
        self.begun = True
        self._deadline = min(self._deadline, deadline)

    def leave_unless(self, wiping: bool) -> None:
        """Leave now, if the end was requested and no wipe is running."""
        if self.begun and not wiping:
            self._leave_once()

    def leave_when_late(self, now: float) -> None:
        """Leave at the deadline although the wipe hangs; the next start wipes first."""
        if now >= self._deadline:
            self._leave_once()

    def _leave_once(self) -> None:
        if not self._left:
            self._left = True
            self._leave()
