"""Icons, session marks and pictures: the SVG files of resources/icons in the token colours."""

from functools import lru_cache

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPaintEvent, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QSizePolicy, QWidget

import resources
from ui import style
from ui.tokens import Colours

#: Pixels of an icon's image per pixel of its size, for screens of high density.
DENSITY = 2


@lru_cache(maxsize=128)
def drawing(name: str, colour: str, values: Colours) -> QSvgRenderer:
    """The drawing of this name. ``values`` is part of the cache's key: a change of variant makes a new drawing."""
    del values
    text = resources.path("icons", f"{name}.svg").read_text(encoding="utf-8")
    return QSvgRenderer(QByteArray(style.coloured(text, style.tokens(), colour).encode()))


def renderer(name: str, colour: str = "main") -> QSvgRenderer:
    """The drawing of this name in the current colours."""
    return drawing(name, colour, style.tokens().colour)


def icon(name: str, pixels: int, gap: int, colour: str, disabled: str) -> QIcon:
    """An icon for a button, in twice the density. ``gap`` pixels follow it; a negative gap precedes it."""
    made = QIcon(pixmap(name, pixels, gap, colour))
    made.addPixmap(pixmap(name, pixels, gap, disabled), QIcon.Mode.Disabled)
    return made


def pixmap(name: str, pixels: int, gap: int, colour: str) -> QPixmap:
    """A drawing of this size, in pixels, with a gap after it (before it if negative)."""
    made = QPixmap(QSize(pixels + abs(gap), pixels) * DENSITY)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    left = DENSITY * max(0, -gap)
    renderer(name, colour).render(painter, QRectF(left, 0, pixels * DENSITY, pixels * DENSITY))
    painter.end()
    made.setDevicePixelRatio(DENSITY)
    return made


class Picture(QWidget):
    """One drawing in its own proportions. It has no accessible name: the text beside it says the same."""

    def __init__(
        self, name: str, width: int, height: int = 0, colour: str = "main", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._name, self._colour = name, colour
        self.setFixedSize(width, height or width)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def give_way(self) -> None:
        """Let the layout make it lower, and smaller in proportion, where the texts need the room."""
        self.setMinimumHeight(0)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.Maximum)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size it was made for."""
        return self.maximumSize()

    def show_drawing(self, name: str, colour: str = "") -> None:
        """Show another drawing."""
        self._name, self._colour = name, colour or self._colour
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the drawing in the middle of the widget."""
        del event
        drawn = renderer(self._name, self._colour)
        size = drawn.defaultSize().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = (self.width() - size.width()) / 2, (self.height() - size.height()) / 2
        painter = QPainter(self)
        drawn.render(painter, QRectF(left, top, size.width(), size.height()))
        painter.end()
