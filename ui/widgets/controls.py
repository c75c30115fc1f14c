"""The building blocks of every screen: texts with their own line height, buttons, cards."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import style
from ui.text import fonts, languages
from ui.widgets import button_face, furigana, pictures
from ui.widgets.focus_ring import KEYBOARD_REASONS, ring_of
from ui.widgets.lines import Line, wrap

#: Smallest width of a text, in letters.
_NARROWEST = 4
#: Role -> the roles that replace it, step by step, on a screen too small for its texts.
SMALLER = {
    "title": ("question", "heading", "heading", "strong"),
    "question": ("heading", "heading", "strong", "strong"),
    "body": ("body", "body", "label", "small"),
    "small": ("small", "small", "small", "note"),
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
        values = style.tokens()
        self._use_font()
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.WindowText, values.paint(values.roles[role].colour))
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
            left = (self.width() - furigana.line_width(line, font)) / 2 if self._centred else 0.0
            furigana.paint(painter, left, base + number * step, line, font)
        painter.end()


class Button(QPushButton):
    """A button with an accessible name. Enter and Space press it; the focus ring is shown for the keyboard only."""

    #: The language of the label, where it is not the current one.
    code = ""

    def __init__(self, name: str, kind: str = "neutral", parent: QWidget | None = None, *, big: bool = False) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setProperty("kind", kind)
        self.setProperty("big", "true" if big else "false")
        self._armed, self._marked = True, ""
        self._families: tuple[str, ...] = ()
        sizes = style.tokens().size
        heights = {"header": sizes.header_button, "key": sizes.key_height, "key_minor": sizes.key_height}
        main = sizes.button_hero if big else sizes.button_main
        self.setMinimumHeight(main if kind == "main" else heights.get(kind, sizes.button))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.set_families(fonts.families(languages.language()))

    def set_icon(self, name: str, colour: str = "main", pixels: int = 0, *, after: bool = False) -> None:
        """Show a drawing before (or after) the label."""
        wanted, gap = pixels or style.tokens().size.icon_small, style.tokens().space.tight
        self.setIcon(pictures.icon(name, wanted, -gap if after else gap, colour, "on_disabled"))
        self.setIconSize(QSize(wanted + gap, wanted))
        if after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def set_families(self, families: tuple[str, ...]) -> None:
        """Use these fonts; size and weight come from the stylesheet. Digit keys always use the Japanese font."""
        font = QFont()
        wanted = fonts.families("ja") if self.property("kind") == "key" else families
        if wanted != self._families:  # Qt would style, measure and paint it again
            self._families = wanted
            font.setFamilies(wanted)
            self.setFont(font)

    def say(self, text: str) -> None:
        """Set label and accessible name; {漢字|かんじ} is a kanji with furigana."""
        self._marked = text
        self.setText(furigana.plain(text))
        self.setAccessibleName(furigana.plain(text))
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the font again after a change of language."""
        super().changeEvent(event)
        if is_language_change(event):
            self.set_families(fonts.families(languages.language()))

    def face(self) -> button_face.Face:
        """The label and icon painted on the button."""
        marked = self._marked if furigana.plain(self._marked) == self.text() else self.text()
        return button_face.Face(self, marked, self.code)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the label in two lines."""
        least = super().minimumSizeHint()
        return least.boundedTo(QSize(self.face().least_width(), least.height())) if self.text() else least

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the label with its furigana."""
        return super().sizeHint() + QSize(self.face().more_width(), 0)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint with Qt's style; a label with furigana or in several lines is painted by ``Face``."""
        face = self.face()
        if face.is_plain():
            super().paintEvent(event)
        else:
            face.paint()

    def set_armed(self, armed: bool) -> None:
        """Accept touches and keys, or ignore them: a screen that appears by itself may lie under a finger."""
        self._armed = armed

    def radius(self) -> int:
        """The corner radius for the focus ring, in pixels."""
        radii = style.tokens().radius
        kind = self.property("kind")
        if kind in ("header", "language"):
            return radii.normal
        return radii.card if kind == "tile" or self.property("big") == "true" else radii.field

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring when the focus came from the keyboard."""
        super().focusInEvent(event)
        if event.reason() in KEYBOARD_REASONS:
            self.show_ring()

    def show_ring(self) -> None:
        """Show the ring around this control."""
        ring_of(self).follow(self, self.radius())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the ring, unless it is the window that became inactive."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            ring_of(self).release(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the ring; a button that is not armed ignores the touch."""
        ring_of(self).release()
        if self._armed:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button like Space. Key repeats, and keys while it is not armed, are ignored."""
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        press = enter or event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Select)
        if press and (event.isAutoRepeat() or not self._armed):
            event.accept()
        elif enter:
            self.click()
        else:
            super().keyPressEvent(event)


class LanguageButton(Button):
    """The button of a language, with its name in its own script."""

    def __init__(self, name: str, code: str, parent: QWidget | None = None) -> None:
        self.code = code
        super().__init__(name, "language", parent)
        self.say(languages.own_names()[code])
        self.setCheckable(True)
        self.setChecked(code == languages.language())

    def set_families(self, families: tuple[str, ...]) -> None:
        """Use the font of the language's own name; the whole font once the language is chosen."""
        super().set_families(families if self.code == languages.language() else fonts.name_families(self.code))


class Tile(Button):
    """A big choice: title, a sentence about it, and an arrow."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "tile", parent)
        values = style.tokens()
        self._title, self._about = Text("mark"), Text("label")
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
        """Set title and description."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._about.text())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its texts, at least the height of a tile."""
        inside = self.layout()
        wanted = inside.sizeHint() if inside is not None else QSize()
        return QSize(wanted.width(), max(wanted.height(), self.minimumHeight()))


def card(kind: str, *, vertical: bool = False, margins: tuple[int, int] | None = None) -> tuple[QFrame, QBoxLayout]:
    """A frame of one of the stylesheet's kinds of card, and its layout. ``margins``: across and down, in pixels."""
    frame = QFrame()
    frame.setProperty("card", kind)
    inside: QBoxLayout = QVBoxLayout(frame) if vertical else QHBoxLayout(frame)
    space = style.tokens().space
    across, down = margins or (space.wide, space.base)
    inside.setContentsMargins(across, down, across, down)
    inside.setSpacing(space.base)
    return frame, inside


def set_style_property(widget: QWidget, name: str, value: str) -> None:
    """Set a property that the stylesheet selects by (``card`` of a frame, ``kind`` of a button), and style it anew."""
    widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def clear(layout: QLayout) -> None:
    """Remove all widgets of a layout and delete them."""
    while (old := layout.takeAt(0)) is not None:
        widget = old.widget()
        if widget is not None:
            widget.setParent(None)
            widget.deleteLater()


def column(*widgets: QWidget, space: int | None = None) -> QVBoxLayout:
    """A column of widgets without margins. ``space`` between them, in pixels."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(style.tokens().space.base if space is None else space)
    for widget in widgets:
        made.addWidget(widget)
    return made


def settle(widget: QWidget) -> None:
    """Lay out everything now, so that the first painted frame is right."""
    for child in reversed(widget.findChildren(QWidget)):
        inside = child.layout()
        if inside is not None and child.isVisibleTo(widget):
            inside.activate()
    outside = widget.layout()
    if outside is not None:
        outside.activate()


def _growing() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def is_language_change(event: QEvent) -> bool:
    """Whether this is the event after which all texts are set again."""
    return event.type() == QEvent.Type.LanguageChange
