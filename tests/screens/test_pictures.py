"""The screens are as docs/screens shows them; and the comparison finds the differences that a person would see."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QPointF, qVersion
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import QApplication

from tests.gallery import likeness, reference
from tests.gallery.rendering import SCREENS
from tests.screens.finding import find_button
from ui import style
from ui.screens.enter_pin import EnterPinScreen
from ui.widgets.controls import Text
from ui.window.window import SessionWindow

pytestmark = pytest.mark.slow

#: The folder for pictures of differences; git ignores it.
DIFFERENT = reference.FOLDER.parents[1] / "var" / "screens-different"


@pytest.fixture
def _restored_style(qapp: QApplication) -> Iterator[None]:
    yield
    style.install(qapp)


def _with_another_qt(picture: QImage) -> str:
    drawn_with = picture.text(reference.QT)
    return "" if drawn_with in ("", qVersion()) else f" (drawn with Qt {drawn_with}, this is {qVersion()})"


@pytest.mark.usefixtures("in_memory", "_restored_style")
def test_every_screen_equals_its_picture_in_the_documents(qapp: QApplication) -> None:
    found = []
    for screen, actual, expected, compared in reference.differing(qapp):
        reference.write_difference(DIFFERENT, screen, actual, expected, compared)
        found.append(f"{screen}: {compared.pixels} pixels{_with_another_qt(expected)}")
    assert not found, (
        "\n".join(found) + f"\nSee {DIFFERENT} (…-expected, …-actual, …-difference.png);"
        " if this is intended: python3 run.py shots --accept"
    )


def test_the_documents_show_every_screen_and_nothing_else() -> None:
    assert [screen for screen in SCREENS if not reference.file_of(screen).is_file()] == []
    assert reference.left_over() == []
    page = (reference.FOLDER.parent / "screens.md").read_text(encoding="utf-8")
    shown = set(re.findall(r"\(screens/([\w-]+)\.png\)", page))
    assert shown == {file.stem for file in reference.FOLDER.glob("*.png")}


@pytest.fixture
def pin(window: SessionWindow, qapp: QApplication) -> SessionWindow:
    window.screen_of(EnterPinScreen).set_tries(3)
    window.show_screen("enter_pin")
    qapp.processEvents()
    return window


def _seen(window: SessionWindow) -> QImage:
    return window.grab().toImage()


def _by(picture: QImage, right: float, down: float) -> QImage:
    """The picture moved by these pixels."""
    moved = picture.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(moved)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(QPointF(right, down), picture)
    painter.end()
    return moved


def test_the_same_screen_is_alike_also_in_few_colours(pin: SessionWindow) -> None:
    picture = _seen(pin)
    few = likeness.reduced(picture)
    assert few.colorCount() <= likeness.COLOURS
    assert likeness.compare(picture, picture).pixels == 0
    assert likeness.compare(picture, few).pixels == 0


@pytest.mark.parametrize(("right", "down"), [(0.5, 0.5), (0.3, 0), (0, 0.7), (1, 0)])
def test_other_smoothing_of_edges_is_alike(pin: SessionWindow, right: float, down: float) -> None:
    picture = _seen(pin)
    assert likeness.compare(_by(picture, right, down), picture).alike


def test_a_moved_button_is_seen(pin: SessionWindow) -> None:
    before = _seen(pin)
    button = find_button(pin, "quit")
    button.move(button.pos() + QPoint(3, 0))
    assert not likeness.compare(_seen(pin), before).alike


@pytest.mark.parametrize("missing", ["quit", "shuffle"])
def test_a_missing_button_is_seen(pin: SessionWindow, missing: str) -> None:
    before = _seen(pin)
    find_button(pin, missing).setVisible(False)
    assert not likeness.compare(_seen(pin), before).alike
    assert not likeness.compare(before, _seen(pin)).alike


def test_another_colour_is_seen(pin: SessionWindow) -> None:
    before = _seen(pin)
    title = pin.screen_of(EnterPinScreen).title
    palette = QPalette(title.palette())
    ink = palette.color(QPalette.ColorRole.WindowText)
    palette.setColor(QPalette.ColorRole.WindowText, QColor(ink.red() + 40, ink.green(), ink.blue()))
    title.setPalette(palette)
    assert not likeness.compare(_seen(pin), before).alike


@pytest.mark.parametrize(("was", "now"), [("。", "、"), ("3", "2"), ("す", "ず")])
def test_another_word_is_seen(pin: SessionWindow, was: str, now: str) -> None:
    before = _seen(pin)
    note: Text = pin.screen_of(EnterPinScreen).note
    note.setText(note.text().replace(was, now))
    assert not likeness.compare(_seen(pin), before).alike


def test_another_size_is_not_alike(pin: SessionWindow) -> None:
    picture = _seen(pin)
    assert not likeness.compare(picture.copy(0, 0, 1280, 799), picture).alike


def test_what_differs_is_marked_in_red(pin: SessionWindow) -> None:
    before = _seen(pin)
    find_button(pin, "quit").setVisible(False)
    after = _seen(pin)
    marked = likeness.marked(after, likeness.compare(after, before).mask)
    button = find_button(pin, "quit")
    row = [button.mapTo(pin, QPoint(x, button.height() // 2)) for x in range(button.width())]
    assert QColor("red") in [QColor(marked.pixel(place)) for place in row], "its letters"
    assert QColor("red") not in [QColor(marked.pixel(x, 400)) for x in range(marked.width())], "nothing else differs"
