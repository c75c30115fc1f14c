"""How two pictures are compared, on pictures of our own: every pixel counts once, whatever is painted beside it."""

import pytest
from PySide6.QtGui import QColor, QImage

from tests.support.eyes import count, differs

BLUE, RED = QColor(0x0017C1), QColor(0xCE0000)


def plain(colour: QColor, width: int = 7) -> QImage:
    picture = QImage(width, 5, QImage.Format.Format_RGB32)
    picture.fill(colour)
    return picture


@pytest.mark.parametrize("colour", [0x0017C2, 0x0018C1, 0x0117C1, 0xFFFFFF])
def test_each_pixel_that_is_not_the_same_counts_once(colour: int) -> None:
    shown = plain(BLUE)
    shown.setPixelColor(2, 3, QColor(colour))
    shown.setPixelColor(6, 4, QColor(colour))
    assert (differs(shown, plain(BLUE)), count(shown, QColor(colour)), count(shown, BLUE)) == (2, 2, 33)


def test_the_byte_beside_the_colours_says_nothing() -> None:
    shown = QImage(bytes.fromhex("c1170000") * 35, 7, 5, 28, QImage.Format.Format_RGB32)
    assert (differs(shown, plain(BLUE)), count(shown, BLUE), count(shown, RED)) == (0, 35, 0)


def test_pictures_of_two_sizes_are_not_compared() -> None:
    with pytest.raises(AssertionError):
        differs(plain(BLUE), plain(BLUE, width=8))
