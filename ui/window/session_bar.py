"""The bar under the header: the five named steps of a session, and the mark by which it is recognised."""

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ui import style
from ui.text.languages import fill
from ui.widgets import controls, furigana, pictures
from ui.widgets.controls import Text
from ui.widgets.marks import MarkChip


class SessionBar(QFrame):
    """Steps done have a tick, the current one is filled. Where names leave no room, only the current one has one.

    Nothing lies over the mark: large letters take the word before it first, then the name of the current step.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        self.setProperty("card", "bar")
        values = style.tokens()
        self.setFixedHeight(values.size.step_line)
        self._names: tuple[str, ...] = ()
        self._now = -1
        self._number, self._total, self._label = 0, 0, ""
        self._mark_label = Text("body")
        self.mark = MarkChip()
        self.mark.setProperty("card", "")
        inside = QHBoxLayout(self)
        inside.setContentsMargins(values.space.margin, 0, values.space.margin, 0)
        inside.setSpacing(0)
        inside.addStretch(1)
        inside.addWidget(self._mark_label)
        inside.addWidget(self.mark)
        self.set_mark("")

    def set_mark(self, mark: str) -> None:
        """Show the session mark; "" hides it."""
        self.mark.set_mark(mark)
        self.retranslate()

    def set_names(self, names: tuple[str, ...], now: int) -> None:
        """Show these steps with step ``now``, counted from 0, as the current one; -1 shows none."""
        self._names, self._now = names, now
        self._place_label()
        self.update()

    def set_step(self, number: int, total: int, label: str) -> None:
        """Tell a screen reader step ``number`` of ``total``, the portal's own among them; a total of 0: nothing."""
        self._number, self._total, self._label = number, total, label
        self.retranslate()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._mark_label.setText(self.tr("しるし："))
        self._place_label()
        name = fill(self.tr("全%1ステップのうち%2：%3"), self._total, self._number, self._label)
        self.setAccessibleName(furigana.plain(name) if self._total else "")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Look again whether there is room for the word before the mark."""
        super().resizeEvent(event)
        self._place_label()

    @property
    def now(self) -> int:
        """The current step, counted from 0; -1: none is shown."""
        return self._now

    def named(self) -> dict[int, str]:
        """The steps that are painted, by their place, with their names; "" for a step without its name.

        All with all names if there is room, else only the current one with its name, else nothing but the current one,
        which has no name where there is room for the mark alone.
        """
        if self._now < 0:
            return {}
        whole = dict(enumerate(self._names))
        short = {place: name if place == self._now else "" for place, name in whole.items()}
        room = self._room(*(one for one in (self._mark_label, self.mark) if one.isVisibleTo(self)))
        fitting = (steps for steps in (whole, short, self._alone()) if self._width(steps) <= room)
        return next(fitting, {self._now: ""})

    def _alone(self) -> dict[int, str]:
        return {self._now: self._names[self._now]} if self._now >= 0 else {}

    def _place_label(self) -> None:
        room = self._room(self._mark_label, self.mark)
        self._mark_label.setVisible(self.mark.isVisibleTo(self) and self._width(self._alone()) <= room)

    def _room(self, *beside: QWidget) -> int:
        """The width for the steps beside these, in pixels."""
        space = style.tokens().space
        return self.width() - 2 * space.margin - sum(one.sizeHint().width() for one in beside) - space.wide

    def _width(self, steps: dict[int, str]) -> float:
        values = style.tokens()
        words = sum(values.space.tight + self._word_width(name, place) for place, name in steps.items() if name)
        return len(steps) * values.size.step_dot + words + (len(steps) - 1) * self._gap()

    def _word_width(self, name: str, place: int) -> float:
        return furigana.line_width(furigana.parse(name), self._font(place))

    def _font(self, place: int) -> QFont:
        font = style.tokens().font("body")
        font.setBold(place == self._now)
        return font

    def _gap(self) -> float:
        space = style.tokens().space
        return space.loose + 2 * space.tight

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the circles, the lines between them and the names."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = float(style.tokens().space.margin)
        for number, (place, name) in enumerate(self.named().items()):
            if number:
                left = self._paint_line(painter, left, done=place <= self._now)
            left = self._paint_circle(painter, left, place)
            left = self._paint_name(painter, left, place, name) if name else left
        painter.end()

    def _paint_line(self, painter: QPainter, left: float, done: bool) -> float:
        values = style.tokens()
        painter.setPen(QPen(values.paint("success" if done else "line_card"), values.border.normal))
        start, middle = left + values.space.tight, self.height() / 2
        painter.drawLine(QPointF(start, middle), QPointF(start + values.space.loose, middle))
        return left + self._gap()

    def _paint_circle(self, painter: QPainter, left: float, place: int) -> float:
        values = style.tokens()
        wide, line = values.size.step_dot, values.border.normal
        box = QRectF(left, (self.height() - wide) / 2, wide, wide)
        colour = "success" if place < self._now else "main" if place == self._now else "field"
        painter.setPen(QPen(values.paint(colour), line))
        painter.setBrush(values.paint("surface" if place > self._now else colour))
        painter.drawEllipse(box.adjusted(line / 2, line / 2, -line / 2, -line / 2))
        if place < self._now:
            pictures.renderer("tick", "on_main").render(painter, box)
        else:
            painter.setPen(values.paint("on_main" if place == self._now else "text_body"))
            painter.setFont(values.font("place_bold", "ja"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(place + 1))
        return left + wide

    def _paint_name(self, painter: QPainter, left: float, place: int, name: str) -> float:
        values, font, runs = style.tokens(), self._font(place), furigana.parse(name)
        painter.setPen(values.paint("main" if place == self._now else "text_body"))
        base = furigana.base_in(self.height(), font, furigana.has_readings(runs))
        return furigana.paint(painter, left + values.space.tight, base, runs, font)
