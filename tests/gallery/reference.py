"""The Japanese pictures in docs/screens, with which the screens are compared."""

from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import qVersion
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from tests.gallery import likeness
from tests.gallery.matrix import SIZES
from tests.gallery.rendering import SCREENS, render

FOLDER = Path(__file__).resolve().parents[2] / "docs" / "screens"
LANGUAGE, SIZE = "ja", SIZES[0]
#: The key of a PNG's text with the Qt version that it was drawn with.
QT = "Qt"


def file_of(screen: str) -> Path:
    """The path of the picture of this screen."""
    return FOLDER / f"{screen}.png"


def drawn(app: QApplication) -> Iterator[tuple[str, QImage]]:
    """Each screen's name and its present picture."""
    for screen, window in render(app, SIZE, LANGUAGE):
        yield screen, window.grab().toImage()


def differing(app: QApplication) -> Iterator[tuple[str, QImage, QImage, likeness.Comparison]]:
    """Of every screen that differs: name, present picture, picture in the documents, comparison."""
    for screen, actual in drawn(app):
        expected = QImage(str(file_of(screen)))
        compared = likeness.compare(actual, expected)
        if not compared.alike:
            yield screen, actual, expected, compared


def accept(app: QApplication) -> list[str]:
    """Replace the pictures of screens that differ; returns the names of these screens."""
    changed = []
    for screen, actual, *_ in differing(app):
        picture = likeness.reduced(actual)
        picture.setText(QT, qVersion())
        picture.save(str(file_of(screen)))
        changed.append(screen)
    return changed


def left_over() -> list[str]:
    """Files of screens that do not exist any more. Files named ``play-…`` are screenshots of the play."""
    return [
        file.name for file in sorted(FOLDER.iterdir()) if file.stem not in SCREENS and not file.name.startswith("play-")
    ]


def write_difference(
    folder: Path, screen: str, actual: QImage, expected: QImage, compared: likeness.Comparison
) -> None:
    """Write three pictures into a folder: expected, actual, and the difference in red."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {"actual": actual, "expected": expected, "difference": likeness.marked(actual, compared.mask)}
    for word, picture in pictures.items():
        picture.save(str(folder / f"{screen}-{word}.png"))
