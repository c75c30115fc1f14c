"""The touch keyboard: how a page makes room for it, and the calls to Windows, with COM objects of the tests."""

import ctypes
import queue
import sys
import threading
import time
import uuid
from collections.abc import Callable
from ctypes import CFUNCTYPE, POINTER, c_int32, c_void_p
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given, strategies as st

from kiosk.touch_keyboard import keyboard as touch_keyboard, windows as touch_keyboard_windows
from kiosk.touch_keyboard.base import Rect
from kiosk.touch_keyboard.keyboard import LEAST, Margins, NoTouchKeyboard, is_outside, margins, scaled
from kiosk.touch_keyboard.windows import Pane, PaneError, WindowsTouchKeyboard

PAGE = Rect(0, 150, 1280, 696)


@pytest.mark.parametrize(
    ("keyboard", "room"),
    [
        (None, Margins(0, 0)),
        (Rect(0, 700, 1280, 800), Margins(0, 0)),
        (Rect(0, 500, 1280, 800), Margins(0, 196)),
        (Rect(300, 400, 900, 600), Margins(0, 296)),
        (Rect(300, 160, 900, 400), Margins(250, 0)),
        (Rect(1280, 0, 2560, 800), Margins(0, 0)),
        (Rect(0, 0, 1280, 800), None),
        (Rect(0, 150 + LEAST - 1, 1280, 800), None),
    ],
    ids=["none", "below", "docked", "floating", "at the top", "another screen", "over all", "too little left"],
)
def test_room_for_it(keyboard: Rect | None, room: Margins | None) -> None:
    assert margins(PAGE, keyboard) == room


SIDE = st.integers(-2000, 2000)


@given(SIDE, SIDE, st.integers(1, 2000), st.integers(1, 2000))
def test_what_stays_is_never_under_it(left: int, top: int, width: int, height: int) -> None:
    keyboard = Rect(left, top, left + width, top + height)
    room = margins(PAGE, keyboard)
    if room is None:
        return
    stays = Rect(PAGE.left, PAGE.top + room.above, PAGE.right, PAGE.bottom - room.below)
    assert stays.bottom - stays.top >= LEAST
    assert margins(stays, keyboard) == touch_keyboard.NONE


@pytest.mark.parametrize(
    ("origin", "ratio", "found"),
    [((0, 0), 1.0, (0, 500, 1280, 800)), ((0, 0), 1.25, (0, 400, 1024, 640)), ((0, 400), 2.0, (0, 450, 640, 600))],
)
def test_pixels_of_the_system_and_of_qt(origin: tuple[int, int], ratio: float, found: tuple[int, ...]) -> None:
    assert scaled(Rect(0, 500, 1280, 800), origin, ratio) == found


def test_a_line_is_outside_when_any_of_it_is() -> None:
    assert [is_outside(*at, height=300) for at in ((0, 300), (-1, 20), (290, 301))] == [False, True, True]


def test_each_system_has_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    monkeypatch.setattr(touch_keyboard_windows, "WindowsTouchKeyboard", made.append)
    monkeypatch.setattr(sys, "platform", "linux")
    none = touch_keyboard.of_window(7)
    none.show()
    none.hide()
    assert isinstance(none, NoTouchKeyboard)
    assert none.occluded() is None
    monkeypatch.setattr(sys, "platform", "win32")
    touch_keyboard.of_window(7)
    assert made == [7]


# --- Windows ---

Method = tuple[tuple[Any, ...], Callable[..., int]]
SINGLE_THREADED = 0
#: RO_E_UNSUPPORTED_FROM_MTA and RPC_E_WRONG_THREAD.
UNSUPPORTED_FROM_MTA, WRONG_THREAD = -0x7FFFFFE3, -0x7FFEFEF2
ASK, FIND = (c_void_p, c_void_p), (c_void_p, c_void_p, c_void_p, c_void_p)


class Thing:
    """A COM object whose methods are functions of the test, at their indices in its table."""

    def __init__(self, **methods: Method) -> None:
        kept = {int(name[1:]): CFUNCTYPE(c_int32, *kinds)(do) for name, (kinds, do) in methods.items()}
        self._kept = kept
        self._table = (c_void_p * 12)(*(ctypes.cast(kept[n], c_void_p) if n in kept else None for n in range(12)))
        self._pointer = ctypes.pointer(self._table)
        self.address = ctypes.cast(ctypes.pointer(self._pointer), c_void_p)


