"""A report that the city does not read calls staff again at the terminal, and its signed word is accepted."""

import json
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from kiosk.audit.key import PublicKey, Signer
from kiosk.reports.acknowledgement import KEY_FILE, acknowledge, pending
from kiosk.training.base.settings import STAFF_CODE
from tests.support.terminal import Terminal, mix_up
from tests.support.xserver import XServer

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

CITY = Signer()
AT = datetime.fromisoformat("2026-11-27T11:20:00+09:00")


@pytest.fixture
def terminal(tmp_path: Path, monitors: XServer) -> Iterator[Terminal]:
    """A terminal that knows the city's key and waits for three seconds."""
    made = Terminal(tmp_path / "t", fullscreen=True, timers={"report_unread": 3.0})
    (made.settings.root / KEY_FILE).write_text(CITY.public.pem())
    with made:
        made.control.wait_phase("ready")
        yield made


def test_an_unread_report_calls_until_staff_come(terminal: Terminal, monitors: XServer) -> None:
    before = mix_up(terminal)
    terminal.control.wait_until("the report's line", lambda: before.trail.of("mixup_reported"))
    terminal.back_to_start()
    terminal.control.wait_until("the call", lambda: terminal.control.terminal()["call"] == "report", 15)
    assert before.trail.of("call_rings")[-1]["call"] == "report"
    monitors.press("Shift_L", "F12")
    terminal.control.wait_until("the code's screen", lambda: "職員コード" in _words(terminal))
    for name in (*(f"key_{digit}" for digit in STAFF_CODE), "staff_submit"):
        terminal.control.ask("supervisor", "press", name=name)
    (answered,) = terminal.control.wait_until("its end", lambda: before.trail.of("call_answered")[-1:])
    assert answered["by"] == "staff"
    assert "市がまだ確認していない" in _words(terminal)
    _acknowledge(terminal)


def _words(terminal: Terminal) -> str:
    return "\n".join(terminal.control.ask("supervisor", "words"))


def _acknowledge(terminal: Terminal) -> None:
    """What the terminal itself wrote and signed is what the city signs for."""
    folder = terminal.data / "reports"
    (file,) = folder.glob("*.json")
    key = PublicKey(bytes.fromhex(terminal.trail.of("chain_started")[0]["key"]))
    assert json.loads(file.read_text("utf-8"))["number"] == 1
    assert pending(terminal.data, folder, "3", [CITY.public]) == [1]
    file.with_suffix(".ack").write_bytes(acknowledge(file.read_bytes(), [key], "C-02", AT, CITY))
    assert pending(terminal.data, folder, "3", [CITY.public]) == []
