"""The public personal authentication application (JPKI-AP) of the My Number card, as far as a kiosk may use it.

Only the user-authentication files are named here. The signature key, its PIN and its certificate, which carries the
name and address of the citizen, are not used in this program; neither are the number and face applications.

Short EF identifiers save a SELECT EF each time. Whether every card generation accepts them is not established, so each
use falls back to SELECT EF when the card refuses them.
"""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum, unique
from functools import partial

from kiosk.cards import apdu, certificate
from kiosk.cards.apdu import WRONG_LENGTH, ApduError, CommandApdu, ResponseApdu, exchange
from kiosk.cards.transport import CardConnection, CardError, TransmissionError
from kiosk.failures import FailureName
from kiosk.secret import Pin

AID_JPKI = bytes.fromhex("D392F000260100000001")
#: The issuer security domain: selecting it ends the verified state of the JPKI-AP.
AID_ISSUER = bytes.fromhex("A0000001510000")

EF_TOKEN = 0x06
EF_CERTIFICATE = 0x0A
EF_KEY = 0x17
EF_PIN = 0x18

#: Bytes of each READ BINARY: 256 saves reading the length first. Cards or readers that refuse it (6700) get fewer.
CHUNK = 256
SHORT_CHUNK = 128
TOKEN_BYTES = 32
#: Maximum reads of one file: a reader that passes short pieces is accepted, a card that sends single bytes is not.
MAX_READS = 64


class NotMyNumberCard(CardError):
    """The card has no JPKI application: another kind of card."""

    failure = FailureName.CARD_NOT_MY_NUMBER


class PhoneToken(CardError):
    """A phone: its certificate can be read only after the PIN, and it cannot stay on the reader."""

    failure = FailureName.CARD_PHONE


class OldJukiCard(CardError):
    """A Basic Resident Register card (住基カード), no longer valid."""

    failure = FailureName.CARD_OLD_JUKI


class CertificateMissing(CardError):
    """No user-authentication certificate on this card."""

    failure = FailureName.CERTIFICATE_MISSING


class PinAbsent(CardError):
    """A card without a usable PIN (顔認証マイナンバーカード)."""

    failure = FailureName.PIN_ABSENT


class PinBlocked(CardError):
    """No try is left; the municipality's counter can reset the PIN."""

    failure = FailureName.PIN_BLOCKED


class WrongPin(CardError):
    """The PIN was wrong; ``tries_left`` is at least 1."""

    failure = FailureName.PIN_WRONG

    def __init__(self, tries_left: int) -> None:
        super().__init__(str(tries_left))
        self.tries_left = tries_left


class KeyUnknown(CardError):
    """The certificate's key type is not in ``ALGORITHMS``."""

    failure = FailureName.CARD_UNREADABLE


@unique
class TokenKind(Enum):
    """Token names in EF 0006 (32 ASCII characters, padded with spaces)."""

    PLASTIC = "JPKIAPICCTOKEN2"
    OLD_JUKI = "JPKIAPICCTOKEN"
    ANDROID = "JPKIAPGPSETOKEN"
    IPHONE = "JPKIAPIOSTOKEN"
    OTHER = ""


@dataclass(frozen=True)
class Algorithm:
    """How a key type signs: JWS name, AlgorithmIdentifier, hash, DigestInfo prefix, encoding of the signature."""

    name: str
    key: bytes
    hash: str
    prefix: bytes
    encode: Callable[[bytes], bytes]

    def digest_block(self, message: bytes) -> bytes:
        """The data field of the SIGN command for ``message`` (hashed here)."""
        return self.prefix + hashlib.new(self.hash, message).digest()


def _rsa(signature: bytes) -> bytes:
    """The signature unchanged: 2048 bits today. Raises TransmissionError below 1024."""
    if len(signature) < 128:
        raise TransmissionError("not a signature")
    return signature


