"""A row that is one touch target: a drawing, what the press does, and a sentence about it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.pictures import Picture


class ActionRow(Button):
    """A button as wide as its list. In ``main`` it is outlined and written in the main colour."""

    def __init__(self, name: str, icon: str, colour: str = "text_body", parent: QWidget | None = None) -> None:
        super().__init__(name, "row_main" if colour == "main" else "row", parent)
        values = style.tokens()
        self._title = Text("row_main" if colour == "main" else "heading")
        self._about = Text("body")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(values.space.wide, values.space.hair, values.space.wide, values.space.hair)
        inside.setSpacing(values.space.wide)
        inside.addWidget(Picture(icon, values.size.icon_large, colour=colour))
        inside.addLayout(controls.column(self._title, self._about, space=0), 1)
        for label in (self._title, self._about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setMinimumHeight(values.size.row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def describe(self, title: str, about: str) -> None:
        """Set what the press does, and the sentence about it."""
        self._title.setText(title)
        self._about.setText(about)
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._about.text())
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """The sentence may need two lines."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as its texts in this width, at least the height of a row."""
        inside = self.layout()
        return max(self.minimumHeight(), inside.totalHeightForWidth(width) if inside is not None else 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its texts in the present width."""
        inside = self.layout()
        wide = inside.sizeHint().width() if inside is not None else 0
        return QSize(wide, self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its texts can be broken."""
        inside = self.layout()
        return inside.totalMinimumSize() if inside is not None else super().minimumSizeHint()
