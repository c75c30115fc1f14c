"""The Windows side of processes: job objects against a fake kernel32, the process table through psutil."""

import ctypes
import os
import sys
from typing import Any

import pytest

from kiosk.processes import start as processes, windows, windows_job
from kiosk.processes.windows_job import JobObject
from kiosk.system import clock


class FakeKernel32:
    """Records its calls; ``alive`` counts down with each query."""

    def __init__(self, refuse: str = "", alive: int = 2) -> None:
        self.calls: list[str] = []
        self.limits = 0
        self.assigned: list[int] = []
        self.alive = alive
        self.terminated = False
        self._refuse = refuse

    def _call(self, name: str) -> int:
        self.calls.append(name)
        return 0 if name == self._refuse else 1

    def CreateJobObjectW(self, security: object, name: object) -> int:  # noqa: N802
        assert security is None
        assert name is None
        return self._call("create") and 77

    def SetInformationJobObject(self, job: int, kind: int, info: Any, size: int) -> int:  # noqa: N802
        assert (job, kind, size) == (77, 9, ctypes.sizeof(windows_job.ExtendedLimits))
        self.limits = info._obj.BasicLimitInformation.LimitFlags
        return self._call("limits")

    def AssignProcessToJobObject(self, job: int, process: int) -> int:  # noqa: N802
        self.assigned.append(process)
        return self._call("assign")

    def TerminateJobObject(self, job: int, code: int) -> int:  # noqa: N802
        self.terminated = True
        return self._call("terminate")

    def QueryInformationJobObject(self, job: int, kind: int, info: Any, size: int, _: object) -> int:  # noqa: N802
        assert (kind, size) == (1, ctypes.sizeof(windows_job.Accounting))
        info._obj.ActiveProcesses = self.alive
        if self.terminated and self.alive:
            self.alive -= 1
        return self._call("query")

    def CloseHandle(self, handle: int) -> int:  # noqa: N802
        return self._call("close")


def test_the_structures_have_the_sizes_of_the_windows_headers() -> None:
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(windows_job.BasicLimits) == 64
        assert ctypes.sizeof(windows_job.ExtendedLimits) == 144
        assert ctypes.sizeof(windows_job.Accounting) == 48


def test_a_job_kills_on_close_and_lets_nothing_break_away() -> None:
    kernel32 = FakeKernel32()
    job = JobObject(kernel32)
    job.assign(5)
    assert kernel32.limits & 0x2000
    assert not kernel32.limits & (0x800 | 0x1000)
    assert kernel32.assigned == [5]
    job.close()
    job.close()
    assert kernel32.calls.count("close") == 1


@pytest.mark.parametrize("refuse", ["create", "limits"])
def test_a_job_that_cannot_be_made(refuse: str) -> None:
    with pytest.raises(OSError, match="refused"):
        JobObject(FakeKernel32(refuse))


class FakePopen:
    _handle = 5
    killed = False

    def kill(self) -> None:
        self.killed = True


def test_a_process_that_cannot_be_put_into_the_job_does_not_live(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(windows_job, "load_kernel32", lambda: FakeKernel32("assign"))
    popen = FakePopen()
    with pytest.raises(OSError, match="refused"):
        processes._put_into_job(popen)
    assert popen.killed


@pytest.fixture
def jobs(monkeypatch: pytest.MonkeyPatch) -> dict[int, JobObject]:
    jobs: dict[int, JobObject] = {}
    monkeypatch.setattr(processes, "_jobs", jobs)
    return jobs


def test_killing_ends_every_job_but_the_spared(jobs: dict[int, JobObject]) -> None:
    doomed, spared = FakeKernel32(), FakeKernel32()
    jobs.update({1: JobObject(doomed), 2: JobObject(spared)})
    assert processes._end_jobs(frozenset({2}), clock.now() + 1) is None
    assert doomed.terminated
    assert doomed.alive == 0
    assert doomed.calls[-1] == "close"
    assert not spared.terminated
    assert list(jobs) == [2]


def test_a_job_that_does_not_end_in_time(jobs: dict[int, JobObject]) -> None:
    jobs[1] = JobObject(FakeKernel32(alive=10**6))
    assert processes._end_jobs(frozenset(), clock.now() + 0.01) == "a job has processes that are still alive"
    assert list(jobs) == [1]


@pytest.mark.parametrize("refuse", ["terminate", "query"])
def test_a_job_that_cannot_be_ended(jobs: dict[int, JobObject], refuse: str) -> None:
    jobs[1] = JobObject(FakeKernel32(refuse))
    assert processes._end_jobs(frozenset(), clock.now() + 1) == "a job could not be terminated"


def test_kernel32_comes_from_system32(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[str, int]] = []

    class Anything:
        def __getattr__(self, name: str) -> "Anything":
            made = Anything()
            object.__setattr__(self, name, made)
            return made

    def load(name: str, winmode: int) -> object:
        asked.append((name, winmode))
        return Anything()

    monkeypatch.setattr(ctypes, "WinDLL", load, raising=False)
    kernel32 = windows_job.load_kernel32()
    assert asked == [("kernel32.dll", 0x800)]
    assert kernel32.CreateJobObjectW.restype is ctypes.c_void_p


class TestProcessTable:
    def test_this_process(self) -> None:
        seen = windows.inspect(os.getpid())
        assert seen
        assert seen.parent == os.getppid()
        assert os.getpid() in set(windows.pids())
        assert windows.surroundings(os.getpid())[1] == os.getcwd()  # noqa: PTH109
        assert windows.boot_id() == ""
        assert not windows.has_threads(os.getpid())

    def test_a_process_that_is_not_there(self) -> None:
        assert windows.inspect(2**22 + 1) is None
        assert windows.surroundings(2**22 + 1) == ({}, "")
        windows.kill(2**22 + 1)
        windows.reap(2**22 + 1)

    def test_kill(self) -> None:
        child = processes.start_helper([sys.executable, "-S", "-c", "import time; time.sleep(600)"], {})
        before, again = windows.inspect(child.pid), windows.inspect(child.pid)
        assert before
        assert again
        assert before.born == again.born
        windows.kill(child.pid)
        assert child.wait(5) != 0
