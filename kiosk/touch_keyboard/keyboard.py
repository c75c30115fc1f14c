"""The touch keyboard of the system, for the fields of a portal's page where no other keyboard is configured.

Where it may be asked for is the session's to say (``ui.session.page_keyboard``); how a page makes room for it is
decided here. The PIN never goes through it: the pad is the kiosk's own.
"""

import sys
from typing import NamedTuple

from kiosk.touch_keyboard.base import Rect, TouchKeyboard

#: What must be left of the page beside the keyboard, in pixels of the window: a field with its label, and a button.
LEAST = 160


class Margins(NamedTuple):
    """How many pixels of an area are given up at its top and at its bottom."""

    above: int
    below: int


NONE = Margins(0, 0)


class NoTouchKeyboard:
    """There is none: Linux is no system of production."""

    def show(self) -> None:
        """Nothing comes."""

    def hide(self) -> None:
        """Nothing goes."""

    def occluded(self) -> Rect | None:
        """Nothing."""
        return None


def of_window(window: int) -> TouchKeyboard:
    """The system's keyboard for the window with this native handle."""
    if sys.platform == "win32":
        from kiosk.touch_keyboard.windows import WindowsTouchKeyboard

        return WindowsTouchKeyboard(window)
    return NoTouchKeyboard()


def scaled(rect: Rect, origin: tuple[int, int], ratio: float) -> Rect:
    """The rectangle in Qt's pixels: those of a screen begin at its own corner and are ``ratio`` of the system's."""
    return Rect(*(round(start + (value - start) / ratio) for value, start in zip(rect, origin * 2, strict=True)))


def margins(area: Rect, keyboard: Rect | None, least: int = LEAST) -> Margins | None:
    """What the area gives up so that the keyboard covers none of the rest; None: less than ``least`` would be left.

    The larger part stays: the one over a keyboard at the bottom of the screen, which is where it comes, but a floating
    one can be anywhere.
    """
    if keyboard is None or not _meet(area, keyboard):
        return NONE
    over, under = keyboard.top - area.top, area.bottom - keyboard.bottom
    if max(over, under) < least:
        return None
    return Margins(0, area.bottom - keyboard.top) if over >= under else Margins(keyboard.bottom - area.top, 0)


def _meet(one: Rect, other: Rect) -> bool:
    across = one.left < other.right and other.left < one.right
    return across and one.top < other.bottom and other.top < one.bottom


def is_outside(top: int, bottom: int, height: int) -> bool:
    """Whether lines from ``top`` to ``bottom`` are not all within a page of this ``height``."""
    return top < 0 or bottom > height
