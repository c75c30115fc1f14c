"""The Japanese pictures in docs/screens: what the documents show is what the screens are compared with."""

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
#: A PNG says with which Qt it was drawn.
QT = "Qt"


def file_of(screen: str) -> Path:
    """Where the picture of this screen is."""
    return FOLDER / f"{screen}.png"


def drawn(app: QApplication) -> Iterator[tuple[str, QImage]]:
    """Each screen as it is now."""
    for screen, window in render(app, SIZE, LANGUAGE):
        yield screen, window.grab().toImage()


def differing(app: QApplication) -> Iterator[tuple[str, QImage, QImage, likeness.Comparison]]:
    """Name, picture now, picture of the documents and their comparison, of every screen that looks different."""
    for screen, actual in drawn(app):
        expected = QImage(str(file_of(screen)))
        compared = likeness.compare(actual, expected)
        if not compared.alike:
            yield screen, actual, expected, compared


def accept(app: QApplication) -> list[str]:
    """Draw anew what looks different; the names of these screens."""
    changed = []
    for screen, actual, *_ in differing(app):
        picture = likeness.reduced(actual)
        picture.setText(QT, qVersion())
        picture.save(str(file_of(screen)))
        changed.append(screen)
    return changed


def left_over() -> list[str]:
    """Pictures of screens that are no more. The play writes its own: ``play-…``."""
    return [
        file.name for file in sorted(FOLDER.iterdir()) if file.stem not in SCREENS and not file.name.startswith("play-")
    ]


def write_difference(
    folder: Path, screen: str, actual: QImage, expected: QImage, compared: likeness.Comparison
) -> None:
    """Three pictures beside each other in a folder: expected, actual, and what differs in red."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {"actual": actual, "expected": expected, "difference": likeness.marked(actual, compared.mask)}
    for word, picture in pictures.items():
        picture.save(str(folder / f"{screen}-{word}.png"))
