"""Whether a time service holds the clock, as the kernel says."""

import ctypes
import sys
from types import SimpleNamespace

import pytest

from kiosk.system.time_service import synchronised


def test_the_kernel_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert synchronised() in (True, False, None)
    for state, told in ((0, True), (5, False), (-1, None)):
        library = SimpleNamespace(adjtimex=lambda _, state=state: state)
        monkeypatch.setattr(ctypes, "CDLL", lambda *_, library=library, **__: library)
        assert synchronised() is told
    monkeypatch.setattr(sys, "platform", "win32")
    assert synchronised() is None
