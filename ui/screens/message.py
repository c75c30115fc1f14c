"""A screen with a large icon, a sentence, what to do, and buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui import style
from ui.screens.screen import Screen, one_column
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.pictures import Picture


class MessageScreen(Screen):
    """The base class of problems, warnings and calls for staff."""

    def __init__(self, icon: str, colour: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        values = style.tokens()
        self.icon = Picture(icon, values.size.icon_hero, colour=colour)
        self.title, self.about, self.small = Text("title"), Text("body"), Text("support")
        self.japanese = Text("support", language="ja")
        beside = controls.direction(not style.is_cramped())
        self._buttons = QBoxLayout(beside)
        self._buttons.setSpacing(values.space.wide)
        row = QBoxLayout(beside)
        row.setSpacing(values.space.huge)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(self._words(), 1)
        inside = one_column(self)
        inside.addStretch(3)
        inside.addLayout(row)
        inside.addStretch(4)
        inside.addLayout(self._buttons)

    def _words(self) -> QVBoxLayout:
        return controls.column(self.title, self.about, self.small, self.japanese, space=style.tokens().space.base)

    def add_buttons(self, *buttons: Button) -> None:
        """Put these buttons under the texts, the first one widest."""
        for place, button in enumerate(buttons):
            button.setMinimumHeight(style.tokens().size.button_main)
            self._buttons.addWidget(button, 2 if place else 3)
