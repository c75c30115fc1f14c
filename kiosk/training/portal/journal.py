"""A record of requests and tokens for tests and the demo: no form content, only hashes and outcomes."""

import hashlib
from collections import deque
from collections.abc import Callable
from datetime import datetime
from typing import Any

from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

ADMIN_PREFIX = "/_training/"
_LONGEST_BODY = 1_000_000


class Journal:
    """The last requests and the last tokens."""

    def __init__(self) -> None:
        self.requests: deque[dict[str, Any]] = deque(maxlen=2000)
        self.tokens: deque[dict[str, Any]] = deque(maxlen=500)

    def request(self, at: datetime, scope: Scope, body: bytes) -> None:
        """Record a request; its query is not kept, its body only as a hash."""
        headers = {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}
        self.requests.append({
            "at": at.isoformat(),
            "method": scope["method"],
            "path": scope["path"],
            "cookies": sorted(cookie_parser(headers.get("cookie", ""))),
            "body_sha256": hashlib.sha256(body).hexdigest() if body else None,
            "content_type": headers.get("content-type"),
            "user_agent": headers.get("user-agent"),
        })  # fmt: skip

    def token(self, at: datetime, path: str, token_json: str, outcome: str, person: str | None) -> None:
        """Record a token: ``outcome`` is "accepted" or the reason of its refusal."""
        digest = hashlib.sha256(token_json.encode()).hexdigest()
        entry = {"at": at.isoformat(), "path": path, "token_sha256": digest, "outcome": outcome, "person": person}
        self.tokens.append(entry)

    def clear(self) -> None:
        """Delete all records."""
        self.requests.clear()
        self.tokens.clear()


class JournalMiddleware:
    """Records every request in the journal, except those of the admin surface."""

    def __init__(self, app: ASGIApp, journal: Journal, clock: Callable[[], datetime]) -> None:
        self._app, self._journal, self._clock = app, journal, clock

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Read the body, record the request and pass it on."""
        if scope["type"] != "http" or scope["path"].startswith(ADMIN_PREFIX):
            await self._app(scope, receive, send)
            return
        body = await _read(receive)
        self._journal.request(self._clock(), scope, body)
        await self._app(scope, _again(body, receive), send)


async def _read(receive: Receive) -> bytes:
    body = b""
    while len(body) <= _LONGEST_BODY:
        message = await receive()
        body += message.get("body", b"")
        if not message.get("more_body"):
            break
    return body


def _again(body: bytes, receive: Receive) -> Receive:
    pending: list[Message] = [{"type": "http.request", "body": body, "more_body": False}]

    async def replay() -> Message:
        return pending.pop() if pending else await receive()

    return replay
