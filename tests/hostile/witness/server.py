"""The witness: a portal that answers anything, redirects where it is told, and writes down all it saw.

The same application over http/1.1 without and over HTTP/2 with TLS, each on one port that stands for several origins.
"""

import asyncio
import json
import threading
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self
from urllib.parse import parse_qs

from hypercorn.asyncio import serve
from hypercorn.config import Config

from kiosk.training.base.settings import free_port

HERE = Path(__file__).parent
_SCRIPT = (b"content-type", b"text/javascript")
_HTML = (b"content-type", b"text/html; charset=utf-8")
_READY = b"self.postMessage && self.postMessage('ready');"
_FILES = {
    "/_w/page": (_HTML, (HERE / "page.html").read_bytes()),
    "/_w/frame": (
        _HTML,
        b"<!doctype html><script src=/_w/ways.js></script><body><script>parent.postMessage('ready', '*')</script>",
    ),
    "/_w/ways.js": (_SCRIPT, (HERE / "ways.js").read_bytes()),
    "/_w/worker.js": (_SCRIPT, b"importScripts('/_w/ways.js');" + _READY),
    "/_w/service.js": (_SCRIPT, b"importScripts('/_w/ways.js');"),
}
Scope = Mapping[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]


@dataclass(frozen=True)
class Seen:
    """One request as it arrived. ``case`` is its ``id`` parameter."""

    method: str
    host: str
    path: str
    case: str
    body: bytes
    version: str


class Server:
    """Runs on a thread until the ``with`` block ends. ``seen``: everything, in the order of arrival."""

    def __init__(self, certificate: Path | None = None) -> None:
        self.seen: list[Seen] = []
        self.port = free_port()
        self._files = dict(_FILES)
        self._headers: dict[str, list[tuple[bytes, bytes]]] = {}
        self._config = Config()
        self._config.bind = [f"127.0.0.1:{self.port}", f"127.0.0.2:{self.port}"]
        self._config.loglevel = "CRITICAL"
        if certificate:
            self._config.certfile = self._config.keyfile = str(certificate)
        self._loop = asyncio.new_event_loop()
        self._over = asyncio.Event()
        self._thread = threading.Thread(target=self._run, name="witness", daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._over.set)
        self._thread.join(5)

    def serve_script(self, path: str, script: str) -> None:
        """One more script."""
        self._files[path] = (_SCRIPT, script.encode())

    def serve_json(self, path: str, value: object) -> None:
        """One more file of data."""
        self._files[path] = ((b"content-type", b"application/json"), json.dumps(value).encode())

    def serve_page(self, path: str, page: str, headers: Mapping[str, str]) -> None:
        """One more page, with headers of its own."""
        self._files[path] = (_HTML, page.encode())
        self._headers[path] = [(name.encode(), value.encode()) for name, value in headers.items()]

    def of(self, case: str) -> list[Seen]:
        """What arrived for this case."""
        return [item for item in tuple(self.seen) if item.case == case]

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        try:
            self._loop.run_until_complete(serve(self._answer, self._config, shutdown_trigger=self._over.wait))  # type: ignore[arg-type]
        finally:
            self._loop.close()

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await _live(receive, send)
        query = parse_qs(scope["query_string"].decode())
        headers = dict(scope["headers"])
        body = await _body(receive) if scope["type"] == "http" else b""
        method, host = scope.get("method", "WEBSOCKET"), headers.get(b"host", b"").decode()
        case = query.get("id", [""])[0]
        self.seen.append(Seen(method, host, scope["path"], case, body, scope["http_version"]))
        if scope["type"] == "websocket":
            await receive()
            return await send({"type": "websocket.close"})
        status, kind, content = self._content(scope["path"], {} if method == "OPTIONS" else query)
        origin = headers.get(b"origin", b"*")
        allow = [(b"access-control-allow-origin", origin), (b"access-control-allow-credentials", b"true")]
        allow += [
            (b"access-control-allow-methods", headers.get(b"access-control-request-method", b"*")),
            (b"access-control-allow-headers", headers.get(b"access-control-request-headers", b"*")),
        ]
        wide = [(b"cache-control", b"no-store"), (b"service-worker-allowed", b"/"), *allow]
        to = [(b"location", query["to"][0].encode())] if "to" in query and method != "OPTIONS" else []
        headers_of = [kind, *wide, *to, *self._headers.get(scope["path"], [])]
        await send({"type": "http.response.start", "status": status, "headers": headers_of})
        return await send({"type": "http.response.body", "body": content})

    def _content(self, path: str, query: Mapping[str, list[str]]) -> tuple[int, tuple[bytes, bytes], bytes]:
        if path in self._files:
            return 200, *self._files[path]
        return int(query.get("s", ["200"])[0]), _HTML, b"<!doctype html><button>x</button>"


async def _body(receive: Receive) -> bytes:
    whole = b""
    while True:
        message = await receive()
        whole += bytes(message.get("body", b""))
        if not message.get("more_body"):
            return whole


async def _live(receive: Receive, send: Send) -> None:
    while True:
        message = await receive()
        await send({"type": f"{message['type']}.complete"})
        if message["type"] == "lifespan.shutdown":
            return
