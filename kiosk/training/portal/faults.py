"""Middleware: faults that can be switched on, and the security headers of every answer."""

import asyncio
import re
from collections.abc import Callable

from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kiosk.training.portal.journal import ADMIN_PREFIX
from kiosk.training.portal.rules import Problem

_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
}
_GARBAGE = bytes(range(1, 256)) * 8
_KNOWN = re.compile(r"none|garbage|maintenance|down|hop|slow ([0-9]{1,3}(\.[0-9]+)?)")


def known_fault(text: str) -> bool:
    """Whether this is a fault the portal can play: none, garbage, maintenance, down, hop, slow N."""
    return _KNOWN.fullmatch(text) is not None


class FaultMiddleware:
    """Applies the fault that is switched on, except to requests of the admin surface."""

    def __init__(self, app: ASGIApp, fault: Callable[[], str]) -> None:
        self._app, self._fault = app, fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer wrongly or late as the fault demands, or pass the request on."""
        fault = "none" if scope["type"] != "http" or scope["path"].startswith(ADMIN_PREFIX) else self._fault()
        if fault.startswith("slow "):
            await asyncio.sleep(float(fault.removeprefix("slow ")))
        answer = _answer(fault, scope.get("path", ""))
        await (answer or self._app)(scope, receive, send)


def _answer(fault: str, path: str) -> Response | None:
    if fault == "garbage":
        return Response(_GARBAGE, media_type="text/html")
    if fault == "down":
        return Response(status_code=503, headers={"Connection": "close"})
    if fault == "hop" and path == "/details":  # redirects an ordinary request, with its body, to the commit
        return RedirectResponse("/apply", status_code=307)
    if fault == "maintenance" and not path.startswith(("/static/", "/error/")):
        return RedirectResponse(Problem.MAINTENANCE.page, status_code=303)
    return None


class HeaderMiddleware:
    """Security headers on every answer; a route may set its own value (hostile pages do)."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Add the headers when the answer starts."""

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in HEADERS.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, receive, with_headers)
