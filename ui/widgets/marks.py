"""The session mark: a picture and its word, by which a session left by another customer can be recognised."""

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import style
from ui.text.languages import QT_TRANSLATE_NOOP
from ui.widgets import controls
from ui.widgets.pictures import Picture

#: Mark (kiosk.vocabulary.SESSION_MARKS) -> its word.
WORDS = {
    "umbrella": QT_TRANSLATE_NOOP("marks", "かさ"),
    "apple": QT_TRANSLATE_NOOP("marks", "りんご"),
    "fish": QT_TRANSLATE_NOOP("marks", "さかな"),
    "bell": QT_TRANSLATE_NOOP("marks", "すず"),
    "star": QT_TRANSLATE_NOOP("marks", "ほし"),
    "leaf": QT_TRANSLATE_NOOP("marks", "はっぱ"),
    "boat": QT_TRANSLATE_NOOP("marks", "ふね"),
    "key": QT_TRANSLATE_NOOP("marks", "かぎ"),
    "cup": QT_TRANSLATE_NOOP("marks", "コップ"),
    "moon": QT_TRANSLATE_NOOP("marks", "つき"),
    "tree": QT_TRANSLATE_NOOP("marks", "き"),
    "bird": QT_TRANSLATE_NOOP("marks", "とり"),
    "flower": QT_TRANSLATE_NOOP("marks", "はな"),
    "house": QT_TRANSLATE_NOOP("marks", "いえ"),
    "hat": QT_TRANSLATE_NOOP("marks", "ぼうし"),
    "book": QT_TRANSLATE_NOOP("marks", "ほん"),
}


def word(mark: str) -> str:
    """The word of a mark in the current language; "" for an unknown one."""
    return QCoreApplication.translate("marks", WORDS[mark]) if mark in WORDS else ""


class MarkChip(QFrame):
    """The mark on a pale chip; hidden without a mark."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        values = style.tokens()
        self.setObjectName("mark")
        self.setProperty("card", "mark")
        self._mark = ""
        self._picture = Picture("mark_star", values.size.mark)
        self._word = controls.Text("mark")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(values.space.base, 0, values.space.base, 0)
        inside.setSpacing(values.space.snug)
        inside.addWidget(self._picture)
        inside.addWidget(self._word)
        self.setFixedHeight(values.size.header_button)
        self.hide()

    def set_mark(self, mark: str) -> None:
        """Show this mark; an unknown or empty one hides the chip."""
        self._mark = mark
        if mark in WORDS:
            self._picture.show_drawing(f"mark_{mark}")
        self.retranslate()
        self.setVisible(mark in WORDS)
        self.updateGeometry()

    def retranslate(self) -> None:
        """Set the word in the current language."""
        self._word.setText(word(self._mark))
        self._word.setMinimumWidth(self._word.sizeHint().width())
        self.setAccessibleName(word(self._mark))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()
