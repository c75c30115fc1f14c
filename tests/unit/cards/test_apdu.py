"""Frames, status words, ``exchange`` and ``exchange_once``."""

from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from kiosk.cards import apdu
from kiosk.cards.apdu import ResponseApdu, StatusWord
from kiosk.cards.transport import CardError, TransmissionError
from tests.support.cards import ScriptedConnection, typed


def hexed(*pairs: tuple[str, str]) -> ScriptedConnection:
    return ScriptedConnection([(bytes.fromhex(command), bytes.fromhex(answer)) for command, answer in pairs])


@pytest.mark.parametrize(
    ("command", "octets"),
    [
        (apdu.select_application(bytes.fromhex("D392F000260100000001")), "00A4040C0AD392F000260100000001"),
        (apdu.select_file(0x0006), "00A4020C020006"),
        (apdu.read_binary(0x0123, 256), "00B0012300"),
        (apdu.read_short(0x0A, 0, 256), "00B08A0000"),
        (apdu.read_short(0x06, 0, 32), "00B0860020"),
        (apdu.query_tries(0x98), "00200098"),
        (apdu.compute_signature(0x97, b"\xaa\xbb"), "802A009702AABB00"),
    ],
)
def test_frames(command: apdu.CommandApdu, octets: str) -> None:
    assert command.encode().hex().upper() == octets


@pytest.mark.parametrize(
    ("value", "tries", "blocked"),
    [(0x9000, None, False), (0x63C3, 3, False), (0x63C0, 0, True), (0x6983, None, True), (0x6984, None, True)],
)
def test_pin_status_words(value: int, tries: int | None, blocked: bool) -> None:
    sw = StatusWord(value)
    assert (sw.tries_left, sw.blocked, str(sw)) == (tries, blocked, f"{value:04X}")


def test_wrong_length_is_repeated_once_with_the_length_the_card_wants() -> None:
    card = hexed(("00B0860020", "6C10"), ("00B0860010", "AB" * 16 + "9000"))
    assert apdu.exchange(card, apdu.read_short(6, 0, 32)).data == b"\xab" * 16
    stubborn = hexed(("00B0860020", "6C10"), ("00B0860010", "6C20"))
    assert apdu.exchange(stubborn, apdu.read_short(6, 0, 32)).sw.value == 0x6C20


def test_waiting_data_is_fetched() -> None:
    card = hexed(("00B0860020", "AA6102"), ("00C0000002", "BBCC9000"))
    assert apdu.exchange(card, apdu.read_short(6, 0, 32)).data == b"\xaa\xbb\xcc"


def test_endless_waiting_data_end() -> None:
    card = hexed(("00B0860020", "6100"), *[("00C0000000", "6100")] * apdu.MAX_FRAMES)
    with pytest.raises(TransmissionError):
        apdu.exchange(card, apdu.read_short(6, 0, 32))


def test_get_response_is_repeated_with_the_length_the_card_wants() -> None:
    card = hexed(("00B0860020", "6110"), ("00C0000010", "6C02"), ("00C0000002", "BBCC9000"))
    assert apdu.exchange(card, apdu.read_short(6, 0, 32)).data == b"\xbb\xcc"


@pytest.mark.parametrize(
    ("answers", "status"),
    [
        (("9000",), "9000"),
        (("6F00", "9000"), "9000"),
        (("6A82", "9000"), "9000"),
        (("6A82", "6A82"), "6A82"),
        (("6400", "6A82", "9000"), "9000"),
        (("6400", "6A82", "6A82"), "6A82"),
        (("6400", "6A82", "6581"), "6F00"),
    ],
)
def test_only_a_refusal_that_is_given_twice_running_counts(answers: tuple[str, ...], status: str) -> None:
    card = hexed(*(("00A4040C07A0000001510000", answer) for answer in answers))
    assert str(apdu.select_agreed(card, bytes.fromhex("A0000001510000")).sw) == status
    assert not card.script


@pytest.mark.parametrize("word", ["9000", "6282"])
def test_data_before_the_end_of_the_file_is_data(word: str) -> None:
    assert ResponseApdu.parse(bytes.fromhex("AB" + word)).expect_data() == b"\xab"


@pytest.mark.parametrize("answer", ["6282", "AB6281", "AB6300"])
def test_no_data_and_data_that_may_be_corrupted_are_refused(answer: str) -> None:
    with pytest.raises(apdu.ApduError):
        ResponseApdu.parse(bytes.fromhex(answer)).expect_data()


@pytest.mark.parametrize("answer", ["9000", "63C2", "6F00", "6C04", "6104", "6984"])
def test_verify_is_sent_once_and_overwritten_whatever_the_answer(answer: str) -> None:
    pin = typed("1234")  # kept in a name: a PIN without references clears itself
    frame = apdu.verify_frame(0x98, pin.digits)
    assert frame.hex() == "002000980431323334"
    card = hexed(("002000980431323334", answer))
    assert str(apdu.exchange_once(card, frame)) == answer
    assert not any(frame)
    assert not card.script


def test_verify_frame_is_overwritten_when_the_driver_fails() -> None:
    pin = typed("1234")  # kept in a name: a PIN without references clears itself
    frame = apdu.verify_frame(0x98, pin.digits)
    with pytest.raises(TransmissionError):
        apdu.exchange_once(hexed(("002000980431323334", "90")), frame)
    assert not any(frame)


@pytest.mark.parametrize("digits", [b"", b"123", b"12345", b"12a4", "１２".encode()])
def test_anything_but_four_digits_is_refused_before_sending(digits: bytes) -> None:
    with pytest.raises(ValueError, match="four digits"):
        apdu.verify_frame(0x98, memoryview(digits))


def test_the_repeating_door_refuses_verify() -> None:
    with pytest.raises(ValueError, match="exchange_once"):
        apdu.exchange(hexed(), apdu.CommandApdu(0, 0x20, 0, 0x98, b"1234"))


@pytest.mark.parametrize("answer", [b"", b"\x90", b"x" * (apdu.MAX_ANSWER + 3)])
def test_impossible_answers(answer: bytes) -> None:
    with pytest.raises(TransmissionError):
        ResponseApdu.parse(answer)


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_any_answers_end_in_an_answer_or_a_typed_error(answers: list[bytes]) -> None:
    class Babbling(ScriptedConnection):
        def transmit(self, command: bytes | bytearray) -> bytes:
            return answers.pop(0) if answers else b"\x61\x00"

    with suppress(CardError):
        assert apdu.exchange(Babbling([]), apdu.read_binary(0, 256)).expect_ok() is not None