def _p384(signature: bytes) -> bytes:
    """r and s side by side, 48 bytes each (IEEE P1363, as in Web eID), from that form or from DER.

    Raises TransmissionError or CertificateUnreadable for anything else.
    """
    if len(signature) == 96:
        return signature
    r = certificate.element_at(signature, certificate.element_at(signature, 0).content)
    s = certificate.element_at(signature, r.end)
    numbers = [int.from_bytes(signature[part.content : part.end], "big") for part in (r, s)]
    if s.end > len(signature) or max(numbers).bit_length() > 384:
        raise TransmissionError("not a signature")
    return b"".join(number.to_bytes(48, "big") for number in numbers)


#: The key types. That next-generation cards (ECDSA P-384, SHA-384) take the bare hash and answer DER is an assumption
#: until their interface is published.
ALGORITHMS = (
    Algorithm(
        "RS256",
        bytes.fromhex("300D06092A864886F70D0101010500"),
        "sha256",
        bytes.fromhex("3031300D060960864801650304020105000420"),
        _rsa,
    ),
    Algorithm("ES384", bytes.fromhex("301006072A8648CE3D020106052B81040022"), "sha384", b"", _p384),
)


def algorithm_of(der: bytes) -> Algorithm:
    """The table entry for the key of this certificate. Raises KeyUnknown or CertificateUnreadable."""
    kind = certificate.key_type(der)
    for entry in ALGORITHMS:
        if entry.key == kind:
            return entry
    raise KeyUnknown("no such key type")


@dataclass
class Forms:
    """Whether this card accepts short EF identifiers, by command; None until one was tried. ``chunk``: bytes a READ."""

    read: bool | None = None
    pin: bool | None = None
    key: bool | None = None
    chunk: int = CHUNK


