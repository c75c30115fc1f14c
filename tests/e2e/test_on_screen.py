"""What X really shows after a switch of language: never what a window says of itself."""

from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from tests.support.terminal import Terminal
from tests.support.xserver import MONITOR, Picture, XServer

pytestmark = [pytest.mark.e2e, pytest.mark.browser]

#: Pixels in which the screen may differ from the window's own picture: rounded corners, drawn once more (26 seen).
SAME = 100
#: Pixels that change at least when every word changes (63,953 seen).
OTHER_WORDS = 10_000


@pytest.fixture(scope="module")
def choices(monitors: XServer) -> dict[str, object]:
    return {"fullscreen": True}


def differs(shown: QImage, meant: QImage) -> int:
    """How many pixels of the two pictures are not the same."""
    one, other = (image.convertToFormat(QImage.Format.Format_RGB32) for image in (shown, meant))
    assert one.size() == other.size()
    pairs = zip(memoryview(one.constBits()).cast("I"), memoryview(other.constBits()).cast("I"), strict=True)
    return sum(1 for a, b in pairs if (a ^ b) & 0xFFFFFF)


def assert_screen_shows_the_window(terminal: Terminal, screen: Picture, folder: Path) -> QImage:
    """X shows what the session's window has to show; the picture."""
    file = folder / "window.png"

    def same() -> bool:
        terminal.control.ask("session", "screenshot", path=str(file))
        return differs(screen.image(*MONITOR), QImage(str(file))) <= SAME

    terminal.control.wait_until("the window's picture on the screen", same, 5)
    return screen.image(*MONITOR)


@pytest.mark.parametrize("language", ["en", "vi"])
def test_the_attract_screen_changes_its_language(
    terminal: Terminal, screen: Picture, tmp_path: Path, language: str
) -> None:
    before = assert_screen_shows_the_window(terminal, screen, tmp_path)
    terminal.control.press(f"language_{language}")
    shown = assert_screen_shows_the_window(terminal, screen, tmp_path)
    assert differs(shown, before) > OTHER_WORDS
