"""Judging a renderer by the facts of Linux and Windows; the real engine is tested in tests/e2e/test_doctor.py."""

import ctypes
import os
from collections.abc import Mapping
from types import SimpleNamespace
from typing import Any

import pytest

from kiosk.processes import confinement
from kiosk.processes.confinement import (
    Confinement,
    NativeWindows,
    PageWatch,
    confined,
    judge_linux,
    judge_windows,
    renderers_below,
)

OWN = {"NSpid": "100", "Seccomp": "0"}
CONFINED = {"NSpid": "4711 4 1", "Seccomp": "2", "NoNewPrivs": "1"}
OTHER: Mapping[str, bool | None] = {"user": True, "pid": True}
HIDDEN: Mapping[str, bool | None] = {"user": None, "pid": None}


def test_a_renderer_in_its_sandbox() -> None:
    found = judge_linux(CONFINED, OWN, OTHER)
    assert found.ok
    assert found.summary() == "seccomp filter, no new privileges yes, process namespace own, user namespace own"


def test_a_renderer_that_hides_its_namespaces() -> None:
    found = judge_linux(CONFINED, OWN, HIDDEN)
    assert found.ok
    assert found.facts["user namespace"] == "not told"


@pytest.mark.parametrize(
    ("status", "own", "namespaces"),
    [
        ({**CONFINED, "Seccomp": "0"}, OWN, OTHER),
        ({**CONFINED, "Seccomp": "1"}, OWN, OTHER),
        ({**CONFINED, "NoNewPrivs": "0"}, OWN, OTHER),
        ({**CONFINED, "NSpid": "4711"}, OWN, HIDDEN),
        ({**CONFINED, "NSpid": "4711"}, OWN, {"user": False, "pid": False}),
        (CONFINED, OWN, {"user": False, "pid": True}),
        (CONFINED, {"NSpid": "4711 4 1"}, HIDDEN),
        ({}, OWN, HIDDEN),
    ],
)
def test_anything_missing_is_not_confined(
    status: Mapping[str, str], own: Mapping[str, str], namespaces: Mapping[str, bool | None]
) -> None:
    assert not judge_linux(status, own, namespaces).ok


def looks(monkeypatch: pytest.MonkeyPatch, *seen: tuple[int, ...]) -> PageWatch:
    """A watch that finds these renderers, one set at each check; even numbers are confined."""
    waiting = list(seen)
    monkeypatch.setattr(confinement, "renderers_below", lambda _: waiting.pop(0))
    monkeypatch.setattr(confinement, "confined", lambda pid: Confinement(pid % 2 == 0, {}))
    return PageWatch()


@pytest.mark.parametrize("first", [(), (7,), (2, 7)], ids=["forked a moment ago", "no filter yet", "one has ended"])
def test_a_page_that_is_just_starting_is_looked_at_again(
    monkeypatch: pytest.MonkeyPatch, first: tuple[int, ...]
) -> None:
    watch = looks(monkeypatch, first, (2,))
    assert not watch.refuses(4711, now=100.0)
    assert watch.doubtful
    assert not watch.refuses(4711, now=100.9)
    assert not watch.doubtful


@pytest.mark.parametrize("never", [(), (7,), (2, 7)])
def test_a_page_that_stays_unproven_is_refused(monkeypatch: pytest.MonkeyPatch, never: tuple[int, ...]) -> None:
    """Counted from the first check: another step of the page does not restart the limit."""
    watch = looks(monkeypatch, *[never] * 3)
    assert [watch.refuses(4711, now) for now in (100.0, 100.9, 101.0)] == [False, False, True]


def test_the_doubt_ends_with_its_session(monkeypatch: pytest.MonkeyPatch) -> None:
    watch = looks(monkeypatch, (7,), (7,))
    assert not watch.refuses(4711, now=100.0)
    assert not watch.refuses(None, now=100.5)
    assert not watch.refuses(4712, now=101.2)


def test_this_process_is_not_confined_and_a_dead_one_neither() -> None:
    assert not confined(os.getpid()).ok
    assert confined(2**22 + 1).facts == {"unknown": "FileNotFoundError"}


