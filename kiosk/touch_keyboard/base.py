"""The interface of a system's touch keyboard, and the rectangle that it covers."""

from typing import NamedTuple, Protocol


class Rect(NamedTuple):
    """A part of the screen in pixels; ``right`` and ``bottom`` are the first pixels outside."""

    left: int
    top: int
    right: int
    bottom: int


class TouchKeyboard(Protocol):
    """The touch keyboard of a system. No call may wait for the system; ``occluded`` is polled."""

    def show(self) -> None:
        """Request it: the system decides whether and when it is shown."""

    def hide(self) -> None:
        """Request that it is hidden."""

    def occluded(self) -> Rect | None:
        """The part of the screen that it covers now, in the system's own pixels; None: nothing."""
