"""The PIN pad after three presses of 「続ける」 without other input, before the page is shown again."""

from ui.flow.events import Extend
from ui.screens.content import Content
from ui.screens.enter_pin import PinScreen
from ui.screens.last_try import LastTryScreen


class ExtendScreen(PinScreen):
    """The same pad as for the login. The PIN leads back to the page and permits nothing else."""

    name = "extend"

    def is_at_work(self, content: Content) -> bool:
        """While the card is queried for its tries, and while it checks the PIN."""
        return content.flow.extend is not Extend.ASK

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        super().retranslate()
        self.title.setText(self.tr("続けるには、\n暗証番号を\n入力してください"))
        self.about.setText(self.tr("しばらく操作がありませんでした。\nご本人かどうかを確かめます。"))


class ExtendLastTryScreen(LastTryScreen):
    """The question before the last try, for this pad."""

    name = "extend_last_try"
