"""Mends what the interpreter and PySide6 do not agree about. Runs before anything else of the kiosk."""

import ctypes
import sys

#: More calls than any process makes.
_MANY = 1 << 40
#: What C code returns without counting it when it was compiled for Python 3.12 and later (Py_RETURN_NONE and so on).
_SHARED = (None, True, False, NotImplemented)


def keep_shared_objects() -> None:
    """Keep None, True, False and NotImplemented from being counted down to nothing, which ends the process.

    WORKAROUND for PySide6 6.12.0 on Python 3.11: its wheel gives back one reference too many at each call that returns
    one of them (``setObjectName``: None; ``Signal.emit``: True). Since Python 3.12 these objects are not counted any
    more (PEP 683); 3.11 aborts with ``none_dealloc`` or ``bool_dealloc``, measured after about 150 customers.
    """
    if sys.version_info < (3, 12) and sys.implementation.name == "cpython":
        for shared in _SHARED:
            ctypes.c_ssize_t.from_address(id(shared)).value += _MANY
