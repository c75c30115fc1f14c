"""The witness in front of the training portal: a real session logs in through it, and then meets what it answers."""

from pathlib import Path
from typing import Any

import httpx

from tests.hostile.witness.server import Receive, Scope, Send, Server, _body


class Front(Server):
    """Passes on whatever is not a case's (``id``) or the witness's own page. ``seen`` has the cases' requests only."""

    def __init__(self, certificate: Path | None = None) -> None:
        super().__init__(certificate)
        #: Where the portal listens; known only once the terminal has its settings.
        self.target = 0

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        own = scope["type"] != "http" or scope["path"].startswith("/_w/") or b"id=" in scope["query_string"]
        await (super()._answer if own else self._pass_on)(scope, receive, send)

    async def _pass_on(self, scope: Scope, receive: Receive, send: Send) -> None:
        address = f"http://127.0.0.1:{self.target}{scope['raw_path'].decode()}?{scope['query_string'].decode()}"
        async with httpx.AsyncClient() as client:
            body = await _body(receive)
            answer = await client.request(scope["method"], address.rstrip("?"), headers=scope["headers"], content=body)
        kept: list[Any] = [item for item in answer.headers.raw if item[0].lower() not in _OF_THE_CONNECTION]
        await send({"type": "http.response.start", "status": answer.status_code, "headers": kept})
        await send({"type": "http.response.body", "body": answer.content})


_OF_THE_CONNECTION = (b"connection", b"content-encoding", b"content-length", b"transfer-encoding")
