"""Letters that are cut, by the pixels of a window: each text is drawn once more where it was drawn, with nothing to cut
it. Where all of its ink was there, that changes nothing; a letter that was cut or covered appears. Something that
covers a letter in the letter's own colour is not seen.

The texts are those that the widgets hand to Qt's painter, whatever draws them: labels, buttons, boards, furigana.
"""

import math
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QPoint, QPointF, QRect
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QImage,
    QPaintDevice,
    QPaintEngine,
    QPaintEngineState,
    QPainter,
    QRegion,
    QTextItem,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from tests.gallery.session_shots import PAGE
from ui.layout.room import Room
from ui.screens.screen import Screen
from ui.window.menus import Menu

#: Of 255: a pixel that differs by more from the text's colour is no ink; half of it is what ink may differ.
SLIGHT = 80
#: One pixel of a text may for each of these of its size: large letters are outlines, each time a bit different.
PIXELS = 16
#: Pixels around a text's own box that its ink may reach.
AROUND = 3
#: A base line in the middle of two rows of pixels goes to one of them, depending on where the widget is.
_ROUNDED = (0.0, -0.02, 0.02)
#: Of the visible height, the part by which a scrolled content moves from one look to the next: no line is missed.
_PAGE = 0.6

_RGB = QImage.Format.Format_RGB32
_LIKE = bytes(value <= SLIGHT // 2 for value in range(256))
_OTHER = bytes(value > SLIGHT for value in range(256))
_METRICS = {
    QPaintDevice.PaintDeviceMetric.PdmDepth: 32,
    **dict.fromkeys(
        (
            QPaintDevice.PaintDeviceMetric.PdmDpiX,
            QPaintDevice.PaintDeviceMetric.PdmDpiY,
            QPaintDevice.PaintDeviceMetric.PdmPhysicalDpiX,
            QPaintDevice.PaintDeviceMetric.PdmPhysicalDpiY,
        ),
        96,
    ),
}


@dataclass(frozen=True)
class Words:
    """A text as a widget draws it: where its base line starts in the widget, font, colour and what turns it."""

    text: str
    start: QPointF
    font: QFont
    colour: QColor
    turn: QTransform

    def draw(self, painter: QPainter, corner: QPointF) -> None:
        """Draw it again, with the widget's corner here."""
        painter.setFont(self.font)
        painter.setPen(self.colour)
        painter.drawText(self.start + corner, self.text)

    def place(self, corner: QPoint) -> QRect:
        """The rectangle of its ink, with the widget's corner here."""
        box = QFontMetricsF(self.font).tightBoundingRect(self.text).translated(self.start)
        inside = self.turn.mapRect(box).toAlignedRect().translated(corner)
        return inside.adjusted(-AROUND, -AROUND, AROUND, AROUND)


class _Ears(QPaintEngine):
    """Keeps the texts that a painter is asked to draw and draws nothing."""

    def __init__(self) -> None:
        super().__init__(QPaintEngine.PaintEngineFeature.AllFeatures)
        self.heard: list[Words] = []

    def begin(self, _device: QPaintDevice) -> bool:
        return True

    def end(self) -> bool:
        return True

    def type(self) -> QPaintEngine.Type:
        return QPaintEngine.Type.User

    def updateState(self, _state: QPaintEngineState) -> None:  # noqa: N802 - Qt's name
        pass

    def drawTextItem(self, place: Any, item: QTextItem) -> None:  # noqa: N802 - Qt's name
        painter = self.painter()
        # Copies: Qt's own end with the call.
        kept = QPointF(place), _anew(item.font()), QColor(painter.pen().color()), QTransform(painter.transform())
        self.heard.append(Words(item.text(), *kept))

    def _nothing(self, *_args: object) -> None:
        pass

    drawPixmap = drawImage = drawTiledPixmap = drawPath = _nothing  # type: ignore[assignment]  # noqa: N815 - Qt's names
    drawPolygon = drawRects = drawLines = drawEllipse = drawPoints = _nothing  # noqa: N815 - Qt's names


def _anew(font: QFont) -> QFont:
    """The same font, chosen anew: Qt's own belongs to a device of which it knows less."""
    made = QFont()
    made.setFamilies(font.families())
    made.setPixelSize(font.pixelSize())
    made.setWeight(font.weight())
    made.setHintingPreference(font.hintingPreference())
    return made


class _Listener(QPaintDevice):
    def __init__(self, widget: QWidget) -> None:
        super().__init__()
        self.ears, self._size = _Ears(), widget.size()

    def paintEngine(self) -> QPaintEngine:  # noqa: N802 - Qt's name
        return self.ears

    def metric(self, wanted: QPaintDevice.PaintDeviceMetric) -> int:
        sizes = {
            QPaintDevice.PaintDeviceMetric.PdmWidth: self._size.width(),
            QPaintDevice.PaintDeviceMetric.PdmHeight: self._size.height(),
        }
        return (sizes | _METRICS).get(wanted, 1)


def words_of(widget: QWidget) -> list[Words]:
    """The texts that this widget draws, without those of the widgets in it."""
    device = _Listener(widget)
    widget.render(device, QPoint(), QRegion(), QWidget.RenderFlag(0))
    return [words for words in device.ears.heard if words.text.strip()]


def cut_letters(window: QWidget) -> list[str]:
    """The texts of this window of which some ink is missing wherever its content is scrolled to."""
    found, whole = dict[_Key, str](), set[_Key]()
    for _ in _scrolled(window):
        seen = window.grab().toImage().convertToFormat(_RGB)
        for widget in _readable(window):
            for number, words in enumerate(words_of(widget)):
                key = id(widget), number
                found[key] = words.text
                if key not in whole and _is_whole(seen, words, widget):
                    whole.add(key)
    return [said for key, said in found.items() if key not in whole]


#: A text of a window: its widget, and which of the widget's texts it is.
_Key = tuple[int, int]


def _is_whole(seen: QImage, words: Words, widget: QWidget) -> bool:
    window = widget.window()
    corner, clip = widget.mapTo(window, QPoint(0, 0)), _clip(widget, window)
    slight = words.font.pixelSize() // PIXELS
    return clip.intersects(words.place(corner)) and any(
        _missing(seen, words, corner, clip, lower) <= slight for lower in _ROUNDED
    )


def _clip(widget: QWidget, window: QWidget) -> QRect:
    """What Qt shows of the widget: the part that is inside all widgets around it."""
    shown = window.rect()
    around: QWidget | None = widget
    while around is not None and around is not window:
        shown &= QRect(around.mapTo(window, QPoint(0, 0)), around.size())
        around = around.parentWidget()
    return shown


def _missing(seen: QImage, words: Words, corner: QPoint, clip: QRect, lower: float) -> int:
    """The pixels of solid ink at which the picture does not show the text's colour, or that are clipped."""
    place = words.place(corner)
    shown = QImage(place.size(), _RGB)
    shown.fill(QColor.fromRgb(words.colour.rgb() ^ 0xFFFFFF))
    with _painting(shown) as painter:
        painter.drawImage(clip.topLeft() - place.topLeft(), seen, clip)
    whole = QImage(place.size(), _RGB)
    whole.fill(_ground(shown, words.colour))
    with _painting(whole) as painter:
        words.draw(painter, QPointF(corner - place.topLeft()) + QPointF(0, lower))
    return (_pixels(whole, words.colour, _LIKE) & _pixels(shown, words.colour, _OTHER)).bit_count()


def _ground(image: QImage, ink: QColor) -> QColor:
    """The commonest colour but the ink's. The same letter is thicker in white on black than in black on white."""
    colours = Counter(memoryview(image.constBits()).cast("I"))
    del colours[ink.rgb()]
    return QColor(colours.most_common(1)[0][0] if +colours else ink.rgb() ^ 0xFFFFFF)


def _pixels(image: QImage, colour: QColor, which: bytes) -> int:
    """One byte for each pixel: 1 where the differences of all its colours (any, for ``_OTHER``) are among ``which``."""
    with _painting(image) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Difference)
        painter.fillRect(image.rect(), colour)
    found = bytes(image.constBits()).translate(which)
    red, green, blue = (int.from_bytes(found[number::4], "little") for number in range(3))
    return red & green & blue if which is _LIKE else red | green | blue


@contextmanager
def _painting(image: QImage) -> Iterator[QPainter]:
    painter = QPainter(image)
    yield painter
    painter.end()


def _readable(window: QWidget) -> list[QWidget]:
    """What is to be read now, the window included: with a sheet or menu only that, since the rest lies under it.

    What stands for the portal's page gets what room is left.
    """
    shown = [one for one in (window, *window.findChildren(QWidget)) if one.isVisible() and one.objectName() != PAGE]
    over = [one for one in shown if isinstance(one, Menu) or (isinstance(one, Screen) and one.is_sheet)]
    return [one for one in shown if not over or over[-1] is one or over[-1].isAncestorOf(one)]


def _scrolled(window: QWidget) -> Iterator[None]:
    """Go once from the top to the bottom of what is scrolled in this window, and back to the top at the end."""
    bars = [room.verticalScrollBar() for room in window.findChildren(Room) if room.isVisible() and room.overflows()]
    looks = max((1 + math.ceil(bar.maximum() / (_PAGE * bar.pageStep())) for bar in bars), default=1)
    for look in range(looks):
        for bar in bars:
            bar.setValue(round(look * _PAGE * bar.pageStep()))
        yield
    for bar in bars:
        bar.setValue(0)
