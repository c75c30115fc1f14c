"""The desk's page is one page: printed on A4 with its margins, in letters that a person can read."""

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QApplication

from tests.rules.sources import ROOT

#: A4 at 96 points an inch, less 12 mm left and right and 10 mm above and below.
ROOM = QSizeF(703, 1047)
#: The smallest letters that are read at a desk without effort, in points.
POINTS = 9


def pages(markdown: str) -> int:
    """How many A4 pages a document takes."""
    document = QTextDocument()
    font = QFont(QApplication.font())
    font.setPointSizeF(POINTS)
    document.setDefaultFont(font)
    document.setDocumentMargin(0)
    document.setMarkdown(markdown)
    document.setPageSize(ROOM)
    return document.pageCount()


def test_the_page_for_the_desk_is_one_page(qapp: QApplication) -> None:
    del qapp
    text = (ROOT / "docs/staff.md").read_text(encoding="utf-8")
    assert pages(text) == 1
    assert pages(text + "\n\n".join(["もう1行"] * 12)) == 2
