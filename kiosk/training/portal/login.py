"""Login by card: the page, the challenge, the token, the logout."""

import base64
import json
import secrets
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.training.portal.pages import page
from kiosk.training.portal.portal import (
    COOKIE,
    Portal,
    give_cookie,
    logged_in,
    own_page,
    portal_of,
    see,
    session_of,
)
from kiosk.training.portal.store import Session
from kiosk.training.portal.token import TokenError

#: the page after the login, for each of the two entries
_AFTER = {"points": "/measures", "status": "/status"}
PURPOSES = ("login", "apply", "cancel")


async def login_page(request: Request) -> Response:
    """``/`` and ``/status/login``: skipped while somebody is logged in, as on the real site."""
    course = "status" if request.url.path == "/status/login" else "points"
    session = session_of(request)
    if session is not None and session.person is not None:
        return see(_AFTER[course])
    response = page(request, "login", course=course)
    if session is None:
        portal = portal_of(request)
        give_cookie(request, response, portal.store.open_session(portal.now()))
    return response


async def challenge(request: Request) -> Response:
    """A fresh nonce, bound to this server session and to one purpose."""
    session, purpose = session_of(request), request.query_params.get("purpose", "login")
    if session is None or purpose not in PURPOSES or (purpose != "login" and session.person is None):
        return JSONResponse({"reason": "session_missing"}, status_code=403)
    portal, value = portal_of(request), base64.b64encode(secrets.token_bytes(32)).decode()
    portal.store.new_nonce(session, purpose, value, portal.now())
    return JSONResponse({"nonce": value})


async def login(request: Request) -> Response:
    """``POST /auth/login`` with ``{"token": {...}, "course": "points" or "status"}``."""
    session, sent = session_of(request), await _sent(request)
    if session is None or not own_page(request):
        return JSONResponse({"reason": "session_missing"}, status_code=403)
    portal = portal_of(request)
    nonce = portal.store.take_nonce(session, "login")
    try:
        identity = portal.identify(request, json.dumps(sent.get("token")), nonce)
    except TokenError as error:
        return JSONResponse({"reason": error.reason}, status_code=401)
    portal.store.end_session(session)
    response = JSONResponse({"next": _AFTER.get(str(sent.get("course")), "/measures")})
    give_cookie(request, response, portal.store.open_session(portal.now(), identity))
    return response


async def _sent(request: Request) -> dict[str, Any]:
    if not request.headers.get("content-type", "").startswith("application/json"):
        return {}
    try:
        data = await request.json()
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


async def logout(request: Request) -> Response:
    """``GET /logout``: with the switch ``no_logout`` the page is shown but the session stays."""
    portal, session = portal_of(request), session_of(request)
    response = page(request, "logout")
    if session is not None and not portal.switches.no_logout:
        portal.store.end_session(session)
        response.delete_cookie(COOKIE)
    return response


async def represent(request: Request, portal: Portal, session: Session) -> Response:
    """``/proxy``: the legal representative of a child under 15 confirms; the session stays that of the child's card."""
    if request.method == "GET":
        return page(request, "proxy", missing="proxy_missing" in session.draft)
    form = await request.form()
    if form.get("representative") != "yes" or form.get("relation") not in ("parent", "guardian"):
        portal.store.keep(session, proxy_missing=True)
        return see("/proxy")
    portal.store.keep(session, represented=str(form["relation"]), proxy_missing=None)
    return see("/measures")


ROUTES = [
    Route("/", login_page),
    Route("/status/login", login_page),
    Route("/auth/challenge", challenge),
    Route("/auth/login", login, methods=["POST"]),
    Route("/logout", logout),
    Route("/proxy", logged_in(represent), methods=["GET", "POST"]),
]
