"""Every sentence fits its widget, in every language, in every picture of the gallery, with large letters too.

Normal letters need no scrolling on a screen wider than high; large ones may: then the whole of what scrolls counts.
"""

from functools import partial

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.failures import failures
from kiosk.lifecycle import notices
from kiosk.procedures.model import REFUSALS
from kiosk.vocabulary import WIPE_STEPS, EndReason, ReaderShape, ResultKind
from tests.gallery.matrix import SIZES, Size, written
from tests.gallery.rendering import render
from tests.gallery.terminal_shots import PLACE, ended
from tests.gallery.windows import WIPED_AT, Windows
from tests.screens.finding import place_of, unscrolled
from ui import style
from ui.layout.room import Room
from ui.screens.enter_pin import EnterPinScreen
from ui.screens.last_try import LastTryScreen
from ui.text import languages
from ui.widgets import card_picture
from ui.widgets.controls import Button, Text
from ui.widgets.furigana import line_width
from ui.window.window import SessionWindow


def _findings(name: str, window: QWidget) -> list[str]:
    found = []
    for label in window.findChildren(Text):
        if label.isVisible() and label.text():
            found += _text_findings(name, label, window)
    for button in window.findChildren(Button):
        if button.isVisible() and button.text() and not button.face().fits():
            found.append(f"{name}: button {button.objectName()} is too small for {button.text()!r}")
    return found + (_scrolled(name, window) if style.letters() == 1 else [])


def _scrolled(name: str, window: QWidget) -> list[str]:
    return [f"{name}: is scrolled" for room in window.findChildren(Room) if room.isVisible() and room.overflows()]


def _text_findings(name: str, label: Text, window: QWidget) -> list[str]:
    found = []
    if label.heightForWidth(label.width()) > label.height() + 1:
        found.append(f"{name}: {label.text()!r} needs {label.heightForWidth(label.width())}, has {label.height()}")
    if any(line_width(line, label.font()) > label.width() + 1 for line in label.lines(label.width())):
        found.append(f"{name}: {label.text()!r} is too wide")
    around = unscrolled(label, window)
    place = place_of(label, around)
    if not around.rect().contains(place):
        found.append(f"{name}: {label.text()!r} is outside the window: {place}")
    return found


LARGEST = "largest_text+high_contrast"


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES, ids=written)
@pytest.mark.parametrize("language", languages.available())
@pytest.mark.parametrize("variant", ["normal", LARGEST])
def test_texts_fit(qapp: QApplication, size: Size, language: str, variant: str) -> None:
    try:
        shown = render(qapp, size, language, variant)
        found = [finding for name, window in shown for finding in _findings(name, window)]
    finally:
        style.install(qapp)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("variant", ["normal", LARGEST])
@pytest.mark.parametrize("language", languages.available())
def test_the_words_of_a_reader_with_a_slot_fit(qapp: QApplication, language: str, variant: str) -> None:
    card_picture.set_reader(ReaderShape.SLOT)
    try:
        shown = render(qapp, SIZES[0], language, variant, ("attract", "place-card", "place-card-child", "reading-card"))
        found = [finding for name, window in shown for finding in _findings(name, window)]
    finally:
        card_picture.set_reader(ReaderShape.FLAT)
        style.install(qapp)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("language", languages.available())
def test_every_problem_fits(qapp: QApplication, language: str) -> None:
    style.install(qapp, LARGEST)
    languages.install(qapp, language)
    windows, found = Windows(SIZES[0]), []
    try:
        for name, failed in failures().items():
            windows.screen("problem").set_failure(failed, True)
            window = windows.shown("problem")
            qapp.processEvents()
            found += _findings(name, window)
    finally:
        windows.end()
        style.install(qapp)
    assert not found, "\n".join(found)


@pytest.mark.slow
@pytest.mark.parametrize("language", languages.available())
def test_every_reason_and_the_longest_failure_fit_on_the_curtain(qapp: QApplication, language: str) -> None:
    windows, found = Windows(SIZES[0]), []
    windows.curtain.speak(language)
    longest = max(failures().values(), key=lambda item: len(item.in_language(language).citizen + item.staff))
    ends = [ended(reason) for reason in EndReason]
    ends += [ended(EndReason.CARD_UNUSABLE, failure=name) for name in notices.ADVISED]
    ends += [ended(EndReason.PORTAL_REFUSED, failure=name) for name in REFUSALS]
    ends += [ended(EndReason.FINISHED, result=kind) for kind in ResultKind]
    pages = [
        partial(windows.curtain.show_unavailable, longest, ("SONY RC-S300 0", "ACR39U 1")),
        partial(windows.curtain.show_out_of_service, longest),
        *(partial(windows.curtain.show_end, page, PLACE, 142, WIPED_AT) for page in ends),
    ]
    windows.curtain.show_wiping(WIPE_STEPS)
    for page in pages:
        page()
        qapp.processEvents()
        found += _findings(f"{page.func.__name__} {page.args[0]}", windows.curtain)
    windows.end()
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("kind", "name", "height", "left"),
    [(LastTryScreen, "last_try", 590, []), (EnterPinScreen, "enter_pin", 640, ["enter_pin: is scrolled"])],
)
def test_a_screen_without_room_takes_smaller_words(
    window: SessionWindow,
    qapp: QApplication,
    kind: type[LastTryScreen | EnterPinScreen],
    name: str,
    height: int,
    left: list[str],
) -> None:
    window.screen_of(EnterPinScreen).set_tries(3)
    window.show_screen(name)
    title = window.screen_of(kind).title
    normal = title.font().pixelSize()
    window.resize(1280, height)
    qapp.processEvents()
    assert _findings(name, window) == left
    assert title.font().pixelSize() < normal
    window.resize(1280, 800)
    qapp.processEvents()
    assert _findings(name, window) == []
    assert title.font().pixelSize() == normal
