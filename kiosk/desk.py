"""What the city says about its desks: where people are sent, whom they call, what staff say for a failure's code."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Counter:
    """A counter of the city hall; ``english``: its name for people who do not read Japanese, empty without one."""

    name: str = ""
    floor: str = ""
    place: str = ""
    hours: str = ""
    english: str = ""

    def where(self, language: str = "ja") -> str:
        """Floor, number and name, as the signs say it; in another language than Japanese the English name as well."""
        signs = " ".join(part for part in (self.floor, self.place, self.name) if part)
        return f"{signs} ({self.english})" if self.english and not language.startswith("ja") else signs


@dataclass(frozen=True)
class Contact:
    """A telephone line. ``checked``: the day on which somebody of the city last found number and hours right."""

    number: str = ""
    name: str = ""
    hours: str = ""
    checked: date | None = None


@dataclass(frozen=True)
class Guidance:
    """What staff do about one code: the sentence to say, where to send the person, what is needed, what never to do."""

    say: str = ""
    counter: str = ""
    form: str = ""
    bring: str = ""
    never: str = ""


@dataclass(frozen=True)
class PublicDesk:
    """The part that a citizen's screen may show: the citizens' line and the counters. Never the desks' own line.

    ``menu``: id of a procedure -> what to press on the line; ``counters``: code of a failure -> where to go; ``forms``:
    code -> the paper to fill in there.
    """

    number: str = ""
    hours: str = ""
    menu: Mapping[str, int] = field(default_factory=dict)
    counter: Counter = Counter()
    counters: Mapping[str, Counter] = field(default_factory=dict)
    forms: Mapping[str, str] = field(default_factory=dict)

    def counter_for(self, code: str) -> Counter:
        """Where somebody goes after this failure; "" and codes without a counter of their own: the city's usual one."""
        return self.counters.get(code, self.counter)

    def to_json(self) -> dict[str, Any]:
        """The plain dictionary that ``public_from_json`` reads back."""
        return asdict(self)


@dataclass(frozen=True)
class Desk:
    """All of it; staff see everything. ``usual``: the counter that people are sent to unless a code says another."""

    helpline: Contact = Contact()
    menu: Mapping[str, int] = field(default_factory=dict)
    staff_line: Contact = Contact()
    usual: str = ""
    counters: Mapping[str, Counter] = field(default_factory=dict)
    guidance: Mapping[str, Guidance] = field(default_factory=dict)

    def counter_for(self, code: str) -> Counter:
        """Where staff send somebody after this failure."""
        return self.counters.get(self.guidance.get(code, Guidance()).counter or self.usual, Counter())

    def public(self) -> PublicDesk:
        """What a citizen's screen may show."""
        own = {code: self.counter_for(code) for code, entry in self.guidance.items() if entry.counter}
        forms = {code: self.guidance[code].form for code in own if self.guidance[code].form}
        return PublicDesk(self.helpline.number, self.helpline.hours, self.menu, self.counter_for(""), own, forms)


def public_from_json(data: Mapping[str, Any]) -> PublicDesk:
    """Rebuild what ``PublicDesk.to_json`` wrote. Raises KeyError or TypeError otherwise."""
    plain = dict(data)
    counters = {code: Counter(**item) for code, item in plain.pop("counters").items()}
    return PublicDesk(counter=Counter(**plain.pop("counter")), counters=counters, **plain)
