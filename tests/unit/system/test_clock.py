"""Deadlines use a clock that counts suspend time."""

import ctypes
import sys
import time
from datetime import timedelta
from types import SimpleNamespace

import pytest

from kiosk.system import clock


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="CLOCK_BOOTTIME is Linux")
def test_on_linux_it_is_the_clock_that_counts_suspend() -> None:
    before = time.clock_gettime(time.CLOCK_BOOTTIME)
    assert before <= clock.now() <= time.clock_gettime(time.CLOCK_BOOTTIME)


def test_on_windows_ticks_are_milliseconds_of_64_bits() -> None:
    calls: list[object] = []

    def ticks() -> int:
        calls.append(1)
        return 2**40 + 500

    kernel32 = SimpleNamespace(GetTickCount64=ticks)
    assert clock.tick_clock(kernel32)() == pytest.approx(2**40 / 1000 + 0.5)
    assert calls


def test_windows_loads_kernel32_from_system32_only(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    def load(name: str, winmode: int) -> object:
        asked.append((name, winmode))
        return SimpleNamespace(GetTickCount64=lambda: 1000)

    monkeypatch.setattr(ctypes, "WinDLL", load, raising=False)
    assert clock.choose_clock("win32")() == 1.0
    assert asked == [("kernel32.dll", 0x800)]


def test_elsewhere_it_is_the_monotonic_clock(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(time, "CLOCK_BOOTTIME", raising=False)
    assert clock.choose_clock("darwin") is time.monotonic


def test_it_never_goes_back() -> None:
    moments = [clock.now() for _ in range(100)]
    assert moments == sorted(moments)


def test_wall_time_knows_its_zone() -> None:
    assert clock.wall().tzinfo is not None


@pytest.mark.parametrize("seconds", [-3600.0, 365 * 86_400.0])
def test_a_time_of_day_that_is_set_is_seen_once(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    watch = clock.WallWatch()
    assert (watch.jump(), watch.moved) == (0.0, False)
    real = clock.wall
    monkeypatch.setattr(clock, "wall", lambda: real() + timedelta(seconds=seconds))
    assert watch.jump() == pytest.approx(seconds, abs=1)
    assert (watch.jump(), watch.moved) == (0.0, True)


def test_sleep_and_drift_are_no_jump(monkeypatch: pytest.MonkeyPatch) -> None:
    """A sleep moves both clocks forward; a slow crystal moves one of them a little."""
    watch = clock.WallWatch()
    real = clock.wall
    monkeypatch.setattr(clock, "wall", lambda: real() + timedelta(hours=8, seconds=1))
    ticks = clock._clock
    monkeypatch.setattr(clock, "_clock", lambda: ticks() + 8 * 3600)
    assert (watch.jump(), watch.moved) == (0.0, False)
