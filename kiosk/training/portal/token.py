"""Validation of a ``web-eid:1.0`` authentication token: a pure function, no store, no clock."""

import base64
import binascii
import hashlib
import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature
from cryptography.x509.oid import ExtendedKeyUsageOID

NONCE_LIFE = timedelta(minutes=5)
_SHORTEST, _LONGEST = 100, 10_000
_HASHES = {"RS256": "sha256", "ES384": "sha384"}
_FIELDS = ("unverifiedCertificate", "algorithm", "signature", "format")


class TokenError(Exception):
    """The token is refused; ``reason`` is one word and never holds content of the token."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True)
class NonceRecord:
    """The last nonce issued to a server session for one purpose."""

    value: str
    issued_at: datetime
    used: bool = False


@dataclass(frozen=True)
class Identity:
    """The verified holder of a card. ``key`` is made of issuer and serial number, never of the common name."""

    key: str
    not_before: datetime


def identity_key(certificate: x509.Certificate) -> str:
    """The key under which the portal stores the holder of this certificate."""
    serial = str(certificate.serial_number).encode()
    return hashlib.sha256(b"training-portal\0" + certificate.issuer.public_bytes() + b"\0" + serial).hexdigest()


def validate(
    token_json: str, origin: str, nonce: NonceRecord | None, anchor: x509.Certificate, now: datetime
) -> Identity:
    """Check everything that a relying party must check; raises ``TokenError``."""
    value = _fresh(nonce, now)
    fields = _fields(token_json)
    certificate = _certificate(fields["unverifiedCertificate"])
    _check_chain(certificate, anchor, now)
    _check_usage(certificate)
    _check_signature(fields, certificate, origin, value)
    return Identity(identity_key(certificate), certificate.not_valid_before_utc)


def signed_octets(origin: str, nonce: str, algorithm: str) -> bytes:
    """The bytes that the card signs (the signature algorithm hashes them again)."""
    name = _HASHES[algorithm]
    return hashlib.new(name, origin.encode()).digest() + hashlib.new(name, nonce.encode()).digest()


def _fresh(nonce: NonceRecord | None, now: datetime) -> str:
    if nonce is None:
        raise TokenError("nonce_missing")
    if nonce.used:
        raise TokenError("nonce_used")
    if not timedelta(0) <= now - nonce.issued_at <= NONCE_LIFE:
        raise TokenError("nonce_expired")
    return nonce.value


def _fields(token_json: str) -> dict[str, str]:
    if not _SHORTEST <= len(token_json) <= _LONGEST:
        raise TokenError("length_wrong")
    try:
        data: Any = json.loads(token_json)
    except ValueError:
        raise TokenError("malformed") from None
    if not isinstance(data, dict) or not all(isinstance(data.get(name), str) for name in _FIELDS):
        raise TokenError("malformed")
    if data["format"] != "web-eid:1.0":
        raise TokenError("format_wrong")
    if data["algorithm"] not in _HASHES:
        raise TokenError("algorithm_wrong")
    return {name: data[name] for name in _FIELDS}


def _decode(text: str, reason: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise TokenError(reason) from None


def _certificate(text: str) -> x509.Certificate:
    der = _decode(text, "certificate_malformed")
    try:
        return x509.load_der_x509_certificate(der)
    except ValueError:
        raise TokenError("certificate_malformed") from None


def _check_chain(certificate: x509.Certificate, anchor: x509.Certificate, now: datetime) -> None:
    try:
        certificate.verify_directly_issued_by(anchor)
    except (ValueError, TypeError, InvalidSignature):
        raise TokenError("chain_wrong") from None
    for which, reason in ((anchor, "issuer_out_of_date"), (certificate, "certificate_out_of_date")):
        if not which.not_valid_before_utc <= now <= which.not_valid_after_utc:
            raise TokenError(reason)


def _check_usage(certificate: x509.Certificate) -> None:
    try:
        extensions = certificate.extensions
        usage = extensions.get_extension_for_class(x509.KeyUsage).value
    except (x509.ExtensionNotFound, ValueError):
        raise TokenError("key_usage_wrong") from None
    if not usage.digital_signature:
        raise TokenError("key_usage_wrong")
    extended = [e.value for e in extensions if isinstance(e.value, x509.ExtendedKeyUsage)]
    if extended and ExtendedKeyUsageOID.CLIENT_AUTH not in extended[0]:
        raise TokenError("extended_key_usage_wrong")


def _check_signature(fields: dict[str, str], certificate: x509.Certificate, origin: str, nonce: str) -> None:
    signature = _decode(fields["signature"], "signature_malformed")
    octets = signed_octets(origin, nonce, fields["algorithm"])
    key = certificate.public_key()
    try:
        if fields["algorithm"] == "RS256" and isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, octets, padding.PKCS1v15(), hashes.SHA256())
        elif fields["algorithm"] == "ES384" and isinstance(key, ec.EllipticCurvePublicKey):
            key.verify(_dss(signature), octets, ec.ECDSA(hashes.SHA384()))
        else:
            raise TokenError("key_type_wrong")
    except InvalidSignature:
        raise TokenError("signature_wrong") from None


def _dss(raw: bytes) -> bytes:
    """Web eID concatenates r and s; ``cryptography`` needs them in DER."""
    if len(raw) != 96:
        raise TokenError("signature_malformed")
    return encode_dss_signature(int.from_bytes(raw[:48], "big"), int.from_bytes(raw[48:], "big"))
