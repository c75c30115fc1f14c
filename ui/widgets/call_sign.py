"""What staff look for: the sign that is read from across the room, and the quiet control that opens their panel."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ui import style
from ui.widgets import controls, furigana
from ui.widgets.controls import Button, Text
from ui.widgets.lines import wrap

#: Letters are at least this part of the window's height, whatever else has to give way.
LEAST_PART = 0.06
#: The name of a terminal is at most this part of the window's height.
_MOST_PART = 0.3
#: Part of the letters' size between two base lines; scripts that are higher need more.
_LINE = 1.36


class LargeText(Text):
    """A text in the largest letters that fit into the room the layout gives it, up to twice a large drawing."""

    _largest = 0

    def __init__(self, role: str, *, language: str = "") -> None:
        super().__init__(role, language=language)
        self._largest = style.tokens().size.icon_hero * 2
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show this text; a line feed is a line break where the line is not too long."""
        super().setText(text)
        self._use_font()

    def letters(self) -> int:
        """The size of the letters in pixels: the largest that fits, and never below ``LEAST_PART`` of the window."""
        least = self._least()
        low, high = least, max(least, self._largest)
        while low < high:
            middle = (low + high + 1) // 2
            low, high = (middle, high) if self._fits(middle) else (low, middle - 1)
        return low

    def _least(self) -> int:
        """``LEAST_PART`` of the window; where larger letters are wanted, at least those of the role."""
        wanted = style.tokens().font(self._role).pixelSize() if style.letters() > 1 else 0
        return max(round(self.window().height() * LEAST_PART), wanted)

    def _fits(self, pixels: int) -> bool:
        font = self._font(pixels)
        lines = wrap(self._marked, font, self.width(), self.language(), not self._language)
        # A word broken inside is not read at one glance.
        whole = all(furigana.text_width(word, font) <= self.width() for word in self.text().split())
        return whole and len(lines) * self._step(font) <= self.height()

    def _font(self, pixels: int) -> QFont:
        font = style.tokens().font(self._role, self._language)
        font.setPixelSize(pixels)
        return font

    def _use_font(self) -> None:
        self._wrapped.clear()
        self._heights.clear()
        font = self._font(self.letters())
        if font != self.font():
            self.setFont(font)

    def _step(self, font: QFont) -> float:
        high = max(_LINE, style.tokens().lines.get(self.language(), 0.0)) * font.pixelSize()
        return max(high, furigana.line_step(font)) if self._has_readings() else high

    def line_height(self) -> float:
        """The distance between base lines, in pixels."""
        return self._step(self.font())

    def shrink(self, steps: int) -> None:
        """Not needed: the letters follow the room."""

    def is_cut(self) -> bool:
        """Whether even the smallest letters need more room than there is."""
        return not self._fits(self.font().pixelSize())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The letters follow the room, not the room the letters."""
        return False

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Any room will do."""
        return QSize(0, 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its lines in the smallest letters."""
        lines = self._marked.count("\n") + 1
        return QSize(super().minimumSizeHint().width(), round(lines * self._step(self._font(self._least()))))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the letters again."""
        super().resizeEvent(event)
        self._use_font()


class TerminalSign(QWidget):
    """A blue board with the word 端末 and the terminal's name, as large as it fits."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("terminal_sign")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._word, self._name = "", ""

    def set_terminal(self, word: str, name: str) -> None:
        """Show this terminal under the word for terminal in the person's language."""
        self._word, self._name = word, name
        self.setAccessibleName(f"{furigana.plain(word)} {name}")
        self.update()

    def letters(self) -> int:
        """The size of the terminal's name, in pixels. It is seen whole however far one scrolls."""
        return self._size_for(self._name, min(self.height() * 0.7, self.window().height() * _MOST_PART), self._least())

    def _least(self) -> int:
        return round(self.window().height() * LEAST_PART)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """High enough for the smallest letters of the name, and the word above it."""
        return QSize(0, self._least() * 2)

    def _size_for(self, text: str, high: float, least: int) -> int:
        wide = self.width() * 0.86
        fitting = (size for size in range(round(high), least, -2) if self._width(text, size) <= wide)
        return next(fitting, least)

    def _font(self, pixels: int) -> QFont:
        font = style.tokens().font("on_brand", "ja")
        font.setPixelSize(pixels)
        return font

    def _width(self, text: str, pixels: int) -> float:
        return furigana.line_width(furigana.parse(text), self._font(pixels))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the board, the word above, the name below; a long name in several lines."""
        del event
        values = style.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(values.paint("main"))
        painter.drawRoundedRect(self.rect(), values.radius.panel, values.radius.panel)
        painter.setPen(values.paint("on_main"))
        upper = QRectF(0, 0, self.width(), self.height() * 0.3)
        lower = QRectF(0, upper.bottom(), self.width(), self.height() - upper.height()).adjusted(12, 0, -12, -12)
        self._paint_word(painter, upper)
        painter.setFont(self._font(self.letters()))
        painter.drawText(lower, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWrapAnywhere, self._name)
        painter.end()

    def _paint_word(self, painter: QPainter, inside: QRectF) -> None:
        runs = furigana.parse(self._word)
        high = inside.height() * (0.48 if furigana.has_readings(runs) else 0.6)
        font = self._font(self._size_for(self._word, high, 1))
        left = (self.width() - furigana.line_width(runs, font)) / 2
        furigana.paint(painter, left, inside.bottom() - QFontMetricsF(font).descent(), runs, font)


def beside(sign: TerminalSign, texts: QBoxLayout) -> QBoxLayout:
    """The sign at the left and the texts at the right of it, or below it where there is no room for both."""
    row = QBoxLayout(controls.direction(not style.is_cramped()))
    row.setSpacing(style.tokens().space.huge)
    row.addWidget(sign, 29)
    row.addLayout(texts, 71)
    return row


class StaffEntry(Button):
    """「職員の方」 in the Japanese font, whatever language the person chose."""

    code = "ja"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("staff_entry", "link", parent)
        self.say("職員の方")
