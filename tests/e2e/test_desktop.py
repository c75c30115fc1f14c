"""E3, E4: the screen is locked or the machine sleeps while somebody is served, signalled on the test's message bus."""

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.training.remote import walk
from kiosk.training.remote.walk import A
from tests.support.terminal import Terminal

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: A program that sends one signal as logind.
LOGIND = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
application = QCoreApplication(["logind"])
bus = QDBusConnection.systemBus()
assert bus.registerService("org.freedesktop.login1")
path, interface, name, arguments = sys.argv[1], sys.argv[2], sys.argv[3], [True] * int(sys.argv[4])
message = QDBusMessage.createSignal(path, "org.freedesktop.login1." + interface, name)
message.setArguments(arguments)
bus.send(message)
sys.stdin.read()
"""
MANAGER, SESSION = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A message bus that the kiosk uses as the system bus."""
    command = ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address=unix:path={tmp_path}/bus"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", daemon.stdout.readline().strip())
        yield
        daemon.terminate()


@pytest.mark.parametrize(
    ("signal", "reason"),
    [
        ((SESSION, "Session", "Lock", "0"), "screen_locked"),
        ((MANAGER, "Manager", "PrepareForSleep", "1"), "suspend"),
    ],
    ids=["the screen is locked", "the machine goes to sleep"],
)
def test_a_session_does_not_outlive_the_desktop(
    bus: None, tmp_path: Path, signal: tuple[str, ...], reason: str
) -> None:
    with Terminal(tmp_path / "kiosk") as terminal:
        control = terminal.control
        walk.begin(control)
        walk.log_in(control, A)
        session = control.terminal()["session"]
        with subprocess.Popen([sys.executable, "-c", LOGIND, *signal], stdin=subprocess.PIPE) as logind:
            receipt = control.wait_until("the receipt", lambda: control.receipt_of(session))
            assert logind.stdin is not None
            logind.stdin.close()
            logind.terminate()
        assert (receipt["reason"], receipt["verified"]) == (reason, True)
        control.take()
        control.wait_phase("ready")
