"""The number pad. Digits go straight into a sink (a Pin, a staff code); no signal and no text field carries one."""

import secrets
from functools import partial
from itertools import pairwise
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from ui import style
from ui.text.languages import fill
from ui.widgets import controls, focus_ring
from ui.widgets.controls import Button
from ui.widgets.focus_ring import ring_of

DIGITS = (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)
COLUMNS = 3
#: Row and column of each of the ten digits: telephone order, 0 in the middle of the last row.
PLACES = (*((place // COLUMNS, place % COLUMNS) for place in range(9)), (3, 1))

#: What the keys of a number pad are without NumLock, and with Shift (Windows): they type their digits all the same.
WITHOUT_NUM_LOCK = {
    Qt.Key.Key_Insert: 0, Qt.Key.Key_End: 1, Qt.Key.Key_Down: 2, Qt.Key.Key_PageDown: 3, Qt.Key.Key_Left: 4,
    Qt.Key.Key_Clear: 5, Qt.Key.Key_Right: 6, Qt.Key.Key_Home: 7, Qt.Key.Key_Up: 8, Qt.Key.Key_PageUp: 9,
}  # fmt: skip
_NONE, _PAD, _SHIFT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.KeypadModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


def _is_of_pad(event: QKeyEvent) -> bool:
    return bool(event.modifiers() & _PAD)


def _allowed(event: QKeyEvent) -> Qt.KeyboardModifier:
    """The modifiers with which a key still means its digit."""
    return _PAD | (_SHIFT if _is_of_pad(event) else _NONE)


def _digit_of(event: QKeyEvent) -> int | None:
    if _is_of_pad(event) and event.key() in WITHOUT_NUM_LOCK:
        return WITHOUT_NUM_LOCK[Qt.Key(event.key())]
    digit = event.key() - Qt.Key.Key_0.value
    return digit if 0 <= digit < len(DIGITS) else None


def _key_size() -> tuple[int, int]:
    """Width and height of a key, in pixels; higher where a window higher than wide has room for large letters."""
    size = style.tokens().size
    return size.key_width, size.button if style.is_cramped() else size.key_height


class DigitSink(Protocol):
    """The object that takes the digits."""

    def push(self, digit: int) -> None:
        """Append a digit."""

    def pop(self) -> None:
        """Forget the last digit."""

    def clear(self) -> None:
        """Forget all digits."""

    def __len__(self) -> int: ...


class Keypad(QWidget):
    """Ten keys, すべて消す and 1つ消す. Keys of a keyboard or number pad work too (``take_key``)."""

    #: A digit was typed; digits were erased. Neither carries a digit.
    typed = Signal()
    erased = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keypad")
        self._sink: DigitSink | None = None
        size = style.tokens().size
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(size.key_gap)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._keys = {digit: self._digit_key(digit) for digit in DIGITS}
        self.clear_all = self._minor_key("clear_all", self._clear)
        self.clear_one = self._minor_key("clear_one", self._pop)
        self._place(DIGITS)
        self.retranslate()

    def eventFilter(self, key: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Take the number pad's keys before a button, or what scrolls, takes them for arrows."""
        typed = event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and _is_of_pad(event)
        return (typed and self.take_key(event)) or super().eventFilter(key, event)  # type: ignore[arg-type]

    def _digit_key(self, digit: int) -> Button:
        key = Button(f"key_{digit}", "key", self)
        key.installEventFilter(self)
        key.say(str(digit))
        key.setFixedSize(*_key_size())
        key.clicked.connect(partial(self._push, digit))
        return key

    def _minor_key(self, name: str, action: object) -> Button:
        key = Button(name, "key_minor", self)
        key.installEventFilter(self)
        key.setFixedSize(*_key_size())
        key.clicked.connect(action)
        return key

    def _place(self, order: tuple[int, ...]) -> None:
        for digit, (row, place) in zip(order, PLACES, strict=True):
            self._grid.addWidget(self._keys[digit], row, place)
        self._grid.addWidget(self.clear_all, 3, 0)
        self._grid.addWidget(self.clear_one, 3, 2)
        focus_order = [self._keys[digit] for digit in order[:9]] + [
            self.clear_all,
            self._keys[order[9]],
            self.clear_one,
        ]
        for before, after in pairwise(focus_order):
            QWidget.setTabOrder(before, after)

    def set_sink(self, sink: DigitSink | None) -> None:
        """Send the digits to this sink from now on; without a sink the keys do nothing."""
        self._sink = sink

    def shuffle(self) -> None:
        """Put the digits in a random order, so that onlookers cannot read the PIN from the finger's position."""
        order = list(DIGITS)
        secrets.SystemRandom().shuffle(order)
        self._place(tuple(order))

    def set_ordered(self) -> None:
        """Put the digits back in telephone order."""
        self._place(DIGITS)

    def take_key(self, event: QKeyEvent) -> bool:
        """Handle a key press of a keyboard. Returns False for keys that the pad does not use."""
        focus_ring.note_key()
        if event.isAutoRepeat() or event.modifiers() & ~_allowed(event):
            return False
        digit = _digit_of(event)
        if digit is not None:
            self._push(digit)
        elif event.key() == Qt.Key.Key_Backspace:
            self._pop()
        elif event.key() == Qt.Key.Key_Escape:
            self._clear()
        else:
            return False
        return True

    def _push(self, digit: int, *_: object) -> None:
        if self._sink is not None and self.isEnabled():
            self._sink.push(digit)
            self.typed.emit()

    def _pop(self) -> None:
        if self._sink is not None and self.isEnabled():
            self._sink.pop()
            self.erased.emit()

    def _clear(self) -> None:
        if self._sink is not None and self.isEnabled():
            self._sink.clear()
            self.erased.emit()

    def retranslate(self) -> None:
        """Set all texts in the current language."""
        self.clear_all.say(self.tr("すべて消す"))
        self.clear_one.say(self.tr("1つ消す"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Translate again after a change of language."""
        super().changeEvent(event)
        if controls.is_language_change(event):
            self.retranslate()


class PinBoxes(QWidget):
    """Four boxes with a dot for each digit typed. It knows only how many there are."""

    def __init__(self, parent: QWidget | None = None, count: int = 4) -> None:
        super().__init__(parent)
        self.setObjectName("pin_boxes")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self._count, self._filled = count, 0
        size = style.tokens().size
        across = COLUMNS * size.key_width + (COLUMNS - 1) * size.key_gap  # as wide as the pad
        self._step = (across + size.key_gap) / count
        self.setFixedSize(across, size.pin_box_height)
        self.set_filled(0)

    def set_filled(self, filled: int) -> None:
        """Show this many dots."""
        self._filled = filled
        self.setAccessibleName(fill(self.tr("%1けたのうち%2けた目まで入力"), self._count, filled))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the boxes and dots."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for place in range(self._count):
            self._paint_box(painter, place)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Show the ring when the person works by keyboard."""
        super().focusInEvent(event)
        if focus_ring.is_wanted(event):
            focus_ring.reveal(self)
            ring_of(self).follow(self, style.tokens().radius.field)

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the ring."""
        super().focusOutEvent(event)
        ring_of(self).release(self)

    def _paint_box(self, painter: QPainter, place: int) -> None:
        values = style.tokens()
        current = place == self._filled and self.isEnabled()
        line = values.border.current if current else values.border.normal
        painter.setPen(QPen(values.paint("main" if current else "field"), line))
        painter.setBrush(values.paint("surface"))
        box = QRectF(place * self._step, 0, self._step - values.size.key_gap, values.size.pin_box_height)
        inset = line / 2
        radius = values.radius.field
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), radius, radius)
        if place < self._filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(values.paint("text"))
            dot = values.size.pin_dot / 2
            painter.drawEllipse(box.center(), dot, dot)
