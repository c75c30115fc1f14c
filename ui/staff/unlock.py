"""Entering the staff code: typed on a number pad into one bytearray, never into a text field."""

from PySide6.QtCore import QEvent, QPointF, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui import style
from ui.text.languages import fill
from ui.widgets import controls
from ui.widgets.controls import Button, Text
from ui.widgets.keypad import Keypad

#: Maximum length of a staff code, in digits.
LONGEST = 16
ZERO = ord("0")
SECOND_MS = 1000


class StaffCode:
    """Up to 16 digits in one bytearray that is overwritten. Only ``take`` copies them."""

    def __init__(self) -> None:
        self._digits = bytearray(LONGEST)
        self._length = 0

    def push(self, digit: int) -> None:
        """Append a digit; more than ``LONGEST`` are ignored."""
        if self._length < LONGEST:
            self._digits[self._length] = ZERO + digit
            self._length += 1

    def pop(self) -> None:
        """Forget the last digit."""
        if self._length:
            self._length -= 1
            self._digits[self._length] = 0

    def clear(self) -> None:
        """Overwrite everything."""
        self._digits[:] = bytes(LONGEST)
        self._length = 0

    def take(self) -> bytearray:
        """Return the digits and overwrite them here. The caller overwrites the returned ones."""
        taken = self._digits[: self._length]
        self.clear()
        return taken

    def __len__(self) -> int:
        return self._length

    def __repr__(self) -> str:
        return "StaffCode(…)"


class CodeDots(QWidget):
    """One dot for each digit typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("code_dots")
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._filled = 0
        self.setFixedHeight(style.tokens().size.code_height)
        self.set_filled(0)

    def set_filled(self, filled: int) -> None:
        """Show this many dots."""
        self._filled = filled
        self.setAccessibleName(self.tr("%n けた入力しました", "", filled))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the dots over a line."""
        del event
        values = style.tokens()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        line = values.border.normal
        painter.fillRect(0, self.height() - line, self.width(), line, values.paint("field"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(values.paint("text"))
        half, middle = values.size.code_dot / 2, (self.height() - line) / 2
        step = values.size.code_dot + values.space.hair
        left = (self.width() - self._filled * step) / 2
        for place in range(self._filled):
            painter.drawEllipse(QPointF(left + place * step + half, middle), half, half)
        painter.end()


class StaffUnlock(QWidget):
    """A button that opens the pad, the dots of the digits, and the wait after a wrong code."""

    entered = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("staff_unlock")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.submit_word = ""
        self._code, self._wait, self._was_wrong = StaffCode(), 0, False
        self._second = QTimer(self)
        self._second.setInterval(SECOND_MS)
        self._second.timeout.connect(self.on_second)
        self.open = Button("staff_open", "outline")
        self.open.set_icon("lock")
        self._pad_side = QWidget()
        self._title, self._refused = Text("label_bold"), Text("small_bold")
        self._dots, self.keypad = CodeDots(), Keypad()
        self.keypad.set_sink(self._code)
        self.submit, self.close_pad = Button("staff_submit", "main"), Button("staff_close")
        self._lay_out()
        self.open.clicked.connect(self.on_open)
        self.close_pad.clicked.connect(self.reset)
        self.submit.clicked.connect(self.on_submit)
        self.keypad.typed.connect(self._refresh)
        self.keypad.erased.connect(self._refresh)
        self.retranslate()
        self.reset()

    def _lay_out(self) -> None:
        space = style.tokens().space
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.open)
        outer.addWidget(self._pad_side)
        inside = QVBoxLayout(self._pad_side)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(space.snug)
        for widget in (self._title, self._dots, self._refused):
            inside.addWidget(widget)
        inside.addWidget(self.keypad, 0, Qt.AlignmentFlag.AlignHCenter)
        row = QHBoxLayout()
        row.setSpacing(space.base)
        row.addWidget(self.close_pad, 2)
        row.addWidget(self.submit, 3)
        inside.addLayout(row)

    def reset(self) -> None:
        """Overwrite the digits and close the pad."""
        self._code.clear()
        self._wait, self._was_wrong = 0, False
        self._second.stop()
        self._pad_side.hide()
        self.open.show()
        self._refresh()
        self.closed.emit()

    def on_open(self) -> None:
        """Show the pad."""
        self.open.hide()
        self._pad_side.show()
        self.opened.emit()
        self.take_keys()

    def take_keys(self) -> None:
        """Take the keyboard's digits from now on; Enter submits, wherever the finger was before."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_submit(self) -> None:
        """Emit ``entered`` if there is a digit; the code is fetched with ``take_code``."""
        if len(self._code):
            self.entered.emit()
            self._refresh()

    def take_code(self) -> bytearray:
        """Return the typed digits and overwrite them here. The caller overwrites the returned ones."""
        taken = self._code.take()
        self._refresh()
        return taken

    def show_refused(self, wait_seconds: int) -> None:
        """Show that the code was wrong; the seconds until the next one is accepted are counted down."""
        self._wait, self._was_wrong = wait_seconds, True
        self._second.start()
        self._code.clear()
        self.retranslate()
        self.take_keys()

    def on_second(self) -> None:
        """Count the wait down by a second."""
        self._wait = max(0, self._wait - 1)
        if not self._wait:
            self._second.stop()
        self.retranslate()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take digits, Backspace, Escape and Enter of a keyboard while the pad is open."""
        if not self._pad_side.isVisible():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.on_submit()
        elif not self.keypad.take_key(event):
            super().keyPressEvent(event)

    def _refresh(self) -> None:
        self._dots.set_filled(len(self._code))
        self.submit.setEnabled(len(self._code) > 0)
        self._refused.setVisible(self._was_wrong)

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.open.say(self.tr("職員コードを入力する"))
        self._title.setText(self.tr("職員コード"))
        again = self.tr("コードがちがいます。\nもう一度入力してください。")
        refused = self.tr("コードがちがいます。\n%1秒たってから、もう一度入力してください。")
        self._refused.setText(fill(refused, self._wait) if self._wait else again)
        self.submit.say(self.submit_word or self.tr("再開する"))
        self.close_pad.say(self.tr("閉じる"))
        self._refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()
