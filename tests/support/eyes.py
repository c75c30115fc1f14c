"""What a person sees: the picture on the X server, compared with what the terminal means to show there."""

from pathlib import Path
from typing import Any

from PySide6.QtGui import QColor, QImage, QPainter

from tests.support.terminal import Terminal
from tests.support.xserver import Picture

#: Pixels in which the screen may differ from the window's own picture, which is drawn once more: rounded corners
#: (26 seen, 54 on an upright screen).
SAME = 100
#: Of 255: the edges of large letters, which are drawn as outlines, differ by 13 at most when they are drawn once more.
SLIGHT = 20
#: Pixels that change at least when every word changes (63,953 seen).
OTHER_WORDS = 20_000
#: Seconds for a change to be seen.
LIMIT = 5.0


def differs(shown: QImage, meant: QImage, slight: int = 0) -> int:
    """How many pixels of the two pictures, which have one size, differ by more than ``slight`` of 255 in a colour."""
    assert shown.size() == meant.size()
    between = _plain(shown)
    painter = QPainter(between)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
    painter.drawImage(0, 0, _plain(meant))
    painter.end()
    found = bytes(between.constBits()).translate(bytes(value > slight for value in range(256)))
    rows = [found[row : row + 3 * shown.width()] for row in range(0, len(found), between.bytesPerLine())]
    colours = b"".join(rows)
    one = 0
    for colour in range(3):
        one |= int.from_bytes(colours[colour::3], "little")
    return one.to_bytes(shown.width() * shown.height(), "little").count(1)


def _plain(image: QImage) -> QImage:
    """The picture on an opaque ground: the fourth byte of a pixel says nothing, and may be 0."""
    return image.convertToFormat(QImage.Format.Format_RGB888)


def count(image: QImage, colour: QColor) -> int:
    """How many pixels of the picture have exactly this colour."""
    plain = QImage(image.size(), QImage.Format.Format_RGB32)
    plain.fill(colour)
    return image.width() * image.height() - differs(image, plain)


class Eyes:
    """Looks at the first monitor. Raises ControlError when it does not show what it should within ``LIMIT``."""

    def __init__(self, terminal: Terminal, picture: Picture, monitor: tuple[int, int], folder: Path) -> None:
        self._terminal, self._picture, self._monitor = terminal, picture, monitor
        self._file = folder / "meant.png"
        self._language = "ja"

    def now(self) -> QImage:
        """What X shows at this moment."""
        return self._picture.image(*self._monitor)

    def see(self, what: str, of: str = "", unlike: QImage | None = None) -> QImage:
        """Wait until X shows what the terminal has to show; the picture.

        ``of``: the process that has to show it, ``supervisor`` for the curtain, ``session`` for its window; else any.
        ``unlike``: a picture in which every word was another: a press may not have had its effect yet.
        """

        def seen() -> Any:
            shown, meant = self.now(), self._meant(of)
            if unlike is not None and differs(shown, unlike) <= OTHER_WORDS:
                return None
            return shown if shown.size() == meant.size() and differs(shown, meant, SLIGHT) <= SAME else None

        found = self._terminal.control.wait_until(f"{what} on the screen", seen, LIMIT)
        assert isinstance(found, QImage)
        return found

    def _meant(self, of: str) -> QImage:
        """The picture that this process draws of itself; none of a curtain that is not shown."""
        if not of:
            self._terminal.control.screenshot(self._file)
        elif not self._terminal.control.ask(of, "screenshot", path=str(self._file)) and of == "supervisor":
            return QImage()
        return QImage(str(self._file))

    def see_languages(self, what: str, *languages: str) -> QImage:
        """Look at this screen in the present language and in the others of these; each time all words change on it."""
        before = self.see(what)
        for language in [language for language in languages if language != self._language]:
            self._terminal.control.press("language")
            self._terminal.control.press(f"menu_language_{language}")
            before = self.see(f"{what} in {language}, unlike the language before", unlike=before)
            self._language = language
        return before