@dataclass
class Jpki:
    """The JPKI application on a connected card. ``forms`` may be reused for the next connection of the same card."""

    connection: CardConnection
    forms: Forms = field(default_factory=Forms)

    def select(self) -> None:
        """SELECT JPKI-AP; the ATR is never used. Raises NotMyNumberCard, or ApduError for any other refusal."""
        answer = apdu.select_agreed(self.connection, AID_JPKI)
        if answer.sw.foreign:
            raise NotMyNumberCard(str(answer.sw))
        answer.expect_ok()

    def token(self) -> TokenKind:
        """The kind of token by EF 0006; OTHER for a name that was read and is none. Raises a CardError."""
        name = self._read(EF_TOKEN, 0, TOKEN_BYTES).decode("ascii", "replace").rstrip(" \0")
        return next((kind for kind in TokenKind if kind.value == name), TokenKind.OTHER)

    def certificate_head(self) -> bytes:
        """The first bytes of the certificate, enough for issuer and serial. Raises CertificateMissing, ApduError."""
        head = self._first_chunk()
        end = certificate.identity_end(head)
        return head if len(head) >= end else head + self._rest(len(head), end)

    def certificate(self) -> bytes:
        """The user-authentication certificate, without the filler behind it.

        Raises CertificateMissing when it is missing twice running.
        """
        try:
            head = self._first_chunk()
        except CertificateMissing:
            head = self._first_chunk()
        total = certificate.total_length(head)
        return (head + self._rest(len(head), total))[:total]

    def tries(self) -> int:
        """Tries left for the PIN (EF 0018), none spent.

        Raises PinBlocked at 0, PinAbsent for a card without PIN, both when said twice; ApduError for anything else.
        """
        sw = apdu.agreed(self._query, lambda sw: bool(sw.tries_left)).sw
        if sw.blocked:
            raise PinBlocked(str(sw))
        if sw.not_found:
            raise PinAbsent(str(sw))
        if sw.tries_left is None:
            raise ApduError(sw)
        return sw.tries_left

    def verify(self, pin: Pin) -> None:
        """VERIFY, exactly once. Raises WrongPin, PinBlocked, ApduError; ValueError before anything is sent."""
        if self.forms.pin is None:
            self.tries()
        frame = apdu.verify_frame(self._reference(EF_PIN, bool(self.forms.pin)), pin.digits)
        sw = apdu.exchange_once(self.connection, frame)
        if sw.blocked:
            raise PinBlocked(str(sw))
        if sw.tries_left is not None:
            raise WrongPin(sw.tries_left)
        if not sw.ok:
            raise ApduError(sw)

    def sign(self, algorithm: Algorithm, message: bytes) -> bytes:
        """The signature over ``message`` by the key of EF 0017. Raises ApduError (6982: PIN not verified)."""
        block = algorithm.digest_block(message)
        answer = self._either("key", lambda short: self._sign(block, short))
        return algorithm.encode(answer.expect_ok())

    def _sign(self, block: bytes, short: bool) -> ResponseApdu:
        return exchange(self.connection, apdu.compute_signature(self._reference(EF_KEY, short), block))

    def _query(self) -> ResponseApdu:
        return self._either("pin", self._query_as)

    def _query_as(self, short: bool) -> ResponseApdu:
        return exchange(self.connection, apdu.query_tries(self._reference(EF_PIN, short)))

    def _reference(self, identifier: int, short: bool) -> int:
        """P2 for a key or PIN file; in the long form the file is selected first."""
        if short:
            return apdu.SHORT_EF | identifier
        exchange(self.connection, apdu.select_file(identifier)).expect_ok()
        return apdu.SHORT_EF

    def _first_chunk(self) -> bytes:
        try:
            head = self._read(EF_CERTIFICATE, 0, CHUNK)
        except ApduError as error:
            if error.sw.not_found:
                raise CertificateMissing(str(error.sw)) from None
            raise
        if not head.strip(b"\xff\x00"):
            raise CertificateMissing("empty")
        return head

    def _rest(self, start: int, end: int) -> bytes:
        """Bytes ``start`` to ``end`` of the current EF. Short answers are accepted.

        Raises CertificateUnreadable for an empty answer and after ``MAX_READS`` reads.
        """
        data = b""
        for _ in range(MAX_READS):
            place = start + len(data)
            if place >= end:
                return data
            part = self._piece(partial(apdu.read_binary, place), end - place).expect_data()
            if not part:
                break
            data += part
        raise certificate.CertificateUnreadable("truncated")

    def _read(self, identifier: int, offset: int, length: int) -> bytes:
        return self._either("read", lambda short: self._read_as(identifier, offset, length, short)).expect_data()

    def _read_as(self, identifier: int, offset: int, length: int, short: bool) -> ResponseApdu:
        if short:
            return self._piece(partial(apdu.read_short, identifier, offset), length)
        selected = exchange(self.connection, apdu.select_file(identifier))
        return self._piece(partial(apdu.read_binary, offset), length) if selected.sw.ok else selected

    def _piece(self, command: Callable[[int], CommandApdu], length: int) -> ResponseApdu:
        """READ of at most ``length`` bytes; fewer once the card or its reader refuses 256 (6700)."""
        wanted = min(length, self.forms.chunk)
        answer = exchange(self.connection, command(wanted))
        if answer.sw.value != WRONG_LENGTH or wanted <= SHORT_CHUNK:
            return answer
        shorter = exchange(self.connection, command(SHORT_CHUNK))
        if shorter.data:
            self.forms.chunk = SHORT_CHUNK
        return shorter

    def _either(self, form: str, send: Callable[[bool], ResponseApdu]) -> ResponseApdu:
        """Send the short form; when a card not known to accept it refuses, select the EF and send the long form."""
        known = getattr(self.forms, form)
        if known is not False:
            answer = send(True)
            if known or not answer.sw.refuses_form:
                setattr(self.forms, form, True)
                return answer
        return self._long(form, send)

    def _long(self, form: str, send: Callable[[bool], ResponseApdu]) -> ResponseApdu:
        try:
            answer = send(False)
        except ApduError as error:
            return ResponseApdu(b"", error.sw)
        if not answer.sw.refuses_form:
            setattr(self.forms, form, False)
        return answer


def leave(connection: CardConnection) -> ResponseApdu:
    """SELECT the issuer security domain: with an answer of 9000 the verified PIN state has ended."""
    return apdu.select_agreed(connection, AID_ISSUER)
