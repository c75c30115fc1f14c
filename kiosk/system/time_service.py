"""Whether a time service holds this machine's clock."""

import ctypes
import sys

#: TIME_ERROR (adjtimex(2)): the clock is not synchronised; also after somebody has set it by hand.
_TIME_ERROR = 5


class Timex(ctypes.Structure):
    """The first fields of ``struct timex`` (adjtimex(2)), and space for the others."""

    _fields_ = (
        ("modes", ctypes.c_uint),
        ("offset", ctypes.c_long),
        ("freq", ctypes.c_long),
        ("maxerror", ctypes.c_long),
        ("esterror", ctypes.c_long),
        ("status", ctypes.c_int),
        ("rest", ctypes.c_char * 256),
    )


def synchronised() -> bool | None:
    """Whether NTP disciplines the kernel's clock; None when unknown on this system."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        state = ctypes.CDLL(None, use_errno=True).adjtimex(ctypes.byref(Timex()))
    except (OSError, AttributeError):
        return None
    return None if state < 0 else state != _TIME_ERROR
