"""The building blocks of every screen: text with a proper line height, buttons, cards."""

import re
from functools import lru_cache

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ui import pictures, style
from ui.focus_ring import KEYBOARD_REASONS, ring_of

#: Where a line may break: after a space, after Japanese punctuation, and where a phrase of Japanese ends.
_BREAK = re.compile(
    r"(?<= )|(?<=[、。」）！？])(?![、。」）！？])"
    r"|(?<=[をにはがでともへのてたうるくばねよずらだすやか])(?=[一-龯ァ-ヶA-Za-z0-9「『（])"
)
_NARROWEST = 4


class Text(QLabel):
    """Words in one of the text roles. Lines break between phrases, never inside a word of Japanese."""

    def __init__(self, role: str, parent: QWidget | None = None, *, centred: bool = False) -> None:
        super().__init__(parent)
        self._role, self._centred = role, centred
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(_growing())
        self.set_role(role)

    def set_role(self, role: str) -> None:
        """Look like another role."""
        self._role = role
        values = style.tokens()
        self.setFont(values.font(role))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, values.paint(values.roles[role].colour))
        self.setPalette(palette)

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        """Show these words; a line feed is a wanted line break."""
        super().setText(text)
        self.updateGeometry()
        self.update()

    def lines(self, width: float) -> list[str]:
        """The text in lines no wider than this."""
        return wrap(self.text(), self.font(), width)

    def line_height(self) -> float:
        """From one base line to the next."""
        return self.font().pixelSize() * style.tokens().roles[self._role].line

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Narrower means higher."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """The height of the text in this width."""
        return round(len(self.lines(width)) * self.line_height()) if self.text() else 0

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Each wanted line in one line."""
        widths = [text_width(line, self.font()) for line in self.text().split("\n")]
        return QSize(round(max(widths)) + 2, round(len(widths) * self.line_height()) if self.text() else 0)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """A few letters wide, one line high."""
        if not self.text():
            return QSize(0, 0)
        narrow = min(_NARROWEST * self.font().pixelSize(), self.sizeHint().width())
        return QSize(narrow, round(self.line_height()))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint line by line."""
        del event
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        metrics, step = QFontMetricsF(self.font()), self.line_height()
        lines = self.lines(self.width())
        top = max(0.0, (self.height() - len(lines) * step) / 2)
        for number, line in enumerate(lines):
            base = top + number * step + (step - metrics.ascent() - metrics.descent()) / 2 + metrics.ascent()
            left = (self.width() - text_width(line, self.font())) / 2 if self._centred else 0.0
            painter.drawText(QPointF(left, base), line)
        painter.end()


class Button(QPushButton):
    """A control that says its name, works with Enter and Space, and shows the ring for the keyboard only."""

    def __init__(self, name: str, kind: str = "neutral", parent: QWidget | None = None, *, big: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setProperty("big", "true" if big else "false")
        self._armed = True
        sizes = style.tokens().size
        heights = {"header": sizes.header_button, "key": sizes.key_height, "key_minor": sizes.key_height}
        main = sizes.button_hero if big else sizes.button_main
        self.setMinimumHeight(main if kind == "main" else heights.get(kind, sizes.button))
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def set_icon(self, name: str, colour: str = "main", pixels: int = 0, *, after: bool = False) -> None:
        """Show a drawing before (or after) the words."""
        wanted, gap = pixels or style.tokens().size.icon_small, style.tokens().space.tight
        self.setIcon(pictures.icon(name, wanted, -gap if after else gap, colour, "on_disabled"))
        self.setIconSize(QSize(wanted + gap, wanted))
        if after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def say(self, text: str) -> None:
        """The words on the control, also for a screen reader."""
        self.setText(text)
        self.setAccessibleName(text)

    def set_armed(self, armed: bool) -> None:
        """Unarmed, no touch and no key presses it: for what appears by itself under a finger."""
        self._armed = armed

    def radius(self) -> int:
        """The corner radius the ring follows."""
        radii = style.tokens().radius
        kind = self.property("kind")
        if kind in ("header", "language"):
            return radii.normal
        return radii.card if kind == "tile" or self.property("big") == "true" else radii.field

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring when the keyboard brought the focus."""
        super().focusInEvent(event)
        if event.reason() in KEYBOARD_REASONS:
            self.show_ring()

    def show_ring(self) -> None:
        """Show the ring around this control."""
        ring_of(self).follow(self, self.radius())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Take the ring away, unless only the window lost the keyboard for a while."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            ring_of(self).release(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A touch takes the ring away."""
        ring_of(self).release()
        if self._armed:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Enter presses like Space does; a held key presses nothing."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        press = enter or event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if press and (event.isAutoRepeat() or not self._armed):
            event.accept()
        elif enter:
            self.click()
        else:
            super().keyPressEvent(event)


