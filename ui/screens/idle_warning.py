"""The warnings before the session ends: no input, or the longest time. They hide the page and count down."""

import math
from typing import ClassVar

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from ui import style
from ui.flow.events import EndConfirmed, Event, Extended, OverlayLeft
from ui.flow.limits import idle_limit, limit_notice
from ui.screens.content import Content
from ui.screens.screen import CoverScreen
from ui.text import sentences
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.countdown import CountdownRing
from ui.widgets.marks import MarkChip

#: Seconds between two announcements of the count-down by a screen reader.
SPOKEN_EVERY = 10


class IdleWarningScreen(CoverScreen):
    """The warning without input. Its buttons ignore input for a moment that may be meant for the screen before."""

    name = "idle_warning"
    #: The event that 続ける posts.
    goes_on: ClassVar[Event] = Extended()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._left, self._total = 0, 1
        self.ring = CountdownRing()
        self._title, self._about, self._second = Text("question"), Text("body"), Text("note", language="ja")
        self._mark_label, self._mark_question = Text("note"), Text("note")
        self._mark = MarkChip()
        self.extend, self.end = Button("extend", "main", big=True), Button("end")
        self.extend.clicked.connect(lambda: self.post(self.goes_on))
        self.end.clicked.connect(lambda: self.post(EndConfirmed()))
        self._arming = QTimer(self)
        self._arming.setSingleShot(True)
        self._arming.setInterval(style.tokens().time.armed)
        self._arming.timeout.connect(self.on_armed)
        self.inside.setDirection(controls.direction(not style.is_cramped()))
        self.inside.addWidget(self.ring, 0, Qt.AlignmentFlag.AlignCenter)
        self.inside.addLayout(self._right(), 1)
        self.retranslate()

    def _right(self) -> QVBoxLayout:
        space = style.tokens().space
        right = controls.column(self._title, self._about, self._second, space=space.hair)
        right.addSpacing(space.base)
        right.addWidget(self.extend)
        right.addSpacing(space.snug)
        right.addWidget(self.end)
        right.addSpacing(space.base)
        row = QBoxLayout(controls.direction(not style.is_cramped()))
        row.setSpacing(space.snug)
        row.addWidget(self._mark_label)
        row.addWidget(self._mark, 0, Qt.AlignmentFlag.AlignLeft)
        row.addWidget(self._mark_question)
        row.addStretch(0 if style.is_cramped() else 1)
        right.addLayout(row)
        return right

    def fill(self, content: Content) -> None:
        """Show the session's mark and the seconds until it ends."""
        timers = content.timers
        self.set_mark(content.mark)
        limit = idle_limit(content.flow, timers) + timers.warning
        self.set_seconds(max(0.0, limit - content.idle), timers.warning)

    def set_seconds(self, left: float, total: float) -> None:
        """Show the seconds left of ``total``, rounded up."""
        self._left, self._total = math.ceil(left), math.ceil(total)
        self._show_seconds(self._left, self._total)

    def _show_seconds(self, left: int, total: int) -> None:
        self.ring.set_seconds(left, total, self.tr("秒"))
        announcement = QCoreApplication.translate("IdleWarningScreen", "あと %n 秒で、入力した内容が消えます", "", left)
        if left == total or left % SPOKEN_EVERY == 0:
            self.ring.setAccessibleName(announcement)

    def set_mark(self, mark: str) -> None:
        """Show the session's mark; "" hides it."""
        self._mark.set_mark(mark)
        for label in (self._mark_label, self._mark_question):
            label.setVisible(bool(mark))

    def entered(self) -> None:
        """Focus 続ける; both buttons can be pressed after ``time.armed`` milliseconds of the tokens."""
        for button in (self.extend, self.end):
            button.set_armed(False)
        self._arming.start()
        super().entered()

    def on_armed(self) -> None:
        """Let the buttons be pressed from now on."""
        for button in (self.extend, self.end):
            button.set_armed(True)

    def main_control(self) -> QWidget | None:
        """The button 続ける."""
        return self.extend

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._title.setText(self.tr("続けますか？"))
        self._about.setText(self.tr("このままだと、入力した内容は\nすべて消えて、はじめの画面に戻ります。"))
        japanese = "このままだと、入力した内容はすべて消えます。"
        self._second.setText(sentences.also_in_japanese(japanese))
        self._second.setVisible(bool(self._second.text()))
        self.extend.say(self.tr("続ける"))
        self.end.say(self.tr("終わる"))
        self._mark_label.setText(self.tr("この手続きのしるし："))
        self._mark_question.setText(self.tr("あなたのカードですか？"))
        self._show_seconds(self._left, self._total)


class LimitWarningScreen(IdleWarningScreen):
    """The warning before the longest time of a session is over. It cannot be extended."""

    name = "limit_warning"
    goes_on = OverlayLeft()

    def fill(self, content: Content) -> None:
        """Show the session's mark and the seconds left of its longest time."""
        self.set_mark(content.mark)
        self.set_seconds(max(0.0, content.left), limit_notice(content.timers))

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        super().retranslate()
        self._title.setText(self.tr("まもなく終わります"))
        self._about.setText(
            self.tr("使える時間は、あと少しです。のばせません。\n時間になると、入力した内容はすべて消えます。")
        )
        japanese = "使える時間は、あと少しです。時間になると、入力した内容はすべて消えます。"
        self._second.setText(sentences.also_in_japanese(japanese))
        self._second.setVisible(bool(self._second.text()))
        self.extend.say(self.tr("それまで続ける"))
