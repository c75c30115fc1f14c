"""A PIN cannot be printed, copied or stored, and is overwritten in place."""

import copy
import pickle

import pytest

from kiosk.secret import Pin


def _pin(digits: str) -> Pin:
    pin = Pin()
    for digit in digits:
        pin.push(int(digit))
    return pin


def test_four_digits_are_complete_and_a_fifth_is_ignored() -> None:
    pin = _pin("12345")
    assert pin.complete
    assert len(pin) == 4
    assert bytes(pin.digits) == b"1234"


def test_digits_exist_only_while_complete() -> None:
    pin = _pin("123")
    assert not pin.complete
    with pytest.raises(ValueError, match="not complete"):
        _ = pin.digits


def test_pop_forgets_the_last_digit_and_stops_at_none() -> None:
    pin = _pin("12")
    for _ in range(3):
        pin.pop()
    assert len(pin) == 0
    for digit in (9, 8, 7, 6):
        pin.push(digit)
    assert bytes(pin.digits) == b"9876"


def test_clear_overwrites_what_a_view_sees() -> None:
    pin = _pin("1234")
    view = pin.digits
    pin.clear()
    assert bytes(view) == bytes(4)
    assert len(pin) == 0


def test_the_view_is_read_only() -> None:
    with pytest.raises(TypeError):
        _pin("1234").digits[0] = 1


def test_the_end_of_the_object_overwrites_the_digits() -> None:
    pin = _pin("1234")
    view = pin.digits
    del pin
    assert bytes(view) == bytes(4)


@pytest.mark.parametrize("digit", [-1, 10, True, "7", 3.0, None])
def test_only_digits_are_taken_and_the_error_does_not_say_what_came(digit: object) -> None:
    with pytest.raises(ValueError, match=r"^not a digit$"):
        Pin().push(digit)  # type: ignore[arg-type]


@pytest.mark.parametrize("show", [repr, str, format, lambda pin: f"{pin!r:>20}", lambda pin: f"{pin:x}", "{}".format])
def test_it_never_prints_itself(show: object) -> None:
    text = show(_pin("1234"))  # type: ignore[operator]
    assert "Pin(…)" in text
    assert not any(character.isdigit() for character in text)


@pytest.mark.parametrize(
    "take",
    [copy.copy, copy.deepcopy, pickle.dumps, bytes, list, vars, lambda pin: pin.__getstate__(), lambda pin: pin[0]],
)
def test_it_cannot_be_copied_or_stored(take: object) -> None:
    with pytest.raises(TypeError) as caught:
        take(_pin("1234"))  # type: ignore[operator]
    assert "1234" not in str(caught.value)


def test_two_pins_with_the_same_digits_are_not_equal() -> None:
    assert _pin("1234") != _pin("1234")


def test_a_pin_that_is_handed_over_has_one_owner() -> None:
    pin = _pin("1234")
    view = pin.digits
    moved = pin.hand_over()
    assert bytes(moved.digits) == b"1234"
    assert (len(pin), bytes(view)) == (0, bytes(4)), "nothing is left where it came from"
    moved.clear()
