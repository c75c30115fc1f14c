"""The report of a suspected mix-up by staff: fixed choices only, nothing can be typed."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from kiosk.vocabulary import SESSION_MARKS
from ui import style
from ui.staff import words
from ui.widgets import marks
from ui.widgets.controls import Button, Text

MARK_COLUMNS = 8


class MixupForm(QWidget):
    """What was seen, in which use, and with which mark; the current time is filled in."""

    sent = Signal(str, str, str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.time = Text("label_bold", language="ja")
        self._groups = {name: QButtonGroup(self) for name in ("seen", "when", "mark")}
        self.send, self.back = Button("mixup_send", "main"), Button("mixup_back")
        self.send.say("報告を作る")
        self.back.say("もどる")
        self._lay_out()
        self.send.clicked.connect(self.on_send)
        self.back.clicked.connect(self.left)

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(style.tokens().space.tight)
        outer.addWidget(self.time)
        drawn = {mark: marks.word(mark) for mark in SESSION_MARKS}
        for name, choices, columns in (("seen", words.SEEN, 2), ("when", words.WHEN, 3), ("mark", drawn, MARK_COLUMNS)):
            question = Text("small_bold", language="ja")
            question.setText(words.QUESTIONS[name])
            outer.addWidget(question)
            outer.addLayout(self._choices(name, choices, columns))
        outer.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.back, 1)
        row.addWidget(self.send, 2)
        outer.addLayout(row)

    def _choices(self, name: str, choices: Mapping[str, str], columns: int) -> QGridLayout:
        grid = QGridLayout()
        grid.setSpacing(style.tokens().space.tight)
        for place, (code, label) in enumerate(choices.items()):
            button = Button(f"{name}_{code}", "language")
            button.say(label)
            if name == "mark":
                button.set_icon(f"mark_{code}")
            button.setCheckable(True)
            button.clicked.connect(self._refresh)
            self._groups[name].addButton(button)
            grid.addWidget(button, place // columns, place % columns)
        return grid

    def begin(self, mark: str, at: str) -> None:
        """Clear the form, fill in the time, and choose the mark of the running session."""
        self.time.setText(f"気づいた時刻：{at}（自動で入ります）")
        for name, group in self._groups.items():
            group.setExclusive(False)
            for button in group.buttons():
                button.setChecked(name == "mark" and button.objectName() == f"mark_{mark}")
            group.setExclusive(True)
        self._refresh()

    def _refresh(self) -> None:
        self.send.setEnabled(all(group.checkedButton() is not None for group in self._groups.values()))

    def on_send(self) -> None:
        """Emit the three choices."""
        self.sent.emit(*(self._chosen(name) for name in ("seen", "when", "mark")))

    def _chosen(self, name: str) -> str:
        button = self._groups[name].checkedButton()
        return button.objectName().removeprefix(f"{name}_") if button is not None else ""
