"""The question before the last PIN try: one more wrong PIN locks the card."""

from PySide6.QtWidgets import QWidget

from ui.flow.events import Consented
from ui.screens.content import Content
from ui.screens.message import MessageScreen
from ui.widgets.controls import Button


class LastTryScreen(MessageScreen):
    """Its main button is to stop and ask staff."""

    name = "last_try"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warning", "warning", parent)
        self._mistyped = False
        self.decline = Button("decline", "main")
        self.agree = Button("agree")
        self.decline.clicked.connect(lambda: self.post(Consented(agreed=False)))
        self.agree.clicked.connect(lambda: self.post(Consented(agreed=True)))
        self.add_buttons(self.decline, self.agree)
        self.retranslate()

    def fill(self, content: Content) -> None:
        """Set whether the last PIN was wrong."""
        self.set_mistyped(content.flow.mistyped)

    def set_mistyped(self, mistyped: bool) -> None:
        """Say that the last PIN was wrong, or that the card came with one try left."""
        if mistyped is not self._mistyped:
            self._mistyped = mistyped
            self.retranslate()

    def main_control(self) -> QWidget | None:
        """The button that does not use the last try."""
        return self.decline

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.title.setText(
            self.tr("暗証番号が\nちがいました")
            if self._mistyped
            else self.tr("暗証番号を入力できるのは、\nあと1回です")
        )
        self.about.setText(
            self.tr(
                "次にまちがえると、このカードの暗証番号は使えなくなります。\n"
                "番号に自信がないときは、ここでやめて、職員にご相談ください。"
            )
        )
        self.decline.say(self.tr("やめて、職員に相談する"))
        self.agree.say(self.tr("番号が分かるので、続ける"))
