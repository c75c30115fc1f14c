"""The hardware key on Windows: RegisterHotKey and a message loop on a thread of its own.

Not run here, see docs/decisions/windows.md.
"""

import ctypes
import threading
from collections.abc import Callable
from concurrent.futures import Future, wait
from typing import Any

from kiosk.hotkey.base import KeyUnavailable
from kiosk.system.win32 import SEARCH_SYSTEM32, Message

_MODIFIERS = {"Alt": 0x0001, "Ctrl": 0x0002, "Shift": 0x0004}
_NO_REPEAT = 0x4000
_NAMES = {"Pause": 0x13, "Insert": 0x2D, "ScrollLock": 0x91}
_F1 = 0x70
_HOTKEY = 0x0312
_ID = 1
#: Seconds to wait for the answer to the registration.
_START_LIMIT = 2.0


def virtual_key(name: str) -> int:
    """The virtual-key code: F1 to F24, Pause, Insert, ScrollLock."""
    return _NAMES[name] if name in _NAMES else _F1 + int(name[1:]) - 1


def watch(modifiers: frozenset[str], name: str, on_pressed: Callable[[], None], user32: Any = None) -> None:
    """See ``kiosk.hotkey.watch``; the key belongs to the thread that registers it. Raises KeyUnavailable.

    A registration that succeeds after the limit is taken back, since KeyUnavailable was raised already.
    """
    library = user32 or ctypes.WinDLL("user32.dll", winmode=SEARCH_SYSTEM32)  # type: ignore[attr-defined,unused-ignore]
    mask = _NO_REPEAT | sum(_MODIFIERS[modifier] for modifier in modifiers)
    answer: Future[bool] = Future()

    def listen() -> None:
        granted = bool(library.RegisterHotKey(None, _ID, mask, virtual_key(name)))
        if not answer.set_running_or_notify_cancel():
            if granted:
                library.UnregisterHotKey(None, _ID)
            return
        answer.set_result(granted)
        message = Message()
        while granted and library.GetMessageW(ctypes.byref(message), None, 0, 0) > 0:
            if message.message == _HOTKEY:
                on_pressed()

    threading.Thread(target=listen, name="hardware-key", daemon=True).start()
    wait([answer], _START_LIMIT)
    if answer.cancel():
        raise KeyUnavailable("the system does not answer")
    if not answer.result():
        raise KeyUnavailable("another program holds this key")
