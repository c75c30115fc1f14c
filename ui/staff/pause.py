"""How long the terminal is paused: a few choices, of which the curtain says the time."""

from datetime import datetime, timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from kiosk.system import clock
from ui import style
from ui.widgets.controls import Button, Text

#: Minutes of a pause; 0: nobody knows yet.
CHOICES = {15: "15分", 30: "30分", 60: "1時間", 0: "まだ分からない"}
#: Times on the curtain are full five minutes.
ROUND = 5


class PauseForm(QWidget):
    """Emits the time of day at which the terminal opens again (``13:00``), or an empty text."""

    chosen = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._now = clock.wall()
        space = style.tokens().space
        inside = QVBoxLayout(self)
        inside.setSpacing(space.base)
        self.about = Text("label_bold", language="ja")
        inside.addWidget(self.about)
        self._buttons = {minutes: Button(f"pause_{minutes}") for minutes in CHOICES}
        for minutes, button in self._buttons.items():
            button.clicked.connect(lambda _=False, minutes=minutes: self.chosen.emit(reopening(self._now, minutes)))
            inside.addWidget(button)
        inside.addStretch(1)
        self.back = Button("pause_back", "outline")
        self.back.say("もどる")
        self.back.clicked.connect(self.left)
        inside.addWidget(self.back)

    def begin(self, now: datetime, served: bool) -> None:
        """Show the choices for this moment; ``served``: somebody's use would be ended."""
        self._now = now
        warning = "いまの利用を終了して、消去します。" if served else ""
        self.about.setText(f"休止する時間を選んでください。{warning}再開は、職員パネルの「再開する」です。")
        for minutes, button in self._buttons.items():
            at = reopening(now, minutes)
            button.say(f"{CHOICES[minutes]}（{at} 再開予定）" if at else CHOICES[minutes])


def reopening(now: datetime, minutes: int) -> str:
    """The time of day after this many minutes, rounded up to ``ROUND``; empty for 0."""
    if not minutes:
        return ""
    at = now + timedelta(minutes=minutes)
    return (at + timedelta(minutes=-at.minute % ROUND)).strftime("%H:%M")
