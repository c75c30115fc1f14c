"""An unhandled exception ends the process; its type and place are recorded, never its text."""

import subprocess
import sys
from pathlib import Path

import pytest

from kiosk.exit_codes import ExitCode
from kiosk.failures import FailureName, failure
from kiosk.system import crash
from kiosk.system.crash import Crash

CANARY = "4649"

BEGIN = """
import sys, threading
from kiosk.system import crash
crash.prepare()
crash.end_on_exception(lambda found: print("reported", *found, flush=True))
def broken(*_):
    raise ValueError("canary 4649")
"""

IN_A_SLOT = """
from PySide6.QtCore import QCoreApplication, QTimer
application = QCoreApplication([])
QTimer.singleShot(0, broken)
QTimer.singleShot(0, lambda: print("it went on", flush=True))
application.exec()
"""
IN_A_THREAD = """
thread = threading.Thread(target=broken)
thread.start()
thread.join()
print("it went on", flush=True)
"""
WHERE_IT_CANNOT_BE_RAISED = """
class Thing:
    __del__ = broken
Thing()
print("it went on", flush=True)
"""


def run(*parts: str) -> subprocess.CompletedProcess[str]:
    """Run this program in a process of its own."""
    command = [sys.executable, "-c", "".join(parts)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.parametrize("place", [IN_A_SLOT, "broken()"], ids=["slot", "main"])
def test_an_exception_ends_the_process_and_is_reported(place: str) -> None:
    ended = run(BEGIN, place)
    assert ended.returncode == ExitCode.UNEXPECTED, ended.stderr
    assert ended.stdout.split() == ["reported", "ValueError", "<string>", "7"]
    assert ended.stderr == "kiosk: stopped for an unexpected reason (ValueError at <string>.py:7) [T04]\n"


@pytest.mark.parametrize("place", [IN_A_THREAD, WHERE_IT_CANNOT_BE_RAISED], ids=["thread", "finaliser"])
def test_where_it_ends_no_process_its_text_is_not_written_either(place: str) -> None:
    ended = run(BEGIN, place)
    assert ended.returncode == 0
    assert ended.stdout == "it went on\n"
    assert "ValueError at <string>.py:7" in ended.stderr
    assert CANARY not in ended.stderr
    assert "Traceback" not in ended.stderr


def test_it_ends_though_the_report_fails() -> None:
    failing = "crash.end_on_exception(lambda _: 1 / 0)\n"
    ended = run(BEGIN, failing, "broken()")
    assert ended.returncode == ExitCode.UNEXPECTED
    assert CANARY not in ended.stderr


def test_the_log_has_the_places_and_not_the_text(tmp_path: Path) -> None:
    logged = f"from pathlib import Path\nfrom kiosk.system import logs\nlogs.configure(Path({str(tmp_path)!r}))\n"
    run(BEGIN, logged, "broken()")
    text = (tmp_path / "kiosk.log").read_text("utf-8")
    assert '"exception": "ValueError"' in text
    assert CANARY not in text


def test_without_an_error_output_it_ends_all_the_same() -> None:
    windowed = "import sys\nsys.stdout = sys.stderr = None\nfrom kiosk.system import crash\n"
    ended = run(windowed, "crash.prepare()\ncrash.end_on_exception()\nraise ValueError")
    assert ended.returncode == ExitCode.UNEXPECTED
    assert ended.stderr == ""


def test_a_crash_of_native_code_shows_where_it_was() -> None:
    ended = run(BEGIN, "import faulthandler\nfaulthandler._sigabrt()")
    assert "most recent call first" in ended.stderr


def test_an_exception_that_was_never_raised_has_no_place() -> None:
    assert crash.crash_of(ValueError("x")) == Crash("ValueError", "unknown", 0)


def test_the_code_is_that_of_the_catalogue() -> None:
    assert failure(FailureName.INTERNAL_ERROR).code == crash.CODE
