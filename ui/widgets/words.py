"""A text with its own line height, in one of the roles of the token file."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui import style
from ui.text import languages
from ui.widgets import furigana
from ui.widgets.lines import Line, wrap

#: Smallest width of a text, in letters.
_NARROWEST = 4
#: Role -> the roles that replace it, step by step, on a screen too small for its texts.
SMALLER = {
    "banner": ("title", "question", "heading", "heading"),
    "title": ("question", "heading", "heading", "strong"),
    "question": ("heading", "heading", "strong", "strong"),
    "body": ("body", "body", "label", "small"),
    "small": ("small", "small", "small", "note"),
    "heading": ("heading", "strong", "strong", "label_bold"),
    "row_main": ("row_main", "mark", "mark", "row_main_small"),
    "small_bold": ("small_bold", "small_bold", "note", "note"),
}
STEPS = 4


class Text(QLabel):
    """A label in one of the text roles. Lines break where the language allows; easy Japanese has furigana."""

    #: On the class too: Qt may still send events after Python has cleared the object.
    _language = "ja"

    def __init__(self, role: str, parent: QWidget | None = None, *, centred: bool = False, language: str = "") -> None:
        super().__init__(parent)
        self._role, self._centred, self._language, self._marked = role, centred, language, ""
        self._wrapped: dict[float, list[Line]] = {}
        self._heights: dict[int, int] = {}
        self._steps = 0
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(_growing())
        self.set_role(role)

    def role(self) -> str:
        """The role that it was given, also while it is shrunk."""
        return self._role

    def set_role(self, role: str) -> None:
        """Take size and colour from another role."""
        self._role = role
        self._use_font()
        self.take_colour()

    def take_colour(self) -> None:
        """Take the colour of its role, and no other size, after a change of the style."""
        values = style.tokens()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, values.paint(values.roles[self._role].colour))
        self.setPalette(palette)

    def _use_font(self) -> None:
        """Set the font of the role, unless it is set already: Qt would style, measure and paint the text again."""
        self._wrapped.clear()
        self._heights.clear()
        font = style.tokens().font(self._shown_role(), self._language)
        if font != self.font():
            self.setFont(font)

    def _shown_role(self) -> str:
        ladder: tuple[str, ...] = (self._role, *SMALLER.get(self._role, ()))
        return ladder[min(self._steps, len(ladder) - 1)]

    def shrink(self, steps: int) -> None:
        """Use the size this many steps below the role (``SMALLER``); roles without smaller ones keep theirs."""
        if steps != self._steps:
            self._steps = steps
            self._use_font()
            self.updateGeometry()

    def is_cut(self) -> bool:
        """Whether the text needs more height than the layout gave it."""
        return self.heightForWidth(self.width()) > self.height() + 1

    def set_language(self, language: str) -> None:
        """Set the language of the text; "" means the current language."""
        self._language = language
        self.set_role(self._role)

    def language(self) -> str:
        """The language of the text."""
        return self._language or languages.language()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show this text; a line feed is a line break, {漢字|かんじ} is a kanji with furigana."""
        self._marked = text
        self._wrapped.clear()
        self._heights.clear()
        super().setText(furigana.plain(text))
        self.updateGeometry()
        self.update()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the font again after a change of language."""
        super().changeEvent(event)
        if is_language_change(event) and not self._language:
            self._use_font()
            self.updateGeometry()

    def lines(self, width: float) -> list[Line]:
        """The text in lines no wider than this, in pixels. Cached: a layout asks for the same widths repeatedly."""
        if width not in self._wrapped:
            self._wrapped[width] = wrap(self._marked, self.font(), width, self.language(), not self._language)
        return self._wrapped[width]

    def _has_readings(self) -> bool:
        return self._marked != self.text()

    def line_height(self) -> float:
        """The distance between base lines, in pixels."""
        font = self.font()
        high = font.pixelSize() * style.tokens().line(self._shown_role(), self.language())
        return max(high, furigana.line_step(font)) if self._has_readings() else high

    def first_middle(self) -> float:
        """The distance from the top to the middle of the first line's letters, in pixels: the place of a bullet."""
        step = self.line_height()
        top = max(0.0, (self.height() - len(self.lines(self.width())) * step) / 2)
        return top + furigana.middle_in(step, self.font(), self._has_readings())

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the text in this width."""
        if width not in self._heights:
            self._heights[width] = round(len(self.lines(width)) * self.line_height()) if self.text() else 0
        return self._heights[width]

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """The size without wrapping: only line feeds break lines."""
        widths = [furigana.line_width(furigana.parse(line), self.font()) for line in self._marked.split("\n")]
        return QSize(round(max(widths)) + 2, round(len(widths) * self.line_height()) if self.text() else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters wide, one line high."""
        if not self.text():
            return QSize(0, 0)
        narrow = min(_NARROWEST * self.font().pixelSize(), self.sizeHint().width())
        return QSize(narrow, round(self.line_height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the lines, with furigana."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        font, step, lines = self.font(), self.line_height(), self.lines(self.width())
        top = max(0.0, (self.height() - len(lines) * step) / 2)
        base = top + furigana.base_in(step, font, self._has_readings())
        for number, line in enumerate(lines):
            furigana.paint(painter, self._left(line, font), base + number * step, line, font)
        painter.end()

    def _left(self, line: Line, font: QFont) -> float:
        return (self.width() - furigana.line_width(line, font)) / 2 if self._centred else furigana.overhang(line, font)


def _growing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def is_language_change(event: QEvent) -> bool:
    """Whether this is the event after which all texts are set again."""
    return event.type() == QEvent.Type.LanguageChange
