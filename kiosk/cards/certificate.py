"""The few fields of an X.509 certificate that the card layer needs, read straight from DER.

So no X.509 library has to be loaded for serial, issuer, dates and key type. Nothing here verifies a certificate; the
portal does that.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.cards.transport import CardError
from kiosk.failures import FailureName

#: Maximum bytes of a certificate; user-authentication certificates have about 1,150 today, ECDSA ones less.
MAX_CERTIFICATE = 8192

SEQUENCE = 0x30
INTEGER = 0x02
VERSION = 0xA0
UTC_TIME = 0x17
GENERALIZED_TIME = 0x18


class CertificateUnreadable(CardError):
    """The bytes are not the beginning of a certificate."""

    failure = FailureName.CARD_UNREADABLE


class CertificateExpired(CardError):
    """The certificate is expired by this terminal's clock."""

    failure = FailureName.CERTIFICATE_EXPIRED


@dataclass(frozen=True)
class Element:
    """A DER element: offsets of its start, its content and its end, which may lie beyond the data."""

    tag: int
    start: int
    content: int
    end: int


def element_at(der: bytes, start: int) -> Element:
    """The element at offset ``start``; its content need not be there yet. Raises CertificateUnreadable."""
    if len(der) < start + 2:
        raise CertificateUnreadable("truncated")
    length, content = der[start + 1], start + 2
    if length >= 0x80:
        count = length & 0x7F
        if not 1 <= count <= 2 or len(der) < content + count:
            raise CertificateUnreadable("impossible length")
        length = int.from_bytes(der[content : content + count], "big")
        content += count
    return Element(der[start], start, content, content + length)


def total_length(head: bytes) -> int:
    """Length in bytes of the certificate that begins with ``head``. Raises CertificateUnreadable for anything else."""
    outer = element_at(head, 0)
    if outer.tag != SEQUENCE or not 64 <= outer.end <= MAX_CERTIFICATE:
        raise CertificateUnreadable("not a certificate")
    return outer.end


def _fields(der: bytes, count: int) -> list[Element]:
    """The first ``count`` fields of the to-be-signed part after the version: serial, algorithm, issuer, ..."""
    body = element_at(der, element_at(der, 0).content)
    if der[:1] != b"\x30" or body.tag != SEQUENCE:
        raise CertificateUnreadable("not a certificate")
    fields: list[Element] = []
    place = body.content
    while len(fields) < count:
        field = element_at(der, place)
        place = field.end
        if field.tag != VERSION or fields:
            fields.append(field)
    return fields


def identity_end(head: bytes) -> int:
    """Offset of the issuer's end: ``identity`` needs the certificate up to there. Raises CertificateUnreadable."""
    serial, _, issuer = _fields(head, 3)
    if serial.tag != INTEGER or issuer.tag != SEQUENCE or issuer.end > MAX_CERTIFICATE:
        raise CertificateUnreadable("not a certificate")
    return issuer.end


def identity(head: bytes) -> bytes:
    """DER of serial number and issuer, each self-delimiting; the subject is never compared.

    Raises CertificateUnreadable.
    """
    if identity_end(head) > len(head):
        raise CertificateUnreadable("truncated")
    serial, _, issuer = _fields(head, 3)
    return head[serial.start : serial.end] + head[issuer.start : issuer.end]


def key_type(certificate: bytes) -> bytes:
    """DER of the AlgorithmIdentifier of the subject's public key, looked up in ``mynumber.ALGORITHMS``.

    Raises CertificateUnreadable.
    """
    key = _fields(certificate, 6)[5]
    kind = element_at(certificate, key.content)
    if key.tag != SEQUENCE or kind.tag != SEQUENCE or kind.end > len(certificate):
        raise CertificateUnreadable("no public key")
    return certificate[kind.start : kind.end]


def validity(certificate: bytes) -> tuple[datetime, datetime]:
    """notBefore and notAfter (UTC). notAfter reveals the holder's birthday: never log or show it.

    Raises CertificateUnreadable.
    """
    span = _fields(certificate, 4)[3]
    first = element_at(certificate, span.content)
    second = element_at(certificate, first.end)
    if span.tag != SEQUENCE or second.end > len(certificate):
        raise CertificateUnreadable("no validity")
    return _moment(certificate, first), _moment(certificate, second)


def _moment(der: bytes, field: Element) -> datetime:
    text = der[field.content : field.end].decode("ascii", "replace")
    if field.tag == UTC_TIME:
        text = ("19" if text >= "50" else "20") + text  # RFC 5280, 4.1.2.5.1: years up to 49 are 20YY
    elif field.tag != GENERALIZED_TIME:
        raise CertificateUnreadable("no date")
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise CertificateUnreadable("no date") from None
