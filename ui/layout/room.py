"""Room for the parts of a screen: side by side or one under the other, and scrolled where the letters are too large."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLayout, QScrollArea, QWidget

from ui import style
from ui.widgets import controls, furigana
from ui.widgets.controls import Button
from ui.widgets.focus_ring import ring_of

#: Least width for two parts side by side, and greatest height of a screen's content, in body letters.
BESIDE, TALLEST = 33, 30
#: Of the height that is left over in a tall window, the part above the content: an eighth.
_ABOVE = 8
#: Of the visible height, the part by which one press scrolls, so that the last line is the next first one.
_PAGE = 0.8


class Columns(QBoxLayout):
    """Two parts side by side, or one under the other where the width is less than ``BESIDE`` letters."""

    def __init__(self) -> None:
        super().__init__(QBoxLayout.Direction.LeftToRight)

    def turn(self, width: int) -> None:
        """Lay out for this width, in pixels. Parts under one another stay together at the top."""
        beside = width >= BESIDE * style.tokens().type.body
        wanted = controls.direction(beside)
        if self.direction() == wanted:
            return
        self.setDirection(wanted)
        if beside:
            self.takeAt(self.count() - 1)
        else:
            self.addStretch(1)
        self.setStretch(0, 1 if beside else 0)


class Room(QScrollArea):
    """Shows a content as high as it needs. Two buttons in its right margin scroll it: nothing has to be dragged."""

    def __init__(self, content: QWidget, parent: QWidget | None = None, *, gathered: bool = True) -> None:
        """``gathered``: in a tall window the parts of the content stay together instead of filling its height."""
        super().__init__(parent)
        self._gathered = gathered
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for set_policy in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            set_policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self._content = content
        self.setWidget(content)
        content.setAutoFillBackground(False)
        content.installEventFilter(self)
        self._up, self._down = (_arrow(self, name) for name in ("up", "down"))
        self._up.clicked.connect(lambda: self._scroll(-1))
        self._down.clicked.connect(lambda: self._scroll(1))
        self.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self._arranging = False
        self.retranslate()

    def overflows(self) -> bool:
        """Whether the content is higher than what is seen of it."""
        return self._content.height() > self.viewport().height()

    def arrange(self) -> None:
        """Give the content the width there is and the height it needs; in a tall window its parts stay together."""
        inside = self._content.layout()
        if self._arranging or inside is None or self.viewport().width() <= 0:
            return
        self._arranging = True
        width, height = self.viewport().width(), self.viewport().height()
        for columns in self._content.findChildren(Columns):
            columns.turn(width - 2 * style.tokens().space.margin)
        needed = _least_height(inside, width)
        tallest = TALLEST * style.tokens().type.body if self._gathered else height
        wanted = max(needed, min(height, tallest))
        above = max(0, height - wanted) // _ABOVE
        inside.setContentsMargins(*_with_top(inside, above))
        self._content.resize(width, wanted + above)
        self._arranging = False
        self._place_arrows()

    def _scroll(self, pages: int) -> None:
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + round(pages * _PAGE * self.viewport().height()))

    def _on_scrolled(self) -> None:
        ring_of(self).place()
        self._place_arrows()

    def _place_arrows(self) -> None:
        bar, gap = self.verticalScrollBar(), style.tokens().space.hair
        left = self.width() - self._up.width() - gap
        self._up.move(left, gap)
        self._down.move(left, self.height() - self._down.height() - gap)
        self._up.setVisible(self.overflows() and bar.value() > bar.minimum())
        self._down.setVisible(self.overflows() and bar.value() < bar.maximum())
        for arrow in (self._up, self._down):
            arrow.raise_()

    def to_top(self) -> None:
        """Show the beginning of the content."""
        self.verticalScrollBar().setValue(0)

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._up.setAccessibleName(furigana.plain(self.tr("上に続きがあります")))
        self._down.setAccessibleName(furigana.plain(self.tr("下に続きがあります")))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Arrange again."""
        super().resizeEvent(event)
        self.arrange()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Arrange again after a change in the content."""
        if watched is self._content and event.type() == QEvent.Type.LayoutRequest:
            self.arrange()
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()


def arrange(widget: QWidget) -> None:
    """Lay out the widget and its rooms now."""
    for room in widget.findChildren(Room):
        room.arrange()
    controls.settle(widget)


def fit(widget: QWidget, texts: Sequence[controls.Text]) -> None:
    """Shrink these texts until none is cut and nothing is scrolled, as little as possible.

    Where the last step is not enough the rooms scroll. Large letters are wanted large: they scroll at once.
    """
    rooms = widget.findChildren(Room)
    for steps in range(1 if style.letters() > 1 else controls.STEPS + 1):
        for text in texts:
            text.shrink(steps)
        arrange(widget)
        if not any(text.is_cut() for text in texts) and not any(room.overflows() for room in rooms):
            return


def _arrow(parent: QWidget, way: str) -> Button:
    size = style.tokens().size
    made = Button(f"scroll_{way}", "scroll", parent)
    made.set_icon(f"chevron_{way}", pixels=size.key_icon)
    made.setFixedSize(size.scroll_width, size.scroll_height)
    made.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # a keyboard needs none: what it comes to is scrolled into view
    made.hide()
    return made


def _least_height(inside: QLayout, width: int) -> int:
    """The height that the content needs in this width, in pixels, without the room above it."""
    margins = inside.contentsMargins()
    least = (
        inside.totalMinimumHeightForWidth(width) if inside.hasHeightForWidth() else inside.totalMinimumSize().height()
    )
    return int(least) - margins.top()


def _with_top(inside: QLayout, top: int) -> tuple[int, int, int, int]:
    margins = inside.contentsMargins()
    return margins.left(), top, margins.right(), margins.bottom()
