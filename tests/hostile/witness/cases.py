"""Ways × methods × answers × targets × places: all of them, or so many that every two of a kind meet once."""

import itertools
import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

#: ``python3 run.py witness --all``: everything is tried; ``--part 3/10``: every tenth case of it, from the third on.
ALL = bool(_WANTED := os.environ.get("KIOSK_WITNESS", ""))
_PART, _PARTS = map(int, (_WANTED if "/" in _WANTED else "1/1").split("/"))
_SOURCE = (Path(__file__).parent / "ways.js").read_text(encoding="utf-8")


def _names(table: str) -> tuple[str, ...]:
    part = re.search(rf"const {table} = {{\n(.*?)\n}};", _SOURCE, re.DOTALL)
    assert part is not None
    return tuple(a or b for a, b in re.findall(r'^  (?:"([^"]+)"|(\w+)):', part[1], re.MULTILINE))


SCRIPT, WORKER, DOCUMENT = _names("SCRIPT"), _names("WORKER"), _names("DOCUMENT")
DOCUMENTS = ("page", "frame", "sandboxed frame", "cross-site frame", "frame of text")
PLACES = (*DOCUMENTS, "worker", "service worker")
#: 0: no redirect, the target is asked for at once.
ANSWERS = (0, 301, 302, 303, 307, 308)
#: What the target is; ``other`` is a commit of another allowed origin, ``outside`` an origin that is not allowed.
TARGETS = ("commit", "spelled", "unlisted", "other", "outside")
_METHODS = {
    **dict.fromkeys(SCRIPT, ("GET", "POST", "PUT")),
    "fetch no-cors": ("GET", "POST"),
    "fetch keepalive": ("GET", "POST", "PUT"),
    "xhr": ("GET", "POST", "PUT"),
    "form": ("GET", "POST"),
    "form into a frame": ("GET", "POST"),
    "beacon": ("POST",),
    "form of a file": ("POST",),
    "ping": ("POST",),
}
#: Sends nothing there with hold, guard and gate taken out either (test_witness_open.py), and why. (way, places)
SILENT = {
    "ping": (PLACES, "hyperlink auditing is off: a setting; with it on it is sent"),
    "icon": (tuple(place for place in PLACES if place != "page"), "only the icon of the whole page is asked for"),
    "manifest": (PLACES, "QtWebEngine does not install applications"),
    "import scripts": (("service worker",), "only while it is installed"),
    "worker": (("sandboxed frame", "cross-site frame"), "the script of a worker comes from its own origin"),
    "service worker": (("sandboxed frame", "cross-site frame"), "from its own origin"),
}
#: Their script must come from the own origin: an address elsewhere is refused before anything is sent.
OWN_ORIGIN = ("worker", "service worker")


@dataclass(frozen=True)
class Case:
    """One attempt."""

    way: str
    place: str
    method: str
    answer: int
    target: str

    def __str__(self) -> str:
        return " · ".join(map(str, astuple(self)))


def everything() -> Iterator[Case]:
    """All cases that can be."""
    for place in PLACES:
        ways = (*SCRIPT, *(DOCUMENT if place in DOCUMENTS else WORKER))
        for way in ways:
            if place in SILENT.get(way, ((), ""))[0]:
                continue
            for rest in itertools.product(_METHODS.get(way, ("GET",)), ANSWERS, TARGETS):
                if not is_refused_by_origin(case := Case(way, place, *rest)):
                    yield case


def is_refused_by_origin(case: Case) -> bool:
    """Whether the engine refuses the address itself, so that nothing is sent."""
    return case.way in OWN_ORIGIN and case.answer == 0 and case.target in ("other", "outside")


def chosen(cases: Sequence[Case]) -> Sequence[Case]:
    """What this run tries of these cases: so few that all pairs meet, or all, or a part of all."""
    return cases[_PART - 1 :: _PARTS] if ALL else pairwise(cases)


def pairwise(cases: Sequence[Case]) -> list[Case]:
    """So few that every two values that go together meet in one of them: greedy, in a fixed order."""

    def pairs(case: Case) -> set[tuple[int, object, int, object]]:
        values = list(enumerate(astuple(case)))
        return {(i, a, j, b) for (i, a), (j, b) in itertools.combinations(values, 2)}

    left = {pair for case in cases for pair in pairs(case)}
    of = {case: pairs(case) for case in cases}
    chosen: list[Case] = []
    while left:
        best = max(of, key=lambda case: len(of[case] & left))
        left -= of.pop(best)
        chosen.append(best)
    return chosen
