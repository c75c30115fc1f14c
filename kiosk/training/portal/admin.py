"""The admin surface for tests and the demo below ``/_training/``; needs the bearer token of the settings."""

import hmac
from collections.abc import Awaitable, Callable
from dataclasses import fields, replace
from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from kiosk.training.portal.faults import known_fault
from kiosk.training.portal.journal import ADMIN_PREFIX
from kiosk.training.portal.portal import Portal, portal_of
from kiosk.training.portal.rules import State
from kiosk.training.portal.settings import Mode, PersonFacts, Switches
from kiosk.training.portal.store import Application

Change = Callable[[Portal, dict[str, Any]], None]


async def state(request: Request) -> Response:
    """``GET state``: applications, requests, tokens, mode, switches, fault."""
    if not _is_admin(request):
        return Response(status_code=401)
    portal = portal_of(request)
    return JSONResponse({
        "mode": portal.mode.value,
        "switches": {field.name: getattr(portal.switches, field.name) for field in fields(Switches)},
        "fault": portal.fault,
        "applications": [_described(portal, item) for item in portal.store.applications()],
        "requests": list(portal.journal.requests),
        "tokens": [{**item, "label": _label(portal, item["person"])} for item in portal.journal.tokens],
    })  # fmt: skip


def _described(portal: Portal, item: Application) -> dict[str, Any]:
    return {
        "id": item.id, "person": item.person, "label": _label(portal, item.person),
        "measures": {name: state.value for name, state in item.states.items()},
        "service": item.service, "payment_hash": item.payment_hash, "checks": item.checks,
        "applied_at": item.applied_at.isoformat(),
    }  # fmt: skip


def _label(portal: Portal, person: str | None) -> str:
    return portal.facts_of(person).label if person else ""


def _mode(portal: Portal, sent: dict[str, Any]) -> None:
    portal.mode = Mode(sent["mode"])


def _switches(portal: Portal, sent: dict[str, Any]) -> None:
    types = {field.name: type(getattr(portal.switches, field.name)) for field in fields(Switches)}
    if any(not isinstance(value, types[name]) for name, value in sent.items()):
        raise ValueError("switches")
    portal.switches = replace(portal.switches, **sent)


def _fault(portal: Portal, sent: dict[str, Any]) -> None:
    if not known_fault(sent["fault"]):
        raise ValueError("fault")
    portal.fault = sent["fault"]


def _reset(portal: Portal, _sent: dict[str, Any]) -> None:
    portal.store.reset()
    portal.journal.clear()
    portal.fault, portal.mode, portal.switches = "none", portal.settings.mode, portal.settings.switches


def _person(portal: Portal, sent: dict[str, Any]) -> None:
    facts = dict(sent)
    key = str(facts.pop("key"))
    if facts.get("issued_at"):
        facts["issued_at"] = datetime.fromisoformat(facts["issued_at"])
    portal.facts[key] = PersonFacts(**facts)


def _application(portal: Portal, sent: dict[str, Any]) -> None:
    """``{"id", "state"}`` for all its measures, with ``"measure"`` for one of them."""
    portal.store.set_state(int(sent["id"]), State(sent["state"]), sent.get("measure"))


def _changing(change: Change) -> Callable[[Request], Awaitable[Response]]:
    async def handler(request: Request) -> Response:
        if not _is_admin(request):
            return Response(status_code=401)
        try:
            change(portal_of(request), await request.json() if await request.body() else {})
        except (ValueError, LookupError, TypeError, AttributeError):
            return JSONResponse({"reason": "not understood"}, status_code=400)
        return JSONResponse({"done": True})

    return handler


def _is_admin(request: Request) -> bool:
    sent = request.headers.get("authorization", "").encode()
    return hmac.compare_digest(sent, f"Bearer {portal_of(request).settings.admin_token}".encode())


_CHANGES: dict[str, Change] = {
    "mode": _mode,
    "switches": _switches,
    "fault": _fault,
    "reset": _reset,
    "person": _person,
    "application": _application,
}
ROUTES = [
    Route(f"{ADMIN_PREFIX}state", state),
    *(Route(ADMIN_PREFIX + name, _changing(change), methods=["POST"]) for name, change in _CHANGES.items()),
]