class Tile(Button):
    """A big choice: title, a sentence about it, and an arrow."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "tile", parent)
        values = style.tokens()
        self._title, self._about = Text("strong"), Text("note")
        self._title.set_role("mark")
        words = column(self._title, self._about, space=0)
        inside = QHBoxLayout(self)
        space = values.space
        inside.setContentsMargins(space.loose, space.base, space.wide, space.base)
        inside.addLayout(words, 1)
        inside.addWidget(pictures.Picture("chevron", values.size.icon))
        for label in (self._title, self._about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(values.size.tile)

    def describe(self, title: str, about: str) -> None:
        """Fill in the words."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(title)
        self.setAccessibleDescription(about)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its words."""
        inside = self.layout()
        wanted = inside.sizeHint() if inside is not None else QSize()
        return QSize(wanted.width(), max(wanted.height(), self.minimumHeight()))


def card(look: str, *, vertical: bool = False, margins: tuple[int, int] | None = None) -> tuple[QFrame, QBoxLayout]:
    """A frame in one of the looks of the stylesheet, and its layout."""
    frame = QFrame()
    frame.setProperty("card", look)
    inside: QBoxLayout = QVBoxLayout(frame) if vertical else QHBoxLayout(frame)
    space = style.tokens().space
    across, down = margins or (space.wide, space.base)
    inside.setContentsMargins(across, down, across, down)
    inside.setSpacing(space.base)
    return frame, inside


def set_look(frame: QFrame, look: str) -> None:
    """Give a card another look."""
    frame.setProperty("card", look)
    frame.style().unpolish(frame)
    frame.style().polish(frame)


def column(*widgets: QWidget, space: int | None = None) -> QVBoxLayout:
    """Widgets under each other without margins."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(style.tokens().space.base if space is None else space)
    for widget in widgets:
        made.addWidget(widget)
    return made


def settle(widget: QWidget) -> None:
    """Lay out everything now, so that the first frame that is painted is the right one."""
    for child in reversed(widget.findChildren(QWidget)):
        inside = child.layout()
        if inside is not None:
            inside.activate()
    outside = widget.layout()
    if outside is not None:
        outside.activate()


def wrap(text: str, font: QFont, width: float) -> list[str]:
    """Break a text into lines: at its line feeds, then between phrases; inside one that is too long by itself."""
    return [line for paragraph in text.split("\n") for line in _wrap_paragraph(paragraph, font, width)]


def _wrap_paragraph(text: str, font: QFont, width: float) -> list[str]:
    if text_width(text, font) <= width:
        return [text]
    lines = [""]
    for phrase in _BREAK.split(text):
        if lines[-1] and text_width((lines[-1] + phrase).rstrip(), font) > width:
            lines.append("")
        for letter in [phrase] if text_width(phrase.rstrip(), font) <= width else phrase:
            if lines[-1] and text_width((lines[-1] + letter).rstrip(), font) > width:
                lines.append("")
            lines[-1] += letter
    return [line.rstrip() for line in lines]


def text_width(text: str, font: QFont) -> float:
    """How wide a line of text is."""
    return _width(text, font.toString())


@lru_cache(maxsize=2048)
def _width(text: str, key: str) -> float:
    font = QFont()
    font.fromString(key)
    return QFontMetricsF(font).horizontalAdvance(text)


def _growing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def is_language_change(event: QEvent) -> bool:
    """True for the event after which every text is said anew."""
    return event.type() == QEvent.Type.LanguageChange
