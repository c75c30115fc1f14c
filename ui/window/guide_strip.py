"""The strip in the footer that says in the person's language where to press on the portal's page above it."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Text
from ui.widgets.pictures import Picture

#: From this factor of the letters on, the line for staff is left out.
LARGEST = 2.0


@dataclass(frozen=True)
class Words:
    """What the strip says: the sentence ("" for no strip), and the same in Japanese for staff beside the person.

    ``points_up``: an arrow points at the page's main button. ``hint``: it is the kiosk's own, on a screen that needs
    its room.
    """

    sentence: str = ""
    staff: str = ""
    points_up: bool = False
    hint: bool = False


class GuideStrip(QFrame):
    """Not touchable: the page's 「次へ」 lies right above it, and its arrow points there."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        values = style.tokens()
        self.setObjectName("guide")
        self.setProperty("card", "guide")
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._sentence, self._staff = Text("strong"), Text("guide_staff", language="ja")
        self._arrow = Picture("arrow_up", values.size.guide_arrow)
        inside = QHBoxLayout(self)
        inside.setContentsMargins(values.space.wide, 0, values.space.wide, 0)
        inside.setSpacing(values.space.base)
        inside.addLayout(controls.middle(self._sentence, self._staff, space=0), 1)
        inside.addWidget(self._arrow)
        self.hide()

    def lead(self, words: Words) -> None:
        """Show these words; without a sentence the strip is hidden."""
        self._sentence.set_role("place_bold" if words.hint else "strong")
        self._sentence.setText(words.sentence)
        self._staff.setText(words.staff)
        # With the largest letters the room is the person's own.
        self._staff.setVisible(bool(words.staff) and style.letters() < LARGEST)
        self._arrow.setVisible(words.points_up)
        self.setAccessibleName(self._sentence.text())
        self.setVisible(bool(words.sentence))

    def height_in(self, width: int) -> int:
        """The height that the texts need in this width, in pixels: long sentences take two lines."""
        inside = self.layout()
        return max(style.tokens().size.guide, inside.totalHeightForWidth(width) if inside is not None else 0)
