from dataclasses import fields

import pytest
from PySide6.QtCore import QMetaMethod, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from kiosk.secret import Pin
from tests.gallery.windows import Windows
from tests.screens.finding import find_button, part, place_of
from ui import style
from ui.flow.events import PinComplete, PinConfirmed
from ui.layout.room import Room
from ui.screens.enter_pin import CheckScreen, EnterPinScreen, PinScreen
from ui.text import languages
from ui.widgets.controls import Text
from ui.widgets.focus_ring import FocusRing
from ui.widgets.keypad import WITHOUT_NUM_LOCK, Keypad, PinBoxes
from ui.widgets.pictures import Picture
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
    with qtbot.waitSignal(pad.posted, timeout=500) as done:
        _tap(pad, "key_4", "key_0", "key_9", "clear_one", "key_7", "key_1")
    assert done.args == [PinComplete()]
    assert _digits(pin) == [4, 0, 7, 1]
    pin.clear()


def test_the_keyboard_and_the_number_pad_work(pad: PinScreen, qtbot: QtBot) -> None:
    pin = Pin()
    pad.set_pin(pin)
    boxes = part(pad, PinBoxes)
    for key in (Qt.Key.Key_9, Qt.Key.Key_Escape, Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_Backspace):
        QTest.keyClick(boxes, key)
    assert len(pin) == 1
    with qtbot.waitSignal(pad.posted, timeout=500):
        for key in (Qt.Key.Key_5, Qt.Key.Key_6, Qt.Key.Key_7):
            QTest.keyClick(find_button(pad, "key_3"), key, Qt.KeyboardModifier.KeypadModifier)
    assert _digits(pin) == [1, 5, 6, 7]
    pin.clear()


@pytest.mark.slow
@pytest.mark.parametrize("on", ["boxes", "key_3", "clear_one", "shuffle"])
@pytest.mark.parametrize("shift", [Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier])
def test_the_number_pad_types_digits_without_num_lock(pad: PinScreen, on: str, shift: Qt.KeyboardModifier) -> None:
    """Wherever the focus is: on a button the arrows of the pad moved it, and nothing was typed."""
    pin = Pin()
    place = part(pad, PinBoxes) if on == "boxes" else find_button(pad, on)
    for keys in ((0, 1, 2, 3), (4, 5, 6, 7), (6, 7, 8, 9)):
        pad.set_pin(pin)
        for digit in keys:
            (key,) = (key for key, value in WITHOUT_NUM_LOCK.items() if value == digit)
            QTest.keyClick(place, key, Qt.KeyboardModifier.KeypadModifier | shift)
        assert _digits(pin) == list(keys)
        pin.clear()


