"""Compares two pictures: edges may be smoothed differently; nothing may be moved, recoloured or reworded."""

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

#: A channel of a pixel may lie outside the range of its neighbours in the other picture by this much, of 255. The
#: reduction to 256 colours (``CLOSEST``) and different smoothing of edges stay below.
LEVELS = 24
#: Number of pixels of a picture that may lie further outside.
PIXELS = 4
COLOURS = 256
#: Distances between the chosen colours, of 255: the first is used with which 256 colours are enough.
CLOSEST = (3, 5, 7, 9, 11, 13, 16, 20)

_RGB = QImage.Format.Format_RGB32
_GREY = QImage.Format.Format_Grayscale8
_LIGHTER = QPainter.CompositionMode.CompositionMode_Lighten
_DARKER = QPainter.CompositionMode.CompositionMode_Darken
_DIFFERENCE = QPainter.CompositionMode.CompositionMode_Difference
_ABOVE = bytes(255 if level > LEVELS else 0 for level in range(256))


@dataclass(frozen=True)
class Comparison:
    """The number of pixels that differ, and a mask in which they are white."""

    pixels: int
    mask: QImage

    @property
    def alike(self) -> bool:
        """Whether a person would see no difference."""
        return self.pixels <= PIXELS


def compare(actual: QImage, expected: QImage) -> Comparison:
    """Compare: each pixel must lie between the darkest and lightest of the 3 x 3 pixels there in the other picture."""
    one, other = actual.convertToFormat(_RGB), expected.convertToFormat(_RGB)
    if one.size() != other.size():
        everything = QImage(one.size(), _GREY)
        everything.fill(QColor(Qt.GlobalColor.white))
        return Comparison(one.width() * one.height(), everything)
    mask = _above(_painted(one, other, _DIFFERENCE))
    if any(mask):
        mask = _either(_outside(one, other), _outside(other, one))
    return Comparison(mask.count(255), QImage(mask, one.width(), one.height(), one.width(), _GREY).copy())


def marked(actual: QImage, mask: QImage) -> QImage:
    """The picture in pale colours, with the differing pixels in red."""
    made = actual.convertToFormat(_RGB)
    made.fill(QColor(Qt.GlobalColor.white))
    red = QImage(made.size(), QImage.Format.Format_ARGB32)
    red.fill(QColor(Qt.GlobalColor.red))
    red.setAlphaChannel(mask)
    painter = QPainter(made)
    painter.setOpacity(0.25)
    painter.drawImage(0, 0, actual)
    painter.setOpacity(1)
    painter.drawImage(0, 0, red)
    painter.end()
    return made


def reduced(picture: QImage) -> QImage:
    """The picture in at most 256 colours, a third of the file size. Raises ValueError if they are not enough."""
    plain = picture.convertToFormat(_RGB)
    counted = Counter(memoryview(bytes(plain.constBits())).cast("I")).most_common()
    for distance in CLOSEST:
        palette = _palette([colour for colour, _ in counted], distance)
        if len(palette) <= COLOURS:
            return plain.convertToFormat(QImage.Format.Format_Indexed8, palette, Qt.ImageConversionFlag.ThresholdDither)
    raise ValueError("this picture needs more than 256 colours")


def _palette(colours: list[int], distance: int) -> list[int]:
    """The first of these colours such that every other one is close to one of them."""
    chosen: dict[tuple[int, int, int], list[tuple[int, int, int]]] = {}
    palette: list[int] = []
    for colour in colours:
        channels = (colour >> 16 & 255, colour >> 8 & 255, colour & 255)
        box = (channels[0] // distance, channels[1] // distance, channels[2] // distance)
        if not any(_close(channels, other, distance) for other in _around(chosen, box)):
            chosen.setdefault(box, []).append(channels)
            palette.append(colour)
    return palette


def _around(
    chosen: dict[tuple[int, int, int], list[tuple[int, int, int]]], box: tuple[int, int, int]
) -> list[tuple[int, int, int]]:
    steps = (-1, 0, 1)
    boxes = [(box[0] + red, box[1] + green, box[2] + blue) for red in steps for green in steps for blue in steps]
    return [colour for near in boxes for colour in chosen.get(near, [])]


def _close(one: tuple[int, int, int], other: tuple[int, int, int], distance: int) -> bool:
    return all(abs(a - b) <= distance for a, b in zip(one, other, strict=True))


def _outside(picture: QImage, other: QImage) -> bytes:
    """255 for each pixel that is lighter or darker than the 3 x 3 pixels at that point in the other picture."""
    found = []
    for mode in (_LIGHTER, _DARKER):
        limit = _spread(other, mode)
        found.append(_above(_painted(_painted(limit, picture, mode), limit, _DIFFERENCE)))
    return _either(found[0], found[1])


def _spread(picture: QImage, mode: QPainter.CompositionMode) -> QImage:
    """The picture with the lightest or darkest of the 3 x 3 pixels around each point."""
    across = _painted(_painted(picture, picture, mode, -1, 0), picture, mode, 1, 0)
    return _painted(_painted(across, across, mode, 0, -1), across, mode, 0, 1)


def _painted(under: QImage, over: QImage, mode: QPainter.CompositionMode, right: int = 0, down: int = 0) -> QImage:
    made = under.copy()
    painter = QPainter(made)
    painter.setCompositionMode(mode)
    painter.drawImage(right, down, over)
    painter.end()
    return made


def _above(difference: QImage) -> bytes:
    """One byte for each pixel: 255 where a channel is above ``LEVELS``."""
    levels = bytes(difference.constBits()).translate(_ABOVE)
    return _either(_either(levels[0::4], levels[1::4]), levels[2::4])


def _either(one: bytes, other: bytes) -> bytes:
    joined = int.from_bytes(one, "little") | int.from_bytes(other, "little")
    return joined.to_bytes(len(one), "little")
