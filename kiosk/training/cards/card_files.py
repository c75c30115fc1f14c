"""The content of a training person's card: applications, files, PINs, keys."""

from kiosk.training.cards.persons import WITH_JPKI, CardKind, Person
from kiosk.training.cards.software_card import (
    AID_FACE,
    AID_ISSUER,
    AID_JPKI,
    AID_TEXT,
    ATR,
    Application,
    CardFile,
    FileKind,
    SoftwareCard,
)
from kiosk.training.cards.training_ca import Credentials, TrainingCa

FOREIGN_ATR = bytes.fromhex("3B888001000000009181C100D8")
#: Applications of foreign cards: made up, but in the range their issuers use.
FOREIGN_APPLICATIONS = {
    CardKind.TRANSPORT: "D2760000990000",
    CardKind.LICENCE: "A0000002310100000000000000000000",
    CardKind.BANK: "A0000000651010",
    CardKind.FOREIGN_EID: "A000000077010800070000FE00000100",
}
TOKENS = {
    CardKind.PLASTIC: "JPKIAPICCTOKEN2",
    CardKind.OLD_JUKI: "JPKIAPICCTOKEN",
    CardKind.ANDROID: "JPKIAPGPSETOKEN",
    CardKind.IPHONE: "JPKIAPIOSTOKEN",
}
#: Size of a certificate file in bytes; filler follows the certificate.
CERTIFICATE_FILE = 2048
#: PIN of the text and face applications. No keypad can enter it: the kiosk never opens these applications.
CLOSED = b"\x00\x00\x00\x00"
SIGNATURE_TRIES = 5


def card_for(person: Person, ca: TrainingCa) -> SoftwareCard:
    """A new card as this person's file describes it."""
    if person.kind in WITH_JPKI:
        return _card_with_jpki(person, ca)
    aid = FOREIGN_APPLICATIONS.get(person.kind)
    applications: dict[bytes, Application] = {bytes.fromhex(aid): {}} if aid else {}
    if person.kind is CardKind.BANK:
        applications[AID_ISSUER] = {}
    atr = b"" if person.kind is CardKind.MUTE else FOREIGN_ATR
    return SoftwareCard(person.id, applications, atr=atr)


def _card_with_jpki(person: Person, ca: TrainingCa) -> SoftwareCard:
    credentials = ca.issue(person) if person.certificate else None
    applications: dict[bytes, Application] = {
        AID_ISSUER: {},
        AID_JPKI: _jpki(person, ca, credentials),
        AID_TEXT: _closed_application(),
        AID_FACE: _closed_application(),
    }
    key = credentials.key if credentials else None
    return SoftwareCard(person.id, applications, key, ATR, person.short_ef)


def _jpki(person: Person, ca: TrainingCa, credentials: Credentials | None) -> Application:
    phone = person.kind in (CardKind.ANDROID, CardKind.IPHONE)
    signature, authentication = person.signature_certificate, credentials is not None
    files = {
        0x02: _certificate(ca.der),
        0x06: _data(TOKENS[person.kind].encode().ljust(32), 160),
        0x08: _data(bytes([0x8F if signature else 0, 0x8F if authentication else 0, 0]), 3),
        0x0B: _certificate(ca.der),
        0x17: CardFile(FileKind.KEY, guard=0x18),
        0x18: CardFile(FileKind.PIN, secret=person.pin.encode(), tries=person.tries),
        0x1A: CardFile(FileKind.KEY, guard=0x1B),
        0x1B: CardFile(FileKind.PIN, secret=b"\x00" * 6, tries=SIGNATURE_TRIES, max_tries=SIGNATURE_TRIES),
    }
    if signature:
        files[0x01] = CardFile(FileKind.DATA, b"\xff" * CERTIFICATE_FILE, guard=0x1B)
    if credentials is not None:
        files[0x0A] = _certificate(credentials.certificate, 0x18 if phone else None)
    return files


def _closed_application() -> Application:
    return {
        0x01: CardFile(FileKind.DATA, b"\xff" * 17, guard=0x11),
        0x02: CardFile(FileKind.DATA, b"\xff" * 17, guard=0x11),
        0x11: CardFile(FileKind.PIN, secret=CLOSED, tries=3),
    }


def _certificate(der: bytes, guard: int | None = None) -> CardFile:
    return CardFile(FileKind.DATA, der.ljust(CERTIFICATE_FILE, b"\xff"), guard)


def _data(content: bytes, size: int) -> CardFile:
    return CardFile(FileKind.DATA, content.ljust(size, b"\x00"))
