"""The building blocks of every screen: buttons, cards, columns; texts are in ``ui.widgets.words``."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ui import style
from ui.text import fonts, languages
from ui.widgets import button_face, focus_ring, furigana, pictures
from ui.widgets.focus_ring import ring_of
from ui.widgets.words import SMALLER, STEPS, Text, is_language_change

#: Passed on: screens take texts and buttons from one place.
__all__ = ["SMALLER", "STEPS", "Text", "is_language_change"]


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
        heights["begin"] = sizes.button_begin
        main = sizes.button_hero if big else sizes.button_main
        self.setMinimumHeight(main if kind == "main" else heights.get(kind, sizes.button))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._choose_font()

    def set_language(self, code: str) -> None:
        """Set the language of the label, for its font and its line breaks; "" is the current one."""
        self.code = code
        self.ensurePolished()  # weight and size that are kept are the stylesheet's
        self._choose_font(self.font().pixelSize())

    def families(self) -> tuple[str, ...]:
        """The fonts for the label."""
        return fonts.families(self.code or languages.language())

    def set_icon(self, name: str, colour: str = "main", pixels: int = 0, *, after: bool = False) -> None:
        """Show a drawing before (or after) the label."""
        wanted, gap = pixels or style.tokens().size.icon_small, style.tokens().space.tight
        self.setIcon(pictures.icon(name, wanted, -gap if after else gap, colour, "on_disabled"))
        self.setIconSize(QSize(wanted + gap, wanted))
        if after:
            self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)

    def _choose_font(self, pixels: int = 0) -> None:
        # Size and weight come from the stylesheet. Digit keys always use the Japanese font.
        font = QFont()
        wanted = fonts.families("ja") if self._is_key() else self.families()
        if wanted != self._families:  # Qt would style, measure and paint it again
            self._families = wanted
            font.setFamilies(wanted)
            # Qt forgets the stylesheet's weight here, measures thin letters and paints the bold ones: the last is cut.
            font.setWeight(self.font().weight())
            if pixels:
                font.setPixelSize(pixels)
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
            self._choose_font()

    def face(self) -> button_face.Face:
        """The label and icon painted on the button."""
        marked = self._marked if furigana.plain(self._marked) == self.text() else self.text()
        return button_face.Face(self, marked, "ja" if self._is_key() else self.code)

    def _is_key(self) -> bool:
        return bool(self.property("kind") == "key")

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the label in two lines."""
        least = super().minimumSizeHint()
        return least.boundedTo(QSize(self.face().least_width(), least.height())) if self.text() else least

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Wide enough for the label with its furigana; high enough for its lines in the present width."""
        return QSize(super().sizeHint().width() + self.face().more_width(), self.heightForWidth(self.width()))

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """High enough for the lines of the label in this width."""
        words = round(self.face().height_for(width)) + 2 * style.tokens().space.tight if self.text() else 0
        return max(words, super().sizeHint().height(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Ask for the height again if the label needs more in this width: the font may be known only now."""
        super().resizeEvent(event)
        if self.height() != self.heightForWidth(self.width()):
            self.updateGeometry()

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
        return radii.card if kind in ("tile", "begin") or self.property("big") == "true" else radii.field

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring when the person works by keyboard."""
        super().focusInEvent(event)
        if focus_ring.is_wanted(event):
            self.show_ring()

    def show_ring(self) -> None:
        """Show the ring around this control, which is scrolled into view."""
        focus_ring.reveal(self)
        ring_of(self).follow(self, self.radius())

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the ring, unless it is the window that became inactive."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.ActiveWindowFocusReason:
            ring_of(self).release(self)

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the ring; a button that is not armed ignores the touch."""
        focus_ring.note_touch()
        ring_of(self).release()
        if self._armed:
            super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Let Enter press the button like Space. Key repeats, and keys while it is not armed, are ignored."""
        focus_ring.note_key()
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

    def families(self) -> tuple[str, ...]:
        """The fonts of the language's own name; all its fonts once the language is chosen."""
        return super().families() if self.code == languages.language() else fonts.name_families(self.code)


def quit_button(name: str, arrow: str) -> Button:
    """The button 「やめる」 at the lower left, with the arrow of what it does to its sheet."""
    size, made = style.tokens().size, Button(name, "quiet")
    made.set_icon(arrow, "text_body", after=True)
    made.setFixedSize(size.quit_width, size.button)
    return made


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


def give_focus(control: QWidget) -> None:
    """Give this control the keyboard focus; a ring shows it to a person who works by keyboard."""
    control.setFocus(Qt.FocusReason.OtherFocusReason)
    if focus_ring.is_by_key() and isinstance(control, Button):
        control.show_ring()


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


def direction(beside: bool) -> QBoxLayout.Direction:
    """The direction of parts that stand beside one another, or else one under the other."""
    return QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom


def column(*widgets: QWidget, space: int | None = None) -> QVBoxLayout:
    """A column of widgets without margins. ``space`` between them, in pixels."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(style.tokens().space.base if space is None else space)
    for widget in widgets:
        made.addWidget(widget)
    return made


def middle(*widgets: QWidget, space: int | None = None) -> QVBoxLayout:
    """The same column in the middle of the height, with the room that is left above and below it."""
    made = column(*widgets, space=space)
    made.insertStretch(0, 1)
    made.addStretch(1)
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
