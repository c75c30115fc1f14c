"""The question whether to end the session, with its mark."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.vocabulary import EndReason
from ui import style
from ui.flow.events import EndConfirmed, OverlayLeft
from ui.screens.content import Content
from ui.screens.screen import CoverScreen
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.marks import MarkChip
from ui.widgets.pictures import Picture


class ConfirmEndScreen(CoverScreen):
    """The second of the two taps for 次の方へ, 今日はやめる and 終わる."""

    name = "confirm_end"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reason = EndReason.GIVE_UP
        self._title, self._about, self._mark_label = Text("question"), Text("body"), Text("note")
        self._mark = MarkChip()
        self._unknown = Text("small_bold")
        self._unknown_box, box = controls.card("error")
        box.addWidget(Picture("warning", style.tokens().size.icon, colour="error"))
        box.addWidget(self._unknown, 1)
        self.confirm, self.back = Button("confirm", "main", big=True), Button("back")
        self.confirm.clicked.connect(lambda: self.post(EndConfirmed()))
        self.back.clicked.connect(lambda: self.post(OverlayLeft()))
        icon = Picture("picture_wiping", style.tokens().size.ring)
        self.inside.addWidget(icon, 0, Qt.AlignmentFlag.AlignCenter)
        self.inside.addLayout(self._right(), 1)
        self.retranslate()

    def _right(self) -> QVBoxLayout:
        space = style.tokens().space
        row = QHBoxLayout()
        row.setSpacing(space.snug)
        row.addWidget(self._mark_label)
        row.addWidget(self._mark)
        row.addStretch(1)
        right = controls.column(self._title, self._about, space=space.hair)
        right.addSpacing(space.snug)
        right.addLayout(row)
        right.addSpacing(space.base)
        right.addWidget(self._unknown_box)
        right.addSpacing(space.base)
        right.addWidget(self.confirm)
        right.addSpacing(space.snug)
        right.addWidget(self.back)
        return right

    def fill(self, content: Content) -> None:
        """Show the mark of the session and the question for the reason."""
        assert content.flow.ending is not None
        self.set_ending(content.flow.ending, content.mark, content.flow.committed)

    def set_ending(self, reason: EndReason, mark: str, result_unknown: bool) -> None:
        """Set the reason, the session's mark, and whether the result of an application is still unknown."""
        self._reason = reason
        self._mark.set_mark(mark)
        self._mark_label.setVisible(bool(mark))
        self._unknown_box.setVisible(result_unknown)
        self.retranslate()

    def main_control(self) -> QWidget | None:
        """The button that ends the session."""
        return self.confirm

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        titles = {
            EndReason.NEXT_CUSTOMER: self.tr("次の方に代わりますか？"),
            EndReason.GIVE_UP: self.tr("今日はやめますか？"),
        }
        self._title.setText(titles.get(self._reason, self.tr("手続きを終わりますか？")))
        self._about.setText(self.tr("この方の情報をすべて消して、\nはじめの画面に戻ります。"))
        self._mark_label.setText(self.tr("終わる手続きのしるし："))
        self._unknown.setText(
            self.tr("申込みの結果が、まだ分かりません。\nこのまま終わってもよいか、職員に聞いてください。")
        )
        self.confirm.say(self.tr("終わって消す"))
        self.back.say(self.tr("もどる"))
