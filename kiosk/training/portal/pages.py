"""Rendering: templates, texts in two languages, invented payment services."""

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kiosk.training.portal.portal import portal_of
from kiosk.training.portal.rules import JAPAN

HERE = Path(__file__).parent
LANGUAGES = ("ja", "en")
_LANGUAGE_COOKIE = "training_language"


@dataclass(frozen=True)
class Service:
    """An invented payment service."""

    code: str
    ja: str
    en: str
    reading: str
    closed: bool = False


@cache
def services() -> dict[str, Service]:
    """All services by code, in the order of the list."""
    with (HERE / "services.toml").open("rb") as file:
        return {item["code"]: Service(**item) for item in tomllib.load(file)["service"]}


@cache
def texts(language: str) -> dict[str, Any]:
    """All page texts in one language."""
    with (HERE / "texts.toml").open("rb") as file:
        chosen = _in_language(tomllib.load(file), language)
    assert isinstance(chosen, dict)
    return chosen


def _in_language(node: Any, language: str) -> Any:
    if isinstance(node, dict):
        if set(node) == set(LANGUAGES):
            return node[language]
        return {name: _in_language(value, language) for name, value in node.items()}
    return node


@cache
def _environment() -> Environment:
    loader = FileSystemLoader(HERE / "templates")
    return Environment(loader=loader, autoescape=select_autoescape(), undefined=StrictUndefined, trim_blocks=True)


def language_of(request: Request) -> str:
    """?lang=, else the cookie, else the browser's first language, else Japanese."""
    for chosen in (request.query_params.get("lang"), request.cookies.get(_LANGUAGE_COOKIE)):
        if chosen in LANGUAGES:
            return str(chosen)
    return "en" if request.headers.get("accept-language", "").lower().startswith("en") else "ja"


def page(request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Render a page in the language of the request."""
    language, switches = language_of(request), portal_of(request).switches
    words = texts(language)
    template = _environment().get_template(f"{name}.html")
    shown = {"lang": language, "path": request.url.path, "c": words["common"], "t": words.get(name, {}), **values}
    response = HTMLResponse(template.render(switches=switches, words=words, **shown), status_code=status)
    if request.query_params.get("lang") in LANGUAGES:
        response.set_cookie(_LANGUAGE_COOKIE, language, httponly=True, samesite="lax")
    return response


def when(moment: datetime, language: str) -> str:
    """Date and time in Japan, in words of this language."""
    local = moment.astimezone(JAPAN)
    if language == "en":
        return f"{local.day} {local:%B %Y}, {local:%H:%M}"
    return f"{local.year}年{local.month}月{local.day}日 {local.hour}時{local.minute:02}分"


def service_name(code: str, language: str) -> str:
    """The name of a payment service in this language."""
    service = services()[code]
    return service.en if language == "en" else service.ja
