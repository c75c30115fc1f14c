"""Menus inside the window (no windows of their own): languages, and letter size and contrast."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from ui import style
from ui.text import languages
from ui.widgets import controls, focus_ring
from ui.widgets.controls import Button, LanguageButton

LANGUAGE_COLUMNS = 2


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
        self.panel.move(max(values.space.base, corner.x()), corner.y() + values.space.tight)
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
        for place, code in enumerate(languages.available()):
            button = LanguageButton(f"menu_language_{code}", code)
            button.setFixedWidth(values.size.button_wide)
            button.clicked.connect(partial(self.chosen.emit, code))
            grid.addWidget(button, place // LANGUAGE_COLUMNS, place % LANGUAGE_COLUMNS)
        return grid


class LookMenu(Menu):
    """Two switches, large letters and high contrast, for this session only."""

    chosen = Signal(str)

    def __init__(self, window: QWidget, anchor: Button) -> None:
        super().__init__("look_menu", window)
        self.large, self.contrast = Button("look_large", "language"), Button("look_contrast", "language")
        now = style.variant()
        for button, on in ((self.large, "large_text" in now), (self.contrast, "high_contrast" in now)):
            button.setCheckable(True)
            button.setChecked(on)
            button.clicked.connect(self.on_switched)
            button.setMinimumWidth(style.tokens().size.menu_width)
        self.large.say(self.tr("大きな文字"))
        self.contrast.say(self.tr("はっきりした色"))
        self.open_under(anchor, controls.column(self.large, self.contrast, space=style.tokens().space.snug))
        controls.give_focus(self.large)

    def on_switched(self) -> None:
        """Emit the variant that the two switches now stand for."""
        wanted = (("large_text", self.large), ("high_contrast", self.contrast))
        self.chosen.emit("+".join(name for name, button in wanted if button.isChecked()) or "normal")
