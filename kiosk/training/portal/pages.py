"""Rendering: templates, texts in the kiosk's languages, invented payment services."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.requests import Request
from starlette.responses import HTMLResponse

from kiosk.languages import JAPANESE, SOURCE_LANGUAGE, codes
from kiosk.training.portal.portal import portal_of
from kiosk.training.portal.rules import JAPAN

HERE = Path(__file__).parent
#: The languages of ``texts.toml``. A text that one of the others has not is English there (``texts_<language>.toml``).
_WRITTEN = ("ja", "en")
#: What browsers call a language that the kiosk names by its script or its country.
_OTHER_NAMES = {"zh-tw": "zh-Hant", "zh-hk": "zh-Hant", "zh": "zh-Hans", "pt": "pt-BR", "tl": "fil"}
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
    written = language if language in _WRITTEN else "en"
    chosen = _in_language(_toml("texts.toml"), written)
    assert isinstance(chosen, dict)
    return chosen if language == written else _filled(chosen, _toml(f"texts_{language}.toml"))


def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def _filled(known: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """The known texts with a language's own in their place. ValueError: a text that no page has."""
    if unknown := own.keys() - known.keys():
        raise ValueError(f"texts of the portal: {sorted(unknown)}")
    return {
        name: _filled(value, own.get(name, {})) if isinstance(value, dict) else own.get(name, value)
        for name, value in known.items()
    }


def _in_language(node: Any, language: str) -> Any:
    if isinstance(node, dict):
        if set(node) == set(_WRITTEN):
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
        if chosen in codes():
            return str(chosen)
    wanted = (_known(tag.partition(";")[0].strip()) for tag in request.headers.get("accept-language", "").split(","))
    return next((language for language in wanted if language), SOURCE_LANGUAGE)


def _known(tag: str) -> str | None:
    """The kiosk's language for a browser's tag (``en-US``), if there is one."""
    names = {code.lower(): code for code in codes()} | _OTHER_NAMES
    return names.get(tag.lower()) or names.get(tag.lower().partition("-")[0])


def page(request: Request, name: str, status: int = 200, **values: Any) -> HTMLResponse:
    """Render a page in the language of the request."""
    language, switches = language_of(request), portal_of(request).switches
    words, japanese = texts(language), {} if language in JAPANESE else texts(SOURCE_LANGUAGE)
    template = _environment().get_template(f"{name}.html")
    shown = {
        "ja": japanese,
        "lang": language,
        "path": request.url.path,
        "c": words["common"],
        "t": words.get(name, {}),
        **values,
    }
    response = HTMLResponse(template.render(switches=switches, words=words, **shown), status_code=status)
    if request.query_params.get("lang") in codes():
        response.set_cookie(_LANGUAGE_COOKIE, language, httponly=True, samesite="lax")
    return response


def when(moment: datetime, language: str) -> str:
    """Date and time in Japan, in words of this language."""
    local = moment.astimezone(JAPAN)
    if language in JAPANESE:
        return f"{local.year}年{local.month}月{local.day}日 {local.hour}時{local.minute:02}分"
    return f"{local.day} {local:%B %Y}, {local:%H:%M}" if language == "en" else f"{local:%Y-%m-%d %H:%M}"


def service_name(code: str, language: str) -> str:
    """The name of a payment service in this language; the Latin letters stand on the service's card as well."""
    service = services()[code]
    return service.ja if language in JAPANESE else service.en
