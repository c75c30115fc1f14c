"""The footer of the session window: 「やめる」, beside it 「もどる」, and the strip that leads through the page."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Button
from ui.window.guide_strip import GuideStrip, Words


class Footer(QFrame):
    """「やめる」 opens a sheet and ends nothing; 「もどる」 leads one question back. The page's 「次へ」 is above."""

    quit_pressed, back_pressed = Signal(), Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("footer")
        size, space = style.tokens().size, style.tokens().space
        self.quit = controls.quit_button("quit", "chevron_up")
        self.back = Button("go_back", "outline")
        self.back.set_icon("arrow_left", pixels=size.key_icon)
        self.back.setFixedHeight(size.button)
        self.back.hide()
        self.guide = GuideStrip()
        inside = QHBoxLayout(self)
        inside.setContentsMargins(space.margin, 0, space.margin, (size.footer - size.button) // 2)
        inside.setSpacing(space.wide)
        inside.addWidget(self.quit, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addWidget(self.back, 0, Qt.AlignmentFlag.AlignBottom)
        inside.addWidget(self.guide, 1, Qt.AlignmentFlag.AlignBottom)
        inside.addStretch(0)
        self.quit.clicked.connect(self.quit_pressed)
        self.back.clicked.connect(self.back_pressed)
        self._fit()
        self.retranslate()

    def set_quit(self, offered: bool) -> None:
        """Show or hide 「やめる」: a problem and a result have one end of their own."""
        self.quit.setVisible(offered)

    def lead(self, words: Words) -> None:
        """Show the strip with these words; without a sentence it is hidden."""
        self.guide.lead(words)
        self._fit()

    def _fit(self) -> None:
        """Become higher for a strip that needs it; 「やめる」 stays where it is."""
        size, space = style.tokens().size, style.tokens().space
        before = size.quit_width + space.wide
        if not self.back.isHidden():
            before += self.back.sizeHint().width() + space.wide
        room = self.width() - 2 * space.margin - before
        needed = self.guide.height_in(room) if not self.guide.isHidden() else 0
        self.setFixedHeight(max(size.footer, needed + 2 * space.tight))
        self.guide.setFixedHeight(max(needed, size.guide))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Fit the strip into the new width."""
        super().resizeEvent(event)
        self._fit()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.quit.say(self.tr("やめる"))
        self.back.say(self.tr("もどる"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()
