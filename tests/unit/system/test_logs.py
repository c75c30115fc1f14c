"""Logs: JSON lines that hold no personal data."""

import io
import json
import logging
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
import structlog

from kiosk.secret import Pin
from kiosk.system import logs
from kiosk.system.logs import FILE_NAME, REDACTED, configure
from kiosk.vocabulary import EndReason
from tests.conftest import ExpectedLogs


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A configured log folder."""
    configure(tmp_path, "INFO")
    return tmp_path


def lines(folder: Path) -> list[dict[str, Any]]:
    """The content of the log file."""
    return [json.loads(line) for line in (folder / FILE_NAME).read_text(encoding="utf-8").splitlines()]


def pin(digits: str) -> Pin:
    """A complete PIN."""
    made = Pin()
    for digit in digits:
        made.push(int(digit))
    return made


def test_a_line_is_json_with_time_and_level(folder: Path) -> None:
    structlog.get_logger("kiosk").info("session started", session="ab12", reason=EndReason.IDLE, ms=12)
    (line,) = lines(folder)
    assert (line["event"], line["level"], line["session"], line["reason"], line["ms"]) == (
        "session started", "info", "ab12", "idle", 12,
    )  # fmt: skip
    assert "T" in line["at"]


@pytest.mark.parametrize(
    "value", [pin("4649"), b"4649", bytearray(b"4649"), memoryview(b"4649"), object(), [b"4649"], {"x": b"4649"}]
)
def test_types_that_carry_secrets_leave_only_their_name(folder: Path, value: object) -> None:
    structlog.get_logger().info("seen", value=value)
    text = (folder / FILE_NAME).read_text()
    assert "4649" not in text
    assert "[" in str(lines(folder)[0]["value"])


@pytest.mark.parametrize(
    "key", ["pin", "PIN", "name", "certificate", "payment_id", "url", "phone_digits", "title", "tokens", "card_serial"]
)
def test_denied_keys_are_never_written(folder: Path, key: str) -> None:
    structlog.get_logger().info("seen", **{key: "canary"})
    assert lines(folder)[0][key] == REDACTED


def test_denied_keys_inside_a_value(folder: Path) -> None:
    structlog.get_logger().info("seen", portal={"name": "canary", "port": 1})
    assert lines(folder)[0]["portal"] == {"name": REDACTED, "port": 1}


def test_reader_names_and_steps_stay(folder: Path) -> None:
    structlog.get_logger().info("seen", reader_name="ACS ACR39U", step="folder")
    assert lines(folder)[0]["reader_name"] == "ACS ACR39U"


def test_addresses_lose_path_and_parameters(folder: Path) -> None:
    structlog.get_logger().info(
        "asked https://portal.example/a/b?id=canary twice", host="https://portal.example/?canary"
    )
    (line,) = lines(folder)
    assert line["event"] == "asked https://portal.example twice"
    assert line["host"] == "https://portal.example"


def test_an_exception_leaves_type_and_places_only(folder: Path, expected_logs: ExpectedLogs) -> None:
    expected_logs.expect("failed")
    try:
        raise ValueError("canary 4649")
    except ValueError:
        structlog.get_logger().exception("failed")
    (line,) = lines(folder)
    assert line["exception"] == "ValueError"
    assert line["where"][-1].startswith("test_logs.py:")
    assert "canary" not in json.dumps(line)


def test_lines_of_libraries_keep_their_fixed_text_only(folder: Path) -> None:
    logging.getLogger("library").info("request for %s", "canary")
    (line,) = lines(folder)
    assert (line["event"], line["logger"]) == ("request for %s", "library")


def test_the_level_holds_and_a_second_configure_doubles_nothing(folder: Path) -> None:
    configure(folder, "INFO")
    structlog.get_logger().debug("not written")
    structlog.get_logger().info("written")
    assert [line["event"] for line in lines(folder)] == ["written"]


def test_the_session_logs_to_stderr(capsys: pytest.CaptureFixture[str]) -> None:
    configure(None, "INFO")
    structlog.get_logger().info("from the session")
    captured = capsys.readouterr()
    assert captured.out == ""
    assert json.loads(captured.err)["event"] == "from the session"


def fill(folder: Path, monkeypatch: pytest.MonkeyPatch, count: int) -> None:
    """Write this many lines into a log of about one line a file."""
    monkeypatch.setattr(logs, "_BYTES", 100)
    configure(folder, "INFO")
    for number in range(count):
        structlog.get_logger().info("line", number=number, padding="x" * 100)


def test_a_log_that_cannot_be_renamed_loses_no_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    """A scanner or viewer of Windows holds the file."""

    def refuse(_: str, __: str) -> None:
        raise PermissionError

    monkeypatch.setattr("os.rename", refuse)
    fill(tmp_path, monkeypatch, 20)
    assert [line["number"] for line in lines(tmp_path)] == list(range(20))
    assert capfd.readouterr().err == ""
    monkeypatch.undo()
    structlog.get_logger().info("line", padding="x" * 200)
    structlog.get_logger().info("line")
    assert (tmp_path / f"{FILE_NAME}.1").exists(), "it is rotated again when that is allowed"


class FullDisk(io.StringIO):
    """A file on a disk without space."""

    def write(self, text: str) -> int:
        raise OSError(28, "No space left on device")


def test_what_cannot_be_written_is_counted_told_once_and_leaks_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str], expected_logs: ExpectedLogs
) -> None:
    expected_logs.expect("canary in")
    expected_logs.expect("lines_lost")
    (handler,) = [one for one in logging.getLogger().handlers if getattr(one, "of_kiosk", False)]
    monkeypatch.setattr(handler, "stream", FullDisk())
    for _ in range(3):
        structlog.get_logger().info("https://portal.example/?token=canary", pin="canary", name="canary")
        logging.getLogger("library").error("canary in %s", "arguments of canary")
    monkeypatch.undo()
    structlog.get_logger().info("again")
    seen = lines(folder)
    assert [line["event"] for line in seen] == ["again", "lines_lost"]
    assert seen[1]["count"] == 6
    told = capfd.readouterr().err
    assert told.count("the log cannot be written (OSError)") == 1
    assert "canary" not in told


def recursive() -> list[object]:
    """A list that holds itself."""
    made: list[object] = []
    made.append(made)
    return made


class Failing(str):
    """A text whose own code fails, with what it holds in the error."""

    __slots__ = ()

    def __str__(self) -> str:
        raise ValueError("canary")


class FailingTable(dict[str, str]):
    """The same for a table."""

    def items(self) -> Any:
        raise ValueError("canary")


@pytest.mark.parametrize(
    "value",
    [
        recursive(),
        {"x": recursive()},
        Failing("canary"),
        FailingTable(),
        10**5000,
        "\udcff",
        "a" * 10**6,
        ["x"] * 10**5,
    ],
    ids=["itself", "table", "text", "failing table", "digits", "half a letter", "long", "many"],
)
def test_no_value_breaks_whoever_logs_it_or_costs_a_line(
    folder: Path, value: object, capfd: pytest.CaptureFixture[str]
) -> None:
    """A text of a million letters held the program for minutes, half a letter of a file's name cost the line."""
    begun = time.perf_counter()
    structlog.get_logger().info("seen", value=value)
    logging.getLogger("library").info(value)
    structlog.get_logger().info("after")
    assert time.perf_counter() - begun < 1
    assert [line["event"] for line in lines(folder)][::2] == ["seen", "after"]
    assert len((folder / FILE_NAME).read_bytes()) < 5000
    assert "canary" not in (folder / FILE_NAME).read_text() + capfd.readouterr().err


