"""Records which of some colours are visible on which monitor of an X server, hundreds of times a second."""

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from types import TracebackType
from typing import Self

from kiosk.system import clock
from tests.support.xserver import MONITOR, MONITORS, Picture

#: Each frame reads every 16th row, and other rows than the frame before: thinner things are found a little later.
STEP = 16
#: The name under which a first monitor of only one colour is recorded.
BLANK = "blank"
#: Seconds between two frames.
PAUSE = 0.001


@dataclass(frozen=True)
class Frame:
    """One reading: its beginning and end in seconds of ``clock.now()``, and pairs of colour and monitor."""

    began: float
    ended: float
    seen: frozenset[tuple[str, str]]

    def has(self, colour: str, monitor: str = "") -> bool:
        """Whether the colour is visible, on this monitor or on any."""
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
            self.frames.append(self._read(first))
            first = (first + 5) % STEP  # 5 and 16 have no common divisor: every row is read in turn

    def _read(self, first: int) -> Frame:
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
        """Whether all of the first monitor has one colour, as a window has that is shown before it is painted."""
        rows = range(first, self._picture.height, STEP)
        colour = self._picture.one_colour(0, MONITOR[0], rows[0])
        return bool(colour) and all(self._picture.one_colour(0, MONITOR[0], row) == colour for row in rows)

    def times(self, colour: str, monitor: str = "", since: float = 0.0) -> list[float]:
        """The times at which this colour was visible since a moment, on this monitor or on any."""
        return [frame.ended for frame in self._since(since) if frame.has(colour, monitor)]

    def shows(self, colour: str, monitor: str = "") -> bool:
        """Whether the newest frame has the colour."""
        return bool(self.frames) and self.frames[-1].has(colour, monitor)

    def first_without(self, colour: str) -> float:
        """The beginning of the first frame in which this colour is on no monitor."""
        return next(frame.began for frame in self.frames if not frame.has(colour))

    def last(self, colour: str) -> tuple[float, float]:
        """When this colour was last visible, and the seconds from then to the end of the next frame."""
        frames = list(self.frames)
        last, after = next(pair for pair in reversed(list(pairwise(frames))) if pair[0].has(colour))
        return last.ended, after.ended - last.ended

    def between(self, first: float, last: float) -> list[Frame]:
        """The frames taken between these times."""
        return [frame for frame in self._since(first) if frame.ended <= last]

    def _since(self, moment: float) -> list[Frame]:
        return [frame for frame in list(self.frames) if frame.began >= moment]
