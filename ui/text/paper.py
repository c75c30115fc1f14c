"""A text as PDF pages in A4, with the program's own fonts: a printer's text filter may have none."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument

from ui.text import fonts

#: Points; millimetres at every edge.
LETTERS = 11
MARGIN = 15
_DPI = 300


def font(language: str = "ja", points: int = LETTERS) -> QFont:
    """The font of the paper."""
    made = QFont()
    made.setFamilies(fonts.families(language))
    made.setPointSize(points)
    return made


def pdf(text: str, language: str = "ja", points: int = LETTERS) -> bytes:
    """The text in as many pages as it needs, in the fonts of this language.

    Needs the GUI application; call it on the main thread.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DPI)
    margins = QMarginsF(MARGIN, MARGIN, MARGIN, MARGIN)
    a4 = QPageSize(QPageSize.PageSizeId.A4)
    writer.setPageLayout(QPageLayout(a4, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter))
    document = QTextDocument()
    document.setDefaultFont(font(language, points))
    document.setPlainText(text)
    document.print_(writer)
    buffer.close()
    return bytes(buffer.data().data())
