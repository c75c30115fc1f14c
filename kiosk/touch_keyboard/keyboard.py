"""The touch keyboard of the system, for the fields of a portal's page where no other keyboard is configured.

``ui.session.page_keyboard`` decides when it is requested; how a page makes room for it is decided here. The PIN never
goes through it: the PIN pad is the kiosk's own.
"""

import sys
from typing import NamedTuple

from kiosk.touch_keyboard.base import Rect, TouchKeyboard

#: Minimum height of the page beside the keyboard, in pixels of the window: a field with its label, and a button.
LEAST = 160


class Margins(NamedTuple):
    """Pixels of an area that are given up at its top and at its bottom."""

    above: int
    below: int


NONE = Margins(0, 0)


class NoTouchKeyboard:
    """For Linux, which is no production system here: there is no touch keyboard."""

    def show(self) -> None:
        """See ``TouchKeyboard``: does nothing."""

    def hide(self) -> None:
        """See ``TouchKeyboard``: does nothing."""

    def occluded(self) -> Rect | None:
        """See ``TouchKeyboard``: always None."""
        return None


def of_window(window: int) -> TouchKeyboard:
    """The system's keyboard for the window with this native handle."""
    if sys.platform == "win32":
        from kiosk.touch_keyboard.windows import WindowsTouchKeyboard

        return WindowsTouchKeyboard(window)
    return NoTouchKeyboard()


def scaled(rect: Rect, origin: tuple[int, int], ratio: float) -> Rect:
    """The rectangle in Qt's pixels: counted from the screen's corner ``origin``, each ``ratio`` system pixels wide."""
    return Rect(*(round(start + (value - start) / ratio) for value, start in zip(rect, origin * 2, strict=True)))


def margins(area: Rect, keyboard: Rect | None, least: int = LEAST) -> Margins | None:
    """Margins by which the keyboard covers nothing of the rest; None: less than ``least`` pixels would be left.

    The larger part stays: the one above a keyboard at the bottom of the screen, its usual place, but a floating
    keyboard can be anywhere.
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
    """Whether a part of ``top`` to ``bottom`` is outside a page of this ``height``."""
    return top < 0 or bottom > height
