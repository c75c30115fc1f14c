"""The hardware key on X11: a grab on the root window, over a connection and a thread of its own (Xlib, XGrabKey(3))."""

import ctypes
import ctypes.util
import threading
from collections.abc import Callable
from itertools import chain, combinations
from typing import Any

from kiosk.hotkey.base import KeyUnavailable

_MASKS = {"Shift": 1 << 0, "Ctrl": 1 << 2, "Alt": 1 << 3}
#: Caps Lock and Num Lock count as modifiers for a grab, so each combination is grabbed.
_LOCKS = (1 << 1, 1 << 4)
_NAMES = {"ScrollLock": "Scroll_Lock"}
_GRAB_ASYNC = 1
_KEY_PRESS = 2


_ERROR_HANDLER = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)


class _Event(ctypes.Union):
    """XEvent, a union of 24 longs; only its type is read."""

    _fields_ = (("type", ctypes.c_int), ("pad", ctypes.c_long * 24))


def _library() -> Any:
    x11 = ctypes.CDLL(ctypes.util.find_library("X11") or "libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XOpenDisplay.argtypes = (ctypes.c_char_p,)
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = (ctypes.c_void_p,)
    x11.XStringToKeysym.restype = ctypes.c_ulong
    x11.XStringToKeysym.argtypes = (ctypes.c_char_p,)
    x11.XKeysymToKeycode.restype = ctypes.c_ubyte
    x11.XKeysymToKeycode.argtypes = (ctypes.c_void_p, ctypes.c_ulong)
    integer, window, display = ctypes.c_int, ctypes.c_ulong, ctypes.c_void_p
    x11.XGrabKey.argtypes = (display, integer, ctypes.c_uint, window, integer, integer, integer)
    x11.XNextEvent.argtypes = (display, ctypes.POINTER(_Event))
    x11.XSetErrorHandler.restype = ctypes.c_void_p
    x11.XSetErrorHandler.argtypes = (ctypes.c_void_p,)
    x11.XSync.argtypes = (display, integer)
    x11.XCloseDisplay.argtypes = (display,)
    return x11


def watch(modifiers: frozenset[str], name: str, on_pressed: Callable[[], None]) -> None:
    """See ``kiosk.hotkey.watch``. Raises KeyUnavailable."""
    try:
        x11 = _library()
    except OSError as error:
        raise KeyUnavailable("libX11 is missing") from error
    display = x11.XOpenDisplay(None)
    if not display:
        raise KeyUnavailable("the X server does not answer")
    symbol = x11.XStringToKeysym(_NAMES.get(name, name).encode("ascii"))
    code = x11.XKeysymToKeycode(display, symbol)
    if not code:
        x11.XCloseDisplay(display)
        raise KeyUnavailable("this keyboard has no such key")
    if not _grab(x11, display, code, sum(_MASKS[modifier] for modifier in modifiers)):
        x11.XCloseDisplay(display)  # some of the grabs may have been granted: they end with the connection
        raise KeyUnavailable("another program holds this key")
    threading.Thread(target=_listen, args=(x11, display, on_pressed), name="hardware-key", daemon=True).start()


def _grab(x11: Any, display: int, code: int, mask: int) -> bool:
    """Grab the key with every combination of locks; False when one of the grabs was refused."""
    root = x11.XDefaultRootWindow(display)
    refused: list[bool] = []

    def on_refused(_: int, __: int) -> int:
        refused.append(True)
        return 0

    # Xlib's own handler for a refused grab (BadAccess) ends the whole process.
    handler = _ERROR_HANDLER(on_refused)
    previous = x11.XSetErrorHandler(handler)
    for locks in chain.from_iterable(combinations(_LOCKS, count) for count in range(len(_LOCKS) + 1)):
        x11.XGrabKey(display, code, mask | sum(locks), root, 1, _GRAB_ASYNC, _GRAB_ASYNC)
    x11.XSync(display, 0)
    x11.XSetErrorHandler(previous)
    return not refused


def _listen(x11: Any, display: int, on_pressed: Callable[[], None]) -> None:
    event = _Event()
    while True:
        x11.XNextEvent(display, ctypes.byref(event))
        if event.type == _KEY_PRESS:
            on_pressed()
