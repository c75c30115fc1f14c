"""Touch targets that say more than a button: what the press does, and a sentence about it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from ui import style
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.pictures import Picture

#: Letters of room for the time beside the row of a check list.
TICK_TIME = 6


class TextButton(Button):
    """A button with a title and a sentence below it, which may need several lines."""

    def __init__(self, name: str, kind: str, title: str, about: str, parent: QWidget | None = None) -> None:
        """``title``, ``about``: the roles of the two texts."""
        super().__init__(name, kind, parent)
        self._title, self._about = Text(title), Text(about)
        for label in (self._title, self._about):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._inside = QHBoxLayout(self)

    def _texts(self) -> QBoxLayout:
        return controls.column(self._title, self._about, space=0)

    def describe(self, title: str, about: str) -> None:
        """Set what the press does, and the sentence about it; "" for none."""
        self._title.setText(title)
        self._about.setText(about)
        self._about.setVisible(bool(about))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._about.text())
        self.updateGeometry()

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """As high as its texts in this width, at least its own smallest height."""
        return max(self._inside.totalHeightForWidth(width), self.minimumHeight())

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As high as its texts in the present width."""
        return QSize(self._inside.sizeHint().width(), self.heightForWidth(self.width()))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its texts can be broken."""
        return self._inside.totalMinimumSize()


class ActionRow(TextButton):
    """A button as wide as its list. In ``main`` it is outlined and written in the main colour."""

    def __init__(self, name: str, icon: str, colour: str = "text_body", parent: QWidget | None = None) -> None:
        title = "row_main" if colour == "main" else "heading"
        super().__init__(name, "row_main" if colour == "main" else "row", title, "body", parent)
        size, space = style.tokens().size, style.tokens().space
        self._inside.setContentsMargins(space.wide, space.hair, space.wide, space.hair)
        self._inside.setSpacing(space.wide)
        self._inside.addWidget(Picture(icon, size.icon_large, colour=colour))
        self._inside.addLayout(self._texts(), 1)
        self.setMinimumHeight(size.row)


class Tile(TextButton):
    """A big choice: title, a sentence about it, and an arrow."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "tile", "mark", "label", parent)
        size, space = style.tokens().size, style.tokens().space
        self._inside.setContentsMargins(space.loose, space.base, space.wide, space.base)
        self._inside.addLayout(self._texts(), 1)
        self._inside.addWidget(Picture("chevron", size.icon))
        self.setMinimumHeight(size.tile)


class ChoiceCard(TextButton):
    """One of two equal choices: a drawing, title, a sentence, and on a strip below them what the press does."""

    def __init__(self, name: str, drawing: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "tile", "question", "body", parent)
        size, space = style.tokens().size, style.tokens().space
        self._press = Text("on_brand", centred=True)
        words = controls.column(Picture(drawing, size.choice_picture), self._title, self._about, space=space.tight)
        words.setContentsMargins(space.loose, space.wide, space.loose, space.base)
        words.addStretch(1)
        whole = controls.column(space=0)
        whole.addLayout(words, 1)
        whole.addWidget(self._strip())
        border = style.tokens().border.normal
        self._inside.setContentsMargins(border, border, border, border)
        self._inside.addLayout(whole, 1)
        policy = self.sizePolicy()
        policy.setVerticalPolicy(QSizePolicy.Policy.MinimumExpanding)
        policy.setHorizontalPolicy(QSizePolicy.Policy.Ignored)
        self.setSizePolicy(policy)

    def _strip(self) -> QWidget:
        strip, inside = controls.card("choose", margins=(style.tokens().space.wide, 0))
        inside.addWidget(self._press, 1)
        strip.setFixedHeight(style.tokens().size.button_main)
        for part in (strip, self._press):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        return strip

    def set_press(self, words: str) -> None:
        """Set what the press does."""
        self._press.setText(words)


class TickRow(TextButton):
    """One row of a check list: a box to tick, what is to be done, and beside it when it was ticked."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, "row", "small", "note", parent)
        size, space = style.tokens().size, style.tokens().space
        self.setCheckable(True)
        self._box = Picture("box", size.icon)
        self._inside.setContentsMargins(space.snug, space.hair, space.snug, space.hair)
        self._inside.setSpacing(space.snug)
        self._inside.addWidget(self._box)
        self._inside.addWidget(self._title, 1)
        self._inside.addWidget(self._about)
        self._about.setFixedWidth(TICK_TIME * style.tokens().type.note)

    def show_tick(self, ticked: bool) -> None:
        """Show the box ticked or empty."""
        self.setChecked(ticked)
        self._box.show_drawing("box_ticked" if ticked else "box", "success" if ticked else "field")
