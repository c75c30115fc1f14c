"""The few fields of an X.509 certificate that the card layer needs, read straight from DER.

The session stays light: no X.509 library is loaded for serial, issuer, dates and key type. Nothing here *trusts* a
certificate; that is the portal's business.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from kiosk.cards.transport import CardError
from kiosk.failures import FailureName

#: More than any user-authentication certificate (about 1,150 bytes today; ECDSA ones are shorter).
MAX_CERTIFICATE = 8192

SEQUENCE = 0x30
INTEGER = 0x02
VERSION = 0xA0
UTC_TIME = 0x17
GENERALIZED_TIME = 0x18


class CertificateUnreadable(CardError):
    """The bytes are not the beginning of a certificate."""

    failure = FailureName.CARD_UNREADABLE


@dataclass(frozen=True)
class Element:
    """A DER element: where it starts, where its content starts, where it ends (the end may lie beyond the data)."""

    tag: int
    start: int
    content: int
    end: int


def element_at(der: bytes, start: int) -> Element:
    """The element at ``start``. Raises CertificateUnreadable; the content itself need not be there."""
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
    """How long the certificate is that begins with ``head``. Raises CertificateUnreadable for anything else."""
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
    """Where the issuer ends: so much of the certificate ``identity`` needs. Raises CertificateUnreadable."""
    serial, _, issuer = _fields(head, 3)
    if serial.tag != INTEGER or issuer.tag != SEQUENCE or issuer.end > MAX_CERTIFICATE:
        raise CertificateUnreadable("not a certificate")
    return issuer.end


def identity(head: bytes) -> bytes:
    """Serial number and issuer as they stand in the certificate, each self-delimiting. Never compare by subject."""
    if identity_end(head) > len(head):
        raise CertificateUnreadable("truncated")
    serial, _, issuer = _fields(head, 3)
    return head[serial.start : serial.end] + head[issuer.start : issuer.end]


def key_type(certificate: bytes) -> bytes:
    """The encoded AlgorithmIdentifier of the subject's public key: the key of the algorithm table."""
    key = _fields(certificate, 6)[5]
    kind = element_at(certificate, key.content)
    if key.tag != SEQUENCE or kind.tag != SEQUENCE or kind.end > len(certificate):
        raise CertificateUnreadable("no public key")
    return certificate[kind.start : kind.end]


def validity(certificate: bytes) -> tuple[datetime, datetime]:
    """notBefore and notAfter (UTC). notAfter reveals the holder's birthday: do not log or show it."""
    span = _fields(certificate, 4)[3]
    first = element_at(certificate, span.content)
    second = element_at(certificate, first.end)
    if span.tag != SEQUENCE or second.end > len(certificate):
        raise CertificateUnreadable("no validity")
    return _moment(certificate, first), _moment(certificate, second)


def _moment(der: bytes, field: Element) -> datetime:
    text = der[field.content : field.end].decode("ascii", "replace")
    if field.tag == UTC_TIME:
        text = ("19" if text >= "50" else "20") + text  # RFC 5280: two-digit years up to 49 are this century
    elif field.tag != GENERALIZED_TIME:
        raise CertificateUnreadable("no date")
    try:
        return datetime.strptime(text, "%Y%m%d%H%M%SZ").replace(tzinfo=UTC)
    except ValueError:
        raise CertificateUnreadable("no date") from None
