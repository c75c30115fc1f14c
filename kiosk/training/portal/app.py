"""Assembles the portal: routes and middleware."""

from cryptography import x509
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

import resources
from kiosk.training.portal import admin, application, errors, login, status
from kiosk.training.portal.faults import FaultMiddleware, HeaderMiddleware
from kiosk.training.portal.journal import JournalMiddleware
from kiosk.training.portal.pages import HERE
from kiosk.training.portal.portal import Portal, portal_of
from kiosk.training.portal.settings import PortalSettings
from kiosk.training.portal.store import Store


async def web_eid(request: Request) -> Response:
    """``/static/eid.js``: the public web-eid.js if one is configured, else the portal's own client."""
    library = portal_of(request).settings.web_eid_library
    return FileResponse(library or HERE / "static" / "card-client.js", media_type="text/javascript")


async def service_worker(_request: Request) -> Response:
    """``/sw.js``: pages register it only when the switch ``service_worker`` is on."""
    return FileResponse(HERE / "static" / "sw.js", media_type="text/javascript")


def create_app(settings: PortalSettings) -> Starlette:
    """The portal as an ASGI application; its ``Portal`` is in ``app.state.portal``."""
    anchor = x509.load_pem_x509_certificate(settings.ca_certificate)
    portal = Portal(settings, Store(settings.database), anchor, settings.mode, settings.switches)
    app = Starlette(routes=_routes(settings), middleware=_middleware(portal), exception_handlers={404: errors.missing})
    app.state.portal = portal
    return app


def _routes(settings: PortalSettings) -> list[BaseRoute]:
    return [
        *login.ROUTES, *application.ROUTES, *status.ROUTES, *errors.ROUTES, *admin.ROUTES,
        Mount("/_hostile", routes=list(settings.hostile_routes)),
        Route("/static/eid.js", web_eid),
        Route("/sw.js", service_worker),
        Mount("/static", StaticFiles(directory=HERE / "static")),
        Mount("/fonts", StaticFiles(directory=resources.path("fonts"))),
    ]  # fmt: skip


def _middleware(portal: Portal) -> list[Middleware]:
    return [
        Middleware(JournalMiddleware, journal=portal.journal, clock=portal.now),
        Middleware(HeaderMiddleware),
        Middleware(FaultMiddleware, fault=lambda: portal.fault),
    ]
