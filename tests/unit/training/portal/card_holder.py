"""A training CA and holders of its certificates, made in the test: what a kiosk and a card would send."""

import base64
import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

from kiosk.training.portal.token import identity_key, signed_octets

NOON = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)
YEAR = timedelta(days=365)


@cache
def rsa_key(which: int) -> rsa.RSAPrivateKey:
    """Making keys is slow: one of each number is enough."""
    del which
    return rsa.generate_private_key(public_exponent=65537, key_size=2048)


def name(text: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COUNTRY_NAME, "JP"), x509.NameAttribute(NameOID.COMMON_NAME, text)])


@dataclass(frozen=True)
class Authority:
    """A certification authority."""

    key: rsa.RSAPrivateKey
    certificate: x509.Certificate

    @property
    def pem(self) -> bytes:
        return self.certificate.public_bytes(serialization.Encoding.PEM)


def authority(which: int = 0, begins: datetime = NOON - 5 * YEAR, ends: datetime = NOON + 5 * YEAR) -> Authority:
    key, who = rsa_key(which), name("Training CA")
    builder = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key())
    builder = builder.serial_number(1).not_valid_before(begins).not_valid_after(ends)
    builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
    return Authority(key, builder.sign(key, hashes.SHA256()))


def usage(digital_signature: bool) -> x509.KeyUsage:
    return x509.KeyUsage(digital_signature, not digital_signature, *(7 * (False,)))


@dataclass(frozen=True)
class Holder:
    """A person with a card."""

    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey
    certificate: x509.Certificate

    @property
    def identity(self) -> str:
        return identity_key(self.certificate)

    def token(self, origin: str, nonce: str, **changes: Any) -> str:
        der = self.certificate.public_bytes(serialization.Encoding.DER)
        algorithm, signature = self._signature(origin, nonce)
        parts = {
            "unverifiedCertificate": base64.b64encode(der).decode(),
            "algorithm": algorithm,
            "signature": base64.b64encode(signature).decode(),
            "format": "web-eid:1.0",
            "appVersion": "https://example.invalid/kiosk",
        }
        return json.dumps({**parts, **changes})

    def _signature(self, origin: str, nonce: str) -> tuple[str, bytes]:
        if isinstance(self.key, rsa.RSAPrivateKey):
            octets = signed_octets(origin, nonce, "RS256")
            return "RS256", self.key.sign(octets, padding.PKCS1v15(), hashes.SHA256())
        r, s = decode_dss_signature(self.key.sign(signed_octets(origin, nonce, "ES384"), ec.ECDSA(hashes.SHA384())))
        return "ES384", r.to_bytes(48, "big") + s.to_bytes(48, "big")


def holder(
    serial: int,
    *,
    begins: datetime = NOON - YEAR,
    ends: datetime = NOON + YEAR,
    by: Authority | None = None,
    key: rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey | None = None,
    signs: bool = True,
    extended: x509.ObjectIdentifier | None = None,
    common_name: str = "997794E9AGCIEG13221003A",
) -> Holder:
    issuer, own = by or authority(), key or rsa_key(1)
    builder = x509.CertificateBuilder().subject_name(name(common_name)).issuer_name(issuer.certificate.subject)
    builder = builder.public_key(own.public_key()).serial_number(serial)
    builder = builder.not_valid_before(begins).not_valid_after(ends).add_extension(usage(signs), critical=True)
    if extended:
        builder = builder.add_extension(x509.ExtendedKeyUsage([extended]), critical=False)
    return Holder(own, builder.sign(issuer.key, hashes.SHA256()))


CLIENT_AUTH, SERVER_AUTH = ExtendedKeyUsageOID.CLIENT_AUTH, ExtendedKeyUsageOID.SERVER_AUTH
