"""Every reason for which a token is refused."""

import base64
import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec

from kiosk.training.portal.token import NonceRecord, TokenError, identity_key, signed_octets, validate
from tests.unit.training.portal.card_holder import (
    CLIENT_AUTH,
    NOON,
    SERVER_AUTH,
    YEAR,
    Authority,
    Holder,
    authority,
    holder,
    rsa_key,
)

ORIGIN = "https://portal.example"
NONCE = "yi7TIdH52PXEYKd7DMEasrAsfOjvV7xvimLzk4ooDgI="
FRESH = NonceRecord(NONCE, NOON)
A = holder(1001)
CURVE_KEY = ec.generate_private_key(ec.SECP384R1())


def reason(token: str, nonce: NonceRecord | None = FRESH, by: Authority | None = None, origin: str = ORIGIN) -> str:
    with pytest.raises(TokenError) as caught:
        validate(token, origin, nonce, (by or authority()).certificate, NOON)
    return caught.value.reason


def accepted(who: Holder, nonce: NonceRecord = FRESH) -> bool:
    identity = validate(who.token(ORIGIN, NONCE), ORIGIN, nonce, authority().certificate, NOON)
    return identity.key == who.identity


@pytest.mark.parametrize(
    "who",
    [
        A,
        holder(1002, key=CURVE_KEY),
        holder(1003, extended=CLIENT_AUTH),
        holder(1004, begins=NOON),
        holder(1005, ends=NOON),
    ],
    ids=["RS256", "ES384", "client authentication", "valid from now", "valid until now"],
)
def test_good_tokens(who: Holder) -> None:
    assert accepted(who)


def test_signed_octets_of_the_worked_example() -> None:
    import hashlib

    octets = signed_octets("https://madoguchi.example.jp", NONCE, "RS256")
    assert hashlib.sha256(octets).hexdigest() == "43ad57272520dc9b6c93d0a4b9157e9678265dc67a62098cff6cf555e59817f9"


def test_nonce_lives_five_minutes() -> None:
    assert accepted(A, NonceRecord(NONCE, NOON - timedelta(minutes=5)))
    late = NonceRecord(NONCE, NOON - timedelta(minutes=5, seconds=1))
    assert reason(A.token(ORIGIN, NONCE), late) == "nonce_expired"


@pytest.mark.parametrize(
    ("nonce", "why"),
    [
        (None, "nonce_missing"),
        (replace(FRESH, used=True), "nonce_used"),
        (NonceRecord(NONCE, NOON + timedelta(seconds=1)), "nonce_expired"),
        (NonceRecord("another nonce of the same length as the first", NOON), "signature_wrong"),
    ],
)
def test_nonces_refused(nonce: NonceRecord | None, why: str) -> None:
    assert reason(A.token(ORIGIN, NONCE), nonce) == why


def test_signed_for_another_origin() -> None:
    assert reason(A.token("https://evil.example", NONCE)) == "signature_wrong"
    assert reason(A.token(ORIGIN + "/", NONCE)) == "signature_wrong"


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        ({"format": "web-eid:1.1"}, "format_wrong"),
        ({"format": "web-eid:1"}, "format_wrong"),
        ({"algorithm": "none"}, "algorithm_wrong"),
        ({"algorithm": "RS512"}, "algorithm_wrong"),
        ({"algorithm": "ES384"}, "key_type_wrong"),
        ({"algorithm": None}, "malformed"),
        ({"signature": 1}, "malformed"),
        ({"signature": "not base64!"}, "signature_malformed"),
        ({"signature": base64.b64encode(bytes(256)).decode()}, "signature_wrong"),
        ({"unverifiedCertificate": "not base64!"}, "certificate_malformed"),
        ({"unverifiedCertificate": base64.b64encode(b"nonsense").decode()}, "certificate_malformed"),
        ({"filler": "x" * 10_000}, "length_wrong"),
    ],
)
def test_changed_fields(changes: dict[str, Any], why: str) -> None:
    assert reason(A.token(ORIGIN, NONCE, **changes)) == why


@pytest.mark.parametrize(
    ("token", "why"),
    [
        ("", "length_wrong"),
        ("{" * 200, "malformed"),
        ("[" + "1," * 100 + "1]", "malformed"),
        ('"' + "x" * 200, "malformed"),
    ],
)
def test_not_a_token(token: str, why: str) -> None:
    assert reason(token) == why


@pytest.mark.parametrize(
    ("who", "why"),
    [
        (holder(1, by=authority(which=2)), "chain_wrong"),
        (holder(2, begins=NOON + timedelta(seconds=1)), "certificate_out_of_date"),
        (holder(3, ends=NOON - timedelta(seconds=1)), "certificate_out_of_date"),
        (holder(4, signs=False), "key_usage_wrong"),
        (holder(5, extended=SERVER_AUTH), "extended_key_usage_wrong"),
    ],
)
def test_certificates_refused(who: Holder, why: str) -> None:
    """The first is a CA of the same name with another key: the name alone does not make a chain."""
    assert reason(who.token(ORIGIN, NONCE)) == why


@pytest.mark.parametrize(
    "dates", [(NOON - YEAR, NOON - timedelta(seconds=1)), (NOON + timedelta(seconds=1), NOON + YEAR)]
)
def test_training_ca_out_of_date(dates: Any) -> None:
    assert reason(A.token(ORIGIN, NONCE), by=authority(0, *dates)) == "issuer_out_of_date"


def test_certificate_of_another_person() -> None:
    """B's certificate with A's signature: refused, though both certificates are good."""
    b = holder(1006, key=rsa_key(3))
    token = A.token(ORIGIN, NONCE, unverifiedCertificate=json.loads(b.token(ORIGIN, NONCE))["unverifiedCertificate"])
    assert reason(token) == "signature_wrong"


def test_elliptic_signature_of_wrong_length() -> None:
    token = holder(1002, key=CURVE_KEY).token(ORIGIN, NONCE, signature=base64.b64encode(bytes(95)).decode())
    assert reason(token) == "signature_malformed"


def test_rsa_algorithm_with_elliptic_key() -> None:
    assert reason(holder(1002, key=CURVE_KEY).token(ORIGIN, NONCE, algorithm="RS256")) == "key_type_wrong"


def test_identity_is_issuer_and_serial() -> None:
    """Never the common name: it may be the same for two people, or differ for one."""
    same_name, other_name = holder(1001), holder(1001, common_name="somebody else")
    assert same_name.identity == other_name.identity == identity_key(A.certificate)
    assert holder(1002).identity != A.identity


def test_reason_holds_no_content() -> None:
    secret = "SECRET-CONTENT-" * 10
    assert "SECRET" not in reason(secret)
