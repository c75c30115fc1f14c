"""All of kiosk doctor: every check has a row, no traceback is shown, and the forms of its output."""

import io
import json
import re
import sys
import threading
import time
from pathlib import Path

import pytest

from kiosk.cards.transport import HOLD_LIMIT, CardConnection, Observation, ServiceUnavailable, Share
from kiosk.cli import run_cli
from kiosk.doctor import examination, output as doctor_output
from kiosk.doctor.examination import Examination, Report, finish
from kiosk.doctor.rows import Check, Later, Result, Row, output_of
from tests.rules.sources import ROOT
from tests.support.cards import ScriptedService

ONE = Check("one", "The one")
NAMES = [
    "configuration", "procedures", "desk", "authorities", "letters", "account", "environment", "writable", "staff_code",
    "hardware_key", "keyring", "crash_dumps", "display", "pcsc", "driver", "apdu_log", "reader", "card", "engine",
    "sandbox", "hold", "kiosk_font", "page_font", "proxy", "clock", "disk", "data_folder", "reports",
    "windows_policies",
]  # fmt: skip
KEYS = ["check", "title", "result", "found", "to_do", "japanese"]


def report(*rows: Row, wrong: bool = False) -> Report:
    return Report(rows, 1.25, wrong)


class Terminal(io.StringIO):
    """A stream that claims to be a terminal."""

    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def _no_service(monkeypatch: pytest.MonkeyPatch) -> None:
    class Nothing(ScriptedService):
        def observe(self, previous: Observation | None, timeout: float) -> Observation:
            return Observation(service=False)

        def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
            raise ServiceUnavailable("0x8010001D")

    monkeypatch.setattr(examination, "_service", Nothing)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a valid configuration whose portal does not answer."""
    (tmp_path / "procedures").mkdir()
    example = ROOT / "resources/procedures/example.toml"
    (tmp_path / "procedures" / "example.toml").write_text(example.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "kiosk.toml").write_text('procedures_folder = "procedures"\ndata_folder = "data"\n')
    return tmp_path


def test_exit_codes() -> None:
    assert report(ONE.ok("x"), ONE.warn("x", "y"), ONE.skip("x")).exit_code == 0
    assert report(ONE.ok("x"), ONE.fail("x", "y", "z")).exit_code == 1
    assert report(ONE.fail("x", "y", "z"), wrong=True).exit_code == 2


def test_an_exception_is_its_rows_failure() -> None:
    def breaks() -> Row:
        raise ValueError("canary 4649")

    rows = finish([(ONE, breaks), (ONE, lambda: ONE.ok("fine"))], 5.0, lambda *_: None)
    assert [row.result for row in rows] == [Result.FAIL, Result.OK]
    assert "ValueError" in rows[0].found
    assert "canary" not in rows[0].found


def test_a_check_that_hangs_is_its_rows_failure() -> None:
    over = threading.Event()
    begun = time.monotonic()
    rows = finish([(ONE, lambda: ONE.ok(str(over.wait(30)))), (ONE, lambda: ONE.ok("fine"))], 0.2, lambda *_: None)
    over.set()
    assert time.monotonic() - begun < 2
    assert [row.result for row in rows] == [Result.FAIL, Result.OK]
    assert "in time" in rows[0].found


def test_later_raises_what_finding_raised() -> None:
    def breaks() -> int:
        raise KeyError("x")

    with pytest.raises(KeyError):
        Later(breaks).get(1.0)


@pytest.mark.slow
def test_every_check_has_a_row_that_says_what_to_do(folder: Path) -> None:
    found = Examination(folder / "kiosk.toml", browser=False).run()
    names = [row.check for row in found.rows]
    assert [name for name in names if ":" not in name] == NAMES
    assert [name for name in names if ":" in name] == ["portal:example", "redirects:example"]
    for row in found.rows:
        assert row.found
        assert bool(row.to_do) == (row.result in (Result.WARN, Result.FAIL)), row
        if row.result is Result.FAIL:
            assert row.japanese.endswith("。"), row
    assert not any("itself failed" in row.found for row in found.rows)


@pytest.mark.parametrize(
    "text", ["[timers]\nidle = 5\n", "= broken", "\udc80", "x = 1", 'data_folder = "\\u0000"', 'procedures_folder = ""']
)
@pytest.mark.slow
def test_a_broken_configuration_is_a_row_and_code_2(tmp_path: Path, text: str) -> None:
    file = tmp_path / "kiosk.toml"
    file.write_bytes(text.encode("utf-8", "surrogateescape"))
    found = Examination(file, browser=False).run()
    assert found.exit_code == 2
    assert any(row.result is Result.FAIL for row in found.rows[:2])
    assert not any("itself failed" in row.found for row in found.rows)


@pytest.mark.slow
def test_a_missing_file_and_no_procedures_are_code_2(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert Examination(folder / "none.toml", browser=False).run().exit_code == 2
    monkeypatch.setattr("kiosk.config.settings.DEFAULT_FILE", folder / "none.toml")
    assert Examination(browser=False).run().exit_code == 2
    (folder / "procedures" / "example.toml").write_text("x = 1")
    found = Examination(folder / "kiosk.toml", browser=False).run()
    assert found.exit_code == 2
    assert found.rows[1].result is Result.FAIL


def test_a_program_that_is_not_there_prints_nothing() -> None:
    assert output_of(["/nonexistent"]) is None
    assert output_of(["/bin/false"]) is None
    assert output_of(["/bin/echo", "x"]) == "x\n"


def test_a_program_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kiosk.doctor.rows.PROGRAM_LIMIT", 0.1)
    assert output_of(["/bin/sleep", "20"]) is None


def test_the_table_names_what_to_do() -> None:
    rows = (ONE.ok("all is well"), Check("two", "The other").fail("it broke", "mend it", "なおしてください。"))
    lines = list(doctor_output.table(report(*rows), 80))
    assert re.fullmatch(r"The one +ok +all is well", lines[0])
    assert re.fullmatch(r"The other +fail +it broke", lines[1])
    assert [line.strip() for line in lines[2:4]] == ["-> mend it", "なおしてください。"]
    assert lines[-1] == "1 ok, 1 fail; 1.2 s"


def test_japanese_lines_fit_and_never_begin_with_a_full_stop() -> None:
    text = "カードの読み取り機が、見つかりません。" * 5
    lines = list(doctor_output.wrapped(text, 30))
    assert "".join(lines) == text
    assert all(len(line) <= 16 and line[0] not in "。、" for line in lines)


def test_colour_only_on_a_terminal_and_never_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    found = report(ONE.fail("x", "y", "z。"))
    plain = list(doctor_output.printed(found, as_json=False, target=io.StringIO()))
    coloured = list(doctor_output.printed(found, as_json=False, target=Terminal()))
    assert "\x1b" not in "".join(plain)
    assert "\x1b[1;31mfail" in coloured[0]
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured[0]).split() == plain[0].split()
    monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b" not in "".join(doctor_output.printed(found, as_json=False, target=Terminal()))


def test_progress_is_a_line_each_or_in_place() -> None:
    log, terminal = io.StringIO(), Terminal()
    for target in (log, terminal):
        on_row = doctor_output.progress(target)
        on_row(ONE.ok("x"), 1, 2)
        on_row(ONE.warn("x", "y"), 2, 2)
    assert log.getvalue() == " 1/2 The one: ok\n 2/2 The one: warn\n"
    assert "\n" not in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\x1b[K")


@pytest.mark.slow
def test_the_command(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(folder / "kiosk.toml")
    monkeypatch.setattr(sys, "argv", ["kiosk", "doctor", "--json", "--no-browser", "--config", file])
    code = run_cli(lambda *_: 0)
    out, err = capsys.readouterr()
    found = json.loads(out)
    assert found.keys() == {"kiosk", "at", "seconds", "exit_code", "rows"}
    assert found["exit_code"] == code == 1
    assert all(list(row) == KEYS for row in found["rows"])
    assert {row["result"] for row in found["rows"]} <= {result.value for result in Result}
    assert len(err.splitlines()) == len(found["rows"])
    assert "Traceback" not in out + err
