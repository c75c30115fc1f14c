"""What the city's own file says: the words that entries refer to by key, and the days on which it is closed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

#: Weekday numbers of Saturday and Sunday.
_WEEKEND = (5, 6)
_REIWA = 2018
_DAYS = "月火水木金土日"


@dataclass(frozen=True)
class Office:
    """One city. Keys are those of ``kiosk.cases.entries``; ``holidays``: national holidays, as the city lists them."""

    city: str
    windows: Mapping[str, str] = field(default_factory=dict)
    lines: Mapping[str, str] = field(default_factory=dict)
    series: Mapping[str, str] = field(default_factory=dict)
    terminals: Mapping[str, str] = field(default_factory=dict)
    holidays: frozenset[date] = frozenset()

    def is_closed(self, day: date) -> bool:
        """Weekends, listed holidays, and 29 December to 3 January."""
        year_end = (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)
        return day.weekday() in _WEEKEND or day in self.holidays or year_end

    def open_day(self, day: date) -> date:
        """This day, or the first open one after it."""
        while self.is_closed(day):
            day += timedelta(days=1)
        return day


def reiwa(day: date) -> str:
    """``R4-09-12``."""
    return f"R{day.year - _REIWA}-{day:%m-%d}"


def written(day: date) -> str:
    """``令和4年9月12日（月）``."""
    return f"令和{day.year - _REIWA}年{day.month}月{day.day}日（{_DAYS[day.weekday()]}）"
