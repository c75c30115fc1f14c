"""The way out of the program: after the wipe, or without it when it hangs."""

import math
from collections.abc import Callable


class Stopping:
    """Calls ``leave`` once: when no wipe runs any more, at the latest at the deadline."""

    def __init__(self, leave: Callable[[], None]) -> None:
        self._leave = leave
        self._deadline = math.inf
        self._left = False
        self.begun = False

    def begin(self, deadline: float) -> None:
        """The program is to end, at ``deadline`` (seconds of ``clock.now``) whatever happens; the first one counts."""
        self.begun = True
        self._deadline = min(self._deadline, deadline)

    def leave_unless(self, wiping: bool) -> None:
        """Leave now, unless a wipe runs."""
        if self.begun and not wiping:
            self._leave_once()

    def leave_when_late(self, now: float) -> None:
        """The wipe hangs, and the machine goes down anyway: every start wipes first."""
        if now >= self._deadline:
            self._leave_once()

    def _leave_once(self) -> None:
        if not self._left:
            self._left = True
            self._leave()
