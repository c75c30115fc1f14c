"""The staff's hardware key for 「次の方へ」, held by the supervisor so that it works while a session hangs.

``watch`` hides the systems' different ways to get a key whatever window has the focus.
"""

import os
import sys
from collections.abc import Callable

from kiosk.hotkey.base import KeyUnavailable, parse


def watch(key: str, on_pressed: Callable[[], None]) -> None:
    """Call ``on_pressed`` on another thread whenever the key is pressed. Raises KeyUnavailable."""
    if not key:
        return
    modifiers, name = parse(key)
    if sys.platform == "win32":
        from kiosk.hotkey import windows as hotkey_windows

        hotkey_windows.watch(modifiers, name, on_pressed)
    elif os.environ.get("DISPLAY") and os.environ.get("QT_QPA_PLATFORM") != "offscreen":
        from kiosk.hotkey import x11 as hotkey_x11

        hotkey_x11.watch(modifiers, name, on_pressed)
    else:
        raise KeyUnavailable("no display")
