"""The footer of the session window: one quiet button 「やめる」 at the left, on all screens but the first."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Button


class Footer(QFrame):
    """「やめる」 opens a sheet and ends nothing. Nothing else is touchable: the page's 「次へ」 lies right above."""

    quit_pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        size, space = style.tokens().size, style.tokens().space
        self.setFixedHeight(size.footer)
        self.quit = Button("quit", "quiet")
        self.quit.set_icon("chevron_up", "text_body", size.icon_small, after=True)
        self.quit.setFixedSize(size.quit_width, size.button)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(space.margin, 0, space.margin, 0)
        inside.addWidget(self.quit)
        inside.addStretch(1)
        self.quit.clicked.connect(self.quit_pressed)
        self.retranslate()

    def set_quit(self, offered: bool) -> None:
        """Show or hide 「やめる」: a problem and a result have one end of their own."""
        self.quit.setVisible(offered)

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.quit.say(self.tr("やめる"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()
