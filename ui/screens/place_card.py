"""The screen that asks for the card on the reader, and for another one in place of a card that cannot be used."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.failures import Failure, failure
from ui import style
from ui.screens.content import Content
from ui.screens.screen import Screen, two_columns
from ui.text import languages, sentences
from ui.widgets import controls
from ui.widgets.card_picture import PLACE, STAY, TAKE, CardPicture, has_slot
from ui.widgets.controls import Text
from ui.widgets.pictures import Picture


class PlaceCardScreen(Screen):
    """Shows a picture of card and reader; another one while the card is read, or is to be changed."""

    name = "place_card"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        size = style.tokens().size
        self._reading, self._child = False, False
        self._refused: Failure | None = None
        self._title, self._about, self._second = Text("title"), Text("body"), Text("note", language="ja")
        self._note_icon, self._note, self._code = Picture("card", size.icon), Text("small"), Text("support")
        self._note_box, inside = controls.card("info")
        inside.addWidget(self._note_icon)
        inside.addWidget(self._note, 1)
        self._picture = CardPicture(PLACE, size.picture_width, size.picture_height)
        right = QHBoxLayout()
        right.addWidget(self._picture)
        two_columns(self, self._left(), right)
        self.set_state()

    def _left(self) -> QVBoxLayout:
        left = QVBoxLayout()
        left.setSpacing(style.tokens().space.base)
        left.addStretch(4)
        for widget in (self._title, self._about, self._second, self._note_box, self._code):
            left.addWidget(widget)
        left.addStretch(5)
        policy = self._note_box.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._note_box.setSizePolicy(policy)
        return left

    def fill(self, content: Content) -> None:
        """Set whose card is requested, whether it is being read, and why the last one could not be used."""
        flow = content.flow
        refused = failure(flow.refused) if flow.refused else None
        self.set_state(reading=flow.reading, child=flow.for_child, refused=refused, card=flow.card)

    def set_state(
        self, *, reading: bool = False, child: bool = False, refused: Failure | None = None, card: bool = False
    ) -> None:
        """Show whether the card is being read, and why the last one, which may still be there, could not be used.

        ``child``: the child's card is requested, because the application is made for the card's owner.
        """
        self._reading, self._child, self._refused = reading, child, refused
        self._note_box.setVisible(reading)
        waits = TAKE if refused and card else PLACE
        self._picture.show_drawing(STAY if reading else waits)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        wrong = None if self._reading else self._refused
        refused = wrong.in_language(languages.language(), slot=has_slot()) if wrong else None
        meant = wrong.in_language(languages.SOURCE_LANGUAGE, slot=has_slot()) if wrong else None
        self._title.set_role("question" if refused else "title")
        self._title.setText(refused.citizen if refused else self._request())
        self._about.setText(refused.next_step if refused else self._stay())
        in_japanese = f"{meant.citizen}{meant.next_step}" if meant else ""
        self._second.setText(
            sentences.also_in_japanese(in_japanese or "途中でカードを取ると、はじめからやり直しになります。")
        )
        self._code.setText(languages.fill(self.tr("お問い合わせ番号 %1"), refused.code) if refused else "")
        self._code.setVisible(bool(refused))
        self._note.setText(self.tr("カードを動かさずに、お待ちください。"))

    def _request(self) -> str:
        if self._reading:
            return self.tr("カードを\n確かめています")
        if has_slot():
            child = self.tr("お子さまのマイナンバーカードを\n読み取り機に\n差し込んでください")
            return child if self._child else self.tr("マイナンバーカードを\n読み取り機に\n差し込んでください")
        child = self.tr("お子さまのマイナンバーカードを\n読み取り機の上に\n置いてください")
        return child if self._child else self.tr("マイナンバーカードを\n読み取り機の上に\n置いてください")

    def _stay(self) -> str:
        stay = self.tr(
            "手続きが終わるまで、置いたままにしてください。\n途中でカードを取ると、はじめからやり直しになります。"
        )
        first = self.tr("顔写真のある面を上にして、1枚だけ置きます。")
        if has_slot():
            first = self.tr("ICチップのある面を上にして、チップの側から差し込みます。")
            stay = self.tr(
                "手続きが終わるまで、差し込んだままにしてください。\n途中でカードを抜くと、はじめからやり直しになります。"
            )
        if self._child:
            first = self.tr("保護者の方のカードは、使わないでください。")
        return stay if self._reading else f"{first}\n{stay}"
