"""The footer of the session window, on all screens but the first: one quiet button 「やめる」, beside it 「もどる」."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Button


class Footer(QFrame):
    """「やめる」 opens a sheet and ends nothing; 「もどる」 leads one question back. The page's 「次へ」 is above."""

    quit_pressed, back_pressed = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        size, space = style.tokens().size, style.tokens().space
        self.setFixedHeight(size.footer)
        self.quit = Button("quit", "quiet")
        self.quit.set_icon("chevron_up", "text_body", size.icon_small, after=True)
        self.quit.setFixedSize(size.quit_width, size.button)
        self.back = Button("go_back", "outline")
        self.back.set_icon("arrow_left", pixels=size.key_icon)
        self.back.setFixedHeight(size.button)
        self.back.hide()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(space.margin, 0, space.margin, 0)
        inside.addWidget(self.quit)
        inside.addSpacing(space.wide)
        inside.addWidget(self.back)
        inside.addStretch(1)
        self.quit.clicked.connect(self.quit_pressed)
        self.back.clicked.connect(self.back_pressed)
        self.retranslate()

    def set_quit(self, offered: bool) -> None:
        """Show or hide 「やめる」: a problem and a result have one end of their own."""
        self.quit.setVisible(offered)

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.quit.say(self.tr("やめる"))
        self.back.say(self.tr("もどる"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()
