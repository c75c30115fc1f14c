"""The screen after 「職員を呼ぶ」."""

from PySide6.QtWidgets import QWidget

from ui.flow.events import OverlayLeft
from ui.screens.message import MessageScreen
from ui.text import sentences
from ui.widgets.controls import Button


class StaffCalledScreen(MessageScreen):
    """Hides the page while the customer talks to staff."""

    name = "staff_called"
    has_steps = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("bell", "main", parent)
        self.back = Button("back", "main")
        self.back.clicked.connect(lambda: self.post(OverlayLeft()))
        self.add_buttons(self.back)
        self.retranslate()

    def main_control(self) -> QWidget | None:
        """The button back to the procedure."""
        return self.back

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.title.setText(self.tr("職員に\n声をかけてください"))
        self.about.setText(
            self.tr("入力した内容は、この画面でかくしています。\nカードは置いたままで、だいじょうぶです。")
        )
        self.japanese.setText(sentences.also_in_japanese("職員に声をかけてください。入力した内容は、かくしています。"))
        self.back.say(self.tr("手続きにもどる"))
