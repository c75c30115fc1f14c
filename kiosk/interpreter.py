"""Mends what the interpreter and PySide6 do not agree about. Runs before anything else of the kiosk."""

import ctypes
import sys

#: More calls than any process makes.
_MANY = 1 << 40


def keep_none() -> None:
    """Keep the object None from being counted down to nothing, which ends the process.

    PySide6 6.12 gives back one reference to None too many at each call that returns nothing (measured on 6.12.0: one
    each at ``setObjectName``, ``QFont.setPixelSize`` …). Since Python 3.12 None is not counted any more; 3.11 starts
    with about 6000 and aborts with ``none_dealloc`` some thousand calls later.
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        ctypes.c_ssize_t.from_address(id(None)).value += _MANY
