"""The days by which a leak is reported to the Personal Information Protection Commission (漏えい等の報告). Pure.

Counted as the commission's guidelines do (通則編 3-5-3-4): the day of becoming aware is the first day, closed days
count, and a last day on which the city is closed moves to the next open one.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from kiosk.cases.case import Case
from kiosk.cases.office import Office
from kiosk.cases.vocabulary import Notice

#: Day of the first report, early and late, and of the full one.
_EARLY, _LATE, _FULL = 3, 5, 30


@dataclass(frozen=True)
class Deadlines:
    """``counted_from``: which time counts. ``expected``: the city has not set its own, so these days may move."""

    counted_from: Notice
    early: date
    late: date
    full: date

    @property
    def expected(self) -> bool:
        """Whether the days are counted from somebody else than the city."""
        return self.counted_from is not Notice.CITY


def deadlines(case: Case, office: Office) -> Deadlines | None:
    """The days, from the city's time; before it is set from the contractor's, else the terminal's. None: no time."""
    for notice in (Notice.CITY, Notice.CONTRACTOR, Notice.DETECTED):
        if notice in case.notices:
            first = case.notices[notice].day
            early, late, full = (
                office.open_day(first + timedelta(days=number - 1)) for number in (_EARLY, _LATE, _FULL)
            )
            return Deadlines(notice, early, late, full)
    return None
