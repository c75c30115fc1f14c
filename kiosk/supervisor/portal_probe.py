"""Checks whether the portals are reachable again, while the terminal is unavailable because they were not."""

import socket
import threading
from collections.abc import Callable

#: Seconds between two checks, and the time limit of one connection.
PAUSE = 2.0
CONNECT = 2.0


class PortalProbe:
    """Opens a TCP connection to every portal host and sends nothing: enough to decide to try again."""

    def __init__(self, addresses: tuple[tuple[str, int], ...], on_checked: Callable[[bool], None]) -> None:
        """``on_checked``: called on the probe's thread; True: every host accepted the connection."""
        self._addresses = addresses
        self._on_checked = on_checked
        self._wanted = threading.Event()
        self._over = threading.Event()
        threading.Thread(target=self._run, name="probe", daemon=True).start()

    def switch(self, on: bool) -> None:
        """Begin or end checking."""
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
                self._on_checked(all(_answers(address) for address in self._addresses))


def _answers(address: tuple[str, int]) -> bool:
    try:
        socket.create_connection(address, timeout=CONNECT).close()
    except OSError:
        return False
    return True
