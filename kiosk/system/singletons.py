"""Keeps None, True and False alive before Python 3.12, where the Qt binding uses up their references.

The wheels of PySide6 6.12 are built for Pythons in which these objects are immortal: they return and pass them without
counting. On Python 3.11 that costs one of None with every ``setEnabled``, one of True with every ``emit(True)``;
after some thousands the process aborts ("deallocating None", measured: 650 emits). A long-lived supervisor would.
"""

import ctypes
import sys

#: More than any process can use up.
PLENTY = 1 << 40


def keep() -> None:
    """Give each of them so many references that they never run out. Once a process, before Qt is used."""
    if sys.version_info >= (3, 12) or sys.implementation.name != "cpython" or sys.maxsize < PLENTY:
        return
    for thing in (None, True, False, NotImplemented, Ellipsis):
        # ob_refcnt is the first field of every object (CPython 3.11, Include/object.h).
        count = ctypes.c_ssize_t.from_address(id(thing))
        if count.value < PLENTY:
            count.value += PLENTY
