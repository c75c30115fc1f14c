"""What a page asks for and does not get: permissions, devices, windows, files, paper. With and without a press."""

import json
import os
import re
from pathlib import Path

import pytest

from tests.hostile.fence import PAGES
from tests.support.terminal import Terminal, reach

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

FENCE = "/_hostile/fence/page/fence.html"
ASKS = re.findall(r'^  "([^"]+)":', (PAGES / "ask.js").read_text(encoding="utf-8"), re.MULTILINE)
#: The engine says yes, and nothing follows from it: without full screen a locked keyboard locks nothing
#: (test_fence_keys.py), the layout of the keys and the load of the processor say nothing about a person.
HARMLESS = {"keyboard lock", "keyboard layout", "compute pressure"}


@pytest.fixture(scope="module")
def choices() -> dict[str, object]:
    return {"timers": {"idle": 600.0}}


@pytest.fixture(scope="module")
def page(running: Terminal) -> Terminal:
    running.back_to_start()
    reach(running, "browse")
    return running


@pytest.mark.parametrize("pressed", [False, True], ids=["by itself", "pressed"])
@pytest.mark.parametrize("name", ASKS)
def test_it_is_not_given(page: Terminal, name: str, pressed: bool) -> None:
    go_to_the_fence(page)
    page.evaluate(f"void (delete outcomes[{json.dumps(name)}])")
    if pressed:
        page.evaluate(f"onPress({json.dumps(name)})")
        page.control.page_press("#button")
    else:
        page.evaluate(f"void attempt({json.dumps(name)})")
    outcome = page.control.wait_until("the answer", lambda: page.evaluate(f"outcomes[{json.dumps(name)}]"))
    assert not outcome.startswith("granted") or name in HARMLESS, outcome
    assert_nothing_came_of_it(page)


def go_to_the_fence(page: Terminal) -> None:
    """The hostile page is shown; each test can be run alone."""
    if page.control.customer()["page"] != FENCE:
        page.evaluate(f"void (location.href = '{FENCE}')")
        page.control.wait_page(FENCE)


def assert_nothing_came_of_it(page: Terminal) -> None:
    """The page is where it was, and no window lies over the kiosk's."""
    assert page.evaluate("location.pathname") == FENCE
    assert page.shown() == "browse"
    assert page.control.ask("session", "windows") == ["SessionWindow"]


def test_no_file_can_be_dropped(page: Terminal) -> None:
    assert page.control.ask("session", "drop", path=__file__) is False


def test_a_portal_that_asks_for_a_password_for_ever_is_given_up_at_once(page: Terminal) -> None:
    """Once as it is, once with an empty answer, which is what the engine does when nobody answers."""
    go_to_the_fence(page)
    fetched = "fetch('/_hostile/fence/login').then((answer) => answer.status, said)"
    page.evaluate(f"void {fetched}.then((word) => {{ outcomes.login = word; }})")
    page.control.wait_until("the end of it", lambda: page.evaluate("outcomes.login"))
    page.control.wait_until("the marker", lambda: marker_arrives(page))
    assert len(page.requests("GET", "/_hostile/fence/login")) <= 2


def marker_arrives(page: Terminal) -> bool:
    """Whether a later request has arrived; a late stop of the page may end one of them."""
    page.evaluate("void fetch('/_hostile/fence/x/marker').catch(() => 0)")
    page.control.ask("session", "settle")
    return bool(page.requests("GET", "/_hostile/fence/x/marker"))


def test_no_file_was_written(page: Terminal) -> None:
    """Not in the session's folder, and not where an ordinary browser would keep it."""
    assert "download" in [line["kind"] for line in page.trail.of("request_refused")]
    assert [path for root in (page.settings.root, Path.home()) for path in _files(root)] == []


def _files(root: Path) -> list[str]:
    return [f"{folder}/{name}" for folder, _, names in os.walk(root) for name in names if "fence-down" in name]
