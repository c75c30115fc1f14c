"""Keeps None, True and False alive before Python 3.12, where the Qt binding consumes their references.

The wheels of PySide6 6.12 are built for Pythons in which these objects are immortal: they return and pass them without
counting. On Python 3.11 that costs one of None with every ``setEnabled``, one of True with every ``emit(True)``;
after some thousands the process aborts ("deallocating None", measured: 650 emits). A supervisor runs that long.
"""

import ctypes
import sys

#: References that are added to each object: more than any process can consume.
PLENTY = 1 << 40


def keep() -> None:
    """Add so many references to each that they never run out. Call once in a process, before Qt is used."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython" or sys.maxsize < PLENTY:
        return
    for singleton in (None, True, False, NotImplemented, Ellipsis):
        # ob_refcnt is the first field of every object (CPython 3.11, Include/object.h).
        count = ctypes.c_ssize_t.from_address(id(singleton))
        if count.value < PLENTY:
            count.value += PLENTY
