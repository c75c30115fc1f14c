"""The screen while somebody waits for staff. It hides the page and says to the whole room which terminal calls."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import style
from ui.flow.events import OverlayLeft, PanelPressed, Stage
from ui.screens.content import Content
from ui.screens.screen import Screen, fill_with
from ui.text import sentences
from ui.text.languages import fill
from ui.widgets import call_sign, controls
from ui.widgets.call_sign import LargeText, StaffEntry, TerminalSign
from ui.widgets.controls import Button, Text
from ui.widgets.pictures import Picture

MINUTE = 60


class StaffCalledScreen(Screen):
    """Says that staff are coming, never why. Going back after long waiting needs the card (``ui.flow.calls``)."""

    name = "staff_called"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        values = style.tokens()
        self.sign = TerminalSign()
        self.words = LargeText("title")
        self.lead, self.about, self.japanese = Text("strong"), Text("body"), Text("support", language="ja")
        self._pause, self.time = Picture("pause", values.size.icon), Text("mark")
        self.back, self.panel = Button("back", "outline"), StaffEntry()
        self.back.set_icon("arrow_left")
        self.back.clicked.connect(lambda: self.post(OverlayLeft()))
        self.panel.clicked.connect(lambda: self.post(PanelPressed()))
        self._terminal, self._problem, self._minutes, self._waited = "", False, 0, False
        self._lay_out()
        self.retranslate()

    def _lay_out(self) -> None:
        space = style.tokens().space
        buttons = QHBoxLayout()
        buttons.addWidget(self.back)
        buttons.addStretch(1)
        buttons.addWidget(self.panel)
        outer = QVBoxLayout()
        outer.setContentsMargins(space.margin, 0, space.margin, space.base)
        outer.setSpacing(space.base)
        outer.addSpacing(space.base)  # the room decides the margin at the top
        outer.addLayout(call_sign.beside(self.sign, self._texts()), 1)
        outer.addLayout(buttons)
        fill_with(self, outer, gathered=False)

    def _texts(self) -> QVBoxLayout:
        pill, inside = controls.card("mark")
        inside.addWidget(self._pause)
        inside.addWidget(self.time, 1)
        texts = controls.column(self.words, self.lead, self.about, self.japanese, space=style.tokens().space.tight)
        texts.setStretch(0, 1)
        texts.addSpacing(style.tokens().space.tight)
        texts.addWidget(pill)
        return texts

    def fill(self, content: Content) -> None:
        """Show the terminal, and for how long nothing is erased: the wait, or the rest of the longest time."""
        self._problem = content.flow.stage is Stage.PROBLEM
        self._waited = content.flow.waited and content.flow.bound and not self._problem
        left = min(max(0.0, content.timers.waiting - content.idle), max(0.0, content.left))
        self.set_wait(content.terminal, max(1, round(left / MINUTE - 0.49)))

    def set_wait(self, terminal: str, minutes: int) -> None:
        """Show the terminal's name, and the minutes that one may wait."""
        self._terminal, self._minutes = terminal, minutes
        self.retranslate()

    def main_control(self) -> QWidget | None:
        """The button back to the procedure."""
        return self.back

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.sign.set_terminal(self.tr("端末"), self._terminal)
        self.words.setText(self.tr("職員が\n参ります"))
        self.lead.setText(self.tr("このまま、お待ちください。"))
        waiting = self.tr("カードはそのままで大丈夫です。内容はかくしてあります。")
        back = self.tr("戻るには、ご自分のカードが読み取り機に必要です。")
        self.about.setText(back if self._waited else waiting)
        self.japanese.setText(sentences.also_in_japanese("職員を呼んでいます。内容はかくしてあります。"))
        self.time.setText(fill(self.tr("あと約%1分は、このままお待ちになれます"), self._minutes))
        self.back.say(self.tr("お知らせを読む") if self._problem else self.tr("手続きに戻る"))
