"""Every sentence fits its widget, in every language, in every picture of the gallery."""

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget

from ui import style, texts
from ui.controls import Button, Text
from ui.furigana import line_width
from ui.gallery.rendering import render


def _findings(name: str, window: QWidget) -> list[str]:
    found = []
    for label in window.findChildren(Text):
        if label.isVisible() and label.text():
            found += _text_findings(name, label, window)
    for button in window.findChildren(Button):
        if button.isVisible() and button.text() and not button.face().fits():
            found.append(f"{name}: button {button.objectName()} is too small for {button.text()!r}")
    return found


def _text_findings(name: str, label: Text, window: QWidget) -> list[str]:
    found = []
    if label.heightForWidth(label.width()) > label.height() + 1:
        found.append(f"{name}: {label.text()!r} needs {label.heightForWidth(label.width())}, has {label.height()}")
    if any(line_width(line, label.font()) > label.width() + 1 for line in label.lines(label.width())):
        found.append(f"{name}: {label.text()!r} is too wide")
    place = QRect(label.mapTo(window, QPoint(0, 0)), label.size())
    if not window.rect().contains(place):
        found.append(f"{name}: {label.text()!r} is outside the window: {place}")
    return found


#: The highest and the widest ones; all the others are checked with the slow tests.
QUICK = ("ja", "ja-easy", "my")
ALL = [
    pytest.param((wide, high), language, id=f"{wide}x{high}-{language}", marks=marks)
    for wide, high in ((1280, 800), (1920, 1080))
    for language in texts.available()
    for marks in [[] if wide == 1280 and language in QUICK else [pytest.mark.slow]]
]


@pytest.mark.parametrize(("size", "language"), ALL)
def test_texts_fit(qapp: QApplication, size: tuple[int, int], language: str) -> None:
    try:
        found = [finding for name, window in render(qapp, size, language) for finding in _findings(name, window)]
    finally:
        style.install(qapp)
    assert not found, "\n".join(found)
