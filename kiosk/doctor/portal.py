"""Checks of the portals: reachable, certificate accepted, and the redirect rule of the commit gate.

A real portal is sent GET and HEAD requests only, without cookies: nothing is ever posted to it. The training portal is
sent the procedure's own methods.
"""

import http.client
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from functools import partial
from typing import Any
from urllib.parse import urljoin, urlsplit

from kiosk.doctor.rows import Check, Later, Row
from kiosk.network.route import address_of
from kiosk.network.tunnel import ProxyFault
from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure, RequestPattern
from kiosk.system import clock

#: Makes a TCP connection to the host of an address, within so many seconds for each step.
Connect = Callable[[str, float], socket.socket]
#: Seconds for each step of a request (connect, TLS, answer), and for a whole portal.
STEP_LIMIT = 3.0
PORTAL_LIMIT = 4.5
#: Below this remaining validity of the portal's certificate there is a warning.
SOON = timedelta(days=14)
#: Status codes at which a browser sends the same request, with its body, to another address.
REPEATING = (307, 308)
_JA_PORTAL = "申込みのページにつながりません。ネットワークを確かめ、直らなければIT担当に連絡してください。"
_JA_REDIRECT = "申込みのページの作りが変わりました。この手続きは使わず、IT担当に連絡してください。"


@dataclass(frozen=True)
class Answer:
    """The answer of one address. ``trouble``: why there is none; ``offset``: how far its clock is ahead."""

    trouble: str = ""
    status: int = 0
    location: str = ""
    offset: timedelta | None = None
    seconds: float = 0.0
    tls: str = ""
    ends: datetime | None = None


@dataclass(frozen=True)
class PortalAnswers:
    """The answers of one procedure's portal: start page, other origins, and ordinary requests (None: not sent)."""

    start: Answer
    origins: tuple[tuple[str, Answer], ...] = ()
    requests: tuple[tuple[RequestPattern, Answer | None], ...] = ()


def directly(url: str, limit: float) -> socket.socket:
    """A TCP connection to the host of this address. Raises OSError."""
    place = address_of(url)
    return socket.create_connection((place.host, place.port), limit)


def query(
    procedure: Procedure, training: bool = False, trusted: str = "", connect: Connect = directly
) -> PortalAnswers:
    """Send all requests to this procedure's portal at once. A portal that does not answer raises nothing.

    ``trusted``: the city's own authorities in PEM form, besides those of the system.
    """
    ask = partial(request, trusted=trusted, connect=connect)
    start = Later(partial(ask, procedure.start_url))
    own = navigation.origin_of(procedure.start_url)
    others = [(origin, Later(partial(ask, origin))) for origin in procedure.allowed_origins if origin != own]
    requests = [(item, _probe(item, training, ask)) for item in procedure.ordinary_requests]
    until = clock.now() + PORTAL_LIMIT
    return PortalAnswers(
        _in_time(start, until),
        tuple((origin, _in_time(answer, until)) for origin, answer in others),
        tuple((item, _in_time(answer, until) if answer else None) for item, answer in requests),
    )


def _probe(item: RequestPattern, training: bool, ask: Callable[..., Answer]) -> "Later[Answer] | None":
    """Send an ordinary request; None for a pattern with ``*``, which is no address."""
    if "*" in item.url:
        return None
    method = item.method if training or item.method == "GET" else "HEAD"
    return Later(partial(ask, item.url, method))


def _in_time(answer: "Later[Answer]", until: float) -> Answer:
    try:
        return answer.get(max(0.0, until - clock.now()))
    except TimeoutError:
        return Answer(trouble=f"no answer within {PORTAL_LIMIT:g} s")


def request(url: str, method: str = "GET", trusted: str = "", connect: Connect = directly) -> Answer:
    """Send one request without a body, follow no redirect, and read no body. Faults of the network raise nothing."""
    parts = urlsplit(url)
    address = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    begun = time.perf_counter()
    kind = http.client.HTTPSConnection if parts.scheme == "https" else http.client.HTTPConnection
    connection = kind(parts.hostname or "", address_of(url).port)
    try:
        connection.sock = _dressed(connect(url, STEP_LIMIT), parts.scheme, parts.hostname or "", trusted)
        tls, ends = _secured(connection.sock)
        connection.request(method, address, headers={"User-Agent": "kiosk-doctor"})
        answer = connection.getresponse()
        seconds = time.perf_counter() - begun
        location = urljoin(url, answer.getheader("Location") or "")
        moved = location if answer.getheader("Location") else ""
        return Answer("", answer.status, moved, _offset(answer.getheader("Date")), seconds, tls, ends)
    except (OSError, http.client.HTTPException) as error:
        return Answer(trouble=in_words(error))
    finally:
        connection.close()


