"""Holding through a check lets nothing out that aborting at once would have kept: the same commits, held for seconds.

Every way to send that can wait for a person, each in one place after the other. While it is held the server sees
nothing; then it is let go, and arrives once and whole, or aborted, and never arrives. Aborting at once is what
test_witness.py does; that the holder dies after as long is in test_hold.py.
"""

from collections.abc import Iterator
from itertools import count
from typing import TYPE_CHECKING

import pytest

from tests.hostile.witness.cases import DOCUMENTS, PLACES, SCRIPT, Case
from tests.hostile.witness.server import Server
from tests.support import engine

if TYPE_CHECKING:
    from tests.hostile.witness.stand import Stand

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.no_qt_log, pytest.mark.timeout(300)]

#: Seconds that each is held for: far longer than anything else in here takes.
HELD = 3.0
#: What a person can be asked about meanwhile. (The witness's event source gives up by itself after 0.8 s.)
WAITS = ("xhr", "form", "form of a file", "form into a frame", "location", "link", "refresh", "frame")
_turn = count()


def _cases() -> Iterator[Case]:
    """Direct and redirected, with and without a body, in every place that has the way."""
    for way in (*SCRIPT, *WAITS):
        places = PLACES if way in SCRIPT else DOCUMENTS
        with_body = way in (*SCRIPT, "xhr", "form", "form of a file", "form into a frame")
        for answer in (0, 302, 307):
            method = "POST" if with_body and answer != 302 else "GET"
            if way != "form of a file" or method == "POST":
                yield Case(way, places[next(_turn) % len(places)], method, answer, "commit")


CASES = list(_cases())


@pytest.fixture(scope="module")
def stand(qapp: object) -> "Iterator[Stand]":
    engine.prepare()
    from tests.hostile.witness.stand import Stand

    with Server() as server:
        yield Stand({"http": server})


@pytest.mark.parametrize("case", CASES, ids=str)
def test_held_for_seconds_and_aborted_it_never_arrives(stand: "Stand", case: Case) -> None:
    assert stand.hold(case, HELD) == []
    stand.warden.fail_check()
    assert stand.arrived(1.0) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_held_for_seconds_and_let_go_it_arrives_once_and_whole(stand: "Stand", case: Case) -> None:
    assert stand.hold(case, HELD) == []
    stand.warden.pass_check()
    stand.until(lambda: stand.arrived(0.0), 3)
    (seen,) = stand.arrived(0.5)
    assert seen.method == case.method
    assert bool(seen.body) == (case.method == "POST")
