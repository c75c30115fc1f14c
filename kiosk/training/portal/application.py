"""The pages of an application: measures, payment service, details, confirmation, result."""

import sqlite3
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kiosk.training.portal import rules
from kiosk.training.portal.pages import language_of, page, service_name, services
from kiosk.training.portal.portal import Portal, logged_in, see
from kiosk.training.portal.rules import Field, Problem
from kiosk.training.portal.store import Order, Session
from kiosk.training.portal.token import TokenError

#: the measure with the shortest waiting time after the certificate was issued
_SOONEST = ("new_card",)
_TYPED = (Field.PAYMENT_ID, Field.SECURITY_CODE, Field.PHONE)
_NEEDED = ("measures", "service", "payment_id", "phone")


def _entry(portal: Portal, session: Session) -> Response | None:
    """A redirect to the problem that keeps this person from applying, if there is one."""
    problem = rules.entry_problem(portal.standing(session), portal.states(session), portal.now())
    return _problem(portal, session, problem) if problem else None


def _problem(portal: Portal, session: Session, problem: Problem, measures: tuple[str, ...] = _SOONEST) -> Response:
    if problem is Problem.CERTIFICATE_TOO_NEW:
        ready = rules.ready_at(portal.standing(session), measures)
        portal.store.keep(session, ready_at=ready.isoformat(), nothing_ready=measures == _SOONEST or None)
    return see(problem.page)


async def measures_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /measures``: choose among the three; the account is blocked on the day of a renewal.

    A measure whose points were given can still be chosen: who did not get them is told so, and staff look into it.
    """
    refused = _entry(portal, session)
    if refused:
        return refused
    blocked = {"account"} if rules.account_blocked(portal.standing(session)) else set()
    paid = rules.paid(portal.states(session))
    chosen = [name for name in session.draft.get("measures", rules.POINTS) if name not in blocked | paid]
    shown: dict[str, Any] = {
        "blocked": blocked,
        "paid": paid,
        "chosen": chosen,
        "missing": "measures_missing" in session.draft,
    }
    return page(request, "measures", points=rules.POINTS, **shown)


async def choose_measures(request: Request, portal: Portal, session: Session) -> Response:
    """``POST /measures``."""
    sent = (await request.form()).getlist("measure")
    chosen = tuple(name for name in rules.POINTS if name in sent)
    portal.store.keep(session, measures_missing=None if chosen else True)
    if not chosen:
        return see("/measures")
    refused = _measures_refused(portal, session, chosen)
    if refused:
        return refused
    portal.store.keep(session, measures=list(chosen))
    return see("/service")


def _measures_refused(portal: Portal, session: Session, chosen: tuple[str, ...]) -> Response | None:
    """A redirect to the problem that keeps this person from applying for these measures, if there is one."""
    problem = rules.measures_problem(portal.standing(session), portal.states(session), chosen, portal.now())
    return _problem(portal, session, problem, chosen) if problem else None


async def service_page(request: Request, _portal: Portal, session: Session) -> Response:
    """``GET /service``: the searchable list."""
    if "measures" not in session.draft:
        return see("/measures")
    return page(request, "service", services=list(services().values()))


async def choose_service(request: Request, portal: Portal, session: Session) -> Response:
    """``POST /service``."""
    code = str((await request.form()).get("service", ""))
    if code not in services():
        return see("/service")
    if services()[code].closed:
        return see(Problem.PAYMENT_SERVICE_CLOSED.page)
    portal.store.keep(session, service=code)
    return see("/details")


async def details_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /details``: ID, security code, last four digits of a telephone number."""
    if _sends_on(request, portal):
        return RedirectResponse("/apply", 302)
    if "service" not in session.draft:
        return see("/service")
    wrong, typed = session.draft.get("wrong", []), session.draft.get("typed", {})
    shown: dict[str, Any] = {"wrong": wrong, "typed": typed, "first": next(iter(wrong), "")}
    return page(request, "details", service=_service(request, session), **shown)


