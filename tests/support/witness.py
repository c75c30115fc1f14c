"""Listeners on addresses where nothing may arrive: a port for each attempt, TCP and UDP, so that the port names it."""

import selectors
import socket
import threading
from collections import defaultdict
from contextlib import suppress
from types import TracebackType
from typing import Self

#: Hosts of this machine that are not the portal: another address, another port of the portal's, a name, and IPv6.
HOSTS = ("127.0.0.2", "127.0.0.1", "localhost", "[::1]")
_ADDRESSES = ("127.0.0.1", "127.0.0.2", "::1")
_TRIES = 20


class Witness:
    """Listens until the ``with`` block ends. ``heard``: for each attempt, protocol and address of what arrived."""

    def __init__(self) -> None:
        self.heard: dict[str, list[str]] = defaultdict(list)
        self._ports: dict[str, int] = {}
        self._selector = selectors.DefaultSelector()
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="witness", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, _: BaseException | None, __: TracebackType | None) -> None:
        self._over.set()
        self._thread.join(5)
        for key in list(self._selector.get_map().values()):
            key.fileobj.close()  # type: ignore[union-attr] # only sockets are registered
        self._selector.close()

    def port(self, attempt: str) -> int:
        """The port of this attempt, on every address."""
        if attempt not in self._ports:
            self._ports[attempt] = self._open(attempt)
        return self._ports[attempt]

    def addresses(self, attempt: str) -> list[str]:
        """The URLs that this attempt may use."""
        return [f"http://{host}:{self.port(attempt)}/x" for host in HOSTS]

    def call(self, attempt: str) -> None:
        """Connect to every address, to show that the witness listens."""
        for address in _ADDRESSES:
            with socket.create_connection((address, self.port(attempt)), 5):
                pass
            family = socket.AF_INET6 if ":" in address else socket.AF_INET
            with socket.socket(family, socket.SOCK_DGRAM) as sender:
                sender.sendto(b"x", (address, self.port(attempt)))

    def _open(self, attempt: str) -> int:
        for _ in range(_TRIES):
            sockets: list[socket.socket] = []
            try:
                for address in _ADDRESSES:
                    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM):
                        port = sockets[0].getsockname()[1] if sockets else 0
                        sockets.append(_bound(address, kind, port))
            except OSError:
                for bound in sockets:
                    bound.close()
                continue
            for bound in sockets:
                self._selector.register(bound, selectors.EVENT_READ, attempt)
            return int(sockets[0].getsockname()[1])
        raise OSError("no port is free on all addresses")

    def _listen(self) -> None:
        while not self._over.is_set():
            for key, _ in self._selector.select(0.05):
                assert isinstance(key.fileobj, socket.socket)
                with suppress(OSError):
                    self.heard[key.data].append(_take(key.fileobj))


def _bound(address: str, kind: socket.SocketKind, port: int) -> socket.socket:
    made = socket.socket(socket.AF_INET6 if ":" in address else socket.AF_INET, kind)
    try:
        made.bind((address, port))
        if kind is socket.SOCK_STREAM:
            made.listen(64)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def _take(listener: socket.socket) -> str:
    """Accept a connection or datagram without an answer; returns protocol and address."""
    address = listener.getsockname()[0]
    if listener.type is socket.SOCK_DGRAM:
        data, _ = listener.recvfrom(2048)
        return f"udp {address} {data[:16]!r}"
    connection, _ = listener.accept()
    with connection:
        return f"tcp {address}"
