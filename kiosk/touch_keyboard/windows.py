"""Windows' touch keyboard: shown and hidden through InputPane, located through IFrameworkInputPane.

Both are documented (learn.microsoft.com): ``IInputPaneInterop::GetForWindow`` gives a desktop window its InputPane;
``IInputPane2::TryShow`` and ``TryHide`` are requests that may be refused, on a machine with a keyboard for instance;
``IFrameworkInputPane::Location`` is what it covers, in pixels of the screen, empty when it is hidden. The better known
``ITipInvocation::Toggle`` is undocumented and can neither show nor hide, only toggle. The location is polled: a
listener would have to be a COM object of this program that the system calls.

All calls are made on one thread (a call can wait for another process) in a single-threaded apartment: InputPane is
refused in any other (Chromium has such a thread for it, too: ``on_screen_keyboard_display_manager_input_pane.cc``), and
COM sends messages to such a thread, which must take them from its queue. Not run here: docs/decisions/windows.md.
"""

import ctypes
import queue
import threading
import uuid
from collections.abc import Callable
from contextlib import ExitStack, closing
from ctypes import POINTER, byref, c_byte, c_int32, c_uint32, c_void_p
from typing import Any

from kiosk.system.win32 import SEARCH_SYSTEM32, Message
from kiosk.touch_keyboard.base import Rect

_CLASS = "Windows.UI.ViewManagement.InputPane"
_INTEROP = uuid.UUID("75cf2c57-9195-4931-8332-f0b409e916af")
_PANE_2 = uuid.UUID("8a6b3f26-7090-4793-944c-c3f2cde26276")
_FRAMEWORK_CLASS = uuid.UUID("d5120aa3-46ba-44c5-822d-ca8092c1fc72")
_FRAMEWORK = uuid.UUID("5752238b-24f0-495a-82f1-2fd593056796")
#: Indices in the method tables: IUnknown has 3 methods, IInspectable 6 (inputpaneinterop.h, shobjidl_core.h).
_RELEASE, _GET_FOR_WINDOW, _TRY_SHOW, _TRY_HIDE, _LOCATION = 2, 6, 6, 7, 6
#: RO_INIT_SINGLETHREADED, CLSCTX_INPROC_SERVER, PM_REMOVE.
_SINGLE_THREADED, _IN_PROCESS, _REMOVE = 0, 1, 1
#: Seconds between two polls of the thread's messages and, while the keyboard is requested, of its location.
POLL = 0.1
#: On 64-bit Windows there is one calling convention.
_METHOD: Callable[..., Any] = getattr(ctypes, "WINFUNCTYPE", ctypes.CFUNCTYPE)
_RECT = c_int32 * 4


class PaneError(Exception):
    """A call failed; the text is its HRESULT."""


class WindowsTouchKeyboard:
    """See ``kiosk.touch_keyboard.base.TouchKeyboard``."""

    def __init__(self, window: int, make_pane: Callable[[int], "Pane"] | None = None) -> None:
        self._window = window
        self._make_pane = make_pane or Pane
        self._wanted: queue.SimpleQueue[bool] = queue.SimpleQueue()
        self._occluded: Rect | None = None
        threading.Thread(target=self._serve, name="touch-keyboard", daemon=True).start()

    def show(self) -> None:
        """See ``TouchKeyboard``."""
        self._wanted.put(True)

    def hide(self) -> None:
        """See ``TouchKeyboard``."""
        self._wanted.put(False)

    def occluded(self) -> Rect | None:
        """See ``TouchKeyboard``: as of the last poll."""
        return self._occluded

    def _serve(self) -> None:
        shown = False
        try:
            with closing(self._make_pane(self._window)) as pane:
                while True:
                    shown = self._serve_once(pane, shown)
        except (PaneError, OSError):
            # Without it a page can be used up to its first field; staff must have the terminal repaired.
            self._occluded = None

    def _serve_once(self, pane: "Pane", shown: bool) -> bool:
        """Carry out the next request, or poll after ``POLL`` seconds without one. Returns whether it is requested."""
        wanted = self._next_request()
        if wanted is not None:
            pane.show() if wanted else pane.hide()
        pane.pump()
        if wanted is not None or shown or self._occluded is not None:
            self._occluded = pane.location()
        return shown if wanted is None else wanted

    def _next_request(self) -> bool | None:
        try:
            return self._wanted.get(timeout=POLL)
        except queue.Empty:
            return None


