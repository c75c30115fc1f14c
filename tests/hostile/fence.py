"""Pages below ``/_hostile/fence`` that try to reach what they must not reach, and to ask for what they must not get.

They carry no policy of their own: whatever is refused, the kiosk refuses.
"""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

PAGES = Path(__file__).parent / "pages"
PREFIX = "/fence"
#: Takes the place of the portal's own policy and allows everything.
_OPEN = {"Content-Security-Policy": "upgrade-none", "Cross-Origin-Opener-Policy": "unsafe-none"}
_TYPES = {
    ".js": ("text/javascript", "0;"),
    ".css": ("text/css", ".x { color: red }"),
    ".html": ("text/html", "<!doctype html><title>研修用</title><button>研修用</button>"),
    ".svg": ("image/svg+xml", '<svg xmlns="http://www.w3.org/2000/svg"><g id="a"/></svg>'),
    ".json": ("application/json", "{}"),
    ".pdf": ("application/pdf", "%PDF-1.4\n%%EOF\n"),
}


async def page(request: Request) -> Response:
    """One of the files in ``pages``; with ``?refresh=`` it goes on to that address by itself."""
    name = request.path_params["name"]
    found = PAGES / name
    if found.parent != PAGES or not found.is_file():
        return Response(status_code=404)
    headers = {**_OPEN, "Service-Worker-Allowed": "/_hostile/fence/"}
    if to := request.query_params.get("refresh"):
        headers["Refresh"] = f"0; url={to}"
    return Response(found.read_text(encoding="utf-8"), media_type=_TYPES[found.suffix][0], headers=headers)


async def anything(request: Request) -> Response:
    """What an attempt finds at the portal, where it may go: the witness that the attempt itself works."""
    kind, body = _TYPES.get(Path(request.url.path).suffix, ("text/plain", "x"))
    return Response(body, media_type=kind, headers=_OPEN)


async def away(request: Request) -> Response:
    """Send on to any address with any status."""
    to = request.query_params["to"]
    return RedirectResponse(to, status_code=request.path_params["status"], headers=_OPEN)


async def policy(request: Request) -> Response:
    """A document that reports its violations, and everything else, to an address."""
    to = request.query_params["to"]
    headers = {
        "Content-Security-Policy": f"img-src 'none'; report-uri {to}/csp; report-to away",
        "Reporting-Endpoints": f'away="{to}/reports", default="{to}/default"',
        "Report-To": f'{{"group":"away","max_age":60,"endpoints":[{{"url":"{to}/report-to"}}]}}',
        "NEL": '{"report_to":"away","max_age":60,"success_fraction":1.0}',
    }
    return HTMLResponse('<!doctype html><img src="/_hostile/fence/x/refused.png">', headers=headers)


async def link(request: Request) -> Response:
    """A document whose header asks for connections and loads."""
    to = request.query_params["to"]
    wanted = [f"<{to}>; rel=preconnect", f"<{to}/a.js>; rel=preload; as=script", f"<{to}/a.html>; rel=prefetch"]
    return HTMLResponse("<!doctype html>", headers={**_OPEN, "Link": ", ".join(wanted), "Refresh": f"0; url={to}/r"})


async def download(_: Request) -> Response:
    """A file to keep."""
    headers = {**_OPEN, "Content-Disposition": 'attachment; filename="../../fence-download.txt"'}
    return Response("fence-download", media_type="application/octet-stream", headers=headers)


async def login(_: Request) -> Response:
    """Asks for a name and a password, for ever."""
    return Response("", status_code=401, headers={**_OPEN, "WWW-Authenticate": 'Basic realm="x"'})


ROUTES = [
    Route(PREFIX + "/page/{name}", page),
    Route(PREFIX + "/x/{path:path}", anything),
    Route(PREFIX + "/to/{status:int}", away, methods=["GET", "POST"]),
    Route(PREFIX + "/policy", policy),
    Route(PREFIX + "/link", link),
    Route(PREFIX + "/download", download),
    Route(PREFIX + "/login", login),
]
