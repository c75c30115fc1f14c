"""The city's proxy as the engine meets it: how often it gets the password, and what its errors mean. Pure."""

from kiosk.failures import FailureName
from kiosk.network.login import NOBODY, Login

#: How often a proxy may ask before it counts as refusing. Two connections of one page may ask at the same time; more
#: wrong passwords could lock the account.
MOST_ANSWERS = 2
#: Chromium's net errors (net_error_list.h, Chromium 140) that are the proxy's and not the portal's.
_ERRORS = {
    -130: FailureName.PROXY_UNREACHABLE,  # PROXY_CONNECTION_FAILED
    -131: FailureName.PROXY_UNREACHABLE,  # MANDATORY_PROXY_CONFIGURATION_FAILED
    -136: FailureName.PROXY_UNREACHABLE,  # PROXY_CERTIFICATE_INVALID
    -115: FailureName.PROXY_REFUSED,  # PROXY_AUTH_UNSUPPORTED
    -127: FailureName.PROXY_REFUSED,  # PROXY_AUTH_REQUESTED
}


class ProxyLogin:
    """Answers a proxy that asks for a login, at most ``MOST_ANSWERS`` times until a page was loaded."""

    def __init__(self, login: Login) -> None:
        self._login = login
        self._given = 0

    def answer(self) -> Login:
        """The login; empty: none is set, or it was refused."""
        self._given += 1
        return self._login if self._given <= MOST_ANSWERS else NOBODY

    def accepted(self) -> None:
        """A page came through the proxy."""
        self._given = 0


def failure_of(error: int) -> FailureName:
    """The failure of a page that did not load for this error of the network."""
    return _ERRORS.get(error, FailureName.PORTAL_UNREACHABLE)
