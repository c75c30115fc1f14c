"""The tab 「研修用」 at the top of every window of a training system."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import style
from ui.widgets import controls, furigana

#: The Japanese word, shown in every language.
TRAINING = "研修用"


class TrainingTab(QLabel):
    """The yellow tab 「研修用」 over all other widgets of a training system's window."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training_tab")
        values = style.tokens()
        #: Kept: the curtain takes a person's letters for a while, and the tab does not.
        self._pixels = values.type.note
        self.setFixedHeight(values.size.training_height)
        self.setMinimumWidth(values.size.training_width)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.retranslate()
        self.hide()

    def hang(self, between: QRect | None = None) -> None:
        """Hang from the top edge, over all other widgets: in the middle of this gap, else at the right.

        In a gap too narrow for both, the word is Japanese only: it is for staff first.
        """
        words = self._words()
        self.setText(TRAINING if between is not None and self._wide(words) > between.width() else words)
        self.resize(self._wide(self.text()), self.height())
        right = self.window().width() - self.width() - style.tokens().space.loose
        top = between.top() if between is not None else 0
        self.move(right if between is None else between.center().x() - self.width() // 2, top)
        self.raise_()

    def _wide(self, words: str) -> int:
        wide = furigana.text_width(words, self._font()) + 2 * style.tokens().space.base
        return max(round(wide), self.minimumWidth())

    def _words(self) -> str:
        translated = self.tr("研修用")
        return TRAINING if translated == TRAINING else f"{TRAINING}  {translated}"

    def retranslate(self) -> None:
        """Set the text: in Japanese for staff, and in the current language."""
        self.setText(self._words())

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the tab; its lower corners are round."""
        del event
        values = style.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(values.paint("training"))
        radius = values.radius.small
        painter.drawRoundedRect(self.rect().adjusted(0, -radius, 0, 0), radius, radius)
        painter.setPen(values.paint("on_training"))
        painter.setFont(self._font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _font(self) -> QFont:
        font = style.base_font(self._pixels)
        font.setBold(True)
        return font
