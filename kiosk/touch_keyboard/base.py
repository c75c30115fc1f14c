"""What a system must offer as a touch keyboard, and the rectangle that it covers."""

from typing import NamedTuple, Protocol


class Rect(NamedTuple):
    """A part of the screen; ``right`` and ``bottom`` are the first pixels outside."""

    left: int
    top: int
    right: int
    bottom: int


class TouchKeyboard(Protocol):
    """What a system must offer. No call may wait for the system; where the keyboard is, is asked again and again."""

    def show(self) -> None:
        """Ask for it: the system decides whether and when it comes."""

    def hide(self) -> None:
        """Send it away, if it is there."""

    def occluded(self) -> Rect | None:
        """What it covers of the screen now, in the system's own pixels; None: nothing."""
