"""The header of the session window: place, session mark, language and help; and the line of steps under it."""

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from ui import style
from ui.text.languages import fill
from ui.widgets import controls, furigana
from ui.widgets.controls import Button, Text
from ui.widgets.marks import MarkChip


class Header(QFrame):
    """City, window, terminal and mark at the left; letter size, Language and help at the right, on every screen."""

    language_pressed = Signal()
    look_pressed = Signal()
    staff_called = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        values = style.tokens()
        #: Large letters, or a screen higher than wide: the place over the buttons.
        self._in_two_rows = style.letters() > 1 or style.is_upright()
        two = 2 * values.size.header_button + 3 * values.space.tight
        self.setFixedHeight(two if self._in_two_rows else values.size.header)
        self._city, self._window = Text("note", language="ja"), Text("label_bold", language="ja")
        self._terminal_label, self._terminal = Text("caption"), Text("label_bold")
        self.mark = MarkChip()
        self.language = Button("language", "header")
        self.language.set_icon("globe")
        self.look = Button("look", "header")
        self.look.setMinimumWidth(values.size.header)
        self.call_staff = Button("call_staff", "header")
        self.call_staff.set_icon("bell")
        self._lay_out(values)
        self.language.clicked.connect(self.language_pressed)
        self.look.clicked.connect(self.look_pressed)
        self.call_staff.clicked.connect(self.staff_called)
        self.retranslate()

    def _lay_out(self, values: style.Tokens) -> None:
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        inside = QBoxLayout(down if self._in_two_rows else across, self)
        above = values.space.tight if self._in_two_rows else 0
        inside.setContentsMargins(values.space.loose, above, values.space.loose, above)
        inside.setSpacing(values.space.tight if self._in_two_rows else values.space.snug)
        inside.addLayout(self._place_row(values))
        if not self._in_two_rows:
            inside.addStretch(1)
        inside.addLayout(self._button_row(values))

    def _place_row(self, values: style.Tokens) -> QHBoxLayout:
        made, rule = QHBoxLayout(), QFrame()
        made.setSpacing(values.space.snug)
        rule.setFixedSize(values.border.thin, values.size.header_button)
        rule.setProperty("card", "rule")
        if self._in_two_rows:  # no room for two lines in a row: city, window and terminal in one
            parts: tuple[QWidget, ...] = (self._city, self._window, rule, self._terminal_label, self._terminal)
        else:
            parts = (_pair(self._city, self._window), rule, _pair(self._terminal_label, self._terminal))
        for widget in parts:
            made.addWidget(widget)
        if self._in_two_rows:
            made.addStretch(1)
        made.addWidget(self.mark)
        return made

    def _button_row(self, values: style.Tokens) -> QHBoxLayout:
        made = QHBoxLayout()
        made.setSpacing(values.space.snug)
        if self._in_two_rows:
            made.addStretch(1)
        for button in (self.look, self.language, self.call_staff):
            made.addWidget(button)
        return made

    def set_place(self, city: str, window: str, terminal: str) -> None:
        """Show city, window and terminal."""
        self._city.setText(city)
        self._window.setText(window)
        self._terminal.setText(terminal)

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._terminal_label.setText(self.tr("端末"))
        self.look.say("Aa")
        self.look.setAccessibleDescription(self.tr("文字の大きさと色"))
        self.language.setText("Language")
        self.language.setAccessibleName(self.tr("ことばを選ぶ Language"))
        self.call_staff.say(self.tr("職員を呼ぶ"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()


class StepLine(QWidget):
    """Dots for the steps done, current and to come, and the current step in words."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("steps")
        values = style.tokens()
        self.setFixedHeight(values.size.step_line)
        self._number, self._total, self._label = 0, 0, ""

    def set_step(self, number: int, total: int, label: str) -> None:
        """Show step ``number`` of ``total``; a total of 0 shows nothing."""
        self._number, self._total, self._label = number, total, label
        self.retranslate()
        self.update()

    def retranslate(self) -> None:
        """Set the accessible name in the current language."""
        name = fill(self.tr("全%1ステップのうち%2：%3"), self._total, self._number, self._label)
        self.setAccessibleName(furigana.plain(name) if self._total else "")

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dots and the words."""
        del event
        if not self._total:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._first_dot()
        for number in range(1, self._total + 1):
            left = self._paint_dot(painter, left, number)
        self._paint_words(painter, left + style.tokens().space.base)
        painter.end()

    def _first_dot(self) -> float:
        """The x coordinate of the first dot: that of the screen's texts under it."""
        values = style.tokens()
        room = self.width() - 2 * values.space.margin
        return values.space.margin + max(0.0, (room - values.size.content_width - values.space.margin) / 2)

    def _paint_dot(self, painter: QPainter, left: float, number: int) -> float:
        values = style.tokens()
        high = values.size.step_dot
        wide = values.size.step_now if number == self._number else high
        box = QRectF(left, (self.height() - high) / 2, wide, high)
        painter.setPen(Qt.PenStyle.NoPen)
        if number > self._number:
            line = values.border.normal
            painter.setPen(QPen(values.paint("field_soft"), line))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box.adjust(line / 2, line / 2, -line / 2, -line / 2)
        else:
            painter.setBrush(values.paint("main" if number == self._number else "text_body"))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        return left + wide + values.space.tight + values.border.normal

    def _paint_words(self, painter: QPainter, left: float) -> None:
        values = style.tokens()
        painter.setPen(values.paint("text_body"))
        base = furigana.base_in(self.height(), values.font("small_bold", "ja"), readings=False)
        for text, role in (
            (str(self._number), "small_bold"),
            (f"/ {self._total}", "small"),
            (self._label, "small"),
        ):
            runs = furigana.parse(text)
            left = furigana.paint(painter, left, base, runs, values.font(role)) + values.space.snug


def _pair(upper: Text, lower: Text) -> QWidget:
    both = QWidget()
    inside = controls.column(upper, lower, space=0)
    inside.insertStretch(0, 1)
    inside.addStretch(1)
    both.setLayout(inside)
    return both
