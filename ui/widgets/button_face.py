"""Label and icon of a button whose label has furigana or needs several lines: Qt's style can paint neither."""

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFont, QIcon, QPalette
from PySide6.QtWidgets import QPushButton, QStyle, QStyleOptionButton, QStylePainter

from ui import style
from ui.text import languages
from ui.widgets import furigana, lines

#: Distance between base lines, in font sizes; and of what a script needs in a text, the part that it needs here.
_LINE, _OF_TEXT = 1.22, 0.76


def _least_width(marked: str, font: QFont, language: str) -> float:
    """The smallest width, in pixels, in which the label fits in two lines."""
    phrases = lines.phrases(furigana.parse(marked), language)
    widths = [furigana.line_width(phrase, font) for phrase in phrases]
    return min(max(sum(widths[:place]), sum(widths[place:])) for place in range(len(widths) + 1))


class Face:
    """The label and icon painted on one button."""

    def __init__(self, button: QPushButton, marked: str, language: str = "") -> None:
        self._button, self._marked, self._language = button, marked, language or languages.language()
        self._runs = furigana.parse(marked)
        self._font = button.font()

    def is_plain(self) -> bool:
        """Whether Qt's style can paint it: no furigana, and the label fits in one line."""
        return not furigana.has_readings(self._runs) and self._words_width() <= self._room().width()

    def more_width(self) -> int:
        """The pixels that the furigana add to the width."""
        plain = furigana.text_width(furigana.plain(self._marked), self._font)
        return max(0, round(self._words_width() - plain))

    def least_width(self) -> int:
        """The smallest width of the button, in pixels, with its label in two lines."""
        taken = self._button.sizeHint().width() - self._words_width()
        return round(_least_width(self._marked, self._font, self._language) + taken) + 2

    def height_for(self, width: int) -> float:
        """The height of the label's lines in a button of this width, in pixels."""
        beside = self._button.width() - self._room().width()
        return len(self._lines(max(1, width - beside))) * self._step()

    def fits(self) -> bool:
        """Whether the whole label fits on the button."""
        room = self._room()
        rows = self._lines(room.width())
        wide = max(furigana.line_width(row, self._font) for row in rows)
        return wide <= room.width() + 1 and len(rows) * self._step() <= room.height() + 1

    def paint(self) -> None:
        """Paint the button: the style paints the frame, then come icon and label."""
        option = QStyleOptionButton()
        self._button.initStyleOption(option)
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self._button)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        room, rows = self._room(), self._lines(self._room().width())
        wide = max(furigana.line_width(row, self._font) for row in rows)
        left = room.left() + (room.width() - wide) / 2
        self._paint_icon(painter, left, left + wide)
        self._paint_lines(painter, room, rows, wide)
        painter.end()

    def _paint_lines(self, painter: QStylePainter, room: QRect, rows: list[lines.Line], wide: float) -> None:
        left = room.left() + (room.width() - wide) / 2
        painter.setPen(self._button.palette().color(QPalette.ColorRole.ButtonText))
        base = room.top() + (room.height() - len(rows) * self._step()) / 2
        base += furigana.base_in(self._step(), self._font, furigana.has_readings(self._runs))
        for number, row in enumerate(rows):
            start = left + (wide - furigana.line_width(row, self._font)) / 2
            furigana.paint(painter, start, base + number * self._step(), row, self._font)

    def _paint_icon(self, painter: QStylePainter, left: float, right: float) -> None:
        icon, size = self._button.icon(), self._button.iconSize()
        if icon.isNull():
            return
        mode = QIcon.Mode.Normal if self._button.isEnabled() else QIcon.Mode.Disabled
        before = self._button.layoutDirection() != Qt.LayoutDirection.RightToLeft
        place = QPointF(left - size.width() if before else right, (self._button.height() - size.height()) / 2)
        painter.drawPixmap(place, icon.pixmap(size, self._button.devicePixelRatio(), mode))

    def _lines(self, width: float) -> list[lines.Line]:
        return lines.wrap(self._marked, self._font, width, self._language)

    def _words_width(self) -> float:
        return furigana.line_width(self._runs, self._font)

    def _step(self) -> float:
        least = furigana.least_line(self._font) if furigana.has_readings(self._runs) else 0.0
        line = max(_LINE, _OF_TEXT * style.tokens().lines.get(self._language, 0.0))
        return max(self._font.pixelSize() * line, least)

    def _room(self) -> QRect:
        """The rectangle for the label: inside the padding, beside the icon."""
        option = QStyleOptionButton()
        self._button.initStyleOption(option)
        inside = self._button.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, self._button)
        icon = QSize() if self._button.icon().isNull() else self._button.iconSize()
        if icon.width() <= 0:
            return inside
        before = self._button.layoutDirection() != Qt.LayoutDirection.RightToLeft
        return inside.adjusted(icon.width() if before else 0, 0, 0 if before else -icon.width(), 0)
