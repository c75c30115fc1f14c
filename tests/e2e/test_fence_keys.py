"""Keys, wheel and mouse buttons with which a browser is left: real events, through the native window."""

import json
from typing import Any

import pytest

from tests.support.terminal import Terminal, reach

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

FENCE = "/_hostile/fence/page/fence.html"
MARKER = "/_hostile/fence/x/marker"
KEYS = (
    "Ctrl+O", "Ctrl+P", "Ctrl+S", "Ctrl+U", "Ctrl+N", "Ctrl+T", "Ctrl+W", "Ctrl+J", "Ctrl+H", "Ctrl+F", "Ctrl+L",
    "Ctrl+D", "Ctrl+E", "Ctrl+G", "Ctrl+R", "Ctrl+Q", "Ctrl+Shift+N", "Ctrl+Shift+T", "Ctrl+Shift+R", "Ctrl+Shift+I",
    "Ctrl+Shift+J", "Ctrl+Shift+C", "Ctrl+Shift+P", "Ctrl+Shift+Del", "Ctrl+F4", "Ctrl+F5", "Ctrl+Tab", "Ctrl+Esc",
    "Ctrl++", "Ctrl+-", "Ctrl+0", "Ctrl+=", "F1", "F3", "F5", "F6", "F7", "F10", "F11", "F12", "Shift+F10", "Menu",
    "Alt+Left", "Alt+Right", "Alt+Home", "Alt+D", "Alt+F", "Backspace", "Shift+Backspace", "Esc", "Print",
    "Back", "Forward", "Stop", "Refresh", "Home Page", "Favorites", "Search", "Open URL", "Launch Mail", "Shift+Esc",
)  # fmt: skip
#: What a page says when it is still the same document at the same size.
SAME = "[location.pathname, window.stays, devicePixelRatio, visualViewport.scale, innerWidth, history.length]"


@pytest.fixture(scope="module")
def choices() -> dict[str, object]:
    return {"timers": {"idle": 600.0}}


@pytest.fixture(scope="module")
def page(running: Terminal) -> Terminal:
    """Somebody on a hostile page that they came to from the portal's own: there is a way back and none forward."""
    running.back_to_start()
    reach(running, "browse")
    running.evaluate(f"void (location.href = '{FENCE}')")
    running.control.wait_page(FENCE)
    running.evaluate("void (window.stays = 'yes')")
    running.control.page_press("#button")
    running.evaluate("void (window.heard = [], addEventListener('keydown', (event) => heard.push(event.code), true))")
    return running


def mark(page: Terminal) -> None:
    """A request that is sent after everything before, and its answer."""
    before = len(page.requests("GET", MARKER))
    page.evaluate(f"void fetch('{MARKER}')")
    page.control.wait_until("the marker", lambda: len(page.requests("GET", MARKER)) > before)


def assert_same(page: Terminal, before: Any) -> None:
    mark(page)
    assert page.evaluate(SAME) == before
    assert page.control.ask("session", "windows") == ["SessionWindow"]
    assert page.shown() == "browse"


def test_keys_reach_the_page_at_all(page: Terminal) -> None:
    page.control.ask("session", "key", keys="A")
    page.control.wait_until("the key", lambda: "KeyA" in page.evaluate("heard"))


@pytest.mark.parametrize("keys", KEYS)
def test_no_key_leaves_the_page(page: Terminal, keys: str) -> None:
    before = page.evaluate(SAME)
    page.control.ask("session", "key", keys=keys)
    assert_same(page, before)


@pytest.mark.parametrize("keys", ["F12", "Ctrl+Shift+I", "Ctrl+P", "Ctrl+O", "Ctrl+plus"])
def test_not_from_a_text_field_either(page: Terminal, keys: str) -> None:
    page.control.page_press("#field")
    before = page.evaluate(SAME)
    page.control.ask("session", "key", keys=keys)
    assert_same(page, before)
    page.control.page_press("#button")


@pytest.mark.parametrize("delta", [120, -120])
def test_the_wheel_does_not_zoom(page: Terminal, delta: int) -> None:
    before = page.evaluate(SAME)
    page.control.ask("session", "wheel", delta=delta)
    assert_same(page, before)


CLICKS = [
    ("RightButton", ""), ("MiddleButton", ""), ("BackButton", ""), ("ForwardButton", ""),
    ("LeftButton", "ControlModifier"), ("LeftButton", "ShiftModifier"), ("LeftButton", "AltModifier"),
]  # fmt: skip


@pytest.mark.parametrize(("button", "keys"), CLICKS)
def test_no_click_opens_anything(page: Terminal, button: str, keys: str) -> None:
    target = {"href": "/_hostile/quiet", "style": "position:fixed;left:0;top:0;width:400px;height:300px;z-index:9"}
    page.evaluate(f"void (element('a', {json.dumps({**target, 'id': 'wide'})}))")
    before = page.evaluate(SAME)
    page.control.ask("session", "click_with", button=button, keys=keys, x=100, y=100)
    assert_same(page, before)
    page.evaluate("void document.getElementById('wide').remove()")


def test_a_locked_keyboard_locks_nothing(page: Terminal) -> None:
    page.evaluate("void navigator.keyboard.lock()")
    mark(page)
    page.hardware_key()
    page.control.wait_phase("take_card")
