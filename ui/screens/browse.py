"""The portal's page, with the kiosk's notice above it and the result below it."""

import math

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from kiosk.procedures import navigation
from kiosk.vocabulary import ResultKind
from ui import style
from ui.flow.events import EndConfirmed, LookedLonger
from ui.screens.content import Content
from ui.screens.screen import Screen
from ui.text import sentences
from ui.text.languages import fill
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.countdown import CountdownRing
from ui.widgets.pictures import Picture

#: Seconds between two announcements of the count-down by a screen reader.
SPOKEN_EVERY = 10
#: Kind of card, drawing and colour of each result: no result is distinguished by colour alone.
APPEARANCES = {
    ResultKind.DONE: ("done", "check", "success"),
    ResultKind.NOT_DONE: ("not_done", "warning", "warning"),
    ResultKind.UNKNOWN: ("unknown", "question", "text_support"),
}


class BrowseScreen(Screen):
    """Holds the page's widget; it does not know the page's content."""

    name = "browse"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view: QWidget | None = None
        self._kind: ResultKind | None = None
        size, space = style.tokens().size, style.tokens().space
        self.notice = Text("label_bold")
        self._notice_bar, notice = controls.card("notice", margins=(space.loose, space.base))
        notice.addWidget(Picture("info", size.icon))
        notice.addWidget(self.notice, 1)
        self._result, self._result_note = Text("strong"), Text("small")
        self._result_icon = Picture("check", size.icon_large)
        words, answers = QHBoxLayout(), QHBoxLayout()
        narrow = style.is_narrow()
        self._result_bar, result = controls.card("done", vertical=narrow, margins=(space.loose, space.snug))
        if narrow:
            result.setSpacing(space.tight)
        words.addWidget(self._result_icon)
        words.addLayout(controls.column(self._result, self._result_note, space=0), 1)
        for part in (words, answers):
            part.setSpacing(space.base)
        result.addLayout(words, 1)
        result.addLayout(answers)
        self.finish = Button("finish", "main")
        if not style.is_cramped():
            self.finish.setMinimumWidth(size.button_wide)
        self.finish.clicked.connect(lambda: self.post(EndConfirmed()))
        self.ring, self.longer = CountdownRing(small=True), Button("look_longer", "outline")
        self.longer.clicked.connect(lambda: self.post(LookedLonger()))
        # Where there is little room, the answers have the whole width.
        (words if narrow else answers).addWidget(self.ring)
        answers.addWidget(self.longer)
        answers.addWidget(self.finish)
        self._room = QVBoxLayout()
        self._lay_out()
        self.set_notice("")
        self.set_result(None)

    def _lay_out(self) -> None:
        outer = self._outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self._notice_bar)
        outer.addLayout(self._room, 1)
        outer.addWidget(self._result_bar)

    def fill(self, content: Content) -> None:
        """Show the page, its result and the notice."""
        if content.view is not None:
            self.set_view(content.view)
        self.set_result(content.flow.result)
        self.set_notice(_notice(content))
        self.set_seconds(content.timers.completion - content.idle, content.timers.completion)
        self.longer.setVisible(content.flow.may_look)

    def set_view(self, view: QWidget) -> None:
        """Show this page widget."""
        if view is self._view:
            return
        if self._view is not None:
            self._view.clearFocus()
            self._room.removeWidget(self._view)
            self._view.hide()
        self._view = view
        self._room.addWidget(view)
        view.show()

    def take_view(self) -> QWidget | None:
        """Remove and return the page's widget; None: there is none."""
        view, self._view = self._view, None
        if view is not None:
            view.clearFocus()
            self._room.removeWidget(view)
        return view

    def make_room(self, above: int, below: int) -> bool:
        """Keep this many pixels free at top and bottom, for the touch keyboard. Returns whether that is a change."""
        old = self._outer.contentsMargins()
        self._outer.setContentsMargins(0, above, 0, below)
        return (old.top(), old.bottom()) != (above, below)

    def set_notice(self, notice: str) -> None:
        """Show this notice above the page; "" hides it."""
        if notice == self.notice.text() and self._notice_bar.isVisibleTo(self) == bool(notice):
            return
        self.notice.setText(notice)
        self._notice_bar.setVisible(bool(notice))
        self._notice_bar.setAccessibleName(self.notice.text())

    def set_result(self, kind: ResultKind | None) -> None:
        """Show the result that the page stands for; None hides it."""
        if kind is self._kind and self._result_bar.isVisibleTo(self) == (kind is not None):
            return
        self._kind = kind
        self._result_bar.setVisible(kind is not None)
        if kind is not None:
            card, icon, colour = APPEARANCES[kind]
            controls.set_style_property(self._result_bar, "card", card)
            self._result_icon.show_drawing(icon, colour)
        self.retranslate()

    def set_seconds(self, left: float, total: float) -> None:
        """Show the seconds that the result stays without input, of ``total``, rounded up."""
        shown = max(0, math.ceil(left))
        self.ring.set_seconds(shown, math.ceil(total))
        if shown % SPOKEN_EVERY == 0 or not self.ring.accessibleName():
            self.ring.setAccessibleName(fill(self.tr("この画面は、あと%1秒で閉じます"), shown))

    def wants_footer(self) -> bool:
        """A result has one way to end, on its own bar."""
        return self._kind is None

    def title_text(self) -> Text | None:
        """The result or the notice, if one is shown; the page has a title of its own."""
        shown = (text for text in (self._result, self.notice) if text.isVisibleTo(self))
        return next(shown, None)

    def main_control(self) -> QWidget | None:
        """The page, or after a result the button 終わる."""
        return self.finish if self._kind is not None else self._view

    def entered(self) -> None:
        """Focus the page, or the button after a result. A TabFocusReason crashes the page (Qt 6.12, offscreen)."""
        if self._kind is not None:
            super().entered()
        elif self._view is not None:
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        texts = {
            ResultKind.DONE: (
                self.tr("お手続きが完了しました"),
                self.tr("「終わる」を押してから、カードをお取りください。"),
            ),
            ResultKind.NOT_DONE: (
                self.tr("手続きは、できていません"),
                self.tr("画面の説明を読んで、分からないときは職員をお呼びください。"),
            ),
            ResultKind.UNKNOWN: (
                self.tr("結果が、まだ分かりません"),
                self.tr("もう一度申し込まずに、職員をお呼びください。"),
            ),
        }
        result, note = texts[self._kind or ResultKind.DONE]
        self._result.setText(result)
        self._result_note.setText(note)
        self.finish.say(self.tr("終わる"))
        self.longer.say(self.tr("もう少し見る"))


def _notice(content: Content) -> str:
    if content.flow.notice:
        return sentences.notice(content.flow.notice)
    advice = content.procedure.advice
    return content.say(advice) if advice and navigation.is_advice(content.procedure, content.url) else ""
