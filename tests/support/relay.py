"""A relay before the training portal, in the test's own process: what it has seen outlives everything of the kiosk."""

import re
import socket
import threading
from contextlib import suppress

from kiosk.training.base.settings import free_port
from tests.support.listener import Listener

_REQUEST = re.compile(rb"\b(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS) (/[^ \r\n]*) HTTP/1\.1\r\n")


class Relay(Listener):
    """Passes bytes on in both directions. ``seen``: method and address of every request, in the order of arrival."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, str]] = []
        #: Where the portal listens; known only once the terminal has its settings.
        self.target = 0
        super().__init__(free_port())

    @property
    def origin(self) -> str:
        """What the kiosk takes for the portal."""
        return f"http://127.0.0.1:{self.port}"

    def serve(self, near: socket.socket) -> None:
        """What arrives is written down first, also where nobody is left to pass it on to."""
        with near:
            try:
                far = socket.create_connection(("127.0.0.1", self.target), 5)
            except OSError:
                self._read(near, None)
                return
            with far:
                threading.Thread(target=self._answer, args=(far, near), daemon=True).start()
                self._read(near, far)

    def _read(self, near: socket.socket, far: socket.socket | None) -> None:
        with suppress(OSError):
            while data := near.recv(65536):
                self.seen += [(method.decode(), path.decode()) for method, path in _REQUEST.findall(data)]
                if far:
                    far.sendall(data)

    def _answer(self, far: socket.socket, near: socket.socket) -> None:
        with suppress(OSError):
            while data := far.recv(65536):
                near.sendall(data)