def _put(where: int, value: object) -> int:
    ctypes.cast(where, POINTER(c_void_p))[0] = value
    return 0


def _guid(where: Any) -> str:
    return str(uuid.UUID(bytes_le=ctypes.string_at(where, 16)))


class Windows:
    """combase.dll, ole32.dll and user32.dll: record the calls, and answer.

    The pane is of a single-threaded apartment: another kind is refused, so is another thread; and what was asked of it
    happens when that thread takes its messages, not before.
    """

    def __init__(self, agrees: bool = True, place: tuple[int, ...] = (0, 500, 1280, 800), fails: str = "") -> None:
        self.asked: list[object] = []
        self.agrees, self.place, self.fails = agrees, place, fails
        self.thread, self.shown, self.ended = 0, False, threading.Event()
        self.messages: queue.SimpleQueue[Callable[[], object]] = queue.SimpleQueue()
        self._taken: Callable[[], object] = print
        free = ((c_void_p,), lambda _: self._note("released"))
        self.pane = Thing(m2=free, m6=(ASK, self._try("show")), m7=(ASK, self._try("hide")))
        self.interop = Thing(m2=free, m6=(FIND, self._for_window))
        self.framework = Thing(m2=free, m6=(ASK, self._location))

    def libraries(self) -> dict[str, SimpleNamespace]:
        combase = SimpleNamespace(
            RoInitialize=self._initialize,
            RoUninitialize=self._uninitialize,
            WindowsCreateString=lambda text, length, _: self._note((text.value, length.value)),
            WindowsDeleteString=lambda _: self._note("string freed"),
            RoGetActivationFactory=lambda _, kind, out: self._answer("factory", kind, out, self.interop),
        )
        ole32 = SimpleNamespace(
            CoCreateInstance=lambda kind, _, where, __, out: self._answer("object", kind, out, self.framework)
        )
        user32 = SimpleNamespace(PeekMessageW=self._peek, DispatchMessageW=lambda _: self._taken())
        return {"combase": combase, "ole32": ole32, "user32": user32}

    def _initialize(self, kind: int) -> int:
        if kind != SINGLE_THREADED:
            return UNSUPPORTED_FROM_MTA
        self.thread = threading.get_ident()
        return 1  # S_FALSE: it was initialized already; to be undone nevertheless

    def _uninitialize(self) -> None:
        assert threading.get_ident() == self.thread
        self._note("apartment left")
        self.ended.set()

    def _peek(self, _: object, window: None, first: int, last: int, remove: int) -> bool:
        assert (window, first, last, remove) == (None, 0, 0, 1), "all of them, and out of the queue"
        if threading.get_ident() != self.thread or self.messages.empty():
            return False
        self._taken = self.messages.get()
        return True

    def _note(self, what: object) -> int:
        self.asked.append(what)
        return 0

    def _answer(self, what: str, kind: Any, out: Any, thing: Thing) -> int:
        self.asked.append(_guid(kind))
        out._obj.value = thing.address.value
        return -2147221164 if what == self.fails else 0  # REGDB_E_CLASSNOTREG

    def _for_window(self, _: int, window: int, kind: int, out: int) -> int:
        self.asked.append((window, _guid(kind)))
        return _put(out, self.pane.address.value)

    def _try(self, what: str) -> Callable[[int, int], int]:
        def answer(_: int, out: int) -> int:
            if self.fails == what or threading.get_ident() != self.thread:
                return WRONG_THREAD
            ctypes.cast(out, POINTER(ctypes.c_byte))[0] = self.agrees
            self.messages.put(lambda: setattr(self, "shown", what == "show"))
            return self._note(what)

        return answer

    def _location(self, _: int, out: int) -> int:
        if self.fails == "location":
            return -2147467259
        ctypes.cast(out, POINTER(c_int32 * 4))[0] = (c_int32 * 4)(*(self.place if self.shown else (0,) * 4))
        return 0


