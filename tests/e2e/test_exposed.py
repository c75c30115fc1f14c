"""Everything that the engine offers to pages and workers is known, and of what can send something it is known how.

A new version of the engine that exposes one name more fails here. Look at what it can do, then add it to the list in
tests/hostile/exposed/, and if it sends something, to senders.toml with a witness.
"""

import pytest

from tests.hostile.exposed import scopes
from tests.hostile.witness import cases
from tests.rules.sources import ROOT
from tests.support import engine

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.no_qt_log]

SENDERS = [(becomes, name, witness) for becomes, table in scopes.senders().items() for name, witness in table.items()]


@pytest.fixture(scope="module")
def exposed(qapp: object) -> dict[str, list[str]]:
    engine.prepare()
    return scopes.walk()


@pytest.mark.parametrize("scope", scopes.SCOPES)
def test_nothing_is_exposed_that_is_not_known(exposed: dict[str, list[str]], scope: str) -> None:
    #: Of the page that walks.
    own = {"go()", "names", "ready()"}
    found = set(exposed[scope]) - own
    assert len(found) > 3000, "it was really walked"
    assert sorted(found - scopes.known(scope)) == []
    assert sorted(scopes.known(scope) - found) == [], "gone: take it from the list"


@pytest.mark.parametrize(("becomes", "name"), [row[:2] for row in SENDERS])
def test_what_is_off_is_exposed_nowhere_and_the_rest_somewhere(
    exposed: dict[str, list[str]], becomes: str, name: str
) -> None:
    assert any(name in names for names in exposed.values()) is (becomes != "off")


@pytest.mark.parametrize(("name", "witness"), [row[1:] for row in SENDERS if row[2]])
def test_every_sender_has_a_witness(name: str, witness: str) -> None:
    if witness.startswith("way:"):
        way = witness.removeprefix("way:")
        assert way in (*cases.SCRIPT, *cases.WORKER, *cases.DOCUMENT)
        assert way not in cases.SILENT or cases.SILENT[way][0] != cases.PLACES
    else:
        file, _, test = witness.partition("::")
        assert f"def {test}" in (ROOT / file).read_text(encoding="utf-8")
