"""Recorded synthetic dialogues fix the wire format byte for byte, in order (see the comments in the files)."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

from kiosk.cards.identity import (
    CardSession,
    CertificateMissing,
    NotMyNumberCard,
    OldJukiCard,
    PhoneToken,
    PinAbsent,
    PinBlocked,
    WrongPin,
)
from kiosk.cards.transport import HOLD_LIMIT, CardConnection, CardError, Disposition, Share
from tests.support.cards import KEY, NoCard, typed

FOLDER = Path(__file__).parent / "dialogues"
MESSAGE = b"hello"


@dataclass
class Tape(NoCard):
    """Plays a recorded dialogue; any other command than the next recorded one fails."""

    name: str
    steps: list[str] = field(init=False)

    def __post_init__(self) -> None:
        lines = (FOLDER / f"{self.name}.txt").read_text(encoding="utf-8").splitlines()
        self.steps = [line for line in lines if line and not line.startswith("#")]

    def say(self, step: str) -> None:
        assert self.steps[:1] == [step]
        self.steps.pop(0)

    def connect(self, reader: str, share: Share, limit: float = HOLD_LIMIT) -> CardConnection:
        self.say(f"= connect {share.value}")
        return self

    def reconnect(self, share: Share, initialization: Disposition) -> None:
        assert initialization is Disposition.LEAVE
        self.say(f"= reconnect {share.value}")

    def disconnect(self, disposition: Disposition) -> None:
        self.say(f"= disconnect {disposition.value}")

    def transmit(self, command: bytes | bytearray) -> bytes:
        self.say("> " + command.hex().upper())
        return bytes.fromhex(self.steps.pop(0).removeprefix("< "))


def verify(der: bytes, signature: bytes) -> None:
    key = x509.load_der_x509_certificate(der).public_key()
    if isinstance(key, ec.EllipticCurvePublicKey):
        r, s = int.from_bytes(signature[:48], "big"), int.from_bytes(signature[48:], "big")
        key.verify(utils.encode_dss_signature(r, s), MESSAGE, ec.ECDSA(hashes.SHA384()))
    else:
        assert isinstance(key, rsa.RSAPublicKey)
        key.verify(signature, MESSAGE, padding.PKCS1v15(), hashes.SHA256())


@pytest.mark.parametrize("name", ["login", "long_form", "next_generation"])
def test_login(name: str) -> None:
    tape = Tape(name)
    session = CardSession(tape, "reader", KEY)
    reading = session.read()
    verify(reading.certificate, session.sign(typed("1234"), MESSAGE, reading.fingerprint))
    assert not tape.steps


def test_second_check() -> None:
    tape = Tape("second_check")
    session = CardSession(tape, "reader", KEY)
    reading = session.read()
    session.sign(typed("1234"), MESSAGE, reading.fingerprint)
    assert session.tries(reading.fingerprint) == 3
    verify(reading.certificate, session.sign(typed("1234"), MESSAGE, reading.fingerprint))
    assert not tape.steps


def test_wrong_pin() -> None:
    tape = Tape("wrong_pin")
    session = CardSession(tape, "reader", KEY)
    reading, pin = session.read(), typed("9999")
    with pytest.raises(WrongPin) as caught:
        session.sign(pin, MESSAGE, reading.fingerprint)
    assert (caught.value.tries_left, len(pin), tape.steps) == (2, 0, [])


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("pin_blocked", PinBlocked),
        ("pin_less", PinAbsent),
        ("phone", PhoneToken),
        ("old_juki", OldJukiCard),
        ("transport", NotMyNumberCard),
        ("certificate_missing", CertificateMissing),
    ],
)
def test_unusable_cards_are_recognised_before_any_digit_and_closed(name: str, error: type[CardError]) -> None:
    tape = Tape(name)
    with pytest.raises(error):
        CardSession(tape, "reader", KEY).read()
    assert not tape.steps