def test_windows_is_asked_for_the_pane_of_the_window() -> None:
    windows = Windows()
    pane = Pane(4711, **windows.libraries())
    assert windows.asked == [
        ("Windows.UI.ViewManagement.InputPane", 35),
        "75cf2c57-9195-4931-8332-f0b409e916af",
        "string freed",
        (4711, "8a6b3f26-7090-4793-944c-c3f2cde26276"),
        "released",
        "d5120aa3-46ba-44c5-822d-ca8092c1fc72",
    ]
    assert (pane.hide(), pane.show()) == (True, True)
    assert windows.asked[-2:] == ["hide", "show"]
    assert pane.location() is None, "the system has not yet come to it"
    pane.pump()
    assert pane.location() == (0, 500, 1280, 800)
    pane.close()
    assert windows.asked[-3:] == ["released", "released", "apartment left"]


def test_windows_may_refuse_and_an_empty_rectangle_is_none() -> None:
    assert not Pane(1, **Windows(agrees=False).libraries()).show()
    for windows in (Windows(place=(0, 0, 0, 0)), Windows(fails="location")):
        pane = Pane(1, **windows.libraries())
        pane.show()
        pane.pump()
        assert pane.location() is None


@pytest.mark.parametrize("missing", ["factory", "object"])
def test_a_windows_without_it_is_told_by_its_number(missing: str) -> None:
    windows = Windows(fails=missing)
    with pytest.raises(PaneError, match="0x80040154"):
        Pane(1, **windows.libraries())
    assert windows.asked[-1] == "apartment left", "nothing is kept"


def of_system(windows: Windows) -> WindowsTouchKeyboard:
    return WindowsTouchKeyboard(1, lambda window: Pane(window, **windows.libraries()))


def until(true: Callable[[], object]) -> None:
    """Poll, for five seconds at most."""
    turn, end = threading.Event(), time.monotonic() + 5
    while not true():
        assert time.monotonic() < end
        turn.wait(0.005)


def test_its_thread_hears_the_system_also_while_nothing_is_wanted() -> None:
    windows, heard = Windows(), threading.Event()
    windows.messages.put(heard.set)
    keyboard = of_system(windows)
    assert heard.wait(5)
    assert keyboard.occluded() is None
    keyboard.show()
    until(lambda: keyboard.occluded() == (0, 500, 1280, 800))
    keyboard.hide()
    until(lambda: keyboard.occluded() is None)


def test_its_thread_leaves_the_apartment_when_it_ends() -> None:
    windows = Windows(fails="show")
    keyboard = of_system(windows)
    keyboard.show()
    assert windows.ended.wait(5)
    assert windows.asked[-3:] == ["released", "released", "apartment left"]
    assert keyboard.occluded() is None


class Script:
    """A pane that records its calls with their thread."""

    def __init__(self) -> None:
        self.done: queue.Queue[str] = queue.Queue()
        self.threads: set[int] = set()
        self.place: Rect | None = None

    def _do(self, what: str) -> bool:
        self.threads.add(threading.get_ident())
        self.done.put(what)
        return True

    def show(self) -> bool:
        self.place = Rect(0, 500, 1280, 800)
        return self._do("show")

    def hide(self) -> bool:
        self.place = None
        return self._do("hide")

    def location(self) -> Rect | None:
        self._do("location")
        return self.place

    def pump(self) -> None:
        self.threads.add(threading.get_ident())

    def close(self) -> None:
        self._do("close")


def test_all_of_it_is_done_on_one_thread_and_nobody_waits_for_it() -> None:
    script = Script()
    keyboard = WindowsTouchKeyboard(1, lambda _: script)  # type: ignore[arg-type,return-value]
    assert keyboard.occluded() is None
    keyboard.show()
    assert [script.done.get(timeout=5) for _ in range(3)] == ["show", "location", "location"], "it is watched"
    assert keyboard.occluded() == (0, 500, 1280, 800)
    keyboard.hide()
    while script.done.get(timeout=5) != "hide":
        pass
    assert script.done.get(timeout=5) == "location"
    assert len(script.threads - {threading.get_ident()}) == 1


def test_without_a_pane_nothing_is_covered_and_nothing_breaks() -> None:
    tried = threading.Event()

    def fail(_: int) -> Pane:
        tried.set()
        raise PaneError("0x80040154")

    keyboard = WindowsTouchKeyboard(1, fail)
    keyboard.show()
    assert tried.wait(5)
    keyboard.hide()
    assert keyboard.occluded() is None
