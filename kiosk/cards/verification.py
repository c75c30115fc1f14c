"""Verifies a card's signature with its certificate before the gate is opened or a token is sent because of it.

The library is stricter than ``kiosk.cards.certificate``: a certificate is loaded with it before anybody types a PIN.
"""

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.utils import encode_dss_signature

from kiosk.cards.certificate import CertificateUnreadable
from kiosk.cards.transport import CardError
from kiosk.failures import FailureName


class SignatureWrong(CardError):
    """The card's signature does not belong to the card's certificate."""

    failure = FailureName.CHECK_REFUSED


def public_key(certificate: bytes) -> rsa.RSAPublicKey | ec.EllipticCurvePublicKey:
    """The key of ``certificate`` (DER). Raises CertificateUnreadable when no signature could be verified with it."""
    try:
        key = x509.load_der_x509_certificate(certificate).public_key()
    except (ValueError, TypeError, UnsupportedAlgorithm) as error:
        # Its text may hold what the certificate holds.
        raise CertificateUnreadable(type(error).__name__) from None
    if not isinstance(key, rsa.RSAPublicKey | ec.EllipticCurvePublicKey):
        raise CertificateUnreadable("another kind of key")
    return key


def verify(certificate: bytes, message: bytes, signature: bytes) -> None:
    """Raise ``SignatureWrong`` unless ``signature`` over ``message`` was made by the key of ``certificate`` (DER).

    Raises CertificateUnreadable as ``public_key`` does.
    """
    key = public_key(certificate)
    try:
        if isinstance(key, rsa.RSAPublicKey):
            key.verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
        else:
            key.verify(_der(signature), message, ec.ECDSA(hashes.SHA384()))
    except (InvalidSignature, ValueError) as error:
        raise SignatureWrong from error


def _der(signature: bytes) -> bytes:
    """ECDSA-Sig-Value from r and s side by side, the form of JWS and Web eID (RFC 7518, 3.4)."""
    half = len(signature) // 2
    return encode_dss_signature(int.from_bytes(signature[:half], "big"), int.from_bytes(signature[half:], "big"))
