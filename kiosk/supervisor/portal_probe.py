"""Checks whether the portals can be reached: while nobody is served, and while the terminal waits for them."""

import socket
import threading
from collections.abc import Callable

#: Seconds before the first check and after one that failed; after one that succeeded; and for one connection.
PAUSE = 2.0
SELDOM = 15.0
CONNECT = 2.0


class PortalProbe:
    """Opens a TCP connection to every portal host and sends nothing: enough to decide to try again."""

    def __init__(self, addresses: tuple[tuple[str, int], ...], on_checked: Callable[[bool], None]) -> None:
        """``on_checked``: called on the probe's thread; True: every host accepted the connection."""
        self._addresses = addresses
        self._on_checked = on_checked
        self._wanted = False
        self._over = False
        self._switched = threading.Event()
        threading.Thread(target=self._run, name="probe", daemon=True).start()

    def switch(self, on: bool) -> None:
        """Begin or end checking."""
        self._wanted = on
        self._switched.set()

    def stop(self) -> None:
        """End the thread."""
        self._over = True
        self._switched.set()

    def _run(self) -> None:
        pause = PAUSE
        while not self._over:
            if self._switched.wait(pause if self._wanted else None):
                self._switched.clear()
                pause = PAUSE
                continue
            up = all(_answers(address) for address in self._addresses)
            pause = SELDOM if up else PAUSE
            self._on_checked(up)


def _answers(address: tuple[str, int]) -> bool:
    try:
        socket.create_connection(address, timeout=CONNECT).close()
    except OSError:
        return False
    return True
