"""The desk's page is one page: printed on A4 with its margins, in letters that a person can read."""

import re

from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import QFont, QImage, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.rules.sources import ROOT

#: A4 at 96 points an inch, less 12 mm left and right and 10 mm above and below.
ROOM = QSizeF(703, 1047)
#: The smallest letters that are read at a desk without effort, in points.
POINTS = 9
#: Pictures side by side are as wide as their columns, as in a browser.
PICTURE = 215
IMAGE = QTextDocument.ResourceType.ImageResource.value
SMOOTH = Qt.TransformationMode.SmoothTransformation


def pages(markdown: str) -> int:
    """How many A4 pages a document takes."""
    document = QTextDocument()
    font = QFont(QApplication.font())
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setMarkdown(markdown)
    for name in re.findall(r"!\[[^]]*\]\(([^)]+)\)", markdown):
        picture = QImage(str(ROOT / "docs" / name))
        assert not picture.isNull(), name
        document.addResource(IMAGE, QUrl(name), picture.scaledToWidth(PICTURE, SMOOTH))
    document.markContentsDirty(0, document.characterCount())
    document.setPageSize(ROOM)
    return document.pageCount()


def test_the_page_for_the_desk_is_one_page(qapp: QApplication) -> None:
    del qapp
    text = (ROOT / "docs/staff.md").read_text(encoding="utf-8")
    assert pages(text) == 1
    assert text.count("](screens/") == 3, "the three pictures of what staff do after each person"
    assert pages(text + "\n\n".join(["もう1行"] * 12)) == 2