@pytest.mark.parametrize(
    ("command", "threads", "renderer"),
    [
        (["p", "--type=renderer", "--x"], 1, True), (["p", "--type=zygote"], 8, True),
        (["p", "--type=zygote"], 1, False),
        (["p", "--type=gpu-process"], 9, False), ([], 3, False),
    ],
)  # fmt: skip
def test_renderers_are_told_from_zygotes(command: list[str], threads: int, renderer: bool) -> None:
    assert confinement._is_renderer(command, threads) is renderer


def test_no_renderers_below_a_process_without_or_a_dead_one() -> None:
    assert renderers_below(os.getpid()) == ()
    assert renderers_below(2**22 + 1) == ()


class Windows:
    """Stands in for the queries to Windows."""

    def __init__(self, level: int, job: bool) -> None:
        self.level, self.job = level, job

    def integrity(self, pid: int) -> int:
        return self.level

    def in_job(self, pid: int) -> bool:
        return self.job


@pytest.mark.parametrize(
    ("level", "job", "ok", "name"),
    [
        (0, True, True, "untrusted"), (0x1000, True, True, "low"), (0x2000, True, False, "medium"),
        (0x2100, True, False, "medium"), (0x3000, True, False, "high"), (0x4000, True, False, "system"),
        (0x1000, False, False, "low"),
    ],
)  # fmt: skip
def test_windows(level: int, job: bool, ok: bool, name: str) -> None:
    found = judge_windows(Windows(level, job), 4711)
    assert found.ok is ok
    assert found.facts == {"integrity": name, "job": "yes" if job else "no"}


class Libraries:
    """kernel32 and advapi32 that answer like Windows for one process."""

    def __init__(self, level: int, refuses: str = "") -> None:
        self.refuses, self.closed = refuses, []  # type: tuple[str, list[Any]]
        self._parts = (ctypes.c_uint32 * 2)(0x10, level)
        self._count = (ctypes.c_ubyte * 1)(2)
        self._sid = ctypes.create_string_buffer(12)

    def OpenProcess(self, *_: int) -> int:  # noqa: N802
        return 0 if self.refuses == "OpenProcess" else 77

    def CloseHandle(self, handle: Any) -> int:  # noqa: N802
        self.closed.append(getattr(handle, "value", handle))
        return 1

    def IsProcessInJob(self, _: int, __: None, answer: Any) -> int:  # noqa: N802
        answer._obj.value = 1
        return int(self.refuses != "IsProcessInJob")

    def OpenProcessToken(self, _: int, __: int, token: Any) -> int:  # noqa: N802
        token._obj.value = 88
        return 1

    def GetTokenInformation(self, _: Any, kind: int, buffer: Any, size: int, __: Any) -> int:  # noqa: N802
        assert kind == 25
        ctypes.cast(buffer, ctypes.POINTER(ctypes.c_void_p))[0] = ctypes.addressof(self._sid)
        return int(self.refuses != "GetTokenInformation")

    def GetSidSubAuthorityCount(self, sid: int) -> Any:  # noqa: N802
        assert sid == ctypes.addressof(self._sid)
        return self._count

    def GetSidSubAuthority(self, _: int, place: int) -> Any:  # noqa: N802
        return ctypes.cast(ctypes.byref(self._parts, place * 4), ctypes.POINTER(ctypes.c_uint32))


def test_the_calls_to_windows_close_what_they_open() -> None:
    libraries = Libraries(0x1000)
    windows = NativeWindows(libraries, libraries)
    assert judge_windows(windows, 4711).ok
    assert sorted(libraries.closed) == [77, 77, 88]


@pytest.mark.parametrize("call", ["OpenProcess", "GetTokenInformation", "IsProcessInJob"])
def test_a_refused_call_is_not_confined(call: str, monkeypatch: pytest.MonkeyPatch) -> None:
    libraries = Libraries(0x1000, refuses=call)
    monkeypatch.setattr(confinement, "NativeWindows", lambda: NativeWindows(libraries, libraries))
    monkeypatch.setattr(confinement, "sys", SimpleNamespace(platform="win32"))
    assert confined(4711) == confinement.Confinement(ok=False, facts={"unknown": "OSError"})
    assert libraries.closed == ([] if call == "OpenProcess" else libraries.closed)
