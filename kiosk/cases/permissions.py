"""Whether an entry has an effect: who may write what, in which order, what must be done before a case closes. Pure."""

from kiosk.cases.case import Case
from kiosk.cases.entries import (
    AnyEntry,
    Attempted,
    Called,
    ClosedCase,
    Linked,
    Noticed,
    Numbered,
    Received,
    Redressing,
    Requested,
    Triaged,
    Visited,
)
from kiosk.cases.office import Office
from kiosk.cases.vocabulary import Notice, Receipt, Redress, Refusal, Role

#: What the contractor's desk may write, besides its own time of becoming aware; all else is the city's.
_CONTRACTOR = (Visited, Called, Triaged, Attempted)
_OWN_TIME = {Role.TERMINAL: Notice.DETECTED, Role.CONTRACTOR: Notice.CONTRACTOR}
#: State of a measure -> the states that may follow. None: nothing was written yet.
_FOLLOWS: dict[Redress | None, frozenset[Redress]] = {
    None: frozenset(Redress),
    Redress.GRANTED_TO_OTHER: frozenset({Redress.NEGOTIATING, Redress.REDRESSED}),
    Redress.CANCEL_REQUESTED: frozenset({Redress.MAY_REAPPLY, Redress.NEGOTIATING, Redress.GRANTED_TO_OTHER}),
    Redress.MAY_REAPPLY: frozenset({Redress.REDRESSED, Redress.NEGOTIATING, Redress.CANCEL_REQUESTED}),
    Redress.NEGOTIATING: frozenset({Redress.REDRESSED, Redress.MAY_REAPPLY}),
    Redress.REDRESSED: frozenset({Redress.NEGOTIATING, Redress.MAY_REAPPLY}),
}


def refusal(case: Case, entry: AnyEntry, role: Role, office: Office) -> Refusal | None:
    """Why this entry has no effect on the case; None: it is taken."""
    if not _may_write(entry, role):
        return Refusal.NOT_ALLOWED
    if case.closed:
        return Refusal.CLOSED
    if not _is_listed(entry, office):
        return Refusal.NOT_LISTED
    if isinstance(entry, ClosedCase):
        return closing(case)
    return _order(case, entry)


def _may_write(entry: AnyEntry, role: Role) -> bool:
    if isinstance(entry, Attempted):
        return False
    if isinstance(entry, Noticed):
        own = entry.notice is _OWN_TIME.get(role)
        return own or (role is Role.CITY and entry.notice is not Notice.DETECTED)
    return role is Role.CITY or (role is Role.CONTRACTOR and isinstance(entry, _CONTRACTOR))


def _is_listed(entry: AnyEntry, office: Office) -> bool:
    match entry:
        case Visited():
            return entry.window in office.windows
        case Called():
            return entry.line in office.lines
        case Numbered():
            return entry.series in office.series
        case Linked():
            return entry.terminal in office.terminals
        case _:
            return True


def _order(case: Case, entry: AnyEntry) -> Refusal | None:
    if isinstance(entry, Redressing):
        steps = case.redress.get((entry.person, entry.whose, entry.measure))
        return None if entry.state in _FOLLOWS[steps[-1].state if steps else None] else Refusal.WRONG_STEP
    if isinstance(entry, Received):
        return _receipt(case, entry)
    return Refusal.WRONG_STEP if _takes_back(case, entry) else None


def _takes_back(case: Case, entry: AnyEntry) -> bool:
    """Whether it would undo what stands there: receipts of a paper, or a deadline. A time may be set earlier only."""
    if isinstance(entry, Requested):
        return entry.paper in case.papers
    return isinstance(entry, Noticed) and entry.notice in case.notices and entry.when.at > case.notices[entry.notice].at


def _receipt(case: Case, entry: Received) -> Refusal | None:
    wanted = case.papers.get(entry.paper)
    if wanted is None:
        return Refusal.NOT_REQUESTED
    before = entry.receipt is Receipt.ACCEPTED or Receipt.ACCEPTED in wanted.receipts
    return None if before and entry.receipt not in wanted.receipts else Refusal.WRONG_STEP


def closing(case: Case) -> Refusal | None:
    """Why the case cannot be closed yet; None: it can."""
    if Notice.CITY not in case.notices:
        return Refusal.NOT_NOTICED
    if case.waiting:
        return Refusal.NOT_REDRESSED
    if any(len(wanted.receipts) < len(Receipt) for wanted in case.papers.values()):
        return Refusal.PAPERS_DUE
    return None