def _dressed(opened: socket.socket, scheme: str, host: str, trusted: str) -> socket.socket:
    """The connection, with TLS where the address says so. Raises OSError; the connection is closed then."""
    if scheme != "https":
        return opened
    context = ssl.create_default_context()
    if trusted:
        context.load_verify_locations(cadata=trusted)
    try:
        return context.wrap_socket(opened, server_hostname=host)
    except OSError:
        opened.close()
        raise


def _secured(opened: Any) -> tuple[str, datetime | None]:
    """TLS version, and the end of the portal's certificate; empty and None for plain http."""
    if not isinstance(opened, ssl.SSLSocket):
        return "", None
    given = opened.getpeercert() or {}
    ends = datetime.fromtimestamp(ssl.cert_time_to_seconds(str(given.get("notAfter"))), UTC)
    return opened.version() or "", ends


def _offset(date: str | None) -> timedelta | None:
    if date:
        with suppress(ValueError, TypeError):
            sent = parsedate_to_datetime(date)
            return (sent if sent.tzinfo else sent.replace(tzinfo=UTC)) - clock.wall()
    return None


def in_words(error: Exception) -> str:
    """Why there was no answer, in words."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate is not accepted: {error.verify_message}"
    if isinstance(error, ssl.SSLError):
        return f"no secure connection: {getattr(error, 'reason', None) or 'TLS'}"
    if isinstance(error, socket.gaierror):
        return "the name is not known (DNS)"
    if isinstance(error, TimeoutError):
        return f"no answer within {STEP_LIMIT:g} s"
    if isinstance(error, ConnectionRefusedError):
        return "the connection was refused"
    return str(error) if isinstance(error, ProxyFault) else f"no answer ({type(error).__name__})"


def reach_check(procedure: Procedure) -> Check:
    """The check of its first row, ``portal``."""
    return Check(f"portal:{procedure.id}", f"Portal of {procedure.id}")


def redirect_check(procedure: Procedure) -> Check:
    """The check of its second row, ``redirects``."""
    return Check(f"redirects:{procedure.id}", f"Redirect rule, {procedure.id}")


def portal(procedure: Procedure, answers: PortalAnswers, now: datetime) -> Row:
    """The row: the start page and every other origin of the procedure answer, with accepted certificates."""
    check = reach_check(procedure)
    host = urlsplit(procedure.start_url).netloc
    to_do = "check the row of the proxy, network and firewall from this terminal; else call the portal's operator"
    if bad := _trouble(procedure, answers):
        return check.fail(f"{host}: {bad}" if "://" not in bad else bad, to_do, _JA_PORTAL)
    start = answers.start
    found = f"{host}: {start.status} in {start.seconds * 1000:.0f} ms" + (f", {start.tls}" if start.tls else "")
    if start.ends is not None and start.ends - now < SOON:
        return check.warn(f"{found}, its certificate ends {start.ends:%Y-%m-%d}", "tell the portal's operator")
    return check.ok(found)


def _trouble(procedure: Procedure, answers: PortalAnswers) -> str:
    start = answers.start
    if start.trouble or start.status >= 400:
        return start.trouble or f"the start page answers {start.status}"
    if start.location and not navigation.allowed(procedure, start.location):
        return f"the start page leads to {navigation.origin_of(start.location)}, not one of allowed_origins"
    return next((f"{origin}: {answer.trouble}" for origin, answer in answers.origins if answer.trouble), "")


def redirects(procedure: Procedure, answers: PortalAnswers, training: bool = False) -> Row:
    """The row: no ordinary request is answered 307 or 308, which the engine would follow before it is judged."""
    check = redirect_check(procedure)
    if not answers.requests:
        return check.ok("no ordinary requests")
    if answers.start.trouble:
        return check.skip("the portal does not answer")
    if bad := [
        f"{item.method} {item.url}" for item, answer in answers.requests if answer and answer.status in REPEATING
    ]:
        to_do = "take it out of ordinary_requests (it then needs a check), or have the portal answer 303"
        return check.fail(f"answers 307 or 308: {', '.join(bad)}", to_do, _JA_REDIRECT)
    return _decided(check, answers.requests, training)


def _decided(check: Check, requests: Sequence[tuple[RequestPattern, Answer | None]], training: bool) -> Row:
    open_ones = [item for item, answer in requests if not _settles(item, answer, training)]
    if not open_ones:
        return check.ok(f"{len(requests)} ordinary requests, none answers 307 or 308")
    return check.warn(
        f"{len(open_ones)} of {len(requests)} ordinary requests cannot be checked without sending one",
        "ask the portal's operator whether they answer 307 or 308; a commit that left that way ends the session",
    )


def _settles(item: RequestPattern, answer: Answer | None, training: bool) -> bool:
    """Whether the answer is to the request's own method: a HEAD proves nothing about a POST."""
    return answer is not None and not answer.trouble and (training or item.method == "GET")
