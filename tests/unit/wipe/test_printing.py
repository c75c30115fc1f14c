"""Print queues against a fake CUPS and a fake Windows spooler."""

import ctypes
import subprocess
import sys
from typing import Any

import pytest

from kiosk.wipe import printing
from kiosk.wipe.printing import CupsQueue, JobInfo, WindowsQueue

LPSTAT = """\
Desk-12                 kiosk             1024   Fri 02 Jan 2026 03:04:05
Desk-13                 hanako            2048   Fri 02 Jan 2026 03:05:05
Desk-14                 kiosk             1024   Fri 02 Jan 2026 03:06:05
"""


class TestCups:
    def test_jobs_of_the_owner_are_counted(self) -> None:
        queue = CupsQueue("Desk", lambda argv: (0, LPSTAT))
        assert queue.remaining("kiosk") == 2
        assert queue.remaining("nobody") == 0

    def test_the_commands(self) -> None:
        asked: list[list[str]] = []

        def run(argv: list[str]) -> tuple[int, str]:
            asked.append(argv)
            return 0, ""

        queue = CupsQueue("Desk", run)
        queue.cancel("kiosk")
        assert queue.remaining("kiosk") == 0
        assert asked == [
            ["cancel", "-a", "-u", "kiosk", "Desk"],
            ["lpstat", "-W", "not-completed", "-o", "Desk"],
        ]

    def test_a_queue_that_does_not_answer(self) -> None:
        with pytest.raises(OSError, match="lpstat"):
            CupsQueue("Desk", lambda argv: (1, "")).remaining("kiosk")

    def test_an_option_is_no_printer(self) -> None:
        with pytest.raises(ValueError, match="name"):
            CupsQueue("-h")

    def test_a_real_command(self) -> None:
        assert printing.run_command([sys.executable, "-S", "-c", "print('x')"]) == (0, "x\n")

    def test_a_command_that_hangs_is_ended(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(printing, "_TIMEOUT", 0.05)
        with pytest.raises(subprocess.TimeoutExpired):
            printing.run_command([sys.executable, "-S", "-c", "import time; time.sleep(600)"])


class FakeSpooler:
    def __init__(self, *owners: str, refuse: str = "") -> None:
        self.jobs = dict(enumerate(owners, 1))
        self.refuse = refuse
        self.open = 0

    def OpenPrinterW(self, printer: str, handle: Any, defaults: object) -> int:  # noqa: N802
        handle._obj.value = 9
        self.open += self.refuse != "open"
        return int(self.refuse != "open")

    def ClosePrinter(self, handle: Any) -> int:  # noqa: N802
        self.open -= 1
        return 1

    def EnumJobsW(  # noqa: N802, PLR0917
        self, handle: Any, first: int, most: int, level: int, room: Any, size: int, needed: Any, returned: Any
    ) -> int:
        assert (handle.value, first, level) == (9, 0, 1)
        wanted = len(self.jobs) * ctypes.sizeof(JobInfo)
        needed._obj.value = wanted
        if size < wanted or (room is not None and self.refuse == "enum"):
            return 0
        if room is not None:
            table = ctypes.cast(room, ctypes.POINTER(JobInfo))
            for index, (number, owner) in enumerate(self.jobs.items()):
                table[index].JobId = number
                table[index].pUserName = owner
        returned._obj.value = len(self.jobs)
        return 1

    def SetJobW(self, handle: Any, job: int, level: int, info: object, command: int) -> int:  # noqa: N802
        assert (level, info, command) == (0, None, 5)
        del self.jobs[job]
        return 1


class TestWindows:
    def test_only_the_owners_jobs_go(self) -> None:
        spooler = FakeSpooler("Kiosk", "hanako", "KIOSK")
        queue = WindowsQueue("Desk", spooler)
        assert queue.remaining("kiosk") == 2
        queue.cancel("kiosk")
        assert queue.remaining("kiosk") == 0
        assert spooler.jobs == {2: "hanako"}
        assert spooler.open == 0

    def test_an_empty_queue(self) -> None:
        assert WindowsQueue("Desk", FakeSpooler()).remaining("kiosk") == 0

    @pytest.mark.parametrize("refuse", ["open", "enum"])
    def test_a_spooler_that_refuses(self, refuse: str) -> None:
        spooler = FakeSpooler("kiosk", refuse=refuse)
        with pytest.raises(OSError, match="refused"):
            WindowsQueue("Desk", spooler).remaining("kiosk")
        assert spooler.open == 0

    def test_the_structure_has_the_size_of_the_windows_header(self) -> None:
        if ctypes.sizeof(ctypes.c_void_p) == 8:
            assert ctypes.sizeof(JobInfo) == 96

    def test_the_spooler_comes_from_system32(self, monkeypatch: pytest.MonkeyPatch) -> None:
        asked: list[tuple[str, int]] = []

        class Call:
            argtypes: object = None

        class Library:
            OpenPrinterW = EnumJobsW = SetJobW = ClosePrinter = Call()

        def load(name: str, winmode: int) -> object:
            asked.append((name, winmode))
            return Library()

        monkeypatch.setattr(ctypes, "WinDLL", load, raising=False)
        printing.load_winspool()
        assert asked == [("winspool.drv", 0x800)]
