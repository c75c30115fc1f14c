"""Says that the window is too small for the screens, instead of showing them broken."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

from ui import style
from ui.text.languages import fill
from ui.widgets import controls
from ui.widgets.controls import Text


class TooSmall(QWidget):
    """Covers its window while that is smaller than the smallest scale of the screens."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.setObjectName("too_small")
        self.setProperty("cover", "plain")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._sentence, self._staff = Text("strong", centred=True), Text("note", centred=True, language="ja")
        space = style.tokens().space
        inside = controls.middle(self._sentence, self._staff)
        inside.setContentsMargins(space.base, space.base, space.base, space.base)
        self.setLayout(inside)
        self.retranslate()
        self.hide()

    def retranslate(self) -> None:
        """Set the sentence in the current language; staff read in Japanese what size is needed."""
        self._sentence.setText(self.tr("画面が小さいため、表示できません。\n職員をお呼びください。"))
        wide, upright = style.least_size(style.DESIGN_SIZE), style.least_size(style.UPRIGHT_SIZE)
        needed = "職員の方へ：横長では %1×%2、縦長では %3×%4 以上の画面が必要です。"
        self._staff.setText(fill(needed, *wide, *upright))

    def fit(self, window: QRect) -> None:
        """Cover the window, of this rectangle, and all that was put over it, if it is too small; else be hidden."""
        self.setGeometry(window)
        self.setVisible(style.is_too_small((window.width(), window.height())))
        self.raise_()

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Keep touches from what is behind it."""
        event.accept()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()
