"""The same portal with the hold taken out: what test_witness.py shows is the hold's doing.

Kinds H1 (a hop of a subresource) and H2 (a form that is sent on with its body) leak at least once in twenty. What the
witness suite leaves out because it sends nothing is tried here with hold, guard and gate taken out.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.hostile.witness import cases
from tests.hostile.witness.cases import Case
from tests.hostile.witness.server import Server
from tests.support import engine

if TYPE_CHECKING:
    from tests.hostile.witness.stand import Stand

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.no_qt_log]

#: One of each kind that got past the gate before there was a hold.
KINDS = {
    **{f"fetch {status}": Case("fetch", "page", "GET", status, "commit") for status in (301, 302, 303, 307, 308)},
    "fetch POST 307": Case("fetch", "page", "POST", 307, "commit"),
    "xhr": Case("xhr", "page", "GET", 302, "commit"),
    "worker": Case("fetch", "worker", "GET", 302, "commit"),
    "service worker": Case("fetch", "service worker", "GET", 302, "commit"),
    "picture": Case("picture", "page", "GET", 302, "commit"),
    "style": Case("style", "page", "GET", 302, "commit"),
    "script": Case("script", "page", "GET", 302, "commit"),
    "font": Case("font", "page", "GET", 302, "commit"),
    "frame": Case("frame", "page", "GET", 302, "commit"),
    "form 307": Case("form", "page", "POST", 307, "unlisted"),
    "form 308": Case("form", "frame", "POST", 308, "unlisted"),
    "form to another origin": Case("form", "page", "POST", 307, "other"),
}
TRIES = 20


@pytest.fixture(scope="module")
def stand(qapp: object) -> "Iterator[Stand]":
    engine.prepare()
    from tests.hostile.witness.stand import NoHold, Stand

    with Server() as server:
        yield Stand({"http": server}, NoHold)


@pytest.mark.parametrize("kind", KINDS)
def test_without_the_hold_it_leaks(stand: "Stand", kind: str) -> None:
    for _ in range(TRIES):
        stand.attempt(KINDS[kind], "http")
        if stand.leaks(0.3):
            return
    pytest.fail(f"not once in {TRIES}")


@pytest.fixture(scope="module")
def open_stand(qapp: object) -> "Iterator[Stand]":
    engine.prepare()
    from tests.hostile.witness.stand import NoGate, NoHold, Stand

    with Server() as server:
        yield Stand({"http": server}, NoHold, NoGate)


@pytest.mark.parametrize(
    "case",
    [
        Case(way, place, "POST" if way == "ping" else "GET", answer, "commit")
        for way, (places, _) in cases.SILENT.items()
        for place in places
        for answer in (0, 302)
        if way in (cases.DOCUMENT if place in cases.DOCUMENTS else cases.WORKER)
    ]
    + [Case(way, "page", "GET", 0, target) for way in cases.OWN_ORIGIN for target in ("other", "outside")],
    ids=str,
)
def test_what_the_suite_leaves_out_sends_nothing_without_any_guard_either(open_stand: "Stand", case: Case) -> None:
    assert not open_stand.sends(case)


def test_without_any_guard_what_the_suite_tries_does_send(open_stand: "Stand") -> None:
    """So silence above is not the stand's."""
    for way in ("fetch", "picture", "worker", "service worker", "beacon"):
        assert open_stand.sends(Case(way, "page", "POST" if way == "beacon" else "GET", 0, "commit")), way


def test_a_ping_is_silent_because_of_the_setting(open_stand: "Stand") -> None:
    from PySide6.QtWebEngineCore import QWebEngineSettings

    settings = open_stand.browser.view.page().settings()
    auditing = QWebEngineSettings.WebAttribute.HyperlinkAuditingEnabled
    settings.setAttribute(auditing, True)
    try:
        assert open_stand.sends(Case("ping", "page", "POST", 0, "commit"))
    finally:
        settings.setAttribute(auditing, False)
