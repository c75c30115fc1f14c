"""Pages below ``/_hostile`` that try what a page must not be able to do. Only the training portal has them."""

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

#: These pages loosen the portal's own policy, so that it is the kiosk that refuses, not the portal.
_POLICY = "default-src 'self' 'unsafe-inline' 'unsafe-eval' blob: data:; frame-ancestors 'self'"
_LISTEN = "window.seen = []; addEventListener('message', (event) => seen.push(event.data));"
#: A page's Web eID request to itself, as a script.
AUTHENTICATE = "postMessage({action: 'web-eid:authenticate', challengeNonce: 'A'.repeat(44), options: {}}, '*')"


def _page(body: str, script: str = "") -> Response:
    text = f"<!doctype html><title>研修用</title><script>{_LISTEN}{script}</script><button>研修用</button>{body}"
    return HTMLResponse(text, headers={"Content-Security-Policy": _POLICY})


async def quiet(_: Request) -> Response:
    """Only listens."""
    return _page("")


async def frame(_: Request) -> Response:
    """Holds a frame that asks for a signature, of itself and of its parent."""
    return _page('<iframe src="/_hostile/child"></iframe>')


async def child(_: Request) -> Response:
    """Asks in the frame and in the parent, then says that it did."""
    return _page("", f"window.{AUTHENTICATE}; parent.{AUTHENTICATE}; parent.postMessage('asked', '*');")


async def blank_frame(_: Request) -> Response:
    """A frame without address, which inherits the origin, asks."""
    asks = f"inner.eval(`window.{AUTHENTICATE}`); inner.eval(`parent.{AUTHENTICATE}`);"
    script = f"onload = () => {{ const inner = frames[0]; {asks}"
    return _page("<iframe></iframe>", f"{script} seen.push('asked'); }};")


async def to_apply(_: Request) -> Response:
    """Sends a navigation on to the commit."""
    return RedirectResponse("/apply", status_code=307)


ROUTES = [
    Route("/quiet", quiet),
    Route("/frame", frame),
    Route("/child", child),
    Route("/blank-frame", blank_frame),
    Route("/to-apply", to_apply),
]
