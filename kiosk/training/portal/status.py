"""The status procedure: which payment service a person is tied to, and the cancellation request."""

from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.training.portal import rules
from kiosk.training.portal.application import second_check
from kiosk.training.portal.pages import language_of, page, service_name, when
from kiosk.training.portal.portal import Portal, logged_in, see
from kiosk.training.portal.rules import Problem, State
from kiosk.training.portal.store import Session


async def status_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /status``."""
    application = portal.application(session)
    if application is None:
        return page(request, "status", application=None)
    state = rules.state_today(application.state, application.applied_at, portal.now())
    if state is not application.state:
        portal.store.set_state(application.id, state)
    language = language_of(request)
    name, applied = service_name(application.service, language), when(application.applied_at, language)
    shown: dict[str, Any] = {
        "state": state.value,
        "may_cancel": rules.may_cancel(state),
        "total": rules.total(application.measures),
    }
    return page(request, "status", application=application, service=name, applied=applied, **shown)


def _own(portal: Portal, session: Session) -> Response | None:
    application = portal.application(session)
    if application is None:
        return see("/status")
    return None if rules.may_cancel(application.state) else see(Problem.CANCEL_NOT_POSSIBLE.page)


async def cancel_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /status/cancel``: explains a cancellation."""
    return _own(portal, session) or page(request, "cancel", second_check=portal.mode.second_check)


async def cancel(request: Request, portal: Portal, session: Session) -> Response:
    """``POST /status/cancel``: request a cancellation."""
    refused = _own(portal, session)
    if refused is None and portal.mode.second_check:
        refused = await second_check(request, portal, session, "cancel")
    application = portal.application(session)
    if refused or application is None:
        return refused or see("/status")
    portal.store.set_state(application.id, State.CANCEL_REQUESTED)
    return see("/status/cancelled")


async def cancelled_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /status/cancelled``."""
    application = portal.application(session)
    if application is None or application.state is not State.CANCEL_REQUESTED:
        return see("/status")
    return page(request, "cancelled")


ROUTES = [
    Route("/status", logged_in(status_page)),
    Route("/status/cancel", logged_in(cancel_page)),
    Route("/status/cancel", logged_in(cancel), methods=["POST"]),
    Route("/status/cancelled", logged_in(cancelled_page)),
]
