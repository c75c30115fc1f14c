import pytest
from PySide6.QtCore import QMetaMethod, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.secret import Pin
from tests.screens.finding import find_button, part
from ui.screens.enter_pin import CheckScreen, EnterPinScreen, PinScreen
from ui.widgets.keypad import Keypad, PinBoxes
from ui.window.window import SessionWindow


@pytest.fixture(params=[EnterPinScreen, CheckScreen])
def pad(request: pytest.FixtureRequest, window: SessionWindow) -> PinScreen:
    screen: PinScreen = window.screen_of(request.param)
    window.show_screen(screen.name)
    screen.set_tries(3)
    return screen


def _tap(screen: QWidget, *names: str) -> None:
    for name in names:
        QTest.mouseClick(find_button(screen, name), Qt.MouseButton.LeftButton)


def _digits(pin: Pin) -> list[int]:
    return [value - ord("0") for value in pin.digits]


def test_keys_push_into_the_pin(pad: PinScreen, qtbot: QtBot) -> None:
    pin = Pin()
    pad.set_pin(pin)
    with qtbot.waitSignal(pad.completed, timeout=500) as done:
        _tap(pad, "key_4", "key_0", "key_9", "clear_one", "key_7", "key_1")
    assert done.args == []
    assert _digits(pin) == [4, 0, 7, 1]
    pin.clear()


def test_the_keyboard_and_the_number_pad_work(pad: PinScreen, qtbot: QtBot) -> None:
    pin = Pin()
    pad.set_pin(pin)
    boxes = part(pad, PinBoxes)
    for key in (Qt.Key.Key_9, Qt.Key.Key_Escape, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Backspace):
        QTest.keyClick(boxes, key)
    assert len(pin) == 1
    with qtbot.waitSignal(pad.completed, timeout=500):
        for key in (Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7):
            QTest.keyClick(find_button(pad, "key_3"), key, Qt.KeyboardModifier.KeypadModifier)
    assert _digits(pin) == [1, 5, 6, 7]
    pin.clear()


def test_letters_and_shortcuts_are_no_digits(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    boxes = part(pad, PinBoxes)
    QTest.keyClick(boxes, Qt.Key.Key_A)
    QTest.keyClick(boxes, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert len(pin) == 0


def test_no_signal_carries_a_digit() -> None:
    inherited = QWidget().metaObject()
    for widget in (Keypad(), EnterPinScreen(), CheckScreen()):
        meta = widget.metaObject()
        own = range(inherited.methodCount(), meta.methodCount())
        signals = [
            meta.method(place) for place in own if meta.method(place).methodType() == QMetaMethod.MethodType.Signal
        ]
        assert signals
        assert all(signal.parameterCount() == 0 for signal in signals)


def test_nothing_shows_which_digits(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    _tap(pad, "key_8", "key_3")
    boxes = part(pad, PinBoxes)
    assert boxes.accessibleName() == "4けたのうち2けた目まで入力"
    assert not pad.findChildren(QLineEdit)
    assert not boxes.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
    image = boxes.grab().toImage()
    pin.clear()
    _tap(pad, "key_1", "key_6")
    assert boxes.grab().toImage() == image
    pin.clear()


def test_no_key_keeps_a_mark(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    key = find_button(pad, "key_5")
    pad.boxes.setFocus()
    before = key.grab().toImage()
    _tap(pad, "key_5")
    assert key.grab().toImage() == before
    pin.clear()


def test_shuffle_moves_the_keys_but_not_their_names(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    orders = set()
    for _ in range(5):
        _tap(pad, "shuffle")
        orders.add(tuple(find_button(pad, f"key_{digit}").pos().toTuple() for digit in range(10)))
        assert sorted(set(orders.copy().pop())) == sorted({*orders.pop()})
    _tap(pad, "key_2")
    assert len(pin) == 1
    assert find_button(pad, "key_2").text() == "2"
    pad.entered()
    tops = [find_button(pad, f"key_{digit}").y() for digit in (1, 2, 3)]
    assert len(set(tops)) == 1
    pin.clear()


def test_at_work_no_key_is_taken(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    pad.show_busy(True)
    _tap(pad, "key_1")
    QTest.keyClick(part(pad, PinBoxes), Qt.Key.Key_1)
    assert len(pin) == 0
    pad.show_wrong(2)
    assert "2" in pad.note.text()
    _tap(pad, "key_1")
    assert len(pin) == 1
    pin.clear()
