"""How a hold begins: no page before it, tried again, and without it no portal is opened; 100,000 requests pass it."""

import gc
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from kiosk.system import singletons
from tests.hostile.witness import cases
from tests.hostile.witness.server import Server
from tests.support import engine

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.no_qt_log]


@pytest.fixture(scope="module")
def server(qapp: object) -> Iterator[Server]:
    engine.prepare()
    with Server() as made:
        yield made


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Attempts are short; the keys of all attempts. ``broken`` of them get no script."""
    from ui.browser.embedded import hold

    keys: list[str] = []
    original = hold._script

    def script(key: str) -> Any:
        keys.append(key)
        made = original(key)
        if len(keys) <= _Broken.attempts:
            made.setSourceCode("")
        return made

    monkeypatch.setattr(hold, "_script", script)
    monkeypatch.setattr(hold, "START_MS", 1500)
    yield keys
    _Broken.attempts = 0


class _Broken:
    attempts = 0


#: A browser that is deleted takes its hold with it, and a hold that goes takes its process with it.
_KEPT: list[Any] = []


def opened(server: Server) -> Any:
    """A browser that is told at once to open the portal; its failures."""
    from tests.hostile.witness.stand import procedure_of
    from ui.browser.embedded.browser import Browser

    browser = Browser()
    _KEPT.append(browser)
    failures: list[str] = []
    browser.page_failed.connect(failures.append)
    browser.open(procedure_of({"http": server}), "ja")
    return browser, failures


def test_the_page_is_opened_as_soon_as_it_is_held_and_not_before(server: Server, quick: list[str]) -> None:
    from tests.hostile.witness.stand import until

    server.seen.clear()
    browser, failures = opened(server)
    held: list[int] = []
    browser.hold.held.connect(lambda: held.append(len(server.seen)))
    assert until(lambda: any(item.path == "/_w/ways.js" for item in server.seen), 20)
    assert held == [0], "nothing had left until then"
    assert len(quick) == 1
    assert failures == []


def test_an_attempt_that_fails_is_made_again(server: Server, quick: list[str]) -> None:
    from tests.hostile.witness.stand import until

    _Broken.attempts = 1
    server.seen.clear()
    browser, failures = opened(server)
    assert until(lambda: browser.hold.is_held, 20)
    assert len(quick) == 2
    assert until(lambda: any(item.path == "/_w/ways.js" for item in server.seen), 20)
    assert failures == []


def test_without_a_hold_no_portal_is_opened_and_the_person_is_told(server: Server, quick: list[str]) -> None:
    from tests.hostile.witness.stand import until

    _Broken.attempts = 99
    server.seen.clear()
    browser, failures = opened(server)
    assert until(lambda: failures, 20)
    assert failures == ["engine_unavailable"]
    assert len(quick) == 3
    browser.view.page().load(browser.view.page().url())
    browser._page.load("http://127.0.0.1/")
    browser._page.load(f"http://127.0.0.1:{server.port}/_w/page")
    until(lambda: False, 1.0)
    assert server.seen == [], "nor by any other way"


@pytest.mark.timeout(1800)
def test_many_requests_pass_without_a_lost_reference(server: Server) -> None:
    """Before Python 3.12 the binding uses up None, True and False; ``kiosk.system.singletons`` holds them."""
    from tests.hostile.witness.stand import Stand, until

    wanted = 100_000 if cases.ALL else 3_000
    singletons.keep()
    stand = Stand({"http": server})
    _KEPT.append(stand)
    stand.visit("http")
    gc.collect()
    before = [sys.getrefcount(thing) for thing in (None, True, False)]
    stand.warden.asked.clear()
    twenty = "Promise.all(Array.from({length: 20}, () => fetch('/x').then((r) => r.arrayBuffer())))"
    loop = f"(async () => {{ while (done < {wanted}) {{ await {twenty}; done += 20; }} }})()"
    stand.evaluate(f"window.done = 0; {loop}; 0")
    assert until(lambda: stand.evaluate("done") >= wanted, 1500)
    after = [sys.getrefcount(thing) for thing in (None, True, False)]
    assert sum(1 for who, _ in stand.warden.asked if who == "hold") >= wanted
    assert sys.version_info >= (3, 12) or min(after) > singletons.PLENTY // 2, (before, after)
