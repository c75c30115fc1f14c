"""An X server for tests: two monitors on one picture, a desktop in a given colour, and its frame buffer.

The frame buffer is a file that the server draws into (Xvfb -fbdir): reading it does not slow the server down.
"""

import ctypes
import mmap
import os
import struct
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from PySide6.QtGui import QImage

#: Width and height of one monitor in pixels; the monitors are side by side.
MONITOR = (1280, 800)
MONITORS = ("LEFT", "RIGHT")
_BITS = 24
#: X11/XWDFile.h: 25 big-endian words, then the colour map with 12 bytes an entry, then the pixels.
_HEADER, _COLOUR = struct.Struct(">25I"), 12


@contextmanager
def display(folder: Path, desktop: int = 0, monitor: tuple[int, int] = MONITOR) -> Iterator["XServer"]:
    """Run a server; everything that is started meanwhile is shown on it. ``monitor``: width and height of each."""
    with XServer(folder, desktop, monitor) as server, pytest.MonkeyPatch.context() as patch:
        patch.setenv("DISPLAY", server.name)
        patch.delenv("QT_QPA_PLATFORM", raising=False)
        yield server


class _Monitor(ctypes.Structure):
    """XRRMonitorInfo of X11/extensions/Xrandr.h."""

    _fields_ = (
        *((name, ctypes.c_ulong if name == "name" else ctypes.c_int) for name in ("name", "primary", "automatic")),
        *((name, ctypes.c_int) for name in ("outputs", "x", "y", "width", "height", "mm_width", "mm_height")),
        ("output", ctypes.POINTER(ctypes.c_ulong)),
    )


class _Resources(ctypes.Structure):
    """The beginning of XRRScreenResources."""

    _fields_ = (
        ("timestamp", ctypes.c_ulong),
        ("config_timestamp", ctypes.c_ulong),
        ("crtc_count", ctypes.c_int),
        ("crtcs", ctypes.POINTER(ctypes.c_ulong)),
        ("output_count", ctypes.c_int),
        ("outputs", ctypes.POINTER(ctypes.c_ulong)),
    )


