"""The screen on which the customer chooses a procedure."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui import style
from ui.flow.events import Chosen
from ui.screens.content import Content
from ui.screens.screen import Screen, one_column
from ui.widgets import controls
from ui.widgets.controls import Text
from ui.widgets.rows import ChoiceCard, TextButton, Tile

#: So many procedures stand side by side as equal cards; more, or large letters, in rows.
SIDE_BY_SIDE = 2
#: Drawing of a procedure that applies for something, and of one that only shows something.
APPLY, LOOK_UP = "choice_apply", "choice_look_up"


class ChooseScreen(Screen):
    """One card or row for each procedure. None looks chosen already."""

    name = "choose"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title, self._about = Text("title"), Text("body")
        self._tiles = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        inside = one_column(self)
        inside.setSpacing(style.tokens().space.base)
        inside.addWidget(self._title)
        inside.addWidget(self._about)
        inside.addLayout(self._tiles, 4)
        inside.addStretch(1)
        self.retranslate()

    def fill(self, content: Content) -> None:
        """Show the procedures of this terminal."""
        shown = content.procedures.values()
        self.set_procedures(
            [
                (
                    item.id,
                    content.say(item.title),
                    content.say(item.summary),
                    APPLY if item.commit_requests else LOOK_UP,
                )
                for item in shown
            ]
        )

    def set_procedures(self, procedures: Sequence[tuple[str, str, str, str]]) -> None:
        """Show one card or row for each (id, title, summary, drawing)."""
        controls.clear(self._tiles)
        beside = len(procedures) == SIDE_BY_SIDE and not style.is_narrow()
        self._tiles.setDirection(controls.direction(beside))
        self._tiles.setSpacing(style.tokens().space.wide if beside else style.tokens().space.base)
        for identity, title, summary, drawing in procedures:
            name = f"procedure_{identity}"
            tile: TextButton = ChoiceCard(name, drawing) if beside else Tile(name)
            tile.describe(title, summary)
            tile.clicked.connect(partial(self.post, Chosen(identity)))
            self._tiles.addWidget(tile, 1)
        self._say_press()

    def main_control(self) -> QWidget | None:
        """The first of them."""
        first = self._tiles.itemAt(0)
        return first.widget() if first is not None else None

    def _say_press(self) -> None:
        for card in self.findChildren(ChoiceCard):
            card.set_press(self.tr("これを選ぶ"))

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._title.setText(self.tr("どの手続きをしますか？"))
        self._about.setText(self.tr("1つ選んで、押してください。"))
        self._say_press()
