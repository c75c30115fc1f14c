"""Definitions of the Windows API that several rooms share: the search flag for DLLs, and the window message."""

import ctypes

#: LOAD_LIBRARY_SEARCH_SYSTEM32: a DLL of that name beside the program or in the current folder is never loaded.
SEARCH_SYSTEM32 = 0x800


class Message(ctypes.Structure):
    """MSG (winuser.h)."""

    _fields_ = (
        ("window", ctypes.c_void_p),
        ("message", ctypes.c_uint),
        ("w", ctypes.c_size_t),
        ("l", ctypes.c_ssize_t),
        ("time", ctypes.c_uint32),
        ("x", ctypes.c_int32),
        ("y", ctypes.c_int32),
        ("private", ctypes.c_uint32),
    )
