"""The canary: a page that leaves a random token in every kind of browser state, and one that looks for it.

What the server itself saw (cookies, ETags, any header) is the witness; a wipe that leaves nothing shows nothing here.
"""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from kiosk.training.remote.control import Control

PAGES = Path(__file__).parent / "canary_pages"
PREFIX = "/canary"
DAY = 86_400
#: Seconds for a canary page to have planted everything.
CANARY_LIMIT = 40.0


class Canary:
    """Its routes, and every header and address that reached them."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def routes(self) -> list[BaseRoute]:
        """To be mounted below ``/_hostile``."""
        scripts = {"plant.js", "probe.js", "worker.js", "shared.js"}
        return [
            Route(f"{PREFIX}/plant", self._plant),
            Route(f"{PREFIX}/probe", self._probe),
            Route(f"{PREFIX}/frame", self._frame),
            Route(f"{PREFIX}/etag", self._etag),
            *(Route(f"{PREFIX}/{name}", self._script) for name in sorted(scripts)),
        ]

    def forget(self) -> None:
        """A new person begins: what the server sees from now on is theirs."""
        self.seen.clear()

    def _note(self, request: Request) -> None:
        headers = "\n".join(f"{name}: {value}" for name, value in request.headers.items())
        self.seen.append(f"{request.method} {request.url}\n{headers}")

    async def _plant(self, request: Request) -> Response:
        self._note(request)
        token = request.query_params["token"]
        page = HTMLResponse(_text("plant.html"), headers={"ETag": f'"{token}"', "Cache-Control": f"max-age={DAY}"})
        page.set_cookie("canary_session", token, httponly=True)
        page.set_cookie("canary_lasting", token, max_age=DAY, httponly=True)
        return page

    async def _probe(self, request: Request) -> Response:
        self._note(request)
        return HTMLResponse(_text("probe.html"))

    async def _frame(self, request: Request) -> Response:
        self._note(request)
        return HTMLResponse("<!doctype html><title>frame</title><p>研修用</p>")

    async def _etag(self, request: Request) -> Response:
        self._note(request)
        token = request.cookies.get("canary_lasting", "fresh")
        headers = {"ETag": f'"{token}"', "Cache-Control": f"max-age={DAY}", "Vary": ""}
        return PlainTextResponse(token, headers=headers)

    async def _script(self, request: Request) -> Response:
        self._note(request)
        name = request.url.path.rpartition("/")[2]
        headers = {"Service-Worker-Allowed": "/_hostile/canary/"}
        return Response(_text(name), media_type="text/javascript", headers=headers)


def _text(name: str) -> str:
    return (PAGES / name).read_text(encoding="utf-8")


def plant_canary(kiosk: Control, token: str) -> set[str]:
    """Go to the canary page; the kinds of browser state in which it has left the token, with its workers running."""
    kiosk.ask("session", "page_eval", script=f"void (location.href = '/_hostile/canary/plant?token={token}')")
    return set(canary_says(kiosk, "planted").split())


def canary_says(kiosk: Control, what: str) -> str:
    """What a canary page says when it is done."""
    ask = f"document.documentElement.dataset.{what} || ''"
    return str(kiosk.wait_until(what, lambda: kiosk.ask("session", "page_eval", script=ask), CANARY_LIMIT))
