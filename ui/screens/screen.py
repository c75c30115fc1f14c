"""The base classes of all screens, and their layouts."""

from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QVBoxLayout, QWidget

from ui import style
from ui.layout.room import Columns, Room, fit
from ui.text import languages
from ui.widgets import controls

if TYPE_CHECKING:
    # Not imported at run time: the first paint must not wait for them.
    from ui.flow.events import Event
    from ui.screens.content import Content

#: Text roles of a screen's title.
TITLES = ("banner", "title", "question", "heading")


class Screen(QWidget):
    """One screen of the session window: shows values and posts the customer's actions. It decides nothing."""

    #: An event of the flow. Emitted by ``post`` alone, whose argument the type checker knows.
    posted = Signal(object)

    #: The stage or overlay that it shows.
    name: ClassVar[str] = ""
    #: Whether the line of steps is shown above it.
    has_steps: ClassVar[bool] = True
    #: Whether the footer with やめる is shown below it.
    has_footer: ClassVar[bool] = True
    #: Whether it covers the whole window, header and footer too.
    covers: ClassVar[bool] = False
    #: Whether it lies over the screen before it, which stays visible below the header.
    is_sheet: ClassVar[bool] = False

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(self.name)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fitted: object = None

    def post(self, event: "Event") -> None:
        """Emit an event of the flow."""
        self.posted.emit(event)

    def fill(self, content: "Content") -> None:
        """Show the values of this moment. A screen that is the same for everybody does not override this."""

    def fit(self) -> None:
        """Make titles, then other texts, smaller until all is seen: some languages need it.

        Where that is not enough the screen scrolls. Large letters are wanted large: they scroll at once.
        """
        words = [text for text in self.findChildren(controls.Text) if text.isVisibleTo(self)]
        key = (self.size(), languages.language(), [(id(text), text.text()) for text in words])
        if not self.isVisible() or key == self._fitted:
            return
        self._fitted = key
        title = self.title_text()
        self.setAccessibleName(title.text().replace("\n", "") if title else "")
        fit(self, words)

    def title_text(self) -> controls.Text | None:
        """The title: the first shown text in a title role; None: there is none."""
        shown = (text for text in self.findChildren(controls.Text) if text.isVisibleTo(self))
        return next((text for text in shown if text.role() in TITLES), None)

    def event(self, event: QEvent) -> bool:
        """Fit the texts after a change of text or size."""
        handled = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self.fit()
        return handled

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Fit the texts after a change in the frame that holds them: Qt does not send the screen all of these."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit()
        return super().eventFilter(watched, event)

    def retranslate(self) -> None:
        """Set all texts in the current language."""

    def wants_footer(self) -> bool:
        """Whether the footer is shown below it now."""
        return self.has_footer

    def main_control(self) -> QWidget | None:
        """The control that gets the keyboard focus when the screen appears; None: no control."""
        return None

    def entered(self) -> None:
        """Called each time the screen appears."""
        for room in self.findChildren(Room):
            room.to_top()
        control = self.main_control()
        if control is not None:
            controls.give_focus(control)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()


class CoverScreen(Screen):
    """A white card in the middle of the dark window. It hides the page completely."""

    covers = True

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        values = style.tokens()
        self.setProperty("cover", "true")
        space = values.space
        panel, self.inside = controls.card("panel", margins=(space.margin - space.hair, space.huge - space.hair))
        panel.setMaximumWidth(values.size.card_width)
        panel.installEventFilter(self)
        self.inside.setSpacing(space.huge)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(panel, 100)
        row.addStretch(1)
        outer = QVBoxLayout()
        outer.addStretch(5)
        outer.addLayout(row)
        outer.addStretch(6)
        fill_with(self, outer)


def two_columns(screen: QWidget, left: QBoxLayout, right: QWidget | QBoxLayout) -> None:
    """Lay out texts at the left, picture or keys at the right, or under them."""
    inside = _from_the_margin(screen, Columns())
    inside.setSpacing(style.tokens().space.margin)
    inside.addLayout(left, 1)
    if isinstance(right, QBoxLayout):
        inside.addLayout(right)
    else:
        inside.addWidget(right)


def one_column(screen: QWidget) -> QBoxLayout:
    """A column."""
    return _from_the_margin(screen, QVBoxLayout())


def _from_the_margin(screen: QWidget, inside: QBoxLayout) -> QBoxLayout:
    values = style.tokens()
    outer = QHBoxLayout()
    outer.setContentsMargins(values.space.margin, 0, values.space.margin, 0)
    room = QFrame()
    room.installEventFilter(screen)
    room.setMaximumWidth(values.size.content_width + values.space.margin)
    room.setLayout(inside)
    inside.setContentsMargins(0, values.space.snug, 0, values.space.base)
    outer.addWidget(room, 1)
    outer.addStretch(0)  # what is left of a very wide window is at the right: one left edge everywhere
    fill_with(screen, outer)
    return inside


def fill_with(screen: QWidget, content: QLayout, *, gathered: bool = True) -> None:
    """Fill the screen with this content, which scrolls if it is higher. ``gathered``: see ``Room``."""
    inside, outer = QWidget(), QVBoxLayout(screen)
    inside.setLayout(content)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(Room(inside, gathered=gathered))
