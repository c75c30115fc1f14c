"""The staff's key: parsed, registered, reported; KeyUnavailable where it cannot be registered."""

import ctypes
import os
import queue
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable
from types import ModuleType, SimpleNamespace

import pytest

from kiosk.hotkey import watch as hotkey, windows as hotkey_windows, x11 as hotkey_x11
from kiosk.hotkey.base import KeyUnavailable, parse
from kiosk.hotkey.windows import virtual_key
from kiosk.system.win32 import Message

HOTKEY, CONTROL, NO_REPEAT = 0x0312, 0x0002, 0x4000


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [("F12", set(), "F12"), ("Ctrl+F1", {"Ctrl"}, "F1"), ("Ctrl+Alt+Shift+Pause", {"Ctrl", "Alt", "Shift"}, "Pause")],
)
def test_parse(key: str, modifiers: set[str], name: str) -> None:
    assert parse(key) == (frozenset(modifiers), name)


@pytest.mark.parametrize("platform", ["win32", "linux"])
def test_no_key_is_no_key(platform: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system is not called, and nothing is reported as missing."""
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "environ", {"DISPLAY": ":9"})
    for module in (hotkey_windows, hotkey_x11):
        monkeypatch.setattr(module, "watch", lambda *_: pytest.fail("asked for a key"))
    hotkey.watch("", lambda: None)


@pytest.mark.skipif(sys.platform == "win32", reason="X11")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":9", "QT_QPA_PLATFORM": "offscreen"}])
def test_without_a_display_the_key_is_missing(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "environ", environment)
    with pytest.raises(KeyUnavailable):
        hotkey.watch("F12", lambda: None)


@pytest.mark.parametrize(
    ("platform", "module"), [("win32", hotkey_windows), ("linux", hotkey_x11)], ids=["windows", "x11"]
)
def test_each_system_has_its_own_way(platform: str, module: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[frozenset[str], str]] = []
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(os, "environ", {"DISPLAY": ":9"})
    monkeypatch.setattr(module, "watch", lambda modifiers, name, _: asked.append((modifiers, name)))
    hotkey.watch("Ctrl+F12", lambda: None)
    assert asked == [(frozenset({"Ctrl"}), "F12")]


@pytest.mark.parametrize(
    ("name", "code"),
    [("F1", 0x70), ("F12", 0x7B), ("F24", 0x87), ("Pause", 0x13), ("Insert", 0x2D), ("ScrollLock", 0x91)],
)
def test_virtual_keys(name: str, code: int) -> None:
    assert virtual_key(name) == code


class User32:
    """user32.dll: grants the key or refuses it, then delivers these messages."""

    def __init__(self, *messages: int, granted: bool = True, slow: bool = False) -> None:
        self.granted = granted
        self.answers = threading.Event()
        if not slow:
            self.answers.set()
        self.held: set[object] = set()
        self.messages = list(messages)
        self.registered: list[tuple[object, ...]] = []
        self.threads: set[int] = set()

    def RegisterHotKey(self, *arguments: object) -> int:  # noqa: N802 - the name of the system
        self.answers.wait()
        self.registered.append(arguments)
        self.threads.add(threading.get_ident())
        if self.granted:
            self.held.add(arguments[1])
        return int(self.granted)

    def UnregisterHotKey(self, *arguments: object) -> int:  # noqa: N802
        self.threads.add(threading.get_ident())
        self.held.remove(arguments[1])
        return 1

    def GetMessageW(self, reference: object, *_: object) -> int:  # noqa: N802
        self.threads.add(threading.get_ident())
        if not self.messages:
            return 0
        ctypes.cast(reference, ctypes.POINTER(Message)).contents.message = self.messages.pop(0)  # type: ignore[arg-type]
        return 1


def test_windows_registers_the_key_and_hears_it_on_one_thread_of_its_own() -> None:
    pressed: queue.Queue[int] = queue.Queue()
    user32 = User32(0x0113, HOTKEY, HOTKEY)
    hotkey_windows.watch(frozenset({"Ctrl"}), "F12", lambda: pressed.put(threading.get_ident()), user32)
    heard = {pressed.get(timeout=5), pressed.get(timeout=5)}
    assert user32.registered == [(None, 1, NO_REPEAT | CONTROL, 0x7B)]
    assert heard == user32.threads != {threading.get_ident()}
    assert pressed.empty(), "only the key counts"


def test_windows_says_when_another_program_holds_the_key() -> None:
    user32 = User32(HOTKEY, granted=False)
    with pytest.raises(KeyUnavailable):
        hotkey_windows.watch(frozenset(), "F12", lambda: pytest.fail("never pressed"), user32)
    assert user32.messages == [HOTKEY], "no loop without the key"


@pytest.mark.parametrize("granted", [True, False])
def test_windows_gives_a_key_back_that_comes_after_it_was_said_to_be_missing(
    granted: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(hotkey_windows, "_START_LIMIT", 0.05)
    user32 = User32(HOTKEY, granted=granted, slow=True)
    before = set(threading.enumerate())
    with pytest.raises(KeyUnavailable):
        hotkey_windows.watch(frozenset(), "F12", lambda: pytest.fail("never pressed"), user32)
    (late,) = set(threading.enumerate()) - before
    user32.answers.set()
    late.join(5)
    assert not late.is_alive()
    assert (len(user32.registered), user32.held, user32.messages) == (1, set(), [HOTKEY])
    assert len(user32.threads) == 1, "only the thread that has a key can give it back"


class X11:
    """libX11 as far as a grab needs it; ``events`` are the types that arrive, then the connection is silent."""

    def __init__(self, display: int = 1, code: int = 96, events: tuple[int, ...] = ()) -> None:
        self.display, self.code, self.events = display, code, list(events)
        self.grabs: list[tuple[int, int]] = []
        self.symbols: list[bytes] = []
        self.handler: Callable[..., int] | None = None
        self.held_by_another = False
        self.closed: list[int] = []

    def library(self) -> SimpleNamespace:
        return SimpleNamespace(
            XOpenDisplay=lambda _: self.display,
            XStringToKeysym=self.symbol,
            XKeysymToKeycode=lambda *_: self.code,
            XDefaultRootWindow=lambda _: 7,
            XGrabKey=lambda _display, code, mask, *_: self.grabs.append((code, mask)),
            XSync=self.sync,
            XSetErrorHandler=self.handle_errors,
            XNextEvent=self.next,
            XCloseDisplay=self.closed.append,
        )

    def handle_errors(self, handler: Callable[..., int] | None) -> None:
        self.handler = handler

    def sync(self, *_: object) -> None:
        if self.held_by_another and self.handler:
            self.handler(None, None)

    def symbol(self, name: bytes) -> int:
        self.symbols.append(name)
        return 1

    def next(self, _: object, reference: object) -> None:
        if not self.events:
            threading.Event().wait()
        ctypes.cast(reference, ctypes.POINTER(ctypes.c_int))[0] = self.events.pop(0)  # type: ignore[arg-type]


def grab(x11: X11, monkeypatch: pytest.MonkeyPatch, name: str = "F12") -> "queue.Queue[bool]":
    pressed: queue.Queue[bool] = queue.Queue()
    monkeypatch.setattr(hotkey_x11, "_library", x11.library)
    hotkey_x11.watch(frozenset({"Ctrl"}), name, lambda: pressed.put(True))
    return pressed


def test_x11_grabs_the_key_with_every_lock_and_hears_only_presses(monkeypatch: pytest.MonkeyPatch) -> None:
    x11 = X11(events=(3, 2))
    assert grab(x11, monkeypatch).get(timeout=5)
    assert x11.grabs == [(96, 4), (96, 4 | 2), (96, 4 | 16), (96, 4 | 2 | 16)]


def test_x11_says_when_another_program_holds_the_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Xlib's own handler would end the whole supervisor."""
    x11 = X11()
    x11.held_by_another = True
    with pytest.raises(KeyUnavailable):
        grab(x11, monkeypatch)
    assert x11.handler is None, "Xlib's own handler is back"
    assert x11.closed == [x11.display], "the grabs that were granted go with the connection"


def test_x11_has_its_own_name_for_a_key(monkeypatch: pytest.MonkeyPatch) -> None:
    x11 = X11()
    grab(x11, monkeypatch, "ScrollLock")
    assert x11.symbols == [b"Scroll_Lock"]


@pytest.mark.parametrize("x11", [X11(display=0), X11(code=0)], ids=["no server", "no such key"])
def test_x11_says_when_there_is_no_server_or_no_such_key(x11: X11, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(KeyUnavailable):
        grab(x11, monkeypatch)
    assert x11.grabs == []


#: In a process of its own: Xlib ends the process whose X server goes away.
PRESS = """
import ctypes, threading
from kiosk.hotkey import x11 as hotkey_x11
pressed = threading.Event()
hotkey_x11.watch(frozenset({"Ctrl"}), "F12", pressed.set)
x11, xtest = hotkey_x11._library(), ctypes.CDLL("libXtst.so.6")
xtest.XTestFakeKeyEvent.argtypes = (ctypes.c_void_p, ctypes.c_uint, ctypes.c_int, ctypes.c_ulong)
display = x11.XOpenDisplay(None)
for name, down in ((b"Control_L", 1), (b"F12", 1), (b"F12", 0), (b"Control_L", 0)):
    xtest.XTestFakeKeyEvent(display, x11.XKeysymToKeycode(display, x11.XStringToKeysym(name)), down, 0)
x11.XSync(display, 0)
print("heard" if pressed.wait(5) else "nothing")
"""


#: Another program holds the key with Caps Lock alone; then it wants it with every lock.
SHARE = """
import ctypes
from kiosk.hotkey import x11 as hotkey_x11
x11 = hotkey_x11._library()
display = x11.XOpenDisplay(None)
root, code = x11.XDefaultRootWindow(display), x11.XKeysymToKeycode(display, x11.XStringToKeysym(b"F12"))
x11.XGrabKey(display, code, 4 | 2, root, 1, 1, 1)
x11.XSync(display, 0)
try:
    hotkey_x11.watch(frozenset({"Ctrl"}), "F12", lambda: None)
except hotkey_x11.KeyUnavailable:
    print("missing")
refused = []
handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda *_: refused.append(1) or 0)
x11.XSetErrorHandler(handler)
for mask in (4, 4 | 16, 4 | 2 | 16):
    x11.XGrabKey(display, code, mask, root, 1, 1, 1)
x11.XSync(display, 0)
print(len(refused))
"""


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs Xvfb")
@pytest.mark.slow
def test_a_key_that_is_said_to_be_missing_is_not_held_with_some_locks() -> None:
    command = ["xvfb-run", "-a", sys.executable, "-c", SHARE]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.stdout.split() == [b"missing", b"0"], done.stderr


@pytest.mark.skipif(shutil.which("xvfb-run") is None, reason="needs Xvfb")
@pytest.mark.slow
def test_a_real_x_server_hands_the_key_over() -> None:
    command = ["xvfb-run", "-a", sys.executable, "-c", PRESS]
    done = subprocess.run(command, capture_output=True, timeout=60, check=False)
    assert done.stdout.split() == [b"heard"], done.stderr
