"""Names: a page cannot make the terminal ask a name server, which would carry anything out that fits into a name.

The terminal runs with a name server of this test's own, in a mount namespace; that takes root, as in containers and CI.
"""

import json
import os
import re
import socket
import subprocess
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from kiosk.processes import start as processes
from kiosk.training.base.program import argv_of
from tests.hostile.fence import PAGES
from tests.support.terminal import Terminal, reach

NAMESPACE = ("unshare", "-m", "sh", "-c", 'mount --bind "$0" /etc/resolv.conf && exec "$@"')
NAME = "secret.fence-hostile.example"


def _possible() -> bool:
    tried = ["unshare", "-m", "true"]
    return os.geteuid() == 0 and subprocess.run(tried, capture_output=True, check=False).returncode == 0


pytestmark = [
    pytest.mark.e2e,
    pytest.mark.browser,
    pytest.mark.skipif(not _possible(), reason="no mount namespace of its own: not root, or not allowed"),
]

FENCE = "/_hostile/fence/page/fence.html"
ADDRESS = "127.0.0.53"


class NameServer:
    """Hears questions and answers none."""

    def __init__(self) -> None:
        self.heard: list[bytes] = []
        self._socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._socket.bind((ADDRESS, 53))
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        while True:
            self.heard.append(self._socket.recvfrom(1024)[0])

    def asked(self, label: bytes) -> bool:
        """Whether a name with this label was asked for."""
        return any(label in question for question in self.heard)


class Namespaced(Terminal):
    """A terminal whose processes have another ``resolv.conf``."""

    resolv = ""

    def start(self) -> None:
        argv = [*NAMESPACE, self.resolv, *argv_of(self.process_name, self.settings)]
        with self.errors.open("ab") as errors:
            self.process = processes.start_helper(argv, os.environ, stdout=subprocess.DEVNULL, stderr=errors)


@pytest.fixture
def server() -> NameServer:
    return NameServer()


@pytest.fixture
def resolv(tmp_path: Path) -> Path:
    file = tmp_path / "resolv.conf"
    file.write_text(f"nameserver {ADDRESS}\noptions timeout:1 attempts:1\n")
    return file


@pytest.fixture
def page(tmp_path: Path, resolv: Path, server: NameServer) -> Iterator[Terminal]:
    made: Any = Namespaced(tmp_path / "kiosk")
    made.resolv = str(resolv)
    with made:
        made.control.wait_phase("ready")
        reach(made, "browse")
        made.evaluate(f"void (location.href = '{FENCE}')")
        made.control.wait_page(FENCE)
        yield made


def test_no_name_is_asked_for(page: Terminal, server: NameServer, resolv: Path) -> None:
    reaches = re.findall(r'^  "([^"]+)":', (PAGES / "reach.js").read_text(encoding="utf-8"), re.MULTILINE)
    targets = {name: [f"http://n{n}.{NAME}"] for n, name in enumerate(reaches)}
    page.evaluate(f"void assault({json.dumps(targets)})")
    page.control.wait_until("the end of it", lambda: page.evaluate("outcomes.finished") == "yes", 60)
    look = "import socket, sys\ntry: socket.getaddrinfo(sys.argv[1], 80)\nexcept OSError: pass"
    subprocess.run([*NAMESPACE, str(resolv), "python3", "-c", look, "marker.example"], check=True)
    assert server.asked(b"marker"), "the server hears"
    assert not server.asked(b"fence-hostile")
