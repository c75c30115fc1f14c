"""What a screen reader finds below a view of the engine, read in the session's process.

PySide6 6.12 crashes on the engine's children, so the interface is called by its place in ``QAccessibleInterface``
(qaccessible.h); the order of virtual functions is fixed for the whole of Qt 6.
"""

import ctypes
from collections.abc import Callable, Iterator
from typing import Any

import shiboken6
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QWidget

_CHILD, _CHILD_COUNT, _TEXT = 9, 10, 12
_NAME = 0  # QAccessible::Name


class _String(ctypes.Structure):
    """QString of Qt 6: owner, UTF-16, length. What it owns is not freed: a test reads little."""

    _fields_ = (("owner", ctypes.c_void_p), ("text", ctypes.c_void_p), ("length", ctypes.c_ssize_t))


def names(view: QWidget) -> list[str]:
    """The accessible name of every element below the view, "" for one without; empty: a screen reader finds nothing."""
    interface = shiboken6.getCppPointer(QAccessible.queryAccessibleInterface(view))[0]
    return list(_names_below(int(interface)))


def _names_below(interface: int) -> Iterator[str]:
    for number in range(_function(interface, _CHILD_COUNT, ctypes.c_int)(interface)):
        child = _function(interface, _CHILD, ctypes.c_void_p, ctypes.c_int)(interface, number)
        if child:
            yield _name(child)
            yield from _names_below(child)


def _name(interface: int) -> str:
    result = _String()
    # A function that returns an object gets the object's address first.
    _function(interface, _TEXT, None, ctypes.c_void_p, ctypes.c_int)(ctypes.byref(result), interface, _NAME)
    return ctypes.string_at(result.text, 2 * result.length).decode("utf-16") if result.text else ""


def _function(interface: int, place: int, result: type | None, *others: type) -> Callable[..., Any]:
    """The virtual function at this place; its first argument is an address."""
    table = ctypes.cast(interface, ctypes.POINTER(ctypes.c_void_p))[0]
    assert table is not None
    address = ctypes.cast(table, ctypes.POINTER(ctypes.c_void_p))[place]
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, *others)(address)
