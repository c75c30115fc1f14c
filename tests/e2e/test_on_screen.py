"""What X really shows after a switch of language: never what a window says of itself."""

import pytest

from tests.support.eyes import OTHER_WORDS, Eyes, differs
from tests.support.terminal import Terminal
from tests.support.xserver import XServer

pytestmark = [pytest.mark.e2e, pytest.mark.browser]


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True, "reduced_motion": True}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_attract_screen_changes_its_language(terminal: Terminal, eyes: Eyes, language: str) -> None:
    before = eyes.see("attract", of="session")
    terminal.control.press(f"language_{language}")
    assert differs(eyes.see(f"attract in {language}", of="session"), before) > OTHER_WORDS
