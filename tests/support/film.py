"""A film of the monitors: which of some colours were on which of them, hundreds of times a second."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import TracebackType
from typing import Self

from kiosk.system import clock
from tests.support.xserver import MONITOR, MONITORS, Picture

#: Every so many rows are looked at in one frame, other ones in the next: thinner things are seen a little later.
STEP = 16
#: What a first monitor of only one colour counts as.
BLANK = "blank"
#: Seconds between two frames.
PAUSE = 0.001


@dataclass(frozen=True)
class Frame:
    """One look: seconds of ``clock.now()`` when it began and when it had ended, and the colours by monitor."""

    began: float
    ended: float
    seen: frozenset[tuple[str, str]]

    def has(self, colour: str, monitor: str = "") -> bool:
        """Whether the colour is there, on this monitor or on any."""
        return any(name == colour and monitor in ("", where) for name, where in self.seen)


class Film:
    """Records on a thread for the length of a ``with`` block. ``colours``: name -> 0xRRGGBB."""

    def __init__(self, picture: Picture, colours: Mapping[str, int]) -> None:
        self._picture, self._colours = picture, dict(colours)
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._record, name="film", daemon=True)
        self.frames: list[Frame] = []

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self._over.set()
        self._thread.join()

    def _record(self) -> None:
        first = 0
        while not self._over.wait(PAUSE):
            self.frames.append(self._look(first))
            first = (first + 5) % STEP  # 5 and 16 have no common divisor: every row has its turn

    def _look(self, first: int) -> Frame:
        began = clock.now()
        rows = range(first, self._picture.height, STEP)
        seen = {
            (name, monitor)
            for name, colour in self._colours.items()
            for number, monitor in enumerate(MONITORS)
            if any(self._picture.has(colour, MONITOR[0] * number, MONITOR[0], row) for row in rows)
        }
        if self._is_blank(first):
            seen.add((BLANK, MONITORS[0]))
        return Frame(began, clock.now(), frozenset(seen))

    def _is_blank(self, first: int) -> bool:
        """All of the first monitor has one colour: a window that was shown before it was painted."""
        rows = range(first, self._picture.height, STEP)
        colour = self._picture.one_colour(0, MONITOR[0], rows[0])
        return bool(colour) and all(self._picture.one_colour(0, MONITOR[0], row) == colour for row in rows)

    def times(self, colour: str, monitor: str = "", since: float = 0.0) -> list[float]:
        """When this colour was seen from a moment on, on this monitor or on any."""
        return [frame.ended for frame in self._since(since) if frame.has(colour, monitor)]

    def shows(self, colour: str, monitor: str = "") -> bool:
        """Whether the newest frame has it."""
        return bool(self.frames) and self.frames[-1].has(colour, monitor)

    def first_without(self, colour: str) -> float:
        """When the first frame was taken that has this colour nowhere."""
        return next(frame.began for frame in self.frames if not frame.has(colour))

    def last(self, colour: str) -> tuple[float, float]:
        """When this colour was last seen, and for how many seconds nobody had looked when the next frame was taken."""
        frames = list(self.frames)
        last, after = next(pair for pair in reversed(list(pairwise(frames))) if pair[0].has(colour))
        return last.ended, after.ended - last.ended

    def between(self, first: float, last: float) -> list[Frame]:
        """The frames of this time."""
        return [frame for frame in self._since(first) if frame.ended <= last]

    def _since(self, moment: float) -> list[Frame]:
        return [frame for frame in list(self.frames) if frame.began >= moment]
