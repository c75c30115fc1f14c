"""For any answers of a card: a result or a typed error, a bounded number of commands, one VERIFY at most."""

import itertools
from collections.abc import Iterator
from contextlib import suppress

import pytest
from hypothesis import given, strategies as st

from kiosk.cards.certificate import CertificateUnreadable
from kiosk.cards.identity import CardSession, fingerprint, power_off
from kiosk.cards.transport import CardError
from tests.support.cards import KEY, OwnService, ca, person, typed

MAX_COMMANDS = 1000

NASTY = """9000 6100 6110 6C00 6C01 63C3 63C1 63C0 6982 6984 6986 6A82 6A86 6A88 6B00 6D00 6F00 6282"""
nasty_words = st.sampled_from([bytes.fromhex(word) for word in NASTY.split()])
heads = st.sampled_from([b"", b"\x30", b"\x30\x82\x04\x7b", b"\x30\x82\xff\xff", b"\x30\x82\x1f\xff", b"\xff" * 256])
answers = st.one_of(
    st.builds(lambda head, body, word: head + body + word, heads, st.binary(max_size=252), nasty_words),
    st.binary(max_size=260),
)


class Mixed(OwnService):
    """A software card, some of whose answers are replaced."""

    def __init__(self, replacements: list[bytes | None]) -> None:
        super().__init__()
        self.replacements: Iterator[bytes | None] = itertools.cycle(replacements)
        self.commands = self.verifications = 0

    def answer(self, command: bytes, genuine: bytes) -> bytes:
        self.commands += 1
        assert self.commands < MAX_COMMANDS, "no end"
        if command[1] == 0x20 and len(command) > 5:
            self.verifications += 1
        replacement = next(self.replacements)
        return genuine if replacement is None else replacement


@given(st.lists(st.one_of(st.none(), st.none(), answers), min_size=1, max_size=12))
def test_login_on_a_lying_card(replacements: list[bytes | None]) -> None:
    service, pin = Mixed(replacements), typed("1234")
    session = CardSession(service, "reader", KEY, hold_retry=0.0)
    with suppress(CardError):
        reading = session.read()
        session.sign(pin, b"challenge", reading.fingerprint)
    session.close()
    assert service.verifications <= 1
    assert not service.card.powered
    pin.clear()


@given(st.lists(st.one_of(st.none(), answers), min_size=1, max_size=12))
def test_second_check_on_a_lying_card(replacements: list[bytes | None]) -> None:
    service, pin = Mixed(replacements), typed("1234")
    expected = fingerprint(KEY, ca().issue(person("taro")).certificate)
    session = CardSession(service, "reader", KEY, hold_retry=0.0)
    try:
        session.tries(expected)
        session.sign(pin, b"challenge", expected)
    except CardError:
        pass
    else:
        assert len(pin) == 0
    assert service.verifications <= 1


@given(st.lists(st.one_of(st.none(), answers), min_size=1, max_size=6))
def test_power_off_of_a_lying_card(replacements: list[bytes | None]) -> None:
    service = Mixed(replacements)
    with suppress(CardError):
        power_off(service, "reader")
    assert service.verifications == 0
    assert not service.card.powered


def test_a_card_that_trickles_bytes_is_given_up() -> None:
    class Trickling(Mixed):
        def answer(self, command: bytes, genuine: bytes) -> bytes:
            answer = super().answer(command, genuine)
            return answer[:1] + b"\x90\x00" if command[1] == 0xB0 and not command[2] & 0x80 else answer

    service = Trickling([None])
    with pytest.raises(CertificateUnreadable):
        CardSession(service, "reader", KEY).read()
    assert 60 < service.commands < 80
