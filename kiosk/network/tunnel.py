"""A connection to a portal by the ways of its route, as the page makes it: directly, or by CONNECT to a proxy."""

import socket
from collections.abc import Iterable
from contextlib import closing
from enum import Enum, unique
from http.client import HTTPException, HTTPResponse

from kiosk.failures import FailureName
from kiosk.network import authorization
from kiosk.network.login import Login
from kiosk.network.route import Way
from kiosk.network.setting import Address


@unique
class Fault(Enum):
    """What a proxy did wrong, or what it was given wrong."""

    UNREACHABLE = "the proxy cannot be reached"
    NOT_HTTP = "the proxy does not answer in HTTP"
    LOGIN_WANTED = "the proxy asks for a user name and a password (407), and none is set"
    LOGIN_REFUSED = "the proxy refuses the user name or password (407)"
    UNSUPPORTED = "the proxy asks for a login that is not supported"
    BLOCKED = "the proxy does not let this address through"
    PORTAL = "the proxy does not reach the portal"
    NO_WAY = "no way leads there"


class ProxyFault(OSError):
    """There is no connection because of the proxy. ``detail``: status or kind of login, nothing personal."""

    def __init__(self, fault: Fault, detail: str = "", at: Address | None = None) -> None:
        super().__init__(f"{fault.value}{f' ({detail})' if detail else ''}")
        self.fault = fault
        self.detail = detail
        self.at = at

    @property
    def failure(self) -> FailureName:
        """What a person is told: whether it is the proxy or the portal behind it."""
        if self.refused:
            return FailureName.PROXY_REFUSED
        behind = self.fault in (Fault.BLOCKED, Fault.PORTAL)
        return FailureName.PORTAL_UNREACHABLE if behind else FailureName.PROXY_UNREACHABLE

    @property
    def refused(self) -> bool:
        """Whether asking again soon is wrong: proxies lock an account after some wrong passwords."""
        return self.fault in (Fault.LOGIN_WANTED, Fault.LOGIN_REFUSED, Fault.UNSUPPORTED)


def connect(place: Address, ways: Iterable[Way], login: Login, limit: float) -> socket.socket:
    """A TCP connection to this place by the first way that works; ``limit`` in seconds, for each step.

    Raises OSError of a direct way; ProxyFault, the first way's, behind proxies or without a way.
    """
    first: OSError | None = None
    for way in ways:
        try:
            if way is None:
                return socket.create_connection((place.host, place.port), limit)
            return _tunnel(way, place, login, limit)
        except OSError as error:
            first = first or error
            if isinstance(error, ProxyFault) and error.refused:
                break
    raise first or ProxyFault(Fault.NO_WAY)


def _tunnel(proxy: Address, place: Address, login: Login, limit: float) -> socket.socket:
    """The password is sent once, and only when it is asked for."""
    opened, challenges = _through(proxy, place, "", limit)
    if opened is None:
        opened, _ = _through(proxy, place, _authorization(challenges, place, login, proxy), limit)
    if opened is None:
        raise ProxyFault(Fault.LOGIN_REFUSED, at=proxy)
    return opened


def _through(proxy: Address, place: Address, header: str, limit: float) -> tuple[socket.socket | None, list[str]]:
    """The open tunnel, or None and the challenges of a 407. Raises ProxyFault."""
    opened = _open(proxy, limit)
    try:
        status, challenges = _ask(opened, place, header, proxy)
        if status != 407 and not 200 <= status < 300:
            raise ProxyFault(Fault.BLOCKED if status < 500 else Fault.PORTAL, f"status {status}", proxy)
    except BaseException:
        opened.close()
        raise
    if status != 407:
        return opened, []
    opened.close()
    return None, challenges


def _open(proxy: Address, limit: float) -> socket.socket:
    try:
        return socket.create_connection((proxy.host, proxy.port), limit)
    except OSError as error:
        raise ProxyFault(Fault.UNREACHABLE, type(error).__name__, proxy) from None


def _ask(opened: socket.socket, place: Address, header: str, proxy: Address) -> tuple[int, list[str]]:
    """Status of the answer, and its challenges. Behind a tunnel the portal waits for us to speak first (TLS)."""
    lines = [f"CONNECT {place} HTTP/1.1", f"Host: {place}"]
    lines += [f"Proxy-Authorization: {header}"] if header else []
    try:
        opened.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("utf-8"))
        with closing(HTTPResponse(opened, method="CONNECT")) as answer:
            answer.begin()
    except TimeoutError:
        raise ProxyFault(Fault.UNREACHABLE, "TimeoutError", proxy) from None
    except (OSError, HTTPException) as error:
        raise ProxyFault(Fault.NOT_HTTP, type(error).__name__, proxy) from None
    return answer.status, answer.headers.get_all("Proxy-Authenticate") or []


def _authorization(challenges: list[str], place: Address, login: Login, proxy: Address) -> str:
    if not authorization.supported(challenges):
        raise ProxyFault(Fault.UNSUPPORTED, ", ".join(authorization.kinds(challenges))[:60] or "none named", proxy)
    if not login:
        raise ProxyFault(Fault.LOGIN_WANTED, at=proxy)
    return authorization.header(challenges, str(place), login)
