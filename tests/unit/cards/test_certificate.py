"""The DER reader compared with the X.509 library, and on malformed data."""

import pytest
from cryptography import x509
from hypothesis import given, strategies as st

from kiosk.cards import certificate
from kiosk.cards.certificate import CertificateUnreadable
from kiosk.cards.identity import fingerprint
from kiosk.cards.mynumber import ALGORITHMS, KeyUnknown, algorithm_of
from tests.support.cards import KEY, ca, person


def der_of(name: str) -> bytes:
    return ca().issue(person(name)).certificate


@pytest.mark.parametrize("name", ["taro", "next_generation"])
def test_agrees_with_the_library(name: str) -> None:
    der = der_of(name)
    parsed = x509.load_der_x509_certificate(der)
    assert certificate.total_length(der[:256]) == len(der)
    assert certificate.validity(der) == (parsed.not_valid_before_utc, parsed.not_valid_after_utc)
    assert parsed.issuer.public_bytes() in certificate.identity(der[:256])
    assert parsed.serial_number.to_bytes(4, "big") in certificate.identity(der[:256])


def test_key_type_chooses_the_algorithm() -> None:
    assert algorithm_of(der_of("taro")).name == "RS256"
    assert algorithm_of(der_of("next_generation")).name == "ES384"
    assert len({entry.key for entry in ALGORITHMS}) == len(ALGORITHMS)
    other = der_of("taro").replace(bytes.fromhex("2A864886F70D010101"), bytes.fromhex("2A864886F70D01010A"))
    with pytest.raises(KeyUnknown):
        algorithm_of(other)


def test_fingerprint_is_keyed_and_tells_cards_apart() -> None:
    taro, hanako = der_of("taro"), der_of("hanako")
    assert fingerprint(KEY, taro) == fingerprint(KEY, taro[:256])
    assert fingerprint(KEY, taro) != fingerprint(KEY, hanako)
    assert fingerprint(KEY, taro) != fingerprint(b"x" * 32, taro)


def test_a_prefix_that_ends_before_the_issuer_does_is_refused() -> None:
    taro = der_of("taro")
    end = certificate.identity_end(taro)
    assert fingerprint(KEY, taro[:end]) == fingerprint(KEY, taro)
    with pytest.raises(CertificateUnreadable):
        fingerprint(KEY, taro[: end - 1])


@pytest.mark.parametrize(
    "head", [b"", b"\x30", b"\x30\x80", b"\x30\x84\xff\xff\xff\xff", b"\x31\x82\x04\x7b", b"\x30\x03"]
)
def test_no_certificate(head: bytes) -> None:
    with pytest.raises(CertificateUnreadable):
        certificate.total_length(head)


@given(st.data())
def test_damaged_certificates_never_do_more_than_fail(data: st.DataObject) -> None:
    der = bytearray(der_of("taro"))
    for _ in range(data.draw(st.integers(1, 4))):
        der[data.draw(st.integers(0, 400))] = data.draw(st.integers(0, 255))
    damaged = bytes(der[: data.draw(st.integers(0, len(der)))])
    for reading in (certificate.total_length, certificate.identity, certificate.key_type, certificate.validity):
        try:
            reading(damaged)
        except CertificateUnreadable:
            continue
