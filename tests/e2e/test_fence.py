"""The fence around the page: a hostile page tries every way to reach an address that is not the portal's.

The witness listens at another address, at another port of the portal's own, at a name and at IPv6. The same attempts at
the portal arrive, where that is possible: they work. What an unguarded engine does: test_fence_open.py.
"""

import json
import re
from collections.abc import Iterator
from functools import partial

import pytest

from tests.hostile.fence import PAGES
from tests.support.terminal import Terminal, reach
from tests.support.witness import Witness

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

FENCE = "/_hostile/fence/page/fence.html"
MARKER = "/_hostile/fence/x/marker"


def names(file: str, pattern: str) -> list[str]:
    """The attempts in this file."""
    return re.findall(rf'^  "({pattern})":', (PAGES / file).read_text(encoding="utf-8"), re.MULTILINE)


REACHES = names("reach.js", '[^"]+')
LEAVES = names("leave.js", '(?:leave|window|download) [^"]+')
SCHEMES = names("leave.js", '(?!leave|window|download)[^"]+')
#: No request of their own arrives even where they may go: connections only, a commit, https only, not in 140, or off.
WITHOUT_REQUEST = {
    "preconnect", "dns-prefetch", "prerender link", "icon", "touch icon", "manifest", "speculation prerender",
    "fetch later", "beacon", "webtransport", "frame of data", "fenced frame", "stun", "turn over tcp", "ice candidate",
    "related origins", "identity provider", "shared storage", "protected audience", "background fetch",
    "payment method", "ping", "csp report", "prefetch", "speculation prefetch", "shared worker", "websocket stream",
    "websocket", "worker websocket",
}  # fmt: skip


@pytest.fixture(scope="module")
def choices() -> dict[str, object]:
    return {"timers": {"idle": 600.0}}


@pytest.fixture(scope="module")
def witness() -> Iterator[Witness]:
    with Witness() as listening:
        yield listening


@pytest.fixture(scope="module")
def page(running: Terminal) -> Terminal:
    """One customer on the hostile page, for all tests of this file."""
    running.back_to_start()
    reach(running, "browse")
    open_fence(running)
    return running


def open_fence(terminal: Terminal) -> None:
    terminal.evaluate(f"void (location.href = '{FENCE}')")
    terminal.control.wait_page(FENCE)
    terminal.evaluate("void (window.stays = 'yes')")


def at_portal(terminal: Terminal, name: str) -> str:
    return f"{terminal.settings.origin}/_hostile/fence/x/{re.sub('[^a-z0-9]', '_', name)}"


@pytest.fixture(scope="module")
def assault(page: Terminal, witness: Witness) -> list[str]:
    """Everything at once, then the paths that reached the portal: each attempt went there after the hostile ones."""
    targets = {name: [*witness.addresses(name), at_portal(page, name)] for name in REACHES}
    for name in ("beacon", "ping", "csp report"):
        targets[name] = witness.addresses(name)  # as a POST to the portal they would be a commit
    page.evaluate(f"void assault({json.dumps(targets)})")
    page.control.wait_until("the end of it", lambda: page.evaluate("outcomes.finished") == "yes", 60)
    mark(page)
    return [item["path"] for item in page.portal.state()["requests"]]


def mark(terminal: Terminal) -> None:
    """A request to the portal that is sent after everything before, and its answer."""
    before = len(terminal.requests("GET", MARKER))
    terminal.evaluate(f"void fetch('{MARKER}')")
    terminal.control.wait_until("the marker", lambda: len(terminal.requests("GET", MARKER)) > before)


@pytest.mark.parametrize("name", REACHES)
def test_nothing_arrives_where_it_may_not(assault: list[str], page: Terminal, witness: Witness, name: str) -> None:
    assert page.evaluate(f"outcomes[{json.dumps(name)}]"), "it was tried"
    assert witness.heard[name] == []
    if name not in WITHOUT_REQUEST:
        wanted = at_portal(page, name).removeprefix(page.settings.origin)
        assert [path for path in assault if path.startswith(wanted)], "the attempt itself works"


def test_the_witness_hears(witness: Witness, page: Terminal) -> None:
    witness.call("itself")
    page.control.wait_until("six calls", lambda: len(witness.heard["itself"]) == 6)


@pytest.mark.parametrize("name", LEAVES)
def test_the_page_stays_where_it_is(page: Terminal, witness: Witness, name: str) -> None:
    for address in witness.addresses(name):
        page.evaluate(f"void attempt({json.dumps(name)}, {json.dumps(address + '/a.html')})")
        mark(page)
    assert page.evaluate("[location.pathname, window.stays]") == [FENCE, "yes"]
    assert page.evaluate(f"outcomes[{json.dumps(name)}]") in ("tried", "null", "undefined")
    assert witness.heard[name] == []
    assert page.shown() == "browse"


def test_a_page_that_goes_on_by_itself(page: Terminal, witness: Witness) -> None:
    for address in witness.addresses("refresh"):
        page.evaluate(f"void (location.href = '{FENCE}?refresh={address}')")
        there = f"location.search === '?refresh={address}' && document.readyState === 'complete'"
        page.control.wait_until("the page", partial(page.evaluate, there))
        mark(page)
        assert page.evaluate("location.pathname") == FENCE
    assert witness.heard["refresh"] == []
    open_fence(page)


#: Nobody is asked about these two: the page is blank for a moment, then the person is told.
SHOWS_PROBLEM = {"about version": "portal_forbidden", "about srcdoc": "portal_unreachable"}


@pytest.mark.parametrize("scheme", [scheme for scheme in SCHEMES if scheme not in SHOWS_PROBLEM])
def test_no_page_that_is_no_web_page(page: Terminal, scheme: str) -> None:
    for how in ("leave by link", "leave by location", "window by open", "leave from a frame"):
        page.evaluate(f"void attempt({json.dumps(how)}, SCHEMES[{json.dumps(scheme)}]())")
        mark(page)
    assert page.evaluate("[location.pathname, typeof SCHEMES]") == [FENCE, "object"]
    assert page.shown() == "browse"


@pytest.mark.parametrize("scheme", SHOWS_PROBLEM)
def test_a_blank_page_is_told(terminal: Terminal, scheme: str) -> None:
    problem_after(terminal, f"attempt('leave by location', SCHEMES['{scheme}']())", SHOWS_PROBLEM[scheme])


@pytest.mark.parametrize("scheme", ["file", "data", "chrome gpu", "devtools", "qrc"])
def test_a_redirect_to_it_is_told(terminal: Terminal, scheme: str) -> None:
    """The engine refuses the answer and shows nothing: the person is told that the portal cannot be reached."""
    problem_after(terminal, f"attempt('leave by 302', SCHEMES['{scheme}']())", "portal_unreachable")


def problem_after(terminal: Terminal, script: str, failure: str) -> None:
    reach(terminal, "browse")
    open_fence(terminal)
    terminal.evaluate(f"void {script}")
    terminal.control.wait_stage("problem")
    assert terminal.control.customer()["failure"] == failure
