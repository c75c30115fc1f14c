"""Reads procedures from TOML files and checks every key: closed vocabulary, no expressions."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from kiosk.config import access
from kiosk.config.plain_text import plain, plain_and_there
from kiosk.config.settings import ConfigError, Language, first_problem, unreadable
from kiosk.config.toml_file import NotToml, parse_toml, read_text
from kiosk.config.wording import not_allowed
from kiosk.failures import FailureName
from kiosk.languages import SOURCE_LANGUAGE, codes
from kiosk.procedures import navigation
from kiosk.procedures.model import (
    LISTS,
    REFUSALS,
    Completion,
    Procedure,
    RefusalPattern,
    RequestPattern,
    ResultPattern,
    StepPattern,
)
from kiosk.vocabulary import ResultKind

#: The origin in the files of the training portal. Its real port is known only when the portal runs.
TRAINING_ORIGIN = "http://127.0.0.1:8000"

_ORIGIN = re.compile(r"https://([a-z0-9.-]{1,253})(?::([1-9][0-9]{0,4}))?")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_IPV4 = re.compile(r"(?:(?:0|[1-9][0-9]{0,2})\.){3}(?:0|[1-9][0-9]{0,2})")
_NUMBER = re.compile(r"[0-9]+|0x[0-9a-f]*")
_TRAINING = re.compile(r"http://127\.0\.0\.1:[0-9]{1,5}")
_PATH = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()+,;=:@-]*)*(?:\?[A-Za-z0-9._~=&-]*)?")
_PATTERN = re.compile(r"(?:/(?!\.{1,2}(?:/|$))[A-Za-z0-9._~!$&'()+,;=:@*-]*)*(?:\?[^\s#]*)?")


class ProcedureError(ConfigError):
    """A wrong value in a procedure file, with file, key, value and what is allowed."""


def _origin_of(url: str) -> str:
    """Scheme, host and port of a URL. Raises PydanticCustomError when they are not allowed."""
    origin = url.split("/", 3)
    joined = "/".join(origin[:3])
    if not (_is_origin(joined) or _TRAINING.fullmatch(joined)):
        raise not_allowed(
            "https://host in lower case, with a port of 1 to 65535 if any; a name in other letters in its xn-- form "
            "(http://127.0.0.1:port for the training portal only)"
        )
    return joined


def _is_origin(text: str) -> bool:
    found = _ORIGIN.fullmatch(text)
    return found is not None and _is_host(found[1]) and int(found[2] or 443) <= 65_535


def _is_host(host: str) -> bool:
    """A name of the DNS, or an IPv4 address in its one form: browsers take 127.1 and 0x7f.1 for one too."""
    labels = host.split(".")
    if _NUMBER.fullmatch(labels[-1]):
        return _IPV4.fullmatch(host) is not None and all(int(label) <= 255 for label in labels)
    return all(_LABEL.fullmatch(label) for label in labels)


def _origin(value: str) -> str:
    if _origin_of(value) != value:
        raise not_allowed("scheme, host and port only, without a path")
    return value


def _url(value: str) -> str:
    rest = value[len(_origin_of(value)) :]
    if not _PATH.fullmatch(rest) or "//" in rest:
        raise not_allowed("an address with a plain path: no fragment, percent sign, double slash or dots")
    return value


def _pattern(value: str) -> str:
    rest = value[len(_origin_of(value)) :]
    if not _PATTERN.fullmatch(rest) or "//" in rest.partition("?")[0] or "**" in rest.removesuffix("/**"):
        raise not_allowed("an address whose path may have * for one segment and end in /**")
    return value


def _text(value: object) -> dict[object, object]:
    if not isinstance(value, dict) or SOURCE_LANGUAGE not in value:
        raise not_allowed('a table of languages with "ja" in it')
    if unknown := value.keys() - codes():
        raise not_allowed(f"languages of {', '.join(sorted(codes()))}", value=min(map(str, unknown)))
    return value


def _guide(value: object) -> object:
    """The strip leads people who cannot read the page, so a language that is missing is a fault."""
    if missing := codes() - _text(value).keys():
        raise not_allowed("a sentence in every language; this one is missing", value=min(missing))
    return value


def _refusal(value: str) -> str:
    if value not in REFUSALS:
        raise not_allowed(f"one of {', '.join(REFUSALS)}")
    return value


Origin = Annotated[str, AfterValidator(_origin)]
Url = Annotated[str, AfterValidator(_url)]
Pattern = Annotated[str, AfterValidator(_pattern)]
Sentence = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(plain_and_there)]
GuideSentence = Annotated[str, Field(min_length=1, max_length=120), AfterValidator(plain_and_there)]
Guide = Annotated[dict[str, GuideSentence], BeforeValidator(_guide)]
Texts = Annotated[dict[str, Sentence], BeforeValidator(_text)]


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class _Request(_Closed):
    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE"]
    url: Pattern


class _Ordinary(_Closed):
    """``WEBSOCKET``: a connection whose messages change nothing final; its address is written with http or https."""

    method: Literal["GET", "POST", "PUT", "PATCH", "DELETE", "WEBSOCKET"]
    url: Pattern


class _Step(_Closed):
    url: Pattern
    number: Annotated[int, Field(ge=1, le=30)]
    label: Texts
    guide: Guide | None = None
    guide_staff: Annotated[str, Field(max_length=60), AfterValidator(plain)] = ""
    guide_arrow: bool = True

    @model_validator(mode="after")
    def _leads_both(self) -> "_Step":
        if (self.guide is None) is not (self.guide_staff == ""):
            raise not_allowed("guide and guide_staff together, or neither", "steps.guide_staff", self.guide_staff)
        return self

    def value(self) -> StepPattern:
        """The frozen value."""
        return StepPattern(self.url, self.number, self.label, self.guide or {}, self.guide_staff, self.guide_arrow)


class _Result(_Closed):
    url: Pattern
    kind: Literal["done", "not_done", "unknown"]


class _Refusal(_Closed):
    url: Pattern
    kind: Annotated[str, AfterValidator(_refusal)]


class _Completion(_Closed):
    done: Texts
    final: Texts
    look_up: Texts
    final_days: Annotated[int, Field(ge=0, le=366)] = 0


class _File(_Closed):
    """The keys of a procedure file, the same as the fields of ``Procedure``."""

    id: Annotated[str, Field(pattern=r"^[a-z][a-z0-9_-]{0,31}$")]
    version: Annotated[int, Field(ge=1, le=100_000)]
    title: Texts
    summary: Texts
    start_url: Url
    allowed_origins: Annotated[list[Origin], Field(min_length=1, max_length=20)]
    steps_total: Annotated[int, Field(ge=1, le=30)]
    bring: list[Texts] = []
    page_languages: Annotated[list[Language], Field(min_length=1)] = [SOURCE_LANGUAGE]
    asks_renewed_today: bool = False
    offers_child: bool = False
    confirm_pages: list[Pattern] = []
    commit_requests: list[_Request] = []
    ordinary_requests: list[_Ordinary] = []
    logout_url: Annotated[str, AfterValidator(lambda value: _url(value) if value else value)] = ""
    steps: list[_Step] = []
    results: list[_Result] = []
    mixup_pages: list[Pattern] = []
    refusals: list[_Refusal] = []
    advice_pages: list[Pattern] = []
    spa: list[Pattern] = []
    advice: Texts | dict[str, Sentence] = {}
    completion: _Completion | None = None

    @model_validator(mode="after")
    def _fits_together(self) -> "_File":
        for key, url in self.addresses():
            if _origin_of(url) not in self.allowed_origins:
                raise not_allowed("an address of allowed_origins", key, url)
        if len({origin.startswith("https:") for origin in self.allowed_origins}) > 1:
            raise not_allowed("the training portal or https, not both", "allowed_origins", self.allowed_origins)
        if too_high := [step.number for step in self.steps if step.number > self.steps_total]:
            raise not_allowed(f"at most steps_total ({self.steps_total})", "steps.number", too_high[0])
        if self.commit_requests and not self.confirm_pages:
            raise not_allowed("at least one where there are commit_requests", "confirm_pages", self.confirm_pages)
        if both := {(item.method, item.url) for item in self.commit_requests} & {
            (item.method, item.url) for item in self.ordinary_requests
        }:
            raise not_allowed("nothing that is in commit_requests", "ordinary_requests", min(both)[1])
        self._protects()
        return self

    def _protects(self) -> None:
        """Refuse what is written rightly and would leave nothing to protect, or end every session."""
        for key in ("ordinary_requests", "confirm_pages", "results", "mixup_pages", "refusals"):
            for url in self._patterns(key):
                if url in {f"{origin}/**" for origin in self.allowed_origins}:
                    raise not_allowed("an address, or the pages below one, not the whole portal", key, url)
                if key != "ordinary_requests" and navigation.matches(url, self.start_url):
                    raise not_allowed("not the page where the procedure starts", key, url)
        for key in ("start_url", "logout_url"):
            url = getattr(self, key)
            if url and any(navigation.matches_loosely(item.url, url) for item in self.commit_requests):
                raise not_allowed("nothing that is in commit_requests: it is opened without a check", key, url)

    def _patterns(self, key: str) -> list[str]:
        return [item if isinstance(item, str) else item.url for item in getattr(self, key)]

    def addresses(self) -> Iterator[tuple[str, str]]:
        """Every URL and URL pattern in the file, with its key."""
        yield "start_url", self.start_url
        if self.logout_url:
            yield "logout_url", self.logout_url
        for key in ("confirm_pages", "mixup_pages", "advice_pages", "spa"):
            yield from ((key, url) for url in getattr(self, key))
        for key in ("commit_requests", "ordinary_requests", "steps", "results", "refusals"):
            yield from ((key, item.url) for item in getattr(self, key))

    def value(self) -> Procedure:
        """The frozen value that the rest of the program uses."""
        plain = {name: getattr(self, name) for name in type(self).model_fields}
        for name in LISTS:
            plain[name] = tuple(plain[name])
        for name in ("commit_requests", "ordinary_requests"):
            plain[name] = tuple(RequestPattern(item.method, item.url) for item in plain[name])
        plain["steps"] = tuple(item.value() for item in self.steps)
        plain["results"] = tuple(ResultPattern(item.url, ResultKind(item.kind)) for item in self.results)
        plain["completion"] = Completion(**self.completion.model_dump()) if self.completion else None
        plain["refusals"] = tuple(RefusalPattern(item.url, FailureName(item.kind)) for item in self.refusals)
        return Procedure(**plain)


def load_procedures(folder: Path, training_origin: str | None = None) -> tuple[Procedure, ...]:
    """All ``*.toml`` of the folder in the order of their names. Raises ProcedureError.

    ``training_origin`` replaces ``TRAINING_ORIGIN`` in the files. Without it plain http is refused.
    """
    try:
        files = access.names_in(folder, ".toml")
    except PermissionError as error:
        raise unreadable(folder, error, ProcedureError) from None
    if not files:
        raise ProcedureError(folder, "", "there is no procedure", "a folder with at least one *.toml file")
    return tuple(load_procedure(file, training_origin) for file in files)


def load_procedure(file: Path, training_origin: str | None = None) -> Procedure:
    """One procedure file; see ``load_procedures``. Raises ProcedureError."""
    try:
        text = read_text(file).replace(TRAINING_ORIGIN, training_origin or TRAINING_ORIGIN)
        made = _File(**parse_toml(text))
    except ValidationError as error:
        raise first_problem(file, error, {}, kind=ProcedureError) from None
    except (OSError, NotToml) as error:
        raise unreadable(file, error, ProcedureError) from None
    _check_place(file, made, training_origin)
    return made.value()


def _check_place(file: Path, made: _File, training_origin: str | None) -> None:
    if made.id != file.stem:
        raise ProcedureError(file, "id", repr(made.id), f"the name of the file, {file.stem!r}")
    plain = [origin for origin in made.allowed_origins if not origin.startswith("https://")]
    if plain and plain != [training_origin]:
        allowed = f"https only, or {training_origin}" if training_origin else "https only, outside the training"
        raise ProcedureError(file, "allowed_origins", repr(plain[0]), allowed)
