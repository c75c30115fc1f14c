"""The screen that asks for the card on the reader."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import style
from ui.screens.content import Content
from ui.screens.screen import Screen, two_columns
from ui.text import sentences
from ui.widgets import controls
from ui.widgets.controls import Text
from ui.widgets.pictures import Picture


class PlaceCardScreen(Screen):
    """Shows a picture of card and reader; another one while the card is read."""

    name = "place_card"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = style.tokens().size
        self._reading, self._child = False, False
        self._title, self._about, self._second = Text("title"), Text("body"), Text("note", language="ja")
        self._busy_text = Text("small")
        self._busy, inside = controls.card("info")
        inside.addWidget(Picture("card", size.icon))
        inside.addWidget(self._busy_text, 1)
        self._picture = Picture("picture_place_card", size.picture_width, size.picture_height)
        right = QHBoxLayout()
        right.addSpacing(style.tokens().space.huge)
        right.addWidget(self._picture)
        right.addSpacing(style.tokens().space.huge)
        two_columns(self, self._left(), right)
        self.set_reading(False)

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(style.tokens().space.base)
        left.addStretch(4)
        for widget in (self._title, self._about, self._second, self._busy):
            left.addWidget(widget)
        left.addStretch(5)
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        return left

    def fill(self, content: Content) -> None:
        """Set whose card is requested, and whether it is being read."""
        self.set_child(content.flow.for_child)
        self.set_reading(content.flow.reading)

    def set_reading(self, reading: bool) -> None:
        """Show whether the card is being read."""
        self._reading = reading
        self._busy.setVisible(reading)
        self._picture.show_drawing("picture_card_on_reader" if reading else "picture_place_card")
        self.retranslate()

    def set_child(self, child: bool) -> None:
        """Set whether the child's card is requested: the application is made for the card's owner."""
        if child is not self._child:
            self._child = child
            self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        request = self.tr("カードを\nカードリーダーに\n置いてください")
        about = self.tr("手続きが終わるまで、置いたままにします。\nカードを取ると、すぐに画面が消えます。")
        if self._child:
            request = self.tr("お子さまのカードを\nカードリーダーに\n置いてください")
            about = self.tr(
                "保護者の方のカードは、置かないでください。\n"
                "手続きが終わるまで、置いたままにします。\nカードを取ると、すぐに画面が消えます。"
            )
        self._title.setText(self.tr("カードを\n確かめています") if self._reading else request)
        self._about.setText(about)
        japanese = "カードを取ると、すぐに画面が消えます。"
        self._second.setText(sentences.also_in_japanese(japanese))
        self._busy_text.setText(self.tr("カードを動かさずに、お待ちください。"))
