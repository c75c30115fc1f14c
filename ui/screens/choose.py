"""The screen on which the customer chooses a procedure."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui import style
from ui.flow.events import Chosen
from ui.screens.content import Content
from ui.screens.screen import Screen, one_column
from ui.widgets import controls
from ui.widgets.controls import Text
from ui.widgets.rows import Tile


class ChooseScreen(Screen):
    """One tile for each procedure."""

    name = "choose"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._about = Text("title"), Text("body")
        self._tiles = QVBoxLayout()
        self._tiles.setSpacing(style.tokens().space.base)
        inside = one_column(self)
        inside.setSpacing(style.tokens().space.base)
        inside.addWidget(self._title)
        inside.addWidget(self._about)
        inside.addLayout(self._tiles)
        inside.addStretch(1)
        self.retranslate()

    def fill(self, content: Content) -> None:
        """Show the procedures of this terminal."""
        procedures = content.procedures.values()
        self.set_procedures([(item.id, content.say(item.title), content.say(item.summary)) for item in procedures])

    def set_procedures(self, procedures: Sequence[tuple[str, str, str]]) -> None:
        """Show one tile for each (id, title, summary)."""
        controls.clear(self._tiles)
        for identity, title, summary in procedures:
            tile = Tile(f"procedure_{identity}")
            tile.describe(title, summary)
            tile.clicked.connect(partial(self.post, Chosen(identity)))
            self._tiles.addWidget(tile)

    def main_control(self) -> QWidget | None:
        """The first tile."""
        first = self._tiles.itemAt(0)
        return first.widget() if first is not None else None

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._title.setText(self.tr("どの手続きをしますか？"))
        self._about.setText(self.tr("1つ選んで、押してください。"))
