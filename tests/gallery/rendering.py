"""Renders screens by name, and finds the language with the widest texts on each of them."""

from collections.abc import Collection, Iterator, Mapping

from PySide6.QtWidgets import QApplication, QWidget

from tests.gallery import session_shots, terminal_shots
from tests.gallery.windows import Shot, Windows
from ui import style
from ui.text import languages
from ui.widgets import controls, furigana

NORMAL = "normal"
#: Variants exist for the session's window only: a person's choice of letters and colours ends with the session.
OF_SESSION, OF_SUPERVISOR = tuple(session_shots.SHOTS), tuple(terminal_shots.SHOTS)
SCREENS = OF_SESSION + OF_SUPERVISOR


def screens_of(variant: str) -> tuple[str, ...]:
    """The screens that exist in this variant."""
    return SCREENS if variant == NORMAL else OF_SESSION


def render(
    app: QApplication,
    size: tuple[int, int],
    language: str,
    variant: str = NORMAL,
    only: Collection[str] = SCREENS,
) -> Iterator[tuple[str, QWidget]]:
    """Each screen's name and the window that shows it, in the order of ``SCREENS``, without animation.

    The supervisor's windows are in Japanese with this language as the second one, as on a terminal.
    """
    style.install(app, variant, size)
    style.hold_still(True)
    try:
        languages.install(app, language)
        yield from _filled(app, Windows(size), session_shots.SHOTS, only)
        if variant == NORMAL:
            languages.install(app, languages.SOURCE_LANGUAGE)
            windows = Windows(size)
            windows.curtain.speak(language)
            yield from _filled(app, windows, terminal_shots.SHOTS, only)
    finally:
        style.hold_still(False)


def _filled(
    app: QApplication, windows: Windows, shots: Mapping[str, Shot], only: Collection[str]
) -> Iterator[tuple[str, QWidget]]:
    try:
        for name in (name for name in shots if name in only):
            widget = shots[name](windows)
            for _ in range(2):  # a layout may ask for another
                app.processEvents()
            yield name, widget
    finally:
        windows.end()


def longest(app: QApplication, size: tuple[int, int], only: Collection[str] = SCREENS) -> dict[str, str]:
    """For each screen the language whose texts, each in one line, have the greatest total width."""
    found: dict[str, str] = {}
    most: dict[str, float] = {}
    for language in languages.available():
        for name, window in render(app, size, language, only=only):
            wide = _width_of_words(window)
            if wide > most.get(name, -1.0):
                found[name], most[name] = language, wide
    return found


def _width_of_words(window: QWidget) -> float:
    widgets: list[controls.Text | controls.Button] = [*window.findChildren(controls.Text)]
    widgets += window.findChildren(controls.Button)
    return sum(furigana.text_width(widget.text(), widget.font()) for widget in widgets if widget.isVisible())
