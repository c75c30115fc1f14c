"""The status procedure: which payment service a person is tied to, and the cancellation request."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.training.portal import rules
from kiosk.training.portal.application import second_check
from kiosk.training.portal.pages import language_of, page, service_name, when
from kiosk.training.portal.portal import Portal, logged_in, see
from kiosk.training.portal.rules import Problem, State, States
from kiosk.training.portal.store import Application, Session


async def status_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /status``: each application with the state of each of its measures."""
    language = language_of(request)
    shown = [_shown(_today(portal, item), language) for item in portal.applications(session)]
    may_cancel = _can_be_cancelled(portal.states(session))
    return page(request, "status", applications=shown, points=rules.POINTS, may_cancel=may_cancel)


def _today(portal: Portal, application: Application) -> Application:
    """The application as it stands today; what a new day changed is stored."""
    for name, state in application.live.items():
        today = rules.state_today(state, application.applied_at, portal.now())
        if today is not state:
            portal.store.set_state(application.id, today, name)
    return portal.store.application(application.id)


def _shown(application: Application, language: str) -> dict[str, Any]:
    return {
        "service": service_name(application.service, language),
        "payment_end": application.payment_end,
        "applied": when(application.applied_at, language),
        "states": {name: state.value for name, state in application.live.items()},
    }


def _can_be_cancelled(states: States) -> bool:
    return any(rules.may_cancel(state) for state in states.values())


def _own(portal: Portal, session: Session) -> Response | None:
    states = portal.states(session)
    if not states:
        return see("/status")
    return None if _can_be_cancelled(states) else see(Problem.CANCEL_NOT_POSSIBLE.page)


async def cancel_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /status/cancel``: explains a cancellation."""
    return _own(portal, session) or page(request, "cancel", second_check=portal.mode.second_check)


async def cancel(request: Request, portal: Portal, session: Session) -> Response:
    """``POST /status/cancel``: request a cancellation of every measure whose points were not given yet."""
    refused = _own(portal, session)
    if refused is None and portal.mode.second_check:
        refused = await second_check(request, portal, session, "cancel")
    if refused:
        return refused
    for application in portal.applications(session):
        for name, state in application.live.items():
            if rules.may_cancel(state):
                portal.store.set_state(application.id, State.CANCEL_REQUESTED, name)
    return see("/status/cancelled")


async def cancelled_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /status/cancelled``."""
    if State.CANCEL_REQUESTED not in portal.states(session).values():
        return see("/status")
    return page(request, "cancelled")


ROUTES = [
    Route("/status", logged_in(status_page)),
    Route("/status/cancel", logged_in(cancel_page)),
    Route("/status/cancel", logged_in(cancel), methods=["POST"]),
    Route("/status/cancelled", logged_in(cancelled_page)),
]
