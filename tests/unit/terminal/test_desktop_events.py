"""Screen lock, sleep and shutdown end the session: what Windows' messages mean, and logind on a bus of our own."""

import ctypes
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.vocabulary import EndReason
from ui.terminal.desktop_events import DesktopEvents, WindowsFilter, _Message, windows_reason

SESSION_CHANGE, POWER, QUERY_END = 0x02B1, 0x0218, 0x0011

#: Listens on the bus in its environment and prints each reason.
LISTENER = """
import sys
from PySide6.QtCore import QCoreApplication
from ui.terminal.desktop_events import DesktopEvents
application = QCoreApplication(["listener"])
events = DesktopEvents()
events.wanted.connect(lambda reason: print(reason, flush=True))
print("listening" if events.watch(application, 0) else "nobody", flush=True)
application.exec()
"""
#: Stands in for logind: owns its name, sends its signals, then waits to be ended.
LOGIND = """
import sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtDBus import QDBusConnection, QDBusMessage
application = QCoreApplication(["logind"])
bus = QDBusConnection.systemBus()
assert bus.registerService("org.freedesktop.login1")
manager, session = "/org/freedesktop/login1", "/org/freedesktop/login1/session/_31"
def send(path, interface, name, *arguments):
    message = QDBusMessage.createSignal(path, "org.freedesktop.login1." + interface, name)
    message.setArguments(list(arguments))
    bus.send(message)
send(session, "Session", "Lock")
send(manager, "Manager", "PrepareForSleep", True)
send(manager, "Manager", "PrepareForShutdown", False)
send(manager, "Manager", "PrepareForShutdown", True)
sys.stdin.read()
"""


@pytest.mark.parametrize(
    ("message", "parameter", "reason"),
    [
        (SESSION_CHANGE, 0x7, EndReason.SCREEN_LOCKED),
        (SESSION_CHANGE, 0x2, EndReason.SCREEN_LOCKED),
        (SESSION_CHANGE, 0x8, None),
        (POWER, 0x4, EndReason.SUSPEND),
        (POWER, 0x7, None),
        (QUERY_END, 0, EndReason.SHUTDOWN),
        (0x000F, 0x7, None),
    ],
    ids=["locked", "console gone", "unlocked", "goes to sleep", "came back", "shutdown", "paint"],
)
def test_what_a_window_message_means(message: int, parameter: int, reason: EndReason | None) -> None:
    assert windows_reason(message, parameter) is reason


def test_the_filter_says_it_and_takes_nothing() -> None:
    reasons: list[EndReason] = []
    events = DesktopEvents()
    events.wanted.connect(reasons.append)
    message = _Message(None, SESSION_CHANGE, 0x7)
    assert WindowsFilter(events).nativeEventFilter(b"windows_generic_MSG", ctypes.addressof(message)) == (False, 0)
    assert reasons == [EndReason.SCREEN_LOCKED]


@pytest.fixture
def bus(tmp_path: Path) -> Iterator[dict[str, str]]:
    """A message bus of the test's own, as the system bus of its children."""
    if not shutil.which("dbus-daemon"):
        pytest.skip("needs dbus-daemon")
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1", f"--address=unix:path={tmp_path}/bus"],
        stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert daemon.stdout is not None
    address = daemon.stdout.readline().strip()
    yield {**os.environ, "DBUS_SYSTEM_BUS_ADDRESS": address}
    daemon.terminate()
    daemon.wait(10)
    daemon.stdout.close()


def test_logind_is_heard(bus: dict[str, str]) -> None:
    """Lock, sleep, and the beginning of a shutdown each give a reason; a cancelled shutdown gives none."""
    pipe = subprocess.PIPE
    listener = subprocess.Popen([sys.executable, "-c", LISTENER], env=bus, stdout=pipe, text=True)
    assert listener.stdout is not None
    assert listener.stdout.readline() == "listening\n"
    with subprocess.Popen([sys.executable, "-c", LOGIND], env=bus, stdin=pipe) as logind:
        printed = [listener.stdout.readline().strip() for _ in range(3)]
        assert logind.stdin is not None
        logind.stdin.close()
        logind.terminate()
    listener.terminate()
    listener.wait(10)
    listener.stdout.close()
    assert printed == ["screen_locked", "suspend", "shutdown"]
