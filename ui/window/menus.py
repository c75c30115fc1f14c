"""Menus inside the window (no windows of their own): languages, and letter size and contrast."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QWidget

from ui import style
from ui.text import languages
from ui.widgets import controls, focus_ring
from ui.widgets.controls import Button, LanguageButton, Text

LANGUAGE_COLUMNS = (2, 3)


class Menu(QWidget):
    """A panel under the button that opened it. A touch beside it or Escape closes it."""

    closed = Signal()

    def __init__(self, name: str, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName(name)
        values = style.tokens()
        self.panel, self.inside = controls.card("menu", vertical=True, margins=(values.space.base, values.space.base))
        self.panel.setParent(self)
        self.inside.setSpacing(values.space.snug)

    def open_under(self, anchor: Button, content: QBoxLayout | QGridLayout) -> None:
        """Show the content under this button."""
        self._anchor = anchor
        values, window = style.tokens(), anchor.window()
        self.inside.addLayout(content)
        self.setGeometry(window.rect())
        self.panel.adjustSize()
        corner = anchor.mapTo(window, QPoint(anchor.width() - self.panel.width(), anchor.height()))
        room = window.rect().size() - self.panel.size()
        self.panel.move(
            max(0, min(max(values.space.base, corner.x()), room.width())),
            max(0, min(corner.y() + values.space.tight, room.height())),
        )
        self.show()
        self.raise_()

    def leave(self) -> None:
        """Give the focus back to the button that opened the menu, then hide: Qt would give it to some other control."""
        focused: QWidget | None = self.window().focusWidget()
        if focused is not None and self.isAncestorOf(focused):
            controls.give_focus(self._anchor)
        self.hide()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Close the menu at a touch beside it."""
        event.accept()
        focus_ring.note_touch()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Close the menu at Escape."""
        focus_ring.note_key()
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)


class LanguageMenu(Menu):
    """The offered languages by their own names."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, anchor: Button) -> None:
        super().__init__("language_menu", window)
        self.open_under(anchor, self._grid())
        for button in self.panel.findChildren(Button):
            if button.isChecked():
                controls.give_focus(button)

    def _grid(self) -> QGridLayout:
        values = style.tokens()
        grid = QGridLayout()
        grid.setSpacing(values.space.snug)
        # Letters so large that the buttons would reach below a window wider than high: in more columns.
        columns = LANGUAGE_COLUMNS[1 if style.letters() >= 2 and not style.is_cramped() else 0]
        for place, code in enumerate(languages.available()):
            button = LanguageButton(f"menu_language_{code}", code)
            button.setFixedWidth(values.size.button_wide)
            button.clicked.connect(partial(self.chosen.emit, code))
            grid.addWidget(button, place // columns, place % columns)
        return grid


class LookMenu(Menu):
    """Size of the letters and colours, for this session only."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, anchor: Button) -> None:
        super().__init__("look_menu", window)
        self._buttons: dict[str, Button] = {}
        now = style.variant().split("+")
        self._letters = _one_of(style.LETTERS, now)
        self._colours = _one_of(style.COLOURS, now)
        letters = [("look_normal", "", self.tr("標準")), ("look_large", "large_text", self.tr("大きい"))]
        letters.append(("look_largest", "largest_text", self.tr("とても大きい")))
        colours = [("look_plain", "", self.tr("標準")), ("look_contrast", "high_contrast", self.tr("はっきり"))]
        colours.append(("look_dark", "white_on_black", self.tr("黒地に白")))
        groups = QHBoxLayout()
        groups.setSpacing(style.tokens().space.wide)
        groups.addLayout(self._group(self.tr("文字の大きさ"), letters, self._letters, self.on_letters))
        groups.addLayout(self._group(self.tr("画面の色"), colours, self._colours, self.on_colours))
        self.open_under(anchor, groups)
        controls.give_focus(next(button for button in self._buttons.values() if button.isChecked()))

    def _group(
        self, title: str, choices: Sequence[tuple[str, str, str]], now: str, on_chosen: Callable[[str], None]
    ) -> QBoxLayout:
        """A column of choices, of which ``now`` is checked. A choice: name of its button, variant, label."""
        words = Text("label_bold")
        words.setText(title)
        made = controls.column(words, space=style.tokens().space.snug)
        for name, variant, label in choices:
            button = self._buttons[name] = Button(name, "language")
            button.setCheckable(True)
            button.setChecked(variant == now)
            button.clicked.connect(partial(on_chosen, variant))
            button.say(label)
            button.setAccessibleDescription(title)
            button.setMinimumWidth(style.tokens().size.button_wide)
            made.addWidget(button)
        return made

    def on_letters(self, letters: str, *_: object) -> None:
        """Emit the variant with this size of the letters."""
        self._choose(letters, self._colours)

    def on_colours(self, colours: str, *_: object) -> None:
        """Emit the variant with these colours."""
        self._choose(self._letters, colours)

    def _choose(self, letters: str, colours: str) -> None:
        self.chosen.emit("+".join(name for name in (letters, colours) if name) or "normal")


def _one_of(known: Sequence[str], now: Sequence[str]) -> str:
    return next((name for name in known if name in now), "")