class XServer:
    """Runs for the length of a ``with`` block, on a free display number."""

    def __init__(self, folder: Path, desktop: int, monitor: tuple[int, int] = MONITOR) -> None:
        """``desktop``: the colour of the desktop, 0xRRGGBB. ``monitor``: width and height of a monitor in pixels."""
        self._folder, self._desktop, self._monitor = folder, desktop, monitor
        self._display: Any = None

    def __enter__(self) -> Self:
        self._folder.mkdir(parents=True, exist_ok=True)
        reading, writing = os.pipe()
        size = f"{self._monitor[0] * len(MONITORS)}x{self._monitor[1]}x{_BITS}"
        command = ["Xvfb", "-displayfd", str(writing), "-fbdir", str(self._folder), "-screen", "0", size]
        command += ["-nolisten", "tcp", "-noreset"]
        with (self._folder / "Xvfb.err").open("wb") as errors:
            self._process = subprocess.Popen(command, pass_fds=(writing,), stderr=errors)
        os.close(writing)
        with os.fdopen(reading, "rb") as numbers:
            number = numbers.readline().decode().strip()
        if not number:
            self._process.wait(10)
            raise RuntimeError("no X server: " + (self._folder / "Xvfb.err").read_text("utf-8", "replace")[-500:])
        self.name = f":{number}"
        self._connect()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self._x11.XCloseDisplay(self._display)
        self._process.terminate()
        self._process.wait(10)

    def _load_libraries(self) -> None:
        """Load the X libraries and declare the functions that pass more than C integers."""
        self._x11, self._randr, self._test = (
            ctypes.CDLL(f"lib{name}") for name in ("X11.so.6", "Xrandr.so.2", "Xtst.so.6")
        )
        long, integer, place = ctypes.c_ulong, ctypes.c_int, ctypes.c_void_p
        self._x11.XOpenDisplay.restype = place
        self._x11.XDefaultRootWindow.restype = long
        self._x11.XInternAtom.restype = long
        self._x11.XSetWindowBackground.argtypes = (place, long, long)
        self._x11.XClearWindow.argtypes = (place, long)
        self._x11.XStringToKeysym.restype = long
        self._x11.XKeysymToKeycode.argtypes = (place, long)
        self._x11.XKeysymToKeycode.restype = ctypes.c_ubyte
        self._test.XTestFakeKeyEvent.argtypes = (place, ctypes.c_uint, integer, long)
        self._test.XTestFakeMotionEvent.argtypes = (place, integer, integer, integer, long)
        self._test.XTestFakeButtonEvent.argtypes = (place, ctypes.c_uint, integer, long)
        self._randr.XRRAllocateMonitor.restype = ctypes.POINTER(_Monitor)
        self._randr.XRRSetMonitor.argtypes = (place, long, ctypes.POINTER(_Monitor))
        self._randr.XRRDeleteMonitor.argtypes = (place, long, long)
        self._randr.XRRGetScreenResources.restype = ctypes.POINTER(_Resources)
        self._randr.XRRGetScreenResources.argtypes = (place, long)

    def _connect(self) -> None:
        self._load_libraries()
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(self.name.encode()))
        self._root = self._x11.XDefaultRootWindow(self._display)
        self._x11.XSetWindowBackground(self._display, self._root, self._desktop)
        self._x11.XClearWindow(self._display, self._root)
        for name in MONITORS:
            self.plug(name)

    def plug(self, name: str) -> None:
        """Add this monitor. The first one takes the server's only output; else X adds a monitor as large as both."""
        number = MONITORS.index(name)
        outputs = self._randr.XRRGetScreenResources(self._display, self._root).contents.outputs
        pointer = self._randr.XRRAllocateMonitor(self._display, 1 if number == 0 else 0)
        monitor = pointer.contents
        monitor.name = self._x11.XInternAtom(self._display, name.encode(), 0)
        monitor.primary = int(number == 0)
        monitor.x, monitor.y = self._monitor[0] * number, 0
        monitor.width, monitor.height = self._monitor
        monitor.mm_width, monitor.mm_height = 338, 211
        if number == 0:
            monitor.output[0] = outputs[0]
        self._randr.XRRSetMonitor(self._display, self._root, pointer)
        self._sync()

    def unplug(self, name: str) -> None:
        """Remove this monitor; the server still draws there."""
        self._randr.XRRDeleteMonitor(self._display, self._root, self._x11.XInternAtom(self._display, name.encode(), 0))
        self._sync()

    def press(self, *names: str) -> None:
        """Press these keys together and release them."""
        codes = [self._x11.XKeysymToKeycode(self._display, self._x11.XStringToKeysym(name.encode())) for name in names]
        for code in codes:
            self._test.XTestFakeKeyEvent(self._display, code, 1, 0)
        for code in reversed(codes):
            self._test.XTestFakeKeyEvent(self._display, code, 0, 0)
        self._sync()

    def click(self, x: int, y: int) -> None:
        """Move the pointer to this pixel of the first monitor, press the left button and let it go."""
        self._test.XTestFakeMotionEvent(self._display, -1, x, y, 0)
        for pressed in (1, 0):
            self._test.XTestFakeButtonEvent(self._display, 1, pressed, 0)
        self._sync()

    def keyboard_at(self) -> int:
        """The id of the window that has the keyboard focus."""
        window, how = ctypes.c_ulong(), ctypes.c_int()
        self._x11.XGetInputFocus(self._display, ctypes.byref(window), ctypes.byref(how))
        return window.value

    def _sync(self) -> None:
        self._x11.XSync(self._display, 0)

    def picture(self) -> "Picture":
        """The picture on the monitors; it always shows the present state."""
        return Picture(self._folder / "Xvfb_screen0")


class Keys(XServer):
    """The keyboard and pointer of a server that something else has started; ``name`` like ``:1``."""

    def __init__(self, name: str) -> None:
        self.name = name
        self._load_libraries()
        self._display = ctypes.c_void_p(self._x11.XOpenDisplay(name.encode()))
        assert self._display, f"{name} does not let this user in"

    def close(self) -> None:
        """Close the connection."""
        self._x11.XCloseDisplay(self._display)


class Picture:
    """The frame buffer as a mapped file: every reading is of the present picture."""

    def __init__(self, file: Path) -> None:
        with file.open("rb") as opened:
            self._pixels = mmap.mmap(opened.fileno(), 0, prot=mmap.PROT_READ)
        words = _HEADER.unpack(self._pixels[: _HEADER.size])
        self._first = words[0] + words[19] * _COLOUR
        self.height, self._stride = words[5], words[12]

    def has(self, colour: int, left: int, width: int, row: int) -> bool:
        """Whether any pixel of this part of a row has this colour."""
        pixel = colour.to_bytes(3, "little")
        start = self._first + row * self._stride + left * 4
        place = self._pixels.find(pixel, start, end := start + width * 4)
        while place >= 0 and (place - start) % 4:
            place = self._pixels.find(pixel, place + 1, end)
        return place >= 0

    def one_colour(self, left: int, width: int, row: int) -> bytes:
        """The colour of this part of a row if it has only one; else empty."""
        start = self._first + row * self._stride + left * 4
        part = self._pixels[start : start + width * 4]
        return part[:3] if part == part[:4] * width else b""

    def image(self, width: int, height: int) -> QImage:
        """A copy of the upper left part, so many pixels wide and high."""
        start, size = self._first, self._stride * height
        return QImage(
            self._pixels[start : start + size], width, height, self._stride, QImage.Format.Format_RGB32
        ).copy()

    def close(self) -> None:
        """Unmap the file."""
        self._pixels.close()
