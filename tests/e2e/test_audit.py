"""The audit file of a real terminal can be verified and read; a changed copy fails; a mix-up leaves its report."""

import json
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.audit.key import PublicKey
from kiosk.audit.verify import check
from kiosk.cli import run_cli
from kiosk.training.remote.walk import A
from kiosk.vocabulary import SESSION_MARKS, WIPE_STEPS
from tests.support.terminal import Terminal, assert_ended, mix_up, reach, visit

Start = Callable[..., Terminal]
pytestmark = [pytest.mark.e2e, pytest.mark.browser]


def kiosk(monkeypatch: pytest.MonkeyPatch, *words: str) -> int:
    """Run ``kiosk audit`` as on another machine; returns the exit code."""
    monkeypatch.setattr(sys, "argv", ["kiosk", "audit", *words])
    return run_cli(lambda *_: 0)


@pytest.fixture
def copied(terminal: Terminal, tmp_path: Path) -> tuple[Path, Path]:
    """After one session: copies of the audit file and the public key, as they are taken to another machine."""
    reach(terminal, "browse")
    before = visit(terminal)
    terminal.hardware_key()
    assert_ended(terminal, before, "next_customer")
    file, key = tmp_path / "audit.jsonl", tmp_path / "key.pem"
    shutil.copy(terminal.data / "audit.jsonl", file)
    key.write_text(PublicKey(bytes.fromhex(terminal.trail.lines()[0]["key"])).pem())
    return file, key


def test_the_file_of_a_session_holds_and_reads_well(
    copied: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, key = copied
    assert kiosk(monkeypatch, "verify", "--file", str(file), "--public-key", str(key)) == 0
    assert "the chain holds" in capsys.readouterr().out
    assert kiosk(monkeypatch, "show", "--file", str(file), "--last", "1000") == 0
    shown = capsys.readouterr().out
    for words in (
        "端末 3 を起動しました（研修用）", "利用が始まりました", "カードと暗証番号で本人を確認し", "「次の方へ」",
        "前の方の情報を消したことを確認しました（0.",
    ):  # fmt: skip
        assert words in shown
    assert kiosk(monkeypatch, "show", "--file", str(file), "--last", "1000", "--language", "en") == 0
    assert "this was checked" in capsys.readouterr().out


def test_the_receipt_is_whole(terminal: Terminal, copied: tuple[Path, Path]) -> None:
    line = terminal.trail.of("wipe_verified")[-1]
    assert {line[step] for step in WIPE_STEPS} <= {"done", "skipped"}
    assert sum(line[f"{step}_ms"] for step in WIPE_STEPS) <= line["ms"] + len(WIPE_STEPS)


@pytest.mark.parametrize("change", ["changed", "removed", "doubled", "swapped"])
def test_a_changed_copy_fails(
    copied: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], change: str
) -> None:
    file, key = copied
    lines = file.read_bytes().splitlines(keepends=True)
    place = next(number for number, line in enumerate(lines) if b'"login_done"' in line)
    wrong = {
        "changed": [lines[place].replace(b"login_done", b"card_taken")],
        "removed": [],
        "doubled": [lines[place]] * 2,
        "swapped": [lines[place + 1], lines[place]],
    }[change]
    rest = lines[place + 1 + (change == "swapped") :]
    file.write_bytes(b"".join([*lines[:place], *wrong, *rest]))
    assert kiosk(monkeypatch, "verify", "--file", str(file), "--public-key", str(key)) == 1
    assert f"line {place + 1 + (change in ('removed', 'swapped'))}" in capsys.readouterr().out


def test_a_refusal_leaves_the_report_of_a_suspected_mixup(terminal: Terminal) -> None:
    before = mix_up(terminal)
    assert_ended(terminal, before, "portal_refused")
    folder = terminal.data / "reports"
    terminal.control.wait_until("the report's line", lambda: terminal.trail.of("mixup_reported"))
    terminal.control.wait_until("the whole report", lambda: _ended(folder))
    (report,) = [json.loads(file.read_text("utf-8")) for file in folder.glob("*.json")]
    assert report["session_mark"] in SESSION_MARKS
    assert {"login_done", "portal_refused", "session_ended", "wipe_verified"} <= {e["code"] for e in report["events"]}
    everything = "".join(file.read_text("utf-8") for file in folder.iterdir())
    assert not [secret for secret in (A.payment_id, "4821") if secret in everything]
    assert check(terminal.data / "audit.jsonl").findings == []


def test_a_report_that_cannot_be_written_takes_the_terminal_out_of_service(start: Start) -> None:
    terminal = start()
    terminal.expected += ["report"]
    (terminal.data / "reports").write_bytes(b"in the way")
    mix_up(terminal)
    terminal.control.wait_phase("out_of_service")
    assert terminal.control.terminal()["failure"] == "report_unwritable"
    assert len(list((terminal.data / "reports_waiting").glob("*.json"))) == 1
    assert terminal.trail.of("out_of_service")[-1]["failure"] == "report_unwritable"


def _ended(folder: Path) -> bool:
    return any('"wipe_verified"' in file.read_text("utf-8") for file in folder.glob("*.json"))
