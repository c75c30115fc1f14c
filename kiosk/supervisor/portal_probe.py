"""Checks whether the portals can be reached: while nobody is served, and while the terminal waits for them."""

import threading
from collections.abc import Callable

from kiosk.failures import FailureName
from kiosk.network import tunnel
from kiosk.network.route import address_of
from kiosk.network.router import Router
from kiosk.network.tunnel import ProxyFault

#: Seconds before the first check and after one that failed; after one that succeeded; and for one connection.
PAUSE = 2.0
SELDOM = 15.0
CONNECT = 2.0
#: Seconds after a proxy has refused the password: some lock an account after a few wrong ones.
REFUSED = 600.0
_PAUSES = {None: SELDOM, FailureName.PROXY_REFUSED: REFUSED}


class PortalProbe:
    """Opens a connection to every portal by the way of the page and sends nothing: enough to decide to try again."""

    def __init__(self, router: Router, on_checked: Callable[[FailureName | None], None]) -> None:
        """``on_checked``: called on the probe's thread; None: every host accepted the connection."""
        self._router = router
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
            failure = self._look()
            pause = _PAUSES.get(failure, PAUSE)
            self._on_checked(failure)

    def _look(self) -> FailureName | None:
        """Try every portal. The first that does not answer is enough."""
        route = self._router.look()
        try:
            for origin, ways in route.origins:
                tunnel.connect(address_of(origin), ways, self._router.login, CONNECT).close()
        except OSError as error:
            return error.failure if isinstance(error, ProxyFault) else FailureName.PORTAL_UNREACHABLE
        return None
