"""A server of a test in its own process: it serves each connection on a thread until the ``with`` block ends."""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self


class Listener:
    """Listens on loopback. ``port``: 0 takes a free one."""

    def __init__(self, port: int = 0) -> None:
        self._listener = socket.create_server(("127.0.0.1", port), backlog=1024)
        self.port: int = self._listener.getsockname()[1]
        self._thread = threading.Thread(target=self._listen, name=type(self).__name__.lower(), daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def serve(self, near: socket.socket) -> None:
        """Serve one connection and close it."""
        raise NotImplementedError

    def _listen(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                threading.Thread(target=self.serve, args=(near,), daemon=True).start()
