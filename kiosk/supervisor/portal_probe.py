"""Looks whether the portals answer again, while the terminal is unavailable because they did not."""

import socket
import threading
from collections.abc import Callable

#: Seconds between two looks, and for one connection.
PAUSE = 2.0
CONNECT = 2.0


class PortalProbe:
    """A TCP connection to every portal host, nothing sent: enough to know that it is worth trying again."""

    def __init__(self, addresses: tuple[tuple[str, int], ...], on_seen: Callable[[bool], None]) -> None:
        self._addresses = addresses
        self._on_seen = on_seen
        self._wanted = threading.Event()
        self._over = threading.Event()
        threading.Thread(target=self._run, name="probe", daemon=True).start()

    def ask(self, on: bool) -> None:
        """Begin or end looking."""
        if on:
            self._wanted.set()
        else:
            self._wanted.clear()

    def stop(self) -> None:
        """End the thread."""
        self._over.set()
        self._wanted.set()

    def _run(self) -> None:
        while not self._over.is_set():
            self._wanted.wait()
            if not self._over.wait(PAUSE) and self._wanted.is_set():
                self._on_seen(all(_answers(address) for address in self._addresses))


def _answers(address: tuple[str, int]) -> bool:
    try:
        socket.create_connection(address, timeout=CONNECT).close()
    except OSError:
        return False
    return True
