"""The rules of the application as pure functions: rules of the programme, waiting times of new certificates."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from enum import StrEnum, unique

from kiosk.training.portal.settings import PersonFacts

JAPAN = timezone(timedelta(hours=9))
#: measure -> points
POINTS = {"new_card": 5000, "health_insurance": 7500, "account": 7500}
#: how long after issue or renewal of the certificate a measure has to wait
WAITS = {"new_card": timedelta(hours=1), "health_insurance": timedelta(hours=1), "account": timedelta(days=3)}
AGE_ALONE = 15


@unique
class Problem(StrEnum):
    """Why an application cannot go on; the value is the name of the page below ``/error/``."""

    ALREADY_APPLIED = "already-applied"
    PAYMENT_ID_IN_USE = "payment-id-in-use"
    REAPPLY_NOT_ALLOWED = "reapply-not-allowed"
    CERTIFICATE_TOO_NEW = "certificate-too-new"
    RENEWED_TODAY = "renewed-today"
    PAYMENT_SERVICE_CLOSED = "payment-service-closed"
    NOT_ELIGIBLE = "not-eligible"
    AGE_NEEDS_PROXY = "age-needs-proxy"
    CANCEL_NOT_POSSIBLE = "cancel-not-possible"
    MAINTENANCE = "maintenance"
    SESSION_EXPIRED = "session-expired"

    @property
    def page(self) -> str:
        """The URL path of the problem's page."""
        return f"/error/{self.value}"


#: These may mean that somebody else's session was used: staff must check this before anything else is tried.
SUSPECTED_MIXUP = frozenset({Problem.ALREADY_APPLIED, Problem.PAYMENT_ID_IN_USE, Problem.REAPPLY_NOT_ALLOWED})


@unique
class State(StrEnum):
    """The state of one measure of an application."""

    PENDING = "pending"
    FIXED = "fixed"
    PAID = "paid"
    CANCEL_REQUESTED = "cancel_requested"
    CANCELLED = "cancelled"


#: measure -> its state, for the measures that a person applied for and that are not cancelled
States = Mapping[str, State]
_UNDER_WAY = (State.PENDING, State.FIXED, State.CANCEL_REQUESTED)


@dataclass(frozen=True)
class Standing:
    """A person as the rules see them."""

    age: int | None
    eligible: bool
    issued_at: datetime
    renewed_today: bool
    represented: bool = False


def standing(facts: PersonFacts, not_before: datetime, now: datetime, represented: bool = False) -> Standing:
    """The facts about a person; missing ones are taken from the certificate."""
    issued = facts.issued_at or not_before
    today = issued.astimezone(JAPAN).date() == now.astimezone(JAPAN).date()
    renewed = today if facts.renewed_today is None else facts.renewed_today
    return Standing(facts.age, facts.eligible, issued, renewed, represented)


def entry_problem(person: Standing, states: States, now: datetime) -> Problem | None:
    """The problem that keeps this person from beginning an application, if any.

    One application at a time; a measure whose points were given stays closed, the others are open again after that.
    """
    if not person.eligible:
        return Problem.NOT_ELIGIBLE
    if any(state in _UNDER_WAY for state in states.values()):
        return Problem.ALREADY_APPLIED
    if POINTS.keys() <= paid(states):
        return Problem.REAPPLY_NOT_ALLOWED
    if person.age is not None and person.age < AGE_ALONE and not person.represented:
        return Problem.AGE_NEEDS_PROXY
    if now < ready_at(person, ("new_card",)):
        return Problem.CERTIFICATE_TOO_NEW
    return None


def paid(states: States) -> set[str]:
    """The measures whose points were given: they cannot be cancelled and not applied for again (再申請不可)."""
    return {name for name, state in states.items() if state is State.PAID}


def total(measures: Iterable[str]) -> int:
    """The points of these measures together."""
    return sum(POINTS[name] for name in measures)


def ready_at(person: Standing, measures: Sequence[str]) -> datetime:
    """The time from which these measures can be applied for."""
    return person.issued_at + max(WAITS[name] for name in measures)


def account_blocked(person: Standing) -> bool:
    """The public-money account cannot be registered on the day of a renewal."""
    return person.renewed_today


def measures_problem(person: Standing, states: States, measures: Sequence[str], now: datetime) -> Problem | None:
    """The problem that keeps this person from applying for these measures now, if any."""
    if paid(states).intersection(measures):
        return Problem.REAPPLY_NOT_ALLOWED
    if "account" in measures and account_blocked(person):
        return Problem.RENEWED_TODAY
    if now < ready_at(person, measures):
        return Problem.CERTIFICATE_TOO_NEW
    return None


@unique
class Field(StrEnum):
    """What can be wrong on the page with fields. MISMATCH: the service does not know this ID with this code."""

    PAYMENT_ID = "payment_id"
    SECURITY_CODE = "security_code"
    PHONE = "phone"
    MISMATCH = "mismatch"


_FORMS = {Field.PAYMENT_ID: r"[A-Z0-9]{6,16}", Field.SECURITY_CODE: r"[0-9]{4}", Field.PHONE: r"[0-9]{4}"}


def wrong_fields(typed: Mapping[Field, str]) -> list[Field]:
    """The fields to be corrected. Answers for the payment service: for training, the code 0000 is always wrong."""
    wrong = [field for field, form in _FORMS.items() if not re.fullmatch(form, typed[field])]
    return wrong or ([Field.MISMATCH] if typed[Field.SECURITY_CODE] == "0000" else [])


def tidy_payment_id(text: str) -> str:
    """Normalise an ID as people copy it: remove spaces and hyphens, make it half-width and upper case."""
    wide = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    return re.sub(r"[\s\-‐ー−]", "", text.translate(wide)).upper()


def may_cancel(state: State) -> bool:
    """Whether a measure can be cancelled: not after its points were given."""
    return state in (State.PENDING, State.FIXED)


def state_today(state: State, applied_at: datetime, now: datetime) -> State:
    """The state today: the entitlement is fixed on the day after the application."""
    next_day = now.astimezone(JAPAN).date() > applied_at.astimezone(JAPAN).date()
    return State.FIXED if state is State.PENDING and next_day else state
