"""A windowed Windows program has no console: output is lost, and nothing else goes wrong."""

import io
import os
import subprocess
import sys
from pathlib import Path

import pytest

from kiosk import __main__ as root
from kiosk.cli import run_cli
from kiosk.exit_codes import ExitCode
from kiosk.system import console, crash
from tests.conftest import ExpectedLogs

#: ``kiosk run`` up to the lock of the data folder, which another one holds.
SECOND = """
import sys
from pathlib import Path
from types import SimpleNamespace
from PySide6.QtCore import QLockFile
from ui.terminal.root import run_terminal
from kiosk.system import logs
folder = Path(sys.argv[1])
logs.configure(folder)
settings = SimpleNamespace(data_folder=folder, lock=folder / "kiosk.lock")
lock = QLockFile(str(settings.lock))
assert lock.tryLock(0)
if sys.argv[2] == "windowed":
    sys.stdout = sys.stderr = None
sys.exit(run_terminal(SimpleNamespace(settings=settings)))
"""


def without_console(monkeypatch: pytest.MonkeyPatch) -> None:
    """Within the test itself: between a fixture and its test pytest puts its own outputs back."""
    monkeypatch.setattr(sys, "stdout", None)
    monkeypatch.setattr(sys, "stderr", None)


@pytest.mark.parametrize("place", ["windowed", "console"])
@pytest.mark.slow
def test_a_second_kiosk_is_refused_with_and_without_a_console(tmp_path: Path, place: str) -> None:
    command = [sys.executable, "-c", SECOND, str(tmp_path), place]
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == ExitCode.REFUSED, done.stderr
    assert ("another kiosk runs" in done.stderr) == (place == "console")
    assert "another kiosk runs" in (tmp_path / "kiosk.log").read_text("utf-8"), "IT finds it in the log in any case"


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["--help"], 0),
        (["bogus"], 2),
        (["config", "--config", "none.toml"], 2),
        (["run", "--config", "none.toml"], 2),
        (["audit", "verify", "--file", "none"], 1),
        (["doctor", "--no-browser", "--config", "none.toml"], 2),
        (["doctor", "--no-browser", "--json", "--config", "none.toml"], 2),
        (["drill", "--only", "none"], 2),
    ],
    ids=lambda given: " ".join(given) if isinstance(given, list) else "",
)
def test_no_command_needs_a_console(monkeypatch: pytest.MonkeyPatch, words: list[str], code: int) -> None:
    monkeypatch.setattr(sys, "argv", ["kiosk", *words])
    without_console(monkeypatch)
    assert crash.guarded(root._run_command) == code


def test_an_unexpected_end_without_a_console(monkeypatch: pytest.MonkeyPatch, expected_logs: ExpectedLogs) -> None:
    expected_logs.expect("unexpected")

    def broken() -> int:
        raise ValueError

    without_console(monkeypatch)
    assert crash.guarded(broken) == ExitCode.UNEXPECTED


class Gone(io.StringIO):
    """A pipe whose reader is closed."""

    def write(self, text: str, /) -> int:
        raise BrokenPipeError


def test_last_words_that_nobody_reads_end_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Gone())
    console.write_error("x")


def test_last_words_are_a_line_on_the_error_output(capsys: pytest.CaptureFixture[str]) -> None:
    console.write_error("kiosk: refused")
    assert capsys.readouterr() == ("", "kiosk: refused\n")


def test_the_command_line_still_says_what_is_wrong(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["kiosk", "bogus"])
    assert run_cli(lambda *_: 0) == 2
    assert "bogus" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "encoding"), [("config", "cp932"), ("config", "cp1252"), ("doctor --no-browser --json", "cp1252")]
)
@pytest.mark.slow
def test_a_console_without_our_letters_gets_the_whole_text(tmp_path: Path, command: str, encoding: str) -> None:
    """Output that is redirected on a Japanese Windows; the city's name has a variation selector."""
    file = tmp_path / "kiosk.toml"
    file.write_text('city = "葛\U000e0100城市"\nwindow = "한국"\nphone = "0745"\n', encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", *command.split(), "--config", str(file)],
        env={**os.environ, "PYTHONIOENCODING": encoding, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert done.returncode != ExitCode.UNEXPECTED
    assert b"[T04]" not in done.stderr
    if command == "config":
        assert b"\\U000e0100" in done.stdout
        assert b"staff_code_hash" in done.stdout, "the last row is there too"
