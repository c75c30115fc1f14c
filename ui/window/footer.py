"""The footer of the session window: 今日はやめる at the left, 次の方へ at the right, on all screens but the first."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Button


class Footer(QFrame):
    """The two buttons that end the session."""

    give_up_pressed = Signal()
    next_customer_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        values = style.tokens()
        self.setFixedHeight(values.size.footer)
        self.give_up = Button("give_up")
        self.next_customer = Button("next_customer", "outline")
        self.next_customer.set_icon("arrow_right", pixels=values.size.key_icon, after=True)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(values.space.loose, 0, values.space.loose, 0)
        for button in (self.give_up, self.next_customer):
            button.setMinimumWidth(values.size.button_wide)
        inside.addWidget(self.give_up)
        inside.addStretch(1)
        inside.addWidget(self.next_customer)
        self.give_up.clicked.connect(self.give_up_pressed)
        self.next_customer.clicked.connect(self.next_customer_pressed)
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.give_up.say(self.tr("今日はやめる"))
        self.next_customer.say(self.tr("次の方へ"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()
