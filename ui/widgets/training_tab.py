"""The tab 「研修用」 that every window of a training system wears."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from ui import style
from ui.widgets import controls

#: What every screen of a training system says, whatever the language.
TRAINING = "研修用"


class TrainingTab(QLabel):
    """The yellow tab 「研修用」 that hangs over everything while the system is a training one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("training_tab")
        values = style.tokens()
        self.setFixedHeight(values.size.training_height)
        self.setMinimumWidth(values.size.training_width)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.retranslate()
        self.hide()

    def hang(self, top: int) -> None:
        """Hang at the right of the parent, this far down."""
        wide = controls.text_width(self.text(), _bold(style.tokens().font("note"))) + 2 * style.tokens().space.base
        self.resize(max(round(wide), self.minimumWidth()), self.height())
        self.move(self.window().width() - self.width() - style.tokens().space.loose, top)
        self.raise_()

    def retranslate(self) -> None:
        """In Japanese always, since staff must see it; and in the language in use."""
        said = self.tr("研修用")
        self.setText(said if said == TRAINING else f"{TRAINING}  {said}")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the tab with its lower corners round."""
        del event
        values = style.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(values.paint("training"))
        radius = values.radius.small
        painter.drawRoundedRect(self.rect().adjusted(0, -radius, 0, 0), radius, radius)
        painter.setPen(values.paint("on_training"))
        painter.setFont(_bold(values.font("note")))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()


def _bold(font: QFont) -> QFont:
    font.setBold(True)
    return font
