"""A drawing to the left of a text, level with its first line, with or without furigana."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import style
from ui.widgets import pictures
from ui.widgets.controls import Text


class Bullet(QWidget):
    """The drawing. The widget is as high as the text beside it."""

    def __init__(self, name: str, text: Text, pixels: int, colour: str = "main") -> None:
        super().__init__()
        self._name, self._text, self._pixels, self._colour = name, text, pixels, colour
        self.setFixedWidth(pixels)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Ignored)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the drawing at the middle of the text's first line."""
        del event
        painter = QPainter(self)
        top = self._text.y() - self.y() + self._text.first_middle() - self._pixels / 2
        pictures.renderer(self._name, self._colour).render(painter, QRectF(0, top, self._pixels, self._pixels))
        painter.end()


def row(name: str, text: Text, pixels: int, colour: str = "main") -> QHBoxLayout:
    """A row of the drawing and its text."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(style.tokens().space.snug)
    made.addWidget(Bullet(name, text, pixels, colour))
    made.addWidget(text, 1)
    return made