async def enter_details(request: Request, portal: Portal, session: Session) -> Response:
    """``POST /details``: what is wrong is said beside its field, and nothing has to be typed again."""
    if _sends_on(request, portal):
        return RedirectResponse("/apply", 307)
    if "service" not in session.draft:
        return see("/service")
    form = await request.form()
    typed = {name: rules.tidy_payment_id(str(form.get(name, "")))[:24] for name in _TYPED}
    wrong = rules.wrong_fields(typed)
    portal.store.keep(session, typed=typed, wrong=wrong or None)
    if wrong:
        return see("/details")
    payment_id, phone = typed[Field.PAYMENT_ID], typed[Field.PHONE]
    if portal.store.payment_in_use(session.draft["service"], payment_id, session.person or ""):
        return see(Problem.PAYMENT_ID_IN_USE.page)
    portal.store.keep(session, payment_id=payment_id, phone=phone)
    return see("/confirm")


def _sends_on(request: Request, portal: Portal) -> bool:
    return portal.mode.redirects and "send" in request.query_params


async def confirm_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /confirm``: review; in the two-check modes the page requests the card for the second check."""
    if not _complete(session.draft):
        return see("/measures")
    draft = session.draft
    shown = {"measures": draft["measures"], "payment_id": draft["payment_id"], "phone": draft["phone"]}
    shown["redirects"] = portal.mode.redirects
    total, second_check = rules.total(draft["measures"]), portal.mode.second_check
    return page(request, "confirm", service=_service(request, session), total=total, second_check=second_check, **shown)


async def apply(request: Request, portal: Portal, session: Session) -> Response:
    """``POST /apply``: the commit. In the one-check mode only the login counts, whoever is present now."""
    if not _complete(session.draft):
        return see("/measures")
    if portal.mode.second_check:
        refused = await second_check(request, portal, session, "apply")
        if refused:
            return refused
    chosen = tuple(session.draft["measures"])
    return _entry(portal, session) or _measures_refused(portal, session, chosen) or _write(portal, session)


async def apply_by_link(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /apply``: the same at the end of a redirected link, in that mode only."""
    return await apply(request, portal, session) if portal.mode.redirects else Response(status_code=405)


async def second_check(request: Request, portal: Portal, session: Session, purpose: str) -> Response | None:
    """None for a valid token made for this purpose with the card of the login; else a redirect to the failure page."""
    token_json = str((await request.form()).get("token", ""))
    nonce = portal.store.take_nonce(session, purpose)
    try:
        identity = portal.identify(request, token_json, nonce)
    except TokenError:
        return _failed(portal, session, "check")
    return None if identity.key == session.person else _failed(portal, session, "other_card")


def _failed(portal: Portal, session: Session, why: str) -> Response:
    portal.store.keep(session, failed=why)
    return see("/result/failed")


def _write(portal: Portal, session: Session) -> Response:
    draft, checks = session.draft, 2 if portal.mode.second_check else 1
    order = Order(tuple(draft["measures"]), draft["service"], draft["payment_id"])
    try:
        portal.store.apply(session.person or "", order, checks, portal.now())
    except sqlite3.IntegrityError:
        return see(Problem.PAYMENT_ID_IN_USE.page)
    portal.store.keep(session, payment_id=None, phone=None, typed=None, failed=None)
    return see("/result/done")


async def done_page(request: Request, portal: Portal, session: Session) -> Response:
    """``GET /result/done``."""
    applications = portal.applications(session)
    if not applications:
        return see("/measures")
    application = applications[-1]
    name = service_name(application.service, language_of(request))
    return page(
        request, "done", service=name, total=rules.total(application.measures), payment_end=application.payment_end
    )


async def failed_page(request: Request, _portal: Portal, session: Session) -> Response:
    """``GET /result/failed``: nothing was applied for."""
    return page(request, "failed", why=session.draft.get("failed", "check"), again=_complete(session.draft))


def _complete(draft: Mapping[str, Any]) -> bool:
    return all(name in draft for name in _NEEDED)


def _service(request: Request, session: Session) -> str:
    return service_name(session.draft["service"], language_of(request))


ROUTES = [
    Route("/measures", logged_in(measures_page)),
    Route("/measures", logged_in(choose_measures), methods=["POST"]),
    Route("/service", logged_in(service_page)),
    Route("/service", logged_in(choose_service), methods=["POST"]),
    Route("/details", logged_in(details_page)),
    Route("/details", logged_in(enter_details), methods=["POST"]),
    Route("/confirm", logged_in(confirm_page)),
    Route("/apply", logged_in(apply), methods=["POST"]),
    Route("/apply", logged_in(apply_by_link), methods=["GET"]),
    Route("/result/done", logged_in(done_page)),
    Route("/result/failed", logged_in(failed_page)),
]
