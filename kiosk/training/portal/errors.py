"""The problem pages: each has a URL of its own, so that a kiosk can distinguish them without reading texts."""

from datetime import datetime
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from kiosk.languages import SOURCE_LANGUAGE
from kiosk.training.portal.pages import language_of, page, texts, when
from kiosk.training.portal.portal import session_of
from kiosk.training.portal.rules import SUSPECTED_MIXUP, Problem


async def problem_page(request: Request) -> Response:
    """``GET /error/<problem>``."""
    try:
        problem = Problem(request.path_params["problem"])
    except ValueError:
        return page(request, "missing", status=404)
    words = texts(language_of(request))["error"][problem.value]
    status = 503 if problem is Problem.MAINTENANCE else 200
    draft = _draft(request) if problem is Problem.CERTIFICATE_TOO_NEW else {}
    japanese = texts(SOURCE_LANGUAGE)["error"][problem.value]
    shown: dict[str, Any] = {
        "problem": words,
        "problem_ja": japanese,
        "mixup": problem in SUSPECTED_MIXUP,
        "ready": _ready(request, draft),
    }
    return page(request, "error", status, back="" if "nothing_ready" in draft else words["back"], **shown)


def _draft(request: Request) -> dict[str, Any]:
    session = session_of(request)
    return session.draft if session else {}


def _ready(request: Request, draft: dict[str, Any]) -> str:
    moment = draft.get("ready_at")
    return when(datetime.fromisoformat(moment), language_of(request)) if moment else ""


async def missing(request: Request, _error: Exception) -> Response:
    """Any other URL."""
    return page(request, "missing", status=404)


ROUTES = [Route("/error/{problem}", problem_page)]
