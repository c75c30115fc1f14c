"""What a person sees: the picture on the X server, compared with what the terminal means to show there."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QImage

from tests.support.terminal import Terminal
from tests.support.xserver import Picture

#: Colour channels in which the screen may differ from the window's own picture, which is drawn once more: rounded
#: corners, and the edges of large letters (2,363 seen, of 6 million).
SAME = 8_000
#: Colour channels that change at least when every word changes.
OTHER_WORDS = 20_000
#: Seconds for a change to be seen.
LIMIT = 8.0


def differs(shown: QImage, meant: QImage) -> int:
    """In how many colour channels the two pictures are not the same; all of them if their sizes differ."""
    one, other = (image.convertToFormat(QImage.Format.Format_RGB888) for image in (shown, meant))
    if one.size() != other.size():
        return 3 * one.width() * one.height()
    first, second = bytes(one.constBits()), bytes(other.constBits())
    between = int.from_bytes(first, "little") ^ int.from_bytes(second, "little")
    return len(first) - between.to_bytes(len(first), "little").count(0)


class Eyes:
    """Looks at the first monitor. Raises ControlError when it does not show what it should within ``LIMIT``."""

    def __init__(self, terminal: Terminal, picture: Picture, monitor: tuple[int, int], folder: Path) -> None:
        self._terminal, self._picture, self._monitor = terminal, picture, monitor
        self._file = folder / "meant.png"
        self._language = "ja"

    def now(self) -> QImage:
        """What X shows at this moment."""
        return self._picture.image(*self._monitor)

    def see(self, what: str) -> QImage:
        """Wait until X shows what the curtain or the session's window has to show; the picture."""

        def same() -> Any:
            shown = self.now()
            self._terminal.control.screenshot(self._file)
            return shown if differs(shown, QImage(str(self._file))) <= SAME else None

        found = self._terminal.control.wait_until(f"{what} on the screen", same, LIMIT)
        assert isinstance(found, QImage)
        return found

    def see_languages(self, what: str, *languages: str) -> QImage:
        """Look at this screen in the present language and in the others of these; each time all words change on it."""
        before = self.see(what)
        for language in [language for language in languages if language != self._language]:
            self._terminal.control.press("language")
            self._terminal.control.press(f"menu_language_{language}")
            shown = self.see(f"{what} in {language}")
            assert differs(shown, before) > OTHER_WORDS, f"{what}: {language} looks like the language before"
            before, self._language = shown, language
        return before
