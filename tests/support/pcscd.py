"""A real pcscd for the tests, with its own socket, reader configuration and vpcd port; the system's is not touched.

pcsc-lite has no option for its socket, but accepts a listening one from the process that starts it (systemd's protocol:
file descriptor 3, LISTEN_PID, LISTEN_FDS). Clients find it by PCSCLITE_CSOCK_NAME, which the library reads once in a
process: so it is set when this module is imported and is the same for all daemons of a test process.
"""

import os
import random
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import cache
from pathlib import Path

import psutil
import pytest

from kiosk.cards.pcsc import PcscService
from kiosk.training.cards.card_files import card_for
from kiosk.training.cards.software_card import SoftwareCard
from tests.support import cards
from tests.support.vpcd import VpcdAttachment
from tests.support.waiting import LIMIT, eventually

DAEMON = "/usr/sbin/pcscd"
DRIVER = "/usr/lib/pcsc/drivers/serial/libifdvpcd.so"
READER = "Virtual PCD 00 00"
#: A program that executes pcscd with the inherited socket as file descriptor 3.
LAUNCHER = """
import os, sys
os.dup2(int(sys.argv[1]), 3, inheritable=True)
os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
os.execv(sys.argv[2], sys.argv[2:])
"""

available = Path(DAEMON).exists() and Path(DRIVER).exists() and os.geteuid() == 0
needed = pytest.mark.skipif(not available, reason="needs pcscd and vsmartcard-vpcd, and root to start pcscd")

_folder = tempfile.TemporaryDirectory(prefix="pcscd-", ignore_cleanup_errors=True)
_home = Path(_folder.name)
SOCKET = str(_home / "comm")
os.environ["PCSCLITE_CSOCK_NAME"] = SOCKET


class VirtualPcsc:
    """pcscd with the vpcd driver, and at most one software card on its first slot."""

    def __init__(self, name: bytes = b"Virtual PCD") -> None:
        self.port = 0
        self._name = name
        self.card: SoftwareCard | None = None
        self._process: subprocess.Popen[bytes] | None = None
        self._attachment: VpcdAttachment | None = None

    def start(self) -> None:
        """Start the daemon and wait until it serves both slots of the driver."""
        for _ in range(5):
            self.port = _free_port()
            self._launch()
            with suppress(AssertionError):
                eventually(lambda: "daemon ready" in _log())
                if "failed" not in _log():
                    return
            self.stop()
        raise RuntimeError(_log())

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """End this daemon by its pid and remove its socket: clients find no service."""
        self.detach()
        process, self._process = self._process, None
        with suppress(FileNotFoundError):
            os.unlink(SOCKET)  # noqa: PTH108
        if process is not None:
            process.send_signal(how)
            process.wait(LIMIT)

    @contextmanager
    def silent(self) -> Iterator[None]:
        """For the length of the block clients can connect and get no answer, as while a machine starts."""
        assert self._process is not None
        stopped = psutil.Process(self._process.pid)
        self._process.send_signal(signal.SIGSTOP)
        eventually(lambda: stopped.status() == psutil.STATUS_STOPPED)  # until then it may still answer
        try:
            yield
        finally:
            self._process.send_signal(signal.SIGCONT)

    def attach(self, person: str) -> SoftwareCard:
        """Put a new card of this person on the reader."""
        return self.attach_card(card_for(cards.person(person), cards.ca()))

    def attach_card(self, card: SoftwareCard) -> SoftwareCard:
        """Put this card on the reader."""
        self.card = card
        self._attachment = VpcdAttachment(card, port=self.port)
        return card

    def detach(self) -> None:
        """Take the card away, if there is one."""
        attachment, self._attachment = self._attachment, None
        if attachment is not None:
            attachment.detach()

    def _launch(self) -> None:
        (_home / "readers").mkdir(exist_ok=True)
        device = f"DEVICENAME /dev/null:0x{self.port:X}\nLIBPATH {DRIVER}\nCHANNELID 0x{self.port:X}\n"
        (_home / "readers" / "vpcd").write_bytes(b'FRIENDLYNAME "' + self._name + b'"\n' + device.encode())
        command = [DAEMON, "-f", "-i", "-c", str(_home / "readers"), *_without_polkit()]
        with socket.socket(socket.AF_UNIX) as listener, (_home / "log").open("wb") as log:
            listener.bind(SOCKET)
            listener.listen(16)
            self._process = subprocess.Popen(
                [sys.executable, "-I", "-c", LAUNCHER, str(listener.fileno()), *command],
                pass_fds=(listener.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
            )


@contextmanager
def virtual_pcsc(name: bytes = b"Virtual PCD") -> Iterator[VirtualPcsc]:
    """A running pcscd; ``attach`` and ``detach`` are the actions of a person at the reader.

    ``name``: the reader's, as bytes, because a driver may choose any.
    """
    daemon = VirtualPcsc(name)
    daemon.start()
    try:
        yield daemon
    finally:
        daemon.stop()


def present(service: PcscService) -> bool:
    """Whether a card is on any reader. The service has to answer."""
    seen = service.observe(None, 0)
    assert seen.service
    return any(reader.present for reader in seen.readers)


def place(daemon: VirtualPcsc, service: PcscService, person: str = "taro") -> SoftwareCard:
    """Put a new card of this person on the reader and wait until the service reports it."""
    card = daemon.attach(person)
    eventually(lambda: present(service))
    return card


def run(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run another PC/SC program (OpenSC, a Python child) against this pcscd."""
    assert shutil.which(command[0]), f"{command[0]} is not installed"
    return subprocess.run(
        command, env={**os.environ, **environment}, capture_output=True, text=True, timeout=60, check=False
    )


@cache
def _without_polkit() -> tuple[str, ...]:
    """The option of pcscd 2 for a system without polkit, where it refuses every client, root too. pcscd 1 has none."""
    known = subprocess.run([DAEMON, "--help"], capture_output=True, text=True, timeout=LIMIT, check=False)
    return ("--disable-polkit",) if "--disable-polkit" in known.stdout + known.stderr else ()


def _log() -> str:
    return (_home / "log").read_text(encoding="utf-8", errors="replace")


def _free_port() -> int:
    """The first of two neighbouring free ports: vpcd opens one for each slot."""
    for _ in range(100):
        port = random.randrange(36100, 39900)
        with suppress(OSError), socket.socket() as first, socket.socket() as second:
            first.bind(("", port))
            second.bind(("", port + 1))
            return port
    raise RuntimeError("no free ports")
