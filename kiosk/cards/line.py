"""Calls that may never return: made one after the other on a thread of their own, each with a limit in seconds.

A driver, a hung card or another program can keep a call of PC/SC for ever, and nothing can end it. So nobody waits for
the call itself: after a late one the thread is left to itself, and tidies up whenever the call returns.
"""

import threading
from collections.abc import Callable
from queue import SimpleQueue
from typing import Generic, TypeVar

Result = TypeVar("Result")

#: Maximum threads of this process whose call has not returned. With more than these no new line is made.
MOST_LATE = 8
#: Seconds that ``end`` waits for the tidying up.
END_LIMIT = 0.3

_late: set[threading.Thread] = set()


class Late(Exception):
    """The call did not return within its limit; it may still take effect."""


class Line:
    """One thread for calls. ``tidy``: called on it at its end, also when that comes late.

    Raises Late when too many calls of this process are late.
    """

    def __init__(self, tidy: Callable[[], object]) -> None:
        _late.intersection_update(threading.enumerate())
        if len(_late) >= MOST_LATE:
            raise Late
        self.late = False
        self._tidy = tidy
        self._calls: SimpleQueue[_Call[object] | None] = SimpleQueue()
        self._thread = threading.Thread(target=self._run, name="card line", daemon=True)
        self._thread.start()

    def call(self, function: Callable[[], Result], limit: float) -> Result:
        """What ``function`` returns or raises. Raises Late after ``limit`` seconds, and at once after a late call."""
        if self.late:
            raise Late
        call = _Call(function)
        self._calls.put(call)  # type: ignore[arg-type]
        if not call.over.wait(limit):
            self.late = True
            _late.add(self._thread)
            self._calls.put(None)
            raise Late
        return call.result()

    def end(self) -> None:
        """End the thread and wait for it for a moment, unless a call is late."""
        if not self.late:
            self._calls.put(None)
            self._thread.join(END_LIMIT)
            _late.update({self._thread} if self._thread.is_alive() else ())

    def _run(self) -> None:
        while (call := self._calls.get()) is not None:
            call.make()
            del call  # what it holds must not outlive it in this frame
        self._tidy()


class _Call(Generic[Result]):
    """One call, and its result for whoever waits."""

    def __init__(self, function: Callable[[], Result]) -> None:
        self.over = threading.Event()
        self._function: Callable[[], Result] | None = function
        self._results: list[Result] = []
        self._error: BaseException | None = None

    def make(self) -> None:
        """Make the call; never raises."""
        function, self._function = self._function, None
        assert function is not None
        try:
            self._results.append(function())
        except BaseException as error:
            self._error = error
        self.over.set()

    def result(self) -> Result:
        """The result, once. Raises what the call raised."""
        if self._error is not None:
            raise self._error
        return self._results.pop()
