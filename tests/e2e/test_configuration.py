"""The configuration is changed or broken while people are served: only the next start reads it (scenario E10)."""

from pathlib import Path

import pytest

from kiosk.training.demo import WINDOW
from kiosk.training.remote.walk import A
from tests.e2e.conftest import Start
from tests.support.terminal import Terminal, assert_card_waits, assert_ended, assert_next_may_come, reach, visit

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

BROKEN = {
    "out of its range": ("[timers]\nidle = 5\n", ["timers.idle", "5", "30 to 300 seconds"]),
    "an unknown key": ("no_wipe = true\n", ["no_wipe"]),
    "no TOML": ("window = \n", ["a readable TOML file"]),
}


def words(terminal: Terminal) -> str:
    """The texts of the session's window."""
    return "".join(terminal.control.ask("session", "words"))


def start_again(terminal: Terminal) -> None:
    """Stop the kiosk regularly, as IT does after a change, and start it."""
    assert terminal.stop() == 0
    terminal.start()
    terminal.control.wait_until("the next start", lambda: terminal.control.customer().get("shown") == "attract")


@pytest.fixture
def terminal(start: Start) -> tuple[Terminal, Path]:
    """A terminal without a configuration file, and the path of the file."""
    made = start()
    return made, made.settings.root / "kiosk.toml"


def test_a_changed_file_counts_for_the_next_start(terminal: tuple[Terminal, Path]) -> None:
    kiosk, file = terminal
    reach(kiosk, "browse")
    before = visit(kiosk)
    file.write_text('window = "三番窓口"\n[timers]\nidle = 40.0\n', encoding="utf-8")
    assert WINDOW in words(kiosk)
    kiosk.hardware_key()
    assert_ended(kiosk, before, "next_customer")
    assert_card_waits(kiosk)
    assert WINDOW in words(kiosk), "the next person's session does not read it either"
    start_again(kiosk)
    assert_next_may_come(kiosk)
    assert "三番窓口" in words(kiosk)
    assert WINDOW not in words(kiosk)
    assert kiosk.verifications(A.person) == 0


def test_a_broken_file_changes_nothing_and_is_refused_at_the_next_start(terminal: tuple[Terminal, Path]) -> None:
    """Exit code 2 with file, key and allowed values; nobody is served with a part of it or with the old values."""
    kiosk, file = terminal
    reach(kiosk, "browse")
    before = visit(kiosk)
    for text, _ in BROKEN.values():
        file.write_text(text, encoding="utf-8")
    kiosk.hardware_key()
    assert_ended(kiosk, before, "next_customer")
    assert_card_waits(kiosk)
    assert kiosk.stop() == 0
    lines = len(kiosk.trail.lines())
    for text, expected in BROKEN.values():
        file.write_text(text, encoding="utf-8")
        assert refused(kiosk) == 2
        message = kiosk.errors.read_text("utf-8").splitlines()[-1]
        assert [part for part in (str(file), *expected) if part not in message] == []
    assert len(kiosk.trail.lines()) == lines, "the audit file has no line about these starts"


def refused(terminal: Terminal) -> int:
    """Start the kiosk, which must end by itself; returns its exit code."""
    terminal.start()
    assert terminal.process is not None
    return terminal.process.wait(15)
