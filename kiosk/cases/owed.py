"""What the city still owes in a case on a given day: calls, cancellations, papers. Pure."""

from dataclasses import dataclass
from datetime import date

from kiosk.cases.case import Case, cancelled_by
from kiosk.cases.vocabulary import Receipt, Redress


@dataclass(frozen=True)
class Owed:
    """Something that is overdue: a sentence for the city, and since when it was due."""

    due: date
    sentence: str


def owed(case: Case, today: date) -> tuple[Owed, ...]:
    """Everything overdue, oldest first. The next contact is owed until that person is put right."""
    found = (*_contacts(case, today), *_cancellations(case, today), *_papers(case, today))
    return tuple(sorted(found, key=lambda item: (item.due, item.sentence)))


def _contacts(case: Case, today: date) -> list[Owed]:
    due = {person: case.contacts[person] for person in sorted(case.waiting)}
    return [Owed(day, f"{person}に市から連絡する日を過ぎました") for person, day in due.items() if day < today]


def _cancellations(case: Case, today: date) -> list[Owed]:
    late = [step for step in case.open_redress.values() if step.state is Redress.CANCEL_REQUESTED]
    return [
        Owed(cancelled_by(step), f"{step.person}の{step.measure.ja}：取消しの期限（2か月）を過ぎました")
        for step in late
        if cancelled_by(step) < today
    ]


def _papers(case: Case, today: date) -> list[Owed]:
    return [
        Owed(wanted.due, f"{paper.ja}を受領していません")
        for paper, wanted in case.papers.items()
        if Receipt.ACCEPTED not in wanted.receipts and wanted.due < today
    ]
