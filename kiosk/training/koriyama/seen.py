"""What a visit showed: findings for the case and sentences for the timeline, both from the portal's answers."""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.cases.vocabulary import Answer, Finding, Measure, Person, Redress
from kiosk.training.koriyama.stage import A, B, Citizen, Stage
from kiosk.training.portal.rules import State
from kiosk.training.portal.store import payment_hash

#: The portal's page -> what it means for the case.
_FINDINGS = {
    "/error/renewed-today": Finding.RENEWED_TODAY,
    "/error/payment-id-in-use": Finding.ALREADY_REGISTERED,
    "/error/reapply-not-allowed": Finding.REAPPLY_REFUSED,
    "/result/done": Finding.APPLIED,
    "/status/cancelled": Finding.CANCEL_REQUESTED,
}
_NO_APPLICATION = "申込みはありません"
_MEASURES = {str(measure.value): measure for measure in Measure}
PEOPLE = {Person.A: A, Person.B: B}


@dataclass(frozen=True)
class Seen:
    """One visit at the old desk. ``answer``: what the help line said, if it was asked; ``note``: for the timeline."""

    person: Person
    findings: tuple[Finding, ...] = ()
    answer: Answer | None = None
    note: str = ""


def finding(page: str) -> tuple[Finding, ...]:
    """What a page of the portal means; an ordinary page means nothing."""
    return (_FINDINGS[page],) if page in _FINDINGS else ()


def status(text: str) -> Finding:
    """What the status page says to a person who has not applied themselves."""
    return Finding.NOT_APPLIED if _NO_APPLICATION in text else Finding.APPLIED_BY_OTHER


@dataclass(frozen=True)
class Grant:
    """A measure on the portal: on whose record, to whom its points go, and how far it is."""

    owner: Person
    holder: Person
    measure: Measure
    state: State

    @property
    def mixed_up(self) -> bool:
        """Whether the points of one person go to another."""
        return self.owner is not self.holder


def grants(stage: Stage) -> list[Grant]:
    """Every measure that is not cancelled, from the portal's records."""
    return [grant for person in Person for grant in _grants(stage, person)]


def _grants(stage: Stage, owner: Person) -> Iterator[Grant]:
    for item in stage.records(PEOPLE[owner]):
        holder = next(person for person, citizen in PEOPLE.items() if item.payment_hash in _hashes(citizen))
        for name, state in item.live.items():
            yield Grant(owner, holder, _MEASURES[name], state)


def _hashes(citizen: Citizen) -> set[str]:
    return {payment_hash(service, payment_id) for service, payment_id in citizen.services}


def redress(grant: Grant) -> list[tuple[Person, Person, Redress]]:
    """Person, whose entitlement, and how far it is put right, as the city sees it from the programme's answer."""
    if grant.mixed_up:
        return [
            (grant.owner, grant.owner, Redress.NEGOTIATING),
            (grant.holder, grant.owner, Redress.GRANTED_TO_OTHER),
        ]
    return [(grant.owner, grant.owner, Redress.REDRESSED if grant.state is State.PAID else Redress.MAY_REAPPLY)]