def test_a_line_is_redacted_before_it_is_a_record(folder: Path) -> None:
    """Whatever prints the record then, it holds nothing."""
    records: list[logging.LogRecord] = []

    class Keeping(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            records.append(record)

    keeping = Keeping()
    logging.getLogger().addHandler(keeping)
    structlog.get_logger().info("asked https://portal.example/?canary", pin="canary", seen=b"canary")
    logging.getLogger().removeHandler(keeping)
    assert "canary" not in repr(records[0].__dict__)


ON_A_FULL_DISK = """
import resource, signal, sys
from pathlib import Path
import structlog
from kiosk.system import logs
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
logs.configure(Path(sys.argv[1]))
before = resource.getrlimit(resource.RLIMIT_FSIZE)
resource.setrlimit(resource.RLIMIT_FSIZE, (3000, before[1]))
for number in range(60):
    structlog.get_logger().info("line", number=number)
resource.setrlimit(resource.RLIMIT_FSIZE, before)
for number in range(60, 70):
    structlog.get_logger().info("line", number=number)
"""


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="the limit of a file's size is Unix's")
def test_a_file_that_may_not_grow_breaks_no_line_and_loses_none_after_it(tmp_path: Path) -> None:
    """As on a full disk, with the system's own refusal: a line that was written in part is completed or alone."""
    ended = subprocess.run(
        [sys.executable, "-c", ON_A_FULL_DISK, str(tmp_path)], capture_output=True, text=True, check=True, timeout=60
    )
    seen = lines(tmp_path)
    numbers = [line["number"] for line in seen if line["event"] == "line"]
    assert numbers[-10:] == list(range(60, 70))
    assert 0 < len(numbers) < 70
    (lost,) = [line["count"] for line in seen if line["event"] == "lines_lost"]
    assert 70 - len(numbers) <= lost <= 71 - len(numbers), "at most the one that was written in part is told twice"
    assert ended.stderr == "kiosk: the log cannot be written (OSError)\n"
