"""A procedure as the session knows it: plain frozen values, no pydantic (``load.py`` loads and checks them)."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from kiosk.failures import FailureName
from kiosk.vocabulary import ResultKind

#: Refusals of a portal after which staff look into it: who knows nothing of it may have been mixed up with somebody.
REFUSALS = (FailureName.APPLIED_BEFORE, FailureName.PAYMENT_ID_IN_USE, FailureName.REAPPLY_NOT_ALLOWED)
#: language code -> sentence; "ja" is always there.
Text = Mapping[str, str]


@dataclass(frozen=True)
class RequestPattern:
    """A request by method and URL pattern (see ``navigation.matches``)."""

    method: str
    url: str


@dataclass(frozen=True)
class StepPattern:
    """A page whose URL matches belongs to step ``number``, shown as ``label``.

    ``guide``: what the strip under the page says to the person, in every language; empty: nothing. ``guide_staff``: the
    same for staff, in Japanese. ``guide_arrow``: it points at the main button at the page's lower right.
    """

    url: str
    number: int
    label: Text
    guide: Text = field(default_factory=dict)
    guide_staff: str = ""
    guide_arrow: bool = True


@dataclass(frozen=True)
class ResultPattern:
    """A page whose URL matches shows a result of this kind."""

    url: str
    kind: ResultKind


@dataclass(frozen=True)
class RefusalPattern:
    """A page whose URL matches says that the portal refuses, for this reason (``REFUSALS``)."""

    url: str
    kind: FailureName


@dataclass(frozen=True)
class Completion:
    """What the last screen says after a result of kind done; %1 is the date ``final_days`` after today."""

    done: Text
    final: Text
    look_up: Text
    final_days: int = 0


@dataclass(frozen=True)
class Procedure:
    """One procedure: where it starts, what it may reach, which requests make it final."""

    id: str
    version: int
    title: Text
    summary: Text
    start_url: str
    allowed_origins: tuple[str, ...]
    steps_total: int
    bring: tuple[Text, ...] = ()
    #: The languages in which the portal shows its pages to those who chose them.
    page_languages: tuple[str, ...] = ("ja",)
    asks_renewed_today: bool = False
    offers_child: bool = False
    confirm_pages: tuple[str, ...] = ()
    commit_requests: tuple[RequestPattern, ...] = ()
    ordinary_requests: tuple[RequestPattern, ...] = ()
    logout_url: str = ""
    steps: tuple[StepPattern, ...] = ()
    results: tuple[ResultPattern, ...] = ()
    mixup_pages: tuple[str, ...] = ()
    refusals: tuple[RefusalPattern, ...] = ()
    advice_pages: tuple[str, ...] = ()
    #: Addresses that pages of this portal take on by script, without loading them.
    spa: tuple[str, ...] = ()
    advice: Text = field(default_factory=dict)
    completion: Completion | None = None

    def to_json(self) -> dict[str, Any]:
        """The plain dictionary that ``from_json`` reads back."""
        return asdict(self)


#: Fields of ``Procedure`` that are plain lists in a file and in JSON.
LISTS = ("allowed_origins", "page_languages", "confirm_pages", "mixup_pages", "advice_pages", "spa", "bring")


def from_json(data: Mapping[str, Any]) -> Procedure:
    """Rebuild a procedure that ``Procedure.to_json`` wrote. Raises KeyError, TypeError or ValueError otherwise."""
    plain = dict(data)
    for name in LISTS:
        plain[name] = tuple(plain[name])
    for name in ("commit_requests", "ordinary_requests"):
        plain[name] = tuple(RequestPattern(**item) for item in plain[name])
    plain["steps"] = tuple(StepPattern(**item) for item in plain["steps"])
    plain["results"] = tuple(ResultPattern(item["url"], ResultKind(item["kind"])) for item in plain["results"])
    plain["refusals"] = tuple(RefusalPattern(item["url"], FailureName(item["kind"])) for item in plain["refusals"])
    plain["completion"] = Completion(**plain["completion"]) if plain["completion"] else None
    return Procedure(**plain)


def say(text: Text, language: str) -> str:
    """The sentence in this language, or in Japanese when it is not translated."""
    return text.get(language) or text["ja"]