def test_arrows_beside_the_pad_and_shifted_digits_are_none(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    for key in WITHOUT_NUM_LOCK:
        QTest.keyClick(part(pad, PinBoxes), key)
    QTest.keyClick(part(pad, PinBoxes), Qt.Key.Key_1, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(
        part(pad, PinBoxes), Qt.Key.Key_End, Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ControlModifier
    )
    assert len(pin) == 0


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
        carrying = [signal for signal in signals if signal.parameterCount()]
        assert signals
        assert [bytes(signal.name().data()) for signal in carrying] in ([], [b"posted"])


def test_what_the_pad_posts_has_no_room_for_a_digit(pad: PinScreen, qtbot: QtBot) -> None:
    posted: list[object] = []
    pad.posted.connect(posted.append)
    pad.set_pin(pin := Pin())
    _tap(pad, *(f"key_{digit}" for digit in (4, 0, 9, 7)))
    assert posted == [PinComplete()]
    assert fields(PinComplete) == ()
    pin.clear()


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
    _tap(pad, "key_1")
    assert boxes.grab().toImage() != image, "a dot for each digit"
    _tap(pad, "key_6")
    assert boxes.grab().toImage() == image
    pin.clear()


def test_the_keys_that_take_back_follow_the_language(pad: PinScreen, qapp: QApplication) -> None:
    languages.install(qapp, "en")
    QApplication.processEvents()
    assert [find_button(pad, name).text() for name in ("clear_all", "clear_one")] == ["Clear", "Delete"]


def test_the_boxes_have_a_ring_when_the_keyboard_comes_to_them_and_not_otherwise(
    pad: PinScreen, window: SessionWindow
) -> None:
    ring, shuffle = part(window, FocusRing), find_button(pad, "shuffle")
    shuffle.setFocus(Qt.FocusReason.MouseFocusReason)
    pad.boxes.setFocus(Qt.FocusReason.TabFocusReason)
    assert ring.isVisible()
    shuffle.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()
    pad.boxes.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not ring.isVisible()


def test_no_key_keeps_a_mark(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    key = find_button(pad, "key_5")
    pad.boxes.setFocus()
    before = key.grab().toImage()
    _tap(pad, "key_5")
    assert key.grab().toImage() == before
    pin.clear()


def _places(pad: PinScreen) -> list[tuple[int, int]]:
    """Where the keys 0 to 9 lie, in this order."""
    QApplication.processEvents()  # lays out what has moved
    return [find_button(pad, f"key_{digit}").pos().toTuple() for digit in range(10)]


def test_shuffle_moves_the_keys_but_not_their_names(pad: PinScreen) -> None:
    """Two times the same order: once in 3.6 million; so one of five is another one, or the button does nothing."""
    in_order = _places(pad)
    assert len(set(in_order)) == 10
    orders = []
    for _ in range(5):
        _tap(pad, "shuffle")
        orders.append(_places(pad))
    assert any(order != in_order for order in orders)
    assert len({tuple(order) for order in orders}) > 1
    assert all(set(order) == set(in_order) for order in orders), "the same ten places, one key on each"
    assert [find_button(pad, f"key_{digit}").text() for digit in range(10)] == list("0123456789")
    pad.entered()
    assert _places(pad) == in_order, "the next time the pad is in order again"


def test_a_key_that_was_moved_is_still_the_digit_that_it_shows(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    _tap(pad, "shuffle")
    _places(pad)
    _tap(pad, "key_2", "key_7", "key_0", "key_9")
    assert _digits(pin) == [2, 7, 0, 9]
    pin.clear()


def test_at_the_last_try_only_the_confirmation_sends(pad: PinScreen) -> None:
    """By its button or Enter, only with four digits; 「1つ消す」 still takes one back."""
    posted: list[object] = []
    pad.posted.connect(posted.append)
    pad.set_pin(pin := Pin())
    pad.set_tries(1, last=True)
    _tap(pad, "key_4", "key_0", "key_9")
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        QTest.keyClick(part(pad, PinBoxes), key)
    assert not find_button(pad, "confirm_pin").isEnabled()
    assert posted == []
    _tap(pad, "key_7", "clear_one", "key_8")
    assert _digits(pin) == [4, 0, 9, 8]
    assert PinConfirmed() not in posted
    _tap(pad, "confirm_pin")
    assert posted[-1] == PinConfirmed()
    pad.set_busy(False)
    QTest.keyClick(part(pad, PinBoxes), Qt.Key.Key_Return)
    assert posted.count(PinConfirmed()) == 2
    pin.clear()


def test_the_confirmation_is_there_for_the_last_try_alone(pad: PinScreen) -> None:
    confirm, shuffle = find_button(pad, "confirm_pin"), find_button(pad, "shuffle")
    assert (confirm.isVisible(), shuffle.isVisible()) == (False, True)
    pad.set_tries(1, last=True)
    assert (confirm.isVisible(), shuffle.isVisible()) == (True, False)


def test_at_work_no_key_is_taken(pad: PinScreen) -> None:
    pin = Pin()
    pad.set_pin(pin)
    pad.set_busy(True)
    _tap(pad, "key_1")
    QTest.keyClick(part(pad, PinBoxes), Qt.Key.Key_1)
    assert len(pin) == 0
    pad.show_wrong(2)
    assert "2" in pad.note.text()
    _tap(pad, "key_1")
    assert len(pin) == 1
    pin.clear()


def test_the_boxes_stand_on_the_pad_with_the_same_edges(pad: PinScreen) -> None:
    """What was typed is seen where the finger is, not at the other side of the screen."""
    QApplication.processEvents()
    boxes, keys = place_of(pad.boxes), place_of(pad.keypad)
    assert (boxes.left(), boxes.right()) == (keys.left(), keys.right())
    assert 0 < keys.top() - boxes.bottom() <= 16
    painted, surface = pad.boxes.grab().toImage(), style.tokens().paint("surface")
    across = [x for x in range(painted.width()) if painted.pixelColor(x, painted.height() // 2) != surface]
    assert across[0] < 4
    assert across[-1] > painted.width() - 4, "the last box ends where the pad ends"


@pytest.mark.parametrize(("variant", "pictures"), [("normal", 1), ("largest_text", 0)])
def test_it_asks_to_cover_the_keys_with_the_hand(qapp: QApplication, variant: str, pictures: int) -> None:
    """With the largest letters in words alone."""
    style.install(qapp, variant)
    windows = Windows((1280, 800))
    windows.shown("enter_pin")
    QApplication.processEvents()
    screen = windows.screen("enter_pin")
    said = [text for text in screen.findChildren(Text) if text.isVisible() and text.text().startswith("手でかくして")]
    drawn = [picture for picture in screen.findChildren(Picture) if picture.isVisible() and picture.width() > 100]
    assert (len(said), len(drawn)) == (1, pictures)
    windows.end()
    style.install(qapp)


@pytest.mark.parametrize("variant", ["normal", "large_text"])
def test_boxes_and_all_keys_are_seen_together(qapp: QApplication, variant: str) -> None:
    style.install(qapp, variant)
    windows = Windows((1280, 800))
    windows.shown("enter_pin")
    QApplication.processEvents()
    screen = windows.screen("enter_pin")
    room = place_of(part(screen, Room))
    assert room.contains(place_of(screen.boxes))
    assert room.contains(place_of(screen.keypad))
    windows.end()
    style.install(qapp)
