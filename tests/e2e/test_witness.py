"""The gate before a witness: ways × methods × answers × targets × places, over http and HTTP/2; its log judges.

Every two of a kind meet here; ``python3 run.py witness --all`` tries everything. What they do without the hold is in
test_witness_open.py.
"""

import os
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

from tests.hostile.witness import cases
from tests.hostile.witness.server import Server
from tests.support import engine, needs
from tests.support.authority import Authority
from tests.support.progress import Progress

if TYPE_CHECKING:
    from tests.hostile.witness.stand import Outcome, Stand

pytestmark = [
    *(pytest.mark.e2e, pytest.mark.browser, pytest.mark.no_qt_log, needs.programs("certutil")),
    pytest.mark.timeout(8 * 3600 if cases.ALL else 300),
]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, Server]]:
    folder = tmp_path_factory.mktemp("witness")
    authority = Authority(folder, "authority")
    authority.trust(folder / "home" / ".pki" / "nssdb")
    os.environ["HOME"] = str(folder / "home")
    with Server() as plain, Server(authority.issue("portal", "127.0.0.1", "127.0.0.2", "localhost")) as tls:
        yield {"http": plain, "https": tls}


@pytest.fixture(scope="module")
def stand(servers: dict[str, Server], qapp: object) -> "Stand":
    engine.prepare()
    from tests.hostile.witness.stand import Stand

    return Stand(servers)


@pytest.fixture(scope="module")
def outcomes(stand: "Stand", progress: Progress) -> "list[Outcome]":
    chosen = cases.chosen(list(cases.everything()))
    return [
        stand.attempt(case, scheme)
        for scheme in ("http", "https")
        for case in progress(chosen, f"witness over {scheme}")
    ]


def test_nothing_final_was_seen_by_the_witness(stand: "Stand", outcomes: "list[Outcome]") -> None:
    assert stand.leaks() == []
    assert len(outcomes) > 400


def test_every_case_has_sent_something(outcomes: "list[Outcome]") -> None:
    """What never leaves a page proves nothing."""
    assert [str(outcome.case) for outcome in outcomes if not outcome.sent] == []


def test_what_was_seen_is_what_would_be_written_down(outcomes: "list[Outcome]") -> None:
    """Whatever wanted to leave and must not was told of, as what it was; nothing passed, nothing went unseen."""
    told = sum((outcome.told for outcome in outcomes), Counter[str]())
    assert told["commit_passed"] == told["commit_unchecked"] == 0
    refused = {"commit": ("commit_blocked", "refused commit", "refused prefetch"), "outside": ("refused origin",)}
    for outcome in outcomes:
        wanted = refused.get(outcome.case.target.replace("spelled", "commit").replace("other", "commit"))
        if outcome.asked and wanted:
            assert set(outcome.told) & set(wanted), (str(outcome.case), outcome.told)


def test_the_https_portal_spoke_http_2(servers: dict[str, Server], outcomes: "list[Outcome]") -> None:
    assert {item.version for item in servers["https"].seen if item.method != "WEBSOCKET"} == {"2"}
    assert {item.version for item in servers["http"].seen} == {"1.1"}


def test_post_redirect_get_passes(stand: "Stand", outcomes: "list[Outcome]") -> None:
    for scheme in ("http", "https"):
        assert stand.post_redirect_get(scheme) == [("POST", "/hop"), ("GET", "/done")]
