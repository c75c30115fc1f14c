"""One odd status word never becomes a statement about the citizen's card, and a card that answers oddly is read."""

import itertools
from collections.abc import Iterator

import pytest

from kiosk.cards.apdu import ApduError
from kiosk.cards.identity import (
    CardSession,
    CertificateMissing,
    NotMyNumberCard,
    PinAbsent,
    PinBlocked,
    power_off,
)
from kiosk.cards.transport import HOLD_LIMIT, CardError
from kiosk.failures import FailureName
from tests.support.cards import KEY, OwnService, typed

WORDS = [
    "6281",
    "6282",
    "6300",
    "6400",
    "6581",
    "6700",
    "6882",
    "6982",
    "6983",
    "6984",
    "6985",
    "6A80",
    "6A82",
    "6A86",
    "6A88",
    "6B00",
    "6D00",
    "6E00",
    "6F00",
    "63C0",
]
#: Commands of ``read``: SELECT, token, certificate in five pieces, tries.
READING = 8


class Once(OwnService):
    """Answers one command with this status word alone."""

    def __init__(self, number: int, word: str) -> None:
        super().__init__()
        self.number, self.word = number, word
        self.numbers: Iterator[int] = itertools.count()

    def answer(self, command: bytes, genuine: bytes) -> bytes:
        return bytes.fromhex(self.word) if next(self.numbers) == self.number else genuine


@pytest.mark.parametrize("number", range(READING))
@pytest.mark.parametrize("word", WORDS)
def test_an_odd_status_word_once_is_read_over_or_means_once_more(number: int, word: str) -> None:
    session = CardSession(Once(number, word), "reader", KEY)
    assert _failure_of(session) in (None, FailureName.CARD_UNREADABLE)
    session.close()


def _failure_of(session: CardSession) -> FailureName | None:
    try:
        assert session.read().tries_left == 3
    except CardError as error:
        return error.failure
    return None


class Always(OwnService):
    """Answers every command that begins so with this status word."""

    def __init__(self, prefixes: tuple[str, ...], word: str) -> None:
        super().__init__()
        self.prefixes, self.word = tuple(bytes.fromhex(prefix) for prefix in prefixes), word
        self.cuts = 0

    def cut_power(self, reader: str, limit: float = HOLD_LIMIT) -> None:
        self.cuts += 1
        super().cut_power(reader, limit)

    def answer(self, command: bytes, genuine: bytes) -> bytes:
        return bytes.fromhex(self.word) if command.startswith(self.prefixes) else genuine


SELECT, TOKEN, CERTIFICATE, QUERY = (
    ("00A4040C0A",),
    ("00B086", "00A4020C020006"),
    ("00B08A", "00A4020C02000A"),
    ("0020",),
)


@pytest.mark.parametrize(
    ("prefixes", "word", "error"),
    [
        (SELECT, "6A82", NotMyNumberCard),
        (SELECT, "6D00", NotMyNumberCard),
        (SELECT, "6E00", NotMyNumberCard),
        (SELECT, "6F00", ApduError),
        (SELECT, "6400", ApduError),
        (SELECT, "6985", ApduError),
        (TOKEN, "6982", ApduError),
        (TOKEN, "6A82", ApduError),
        (CERTIFICATE, "6A82", CertificateMissing),
        (CERTIFICATE, "6982", ApduError),
        (QUERY, "6A88", PinAbsent),
        (QUERY, "63C0", PinBlocked),
        (QUERY, "6984", PinBlocked),
        (QUERY, "6F00", ApduError),
        (QUERY, "6581", ApduError),
        (QUERY, "9000", ApduError),
    ],
)
def test_what_a_card_says_again_and_again_is_believed(
    prefixes: tuple[str, ...], word: str, error: type[CardError]
) -> None:
    with pytest.raises(error):
        CardSession(Always(prefixes, word), "reader", KEY).read()


class WithWarning(OwnService):
    """Says 6282 beside the data of every READ."""

    def answer(self, command: bytes, genuine: bytes) -> bytes:
        return genuine[:-2] + b"\x62\x82" if command[1] == 0xB0 and genuine[-2:] == b"\x90\x00" else genuine


class Refusing256(OwnService):
    """Refuses every READ of 256 bytes."""

    def answer(self, command: bytes, genuine: bytes) -> bytes:
        return b"\x67\x00" if command[1] == 0xB0 and command[4] == 0 else genuine


@pytest.mark.parametrize("kind", [WithWarning, Refusing256])
def test_a_card_that_answers_in_another_way_is_read_and_signs(kind: type[OwnService]) -> None:
    session = CardSession(kind(), "reader", KEY)
    reading = session.read()
    assert len(session.sign(typed("1234"), b"challenge", reading.fingerprint)) == 256


@pytest.mark.parametrize(("word", "cuts"), [("6A82", 0), ("6D00", 0), ("6985", 1), ("6400", 1), ("6883", 1)])
def test_a_card_that_says_neither_yes_nor_no_has_its_power_cut_and_checked(word: str, cuts: int) -> None:
    """The end of a session: what the card answers is no reason to believe that nothing is open in it."""
    service = Always(("00A4",), word)
    power_off(service, "reader")
    assert service.cuts == cuts
    assert not service.card.powered