class Pane:
    """The COM objects of one window, with the apartment of the thread that made them and alone may use them."""

    def __init__(self, window: int, combase: Any = None, ole32: Any = None, user32: Any = None) -> None:
        """Raises PaneError or OSError where Windows has no such keyboard; everything is released then."""
        combase, ole32 = combase or _library("combase"), ole32 or _library("ole32")
        self._user32 = user32 or _library("user32")
        with ExitStack() as kept:
            _check(combase.RoInitialize(_SINGLE_THREADED))
            kept.callback(combase.RoUninitialize)
            self._pane = _pane_of(window, combase)
            kept.callback(_release, self._pane)
            self._framework = _framework(ole32)
            kept.callback(_release, self._framework)
            self._kept = kept.pop_all()

    def close(self) -> None:
        """Release everything, the apartment last. On the thread that made it."""
        self._kept.close()

    def pump(self) -> None:
        """Dispatch the messages that wait for this thread."""
        message = Message()
        while self._user32.PeekMessageW(byref(message), None, 0, 0, _REMOVE):
            self._user32.DispatchMessageW(byref(message))

    def show(self) -> bool:
        """Request the keyboard. Returns whether the system agreed. Raises PaneError."""
        return self._try(_TRY_SHOW)

    def hide(self) -> bool:
        """Request that it is hidden. Returns whether the system agreed. Raises PaneError."""
        return self._try(_TRY_HIDE)

    def _try(self, method: int) -> bool:
        agreed = c_byte()
        _check(_call(self._pane, method, agreed))
        return bool(agreed.value)

    def location(self) -> Rect | None:
        """The part of the screen that it covers; None: nothing."""
        found = _RECT()
        if _call(self._framework, _LOCATION, found) < 0:
            return None
        rect = Rect(*found)
        return rect if rect.right > rect.left and rect.bottom > rect.top else None


def _library(name: str) -> Any:
    return ctypes.WinDLL(f"{name}.dll", winmode=SEARCH_SYSTEM32)  # type: ignore[attr-defined,unused-ignore]


def _framework(ole32: Any) -> c_void_p:
    made = c_void_p()
    kinds = _guid(_FRAMEWORK_CLASS), _guid(_FRAMEWORK)
    _check(ole32.CoCreateInstance(kinds[0], None, _IN_PROCESS, kinds[1], byref(made)))
    return made


def _pane_of(window: int, combase: Any) -> c_void_p:
    name, interop, pane = c_void_p(), c_void_p(), c_void_p()
    _check(combase.WindowsCreateString(ctypes.c_wchar_p(_CLASS), c_uint32(len(_CLASS)), byref(name)))
    try:
        _check(combase.RoGetActivationFactory(name, _guid(_INTEROP), byref(interop)))
    finally:
        combase.WindowsDeleteString(name)
    method = _method(interop, _GET_FOR_WINDOW, c_void_p, c_void_p, POINTER(c_void_p))
    try:
        _check(method(interop, window, _guid(_PANE_2), byref(pane)))
    finally:
        _release(interop)
    return pane


def _release(com_object: c_void_p) -> None:
    _method(com_object, _RELEASE)(com_object)


def _call(com_object: c_void_p, index: int, result: Any) -> int:
    return int(_method(com_object, index, c_void_p)(com_object, byref(result)))


def _method(com_object: c_void_p, index: int, *arguments: Any) -> Callable[..., int]:
    """The method at this index of the object's table; every one returns an HRESULT."""
    table = ctypes.cast(com_object, POINTER(POINTER(c_void_p))).contents
    made: Callable[..., int] = _METHOD(c_int32, c_void_p, *arguments)(table[index])
    return made


def _guid(value: uuid.UUID) -> Any:
    return ctypes.create_string_buffer(value.bytes_le, 16)


def _check(result: int) -> None:
    if result & 0x80000000:
        raise PaneError(f"{result & 0xFFFFFFFF:#010x}")
