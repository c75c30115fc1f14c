"""The question before the last PIN try: one more wrong PIN locks the card."""

from PySide6.QtWidgets import QWidget

from ui.flow.events import Consented
from ui.screens.message import MessageScreen
from ui.widgets.controls import Button


class LastTryScreen(MessageScreen):
    """Its main button is to stop and ask staff."""

    name = "last_try"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("warning", "warning", parent)
        self.decline = Button("decline", "main")
        self.agree = Button("agree")
        self.decline.clicked.connect(lambda: self.post(Consented(agreed=False)))
        self.agree.clicked.connect(lambda: self.post(Consented(agreed=True)))
        self.add_buttons(self.decline, self.agree)
        self.retranslate()

    def main_control(self) -> QWidget | None:
        """The button that does not use the last try."""
        return self.decline

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.title.setText(self.tr("あと1回まちがえると、\nカードがロックされます"))
        self.about.setText(
            self.tr(
                "ロックされると、この手続きは今日できません。\n"
                "暗証番号があいまいなときは、ここでやめて、職員にご相談ください。"
            )
        )
        self.decline.say(self.tr("やめて、職員に相談する"))
        self.agree.say(self.tr("番号が分かるので、続ける"))
