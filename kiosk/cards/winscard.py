"""The calls of PC/SC that carry a reader's name, straight to the system's library; each returns its code first.

pyscard passes names as UTF-8 into and as ASCII out of pcsc-lite, and on Windows through the calls of the ANSI code
page: one reader whose name has other letters ends the list of all readers with an exception. Here a name is bytes in
pcsc-lite and wide characters in Windows. Contexts and handles are plain numbers, the same as pyscard's.
"""

import ctypes
import sys
from functools import cache
from typing import Any

#: The system's library. Not a literal in the call below: the packager would copy a library that is named there.
_LIBRARY = "winscard.dll" if sys.platform == "win32" else "libpcsclite.so.1"
_WIDE = sys.platform == "win32"
_DWORD = ctypes.c_ulong
#: SCARD_POWERED, which pyscard does not have.
_POWERED = 4 if _WIDE else 0x10
#: Maximum characters of the list of all readers: pcsc-lite serves 16 readers with names of 128 bytes.
_LIST = 16384


class _State(ctypes.Structure):
    """SCARD_READERSTATE; 36 bytes of an ATR on Windows, 33 in pcsc-lite."""

    _fields_ = (
        ("name", ctypes.c_wchar_p if _WIDE else ctypes.c_char_p),
        ("user", ctypes.c_void_p),
        ("current", _DWORD),
        ("event", _DWORD),
        ("atr_length", _DWORD),
        ("atr", ctypes.c_ubyte * (36 if _WIDE else 33)),
    )


def list_readers(context: int) -> tuple[int, list[str]]:
    """SCardListReaders: the names of all readers.

    Bytes that are no UTF-8 show as ``\\x82``, so that every name can be shown, logged and written.
    """
    code, names = _listed(context)
    return code, [name if isinstance(name, str) else _text(name) for name in names]


def reader_states(context: int, milliseconds: int, known: list[tuple[str, int]]) -> tuple[int, list[int]]:
    """SCardGetStatusChange: wait until a reader's state differs from the known one. The states are the driver's."""
    asked = (_State * len(known))()
    for item, (name, state) in zip(asked, known, strict=True):
        item.name, item.current = _native(context, name), state
    code = _call("SCardGetStatusChange", _handle(context), _DWORD(milliseconds), asked, _DWORD(len(known)))
    return code, [int(item.event) for item in asked]


def connect(context: int, reader: str, share: int, protocols: int) -> tuple[int, int, int]:
    """SCardConnect: handle and protocol."""
    handle, protocol = ctypes.c_ssize_t(), _DWORD()
    found = (ctypes.byref(handle), ctypes.byref(protocol))
    name = _native(context, reader)
    code = _call("SCardConnect", _handle(context), name, _DWORD(share), _DWORD(protocols), *found)
    return code, handle.value, protocol.value


def is_powered(handle: int) -> tuple[int, bool]:
    """SCardStatus: whether the card has power. The name is not asked for."""
    state, protocol, none, atr_length = _DWORD(), _DWORD(), _DWORD(0), _DWORD(36)
    atr = (ctypes.c_ubyte * 36)()
    found = (ctypes.byref(none), ctypes.byref(state), ctypes.byref(protocol), atr, ctypes.byref(atr_length))
    code = _call("SCardStatus", _handle(handle), None, *found)
    # Bits in pcsc-lite; in Windows the state is a number: powered, protocol negotiable, protocol chosen.
    return code, state.value >= _POWERED if _WIDE else bool(state.value & _POWERED)


@cache
def _library() -> Any:
    if sys.platform == "win32":
        return ctypes.WinDLL(_LIBRARY)
    return ctypes.CDLL(_LIBRARY)


def _call(name: str, *arguments: Any) -> int:
    return int(getattr(_library(), f"{name}W" if _WIDE else name)(*arguments))


def _handle(number: int) -> ctypes.c_ssize_t:
    return ctypes.c_ssize_t(number)


def _listed(context: int) -> tuple[int, list[Any]]:
    size = _DWORD(_LIST)
    buffer: Any = ctypes.create_unicode_buffer(_LIST) if _WIDE else ctypes.create_string_buffer(_LIST)
    code = _call("SCardListReaders", _handle(context), None, buffer, ctypes.byref(size))
    listed = buffer[: size.value] if code == 0 else buffer[:0]
    return code, [name for name in listed.split("\0" if _WIDE else b"\0") if name]


def _text(name: bytes) -> str:
    return name.decode("utf-8", "backslashreplace")


def _native(context: int, name: str) -> str | bytes:
    """The name as the library has it. Only a name with a backslash can stand for bytes that are no UTF-8."""
    if not _WIDE and "\\" in name:
        return next((raw for raw in _listed(context)[1] if _text(raw) == name), name.encode())
    return name if _WIDE else name.encode("utf-8", "replace")
