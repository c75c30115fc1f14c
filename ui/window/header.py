"""The header of the session window: place, letters, language and help."""

from PySide6.QtCore import QEvent, QPoint, QRect, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QWidget

from ui import style
from ui.text import languages
from ui.widgets import controls
from ui.widgets.controls import Button, Text


class Header(QFrame):
    """City, window and terminal at the left; letter size, Language and help at the right, on every screen."""

    language_pressed = Signal()
    look_pressed = Signal()
    staff_called = Signal()
    laid_out = Signal()

    #: What is left out, one after the other, until the rest has room: the words on two buttons, then the window's name.
    _SHORTER = ("", "look", "language", "window")

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("header")
        values = style.tokens()
        self._fitted: object = None
        #: The place over the buttons.
        self._in_two_rows = style.is_narrow()
        two = 2 * values.size.header_button + 3 * values.space.tight
        self.setFixedHeight(two if self._in_two_rows else values.size.header)
        self._city, self._window = Text("place_bold", language="ja"), Text("place", language="ja")
        self._terminal_label, self._terminal = Text("place"), Text("place_number", language="ja")
        self.language = Button("language", "header")
        self.language.set_icon("globe")
        self.look = Button("look", "header")
        self.look.setMinimumWidth(values.size.header)
        self.call_staff = Button("call_staff", "header")
        self.call_staff.set_icon("bell")
        self.call_staff.setMinimumWidth(values.size.call_width)
        self._lay_out(values)
        self.language.clicked.connect(self.language_pressed)
        self.look.clicked.connect(self.look_pressed)
        self.call_staff.clicked.connect(self.staff_called)
        self.retranslate()

    def _lay_out(self, values: style.Tokens) -> None:
        inside = QBoxLayout(controls.direction(not self._in_two_rows), self)
        above = values.space.tight if self._in_two_rows else 0
        inside.setContentsMargins(values.space.margin, above, values.space.margin, above)
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
        return made

    def _button_row(self, values: style.Tokens) -> QHBoxLayout:
        made = QHBoxLayout()
        made.setSpacing(values.space.snug)
        if self._in_two_rows:
            made.addStretch(1)
        for button in (self.look, self.language, self.call_staff):
            made.addWidget(button)
        return made

    def gap(self) -> QRect:
        """The room right of the place, or left of the buttons below it, where the tab of a training system hangs."""
        values = style.tokens()
        left = max(_right(self, self._terminal), _right(self, self._terminal_label)) + values.space.tight
        right = self.width() - values.space.margin if self._in_two_rows else self.look.geometry().left()
        if self._in_two_rows and right - left < values.size.training_width:
            row = QRect(self.look.geometry())
            return QRect(QPoint(values.space.margin, row.top()), QPoint(row.left() - values.space.tight, row.bottom()))
        return QRect(left, 0, max(0, right - values.space.tight - left), self.height())

    def set_place(self, city: str, window: str, terminal: str) -> None:
        """Show city, window and terminal."""
        self._city.setText(city)
        self._window.setText(window)
        self._terminal.setText(terminal)
        self._fit()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self._terminal_label.setText(self.tr("端末"))
        self.look.setAccessibleDescription(self.tr("文字の大きさと色"))
        self.language.setAccessibleName(self.tr("ことばを選ぶ Language"))
        self.call_staff.say(self.tr("職員を呼ぶ"))
        QTimer.singleShot(0, self, self._fit)  # the first measuring loads the language's font: in a turn of its own

    def _fit(self) -> None:
        """Leave out as little as needed: 「Aa」 for its words, a globe for 「Language」, the city without the window.

        What has been measured once is not measured again: new words ask for a new layout.
        """
        words = (self.call_staff.text(), self._city.text(), self._window.text(), self._terminal.text())
        key = (self.width(), self.look.font().pixelSize(), languages.language(), words)
        if key == self._fitted:
            return
        self._fitted = key
        for least in range(len(self._SHORTER)):
            left_out = self._SHORTER[: least + 1]
            self.look.say("Aa" if "look" in left_out else self.tr("文字の大きさ"))
            self.language.setText("" if "language" in left_out else "Language")
            self._window.setVisible("window" not in left_out or not self._in_two_rows)
            if self._has_room():
                return

    def _has_room(self) -> bool:
        """Whether all of it, and the tab of a training system, is whole in the present width."""
        values = style.tokens()
        tab = 2 * values.space.tight + values.size.training_width
        buttons, places = self._buttons_width(), self._places_width()
        room = self.width() - 2 * values.space.margin
        if self._in_two_rows:
            return max(buttons, places) <= room and min(buttons, places) + tab <= room
        return buttons + places + tab <= room

    def _buttons_width(self) -> int:
        buttons = (self.look, self.language, self.call_staff)
        return sum(max(one.minimumWidth(), one.sizeHint().width()) for one in buttons) + 2 * style.tokens().space.snug

    def _places_width(self) -> int:
        gaps = 4 * style.tokens().space.snug
        city, window, label, number = (
            text.sizeHint().width() if text.isVisibleTo(self) else 0
            for text in (self._city, self._window, self._terminal_label, self._terminal)
        )
        if self._in_two_rows:
            return city + window + label + number + gaps
        return max(city, window) + max(label, number) + gaps // 2

    def event(self, event: QEvent) -> bool:
        """Emit ``laid_out`` after a layout: the gap may lie elsewhere now."""
        done = super().event(event)
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self._fit()
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize, QEvent.Type.Show):
            self.laid_out.emit()
        return done

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()


class PlaceHeader(Header):
    """The same without its buttons, for the curtain: it is still this city's terminal, and nothing can be pressed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        for button in (self.look, self.language, self.call_staff):
            button.hide()
        self.setFixedHeight(style.tokens().size.header)


def _pair(upper: Text, lower: Text) -> QWidget:
    both = QWidget()
    both.setLayout(controls.middle(upper, lower, space=0))
    return both


def _right(inside: QWidget, text: Text) -> int:
    """Where the words of this text end, in pixels."""
    return text.mapTo(inside, QPoint(text.sizeHint().width(), 0)).x()
