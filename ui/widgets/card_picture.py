"""The picture of card and reader: the reader that stands on the desk, the card's right side up, and its way.

The card moves once, for two seconds, when the picture appears; with reduced motion the picture is the still from the
beginning. Everything else in it never moves.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from kiosk.vocabulary import ReaderShape
from ui import style
from ui.widgets.pictures import Picture, renderer

#: What is done with the card: put it on the reader, take it away, leave it.
PLACE, TAKE, STAY = "card_place", "card_take", "card_stay"
#: Width and height of the drawings, in their own units.
DRAWN = (520, 430)
#: Parts of the time: the card is under way at first, then lies on the reader; when it is taken it lies there first.
_PLACED, _LEAVES, _LEFT = 0.7, 0.2, 0.8


@dataclass(frozen=True)
class Reader:
    """How a kind of reader is drawn. ``way``: of the card, in units of the drawing, from its still place to the reader.

    ``edge``: what of the card is above this is inside the reader.
    """

    drawing: str
    way: tuple[float, float]
    edge: float = 0.0


READERS: Mapping[ReaderShape, Reader] = {
    ReaderShape.FLAT: Reader("reader_flat", (0.0, 164.0)),
    ReaderShape.SLOT: Reader("reader_slot", (55.0, -84.0), edge=198.0),
}
_shape = [ReaderShape.FLAT]


def set_reader(shape: ReaderShape) -> None:
    """Draw this kind of reader from now on. Screens that are shown already keep their words."""
    _shape[:] = [shape]


def has_slot() -> bool:
    """Whether the card is put into a slot, chip up, instead of onto the reader, photo up."""
    return _shape[0] is ReaderShape.SLOT


def way_done(deed: str, part: float) -> float:
    """How much of its way to the reader the card is at this part of the time, both from 0 to 1.

    At the end of the time it is in the place of the still, with the arrow that says which way.
    """
    if deed == STAY:
        return 1.0
    if part >= 1:
        return 0.0
    if deed == PLACE:
        return _eased(part / _PLACED)
    return 1 - _eased((part - _LEAVES) / (_LEFT - _LEAVES))


def _eased(part: float) -> float:
    within = min(1.0, max(0.0, part))
    return within * within * (3 - 2 * within)


class CardPicture(Picture):
    """Card and reader; it shows other drawings too. ``moves``: the card does when the picture appears."""

    def __init__(
        self, name: str, width: int, height: int, *, moves: bool = True, parent: QWidget | None = None
    ) -> None:
        super().__init__(name, width, height, parent=parent)
        self._may_move = moves
        self._part, self._since = 1.0, QElapsedTimer()
        self._timer = QTimer(self)
        self._timer.setInterval(style.tokens().time.card_frame)
        self._timer.timeout.connect(self.on_frame)

    def show_drawing(self, name: str, colour: str = "") -> None:
        """Show another deed with the card, or another drawing."""
        changed = name != self._name
        super().show_drawing(name, colour)
        if changed and self.isVisible():
            self._begin()

    def is_moving(self) -> bool:
        """Whether the card is under way."""
        return self._timer.isActive()

    def _begin(self) -> None:
        moves = self._name in (PLACE, TAKE) and self._may_move and style.moves()
        self._part = 0.0 if moves else 1.0
        self._since.start()
        if moves:
            self._timer.start()
        else:
            self._timer.stop()

    def on_frame(self) -> None:
        """Paint the card where it is now; stop at the end."""
        self._part = min(1.0, self._since.elapsed() / style.tokens().time.card)
        if self._part >= 1:
            self._timer.stop()
        self.update()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Let the card move once."""
        super().showEvent(event)
        self._begin()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing moves unseen."""
        super().hideEvent(event)
        self._timer.stop()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint reader, card and arrow, or the other drawing."""
        if self._name not in (PLACE, TAKE, STAY):
            super().paintEvent(event)
            return
        painter = QPainter(self)
        size = QSize(*DRAWN).scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        painter.translate((self.width() - size.width()) / 2, (self.height() - size.height()) / 2)
        painter.scale(size.width() / DRAWN[0], size.height() / DRAWN[1])
        self._paint_parts(painter)
        painter.end()

    def _paint_parts(self, painter: QPainter) -> None:
        reader = READERS[_shape[0]]
        whole, drawing = QRectF(0, 0, *DRAWN), reader.drawing
        renderer(drawing).render(painter, whole)
        if self._name != STAY:
            renderer(f"{drawing}_{self._name.removeprefix('card_')}").render(painter, whole)
        across, down = reader.way
        done = way_done(self._name, self._part)
        painter.setClipRect(whole.adjusted(0, reader.edge, 0, 0))
        painter.translate(across * done, down * done)
        renderer(f"{drawing}_card").render(painter, whole)
