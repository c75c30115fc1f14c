"""A crash leaves no memory on the disk: real crashes, beside the same crash without the limit."""

import resource
import signal
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from kiosk.system import dumps

#: A crash as of an engine, of this process and of one below it, in the current folder.
CRASH = """
import os, signal, subprocess, sys
crash = "import os, signal; secret = b'canary 4649' * 1000; os.kill(os.getpid(), signal.SIGSEGV)"
if sys.argv[1] == "child":
    sys.exit(subprocess.run([sys.executable, "-c", crash]).returncode)
exec(crash)
"""
FORBID = "from kiosk.system import crash; crash.prepare()\n"

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="core dumps are Linux's")


def crashed(folder: Path, *program: str, who: str) -> list[str]:
    """Crash in this folder with the limit of core dumps lifted; returns what is left there."""

    def lift() -> None:
        hard = resource.getrlimit(resource.RLIMIT_CORE)[1]
        resource.setrlimit(resource.RLIMIT_CORE, (hard, hard))

    command = [sys.executable, "-c", "".join(program), who]
    ended = subprocess.run(command, cwd=folder, preexec_fn=lift, capture_output=True, check=False, timeout=60)
    assert ended.returncode % 256 == -signal.SIGSEGV % 256, ended.stderr
    return sorted(entry.name for entry in folder.iterdir())


@pytest.mark.parametrize("who", ["itself", "child"])
def test_a_crash_leaves_no_memory(tmp_path: Path, who: str) -> None:
    without, with_it = tmp_path / "without", tmp_path / "with"
    without.mkdir()
    with_it.mkdir()
    if not crashed(without, CRASH, who=who):
        pytest.skip("this machine leaves no core dump in the current folder anyway")
    assert crashed(with_it, FORBID, CRASH, who=who) == []


@pytest.mark.parametrize(
    ("limit", "pattern", "why"),
    [
        (1, "core", ""),
        (0, "/var/crash/core.%p", ""),
        (1, "|/usr/share/apport/apport -p%p", ""),
        (0, "|/usr/lib/systemd/systemd-coredump %P %u", ""),
        (
            0,
            "|/usr/share/apport/apport -p%p",
            "with a limit of 0 Linux still gives core dumps to /usr/share/apport/apport",
        ),
        (-1, "core", "core dumps are not limited"),
        (4096, "core", "core dumps are not limited"),
    ],
)
def test_what_could_leave_a_dump(limit: int, pattern: str, why: str) -> None:
    assert dumps.judge(limit, pattern) == why


def test_a_limit_that_is_lower_already_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody but root may raise it."""
    for hard, limit in ((resource.RLIM_INFINITY, 1), (4096, 1), (1, 1), (0, 0)):
        kept: list[tuple[int, int]] = []
        monkeypatch.setattr(resource, "getrlimit", lambda _, hard=hard: (0, hard))
        monkeypatch.setattr(resource, "setrlimit", lambda _, new, kept=kept: kept.append(new))
        dumps.forbid()
        assert kept == [(limit, limit)]


def test_windows_reports_neither_this_process_nor_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over stand-ins: the mode keeps what was set, and a list that may not be written is no reason to stop."""
    modes, excluded = [0x8000], []

    def exclude(name: object, machine: int) -> None:
        excluded.append((name.value, machine))  # type: ignore[attr-defined] # a c_wchar_p
        raise OSError

    kernel32 = SimpleNamespace(GetErrorMode=lambda: modes[-1], SetErrorMode=modes.append)
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.setattr(dumps, "_windows", lambda: (kernel32, SimpleNamespace(WerAddExcludedApplication=exclude)))
    assert dumps.trouble()
    dumps.forbid()
    assert modes[-1] == 0x8003
    assert excluded == [(Path(sys.executable).name, 0), ("QtWebEngineProcess.exe", 0)]
    assert dumps.trouble() == ""
