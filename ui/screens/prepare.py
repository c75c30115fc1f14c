"""The screen before the card: what to have ready, and whether the certificate was renewed today."""

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import style
from ui.flow.events import ForChild, Prepared, StaffPressed
from ui.screens.content import Content
from ui.screens.screen import Screen, one_column
from ui.widgets import bullets, controls
from ui.widgets.controls import Button, Text


class PrepareScreen(Screen):
    """Asks before the login, because a certificate renewed today cannot be used yet.

    The two answers look alike and none has the focus: the one that goes on is not to be pressed unread. Who does not
    know asks staff, and comes back to the question.
    """

    name = "prepare"

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        space = style.tokens().space
        self._asks_renewed = False
        self._child: bool | None = None
        self._title, self._bring_title, self._question = Text("title"), Text("label_bold"), Text("question")
        self._bring_box, box = controls.card("plain", vertical=True)
        box.setSpacing(space.tight)
        self._bring = QVBoxLayout()
        box.addWidget(self._bring_title)
        box.addLayout(self._bring)
        self._for_child = Button("for_child", "outline")
        self._go = Button("ready", "main")
        self._yes, self._no = Button("renewed_yes", "outline"), Button("renewed_no", "outline")
        self._unsure = Button("renewed_unsure", "outline")
        self._unsure.set_icon("question")
        for button in (self._go, self._no):
            button.clicked.connect(lambda: self.post(Prepared(renewed=False)))
        self._yes.clicked.connect(lambda: self.post(Prepared(renewed=True)))
        self._unsure.clicked.connect(lambda: self.post(StaffPressed()))
        self._for_child.clicked.connect(lambda: self.post(ForChild(not self._child)))
        inside = one_column(self)
        inside.setSpacing(space.snug if style.letters() > 1 else space.base)
        inside.addLayout(self._head())
        inside.addWidget(self._bring_box)
        inside.addWidget(self._question)
        inside.addStretch(1)
        inside.addLayout(self._buttons())
        self.set_child(None)

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(style.tokens().space.wide)
        row.addWidget(self._title, 1)
        row.addWidget(self._for_child)
        return row

    def _buttons(self) -> QBoxLayout:
        row = QBoxLayout(controls.direction(not style.is_cramped()))
        row.setSpacing(style.tokens().space.wide)
        for button in (self._yes, self._no, self._unsure, self._go):
            row.addWidget(button, 1)
            button.setMinimumHeight(style.tokens().size.button_main)
        return row

    def fill(self, content: Content) -> None:
        """Show what the chosen procedure needs, and whether it is for a child."""
        procedure = content.procedure
        bring = [content.say(item) for item in procedure.bring]
        self.set_procedure(content.say(procedure.title), bring, procedure.asks_renewed_today)
        self.set_child(content.flow.for_child if procedure.offers_child else None)

    def set_procedure(self, title: str, bring: Sequence[str], asks_renewed: bool) -> None:
        """Show the title, the list of what to bring, and the question about the certificate if it is needed."""
        self._title.setText(title)
        self._asks_renewed = asks_renewed
        controls.clear(self._bring)
        for item in bring:
            self._bring.addWidget(needed := _needed(item))
            needed.show()
        self._bring_box.setVisible(bool(bring))
        self._question.setVisible(asks_renewed)
        for button in (self._yes, self._no, self._unsure):
            button.setVisible(asks_renewed)
        self._go.setVisible(not asks_renewed)
        self.retranslate()

    def set_child(self, child: bool | None) -> None:
        """Set whether the application is for a child; None: the procedure does not offer that."""
        self._child = child
        self._for_child.setVisible(child is not None)
        controls.set_style_property(self._bring_box, "card", "info" if child else "plain")
        self.retranslate()

    def main_control(self) -> QWidget | None:
        """The button that goes on; None of the answers to the question."""
        return None if self._asks_renewed else self._go

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        child = self.tr("お子さまのカードと、お子さまの暗証番号を使います。")
        self._bring_title.setText(child if self._child else self.tr("ご用意ください"))
        self._question.setText(
            self.tr("今日、市役所でマイナンバーカードの「更新」をしましたか？\n（電子証明書の更新）")
        )
        self._go.say(self.tr("用意できました"))
        self._yes.say(self.tr("はい、しました"))
        self._no.say(self.tr("いいえ、していません"))
        self._unsure.say(self.tr("分からない"))
        to_child, to_own = self.tr("子どもの申込みをする（代理）"), self.tr("自分の申込みにもどる")
        self._for_child.say(to_own if self._child else to_child)


def _needed(item: str) -> QWidget:
    made, text = QWidget(), Text("body")
    text.setText(item)
    made.setLayout(bullets.row("dot", text, style.tokens().size.icon_small))
    return made
