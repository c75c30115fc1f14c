"""The strip in the footer that says in the person's language where to press on the portal's page above it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Text
from ui.widgets.pictures import Picture

#: From this factor of the letters on, the line for staff is left out.
LARGEST = 2.0


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

    def lead(self, sentence: str, staff: str, points_up: bool) -> None:
        """Show the sentence, the same for staff beside the person (in Japanese), and the arrow; "" hides the strip."""
        # Without a line for staff it is the kiosk's own hint, on a screen that needs its room.
        self._sentence.set_role("strong" if staff or points_up else "place_bold")
        self._sentence.setText(sentence)
        self._staff.setText(staff)
        # With the largest letters the room is the person's own.
        self._staff.setVisible(bool(staff) and style.letters() < LARGEST)
        self._arrow.setVisible(points_up)
        self.setAccessibleName(self._sentence.text())
        self.setVisible(bool(sentence))

    def height_in(self, width: int) -> int:
        """The height that the texts need in this width, in pixels: long sentences take two lines."""
        inside = self.layout()
        return max(style.tokens().size.guide, inside.totalHeightForWidth(width) if inside is not None else 0)
