"""The training CA: made on first use in a folder, cached there with the persons' keys and certificates.

Its certificates cannot be mistaken for real ones: every name says TRAINING, the subject ends in municipality code
00000, and no real validator knows the root. Their form is that of the real certificate: opaque CN, four-byte serial,
policy OID, critical digitalSignature, 1,151 bytes for an RSA key, end of validity at 23:59:59 Japanese time.
"""

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta, timezone
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.x509.oid import NameOID, ObjectIdentifier

from kiosk.system import clock
from kiosk.training.cards.persons import CertificateOptions, KeyKind, Person

JST = timezone(timedelta(hours=9))
#: Policy of the real user-authentication certificate. It has no extended key usage, which validators must accept.
POLICY = ObjectIdentifier("1.2.392.200149.8.5.1.3.30")
#: Length of the certificate in bytes for which the APDU budgets hold (docs/performance.md).
RSA_OCTETS = 1151
#: A cached certificate is issued again when its start differs from the person's file by more than this.
DRIFT = timedelta(days=60)

CA_FILE = "training-ca.pem"
CA_KEY_FILE = "training-ca-key.pem"

CardKey = rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey


@dataclass(frozen=True)
class Credentials:
    """A person's private key and certificate (DER)."""

    key: CardKey
    certificate: bytes


def _wall() -> datetime:
    """The time of day, also where the training station has set another one since this file was read."""
    return clock.wall()


class TrainingCa:
    """A loaded training CA. ``pem`` is the file a portal trusts; ``issue`` makes or loads a person's credentials.

    ``wall``: the time by which certificates begin.
    """

    def __init__(
        self,
        folder: Path,
        key: rsa.RSAPrivateKey,
        certificate: x509.Certificate,
        wall: Callable[[], datetime],
    ) -> None:
        self._wall = wall
        self._folder = folder
        self._key = key
        self.certificate = certificate

    @property
    def pem(self) -> Path:
        """The CA certificate as a PEM file."""
        return self._folder / CA_FILE

    @property
    def der(self) -> bytes:
        """The CA certificate, as the card holds it in EF 000B."""
        return self.certificate.public_bytes(serialization.Encoding.DER)

    def issue(self, person: Person) -> Credentials:
        """A person's key and certificate, from the cache as long as they match the person's file."""
        options = person.certificate or CertificateOptions()
        key = self._card_key(person, options)
        begins = _begins(options, self._wall())
        file = self._folder / f"{person.id}.pem"
        if file.exists():
            cached = x509.load_pem_x509_certificate(file.read_bytes())
            if self._fits(cached, key, options, begins):
                return Credentials(key, cached.public_bytes(serialization.Encoding.DER))
        made = self._sign_padded(person, key, begins, _ends(begins, options))
        _write(file, made.public_bytes(serialization.Encoding.PEM))
        return Credentials(key, made.public_bytes(serialization.Encoding.DER))

    def _card_key(self, person: Person, options: CertificateOptions) -> CardKey:
        file = self._folder / f"{person.id}-{options.key}-key.pem"
        if file.exists():
            key = serialization.load_pem_private_key(file.read_bytes(), None, unsafe_skip_rsa_key_validation=True)
            if isinstance(key, rsa.RSAPrivateKey | ec.EllipticCurvePrivateKey):
                return key
        made = _make_key(options.key)
        _write(file, _private_pem(made))
        return made

    def _fits(self, cached: x509.Certificate, key: CardKey, options: CertificateOptions, begins: datetime) -> bool:
        begun = cached.not_valid_before_utc
        if cached.issuer != self.certificate.subject or cached.public_key() != key.public_key():
            return False
        if options.issued_today:
            return begun.astimezone(JST).date() == begins.astimezone(JST).date()
        return abs(begun - begins) <= DRIFT and cached.not_valid_after_utc == _ends(begun, options)

    def _sign_padded(self, person: Person, key: CardKey, begins: datetime, ends: datetime) -> x509.Certificate:
        """Sign; for RSA sign again with filler in the policy notice until the length is that of a real certificate."""
        serial = int.from_bytes(b"\x07" + os.urandom(3), "big")
        builder = self._builder(person, key).serial_number(serial).not_valid_before(begins).not_valid_after(ends)
        filler = 100
        for _ in range(4):
            made = builder.add_extension(_policy(filler), critical=False).sign(self._key, hashes.SHA256())
            missing = RSA_OCTETS - len(made.public_bytes(serialization.Encoding.DER))
            if missing == 0 or isinstance(key, ec.EllipticCurvePrivateKey):
                break
            filler += missing
        return made

    def _builder(self, person: Person, key: CardKey) -> x509.CertificateBuilder:
        key_id = x509.AuthorityKeyIdentifier.from_issuer_public_key(self._key.public_key())
        return (
            x509.CertificateBuilder()
            .issuer_name(self.certificate.subject)
            .subject_name(_subject(person))
            .public_key(key.public_key())
            .add_extension(_usage(signing=True), critical=True)
            .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
            .add_extension(key_id, critical=False)
            .add_extension(x509.IssuerAlternativeName([x509.DirectoryName(ISSUER_ALTERNATIVE)]), critical=False)
        )


def load_or_make(folder: Path, wall: Callable[[], datetime] = _wall) -> TrainingCa:
    """The training CA of ``folder``, made there on first use (0.2 s; RSA-2048). ``wall``: its clock. Raises OSError."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    if not (folder / CA_FILE).exists():
        _make_ca(folder)
    key = serialization.load_pem_private_key(
        (folder / CA_KEY_FILE).read_bytes(), None, unsafe_skip_rsa_key_validation=True
    )
    if not isinstance(key, rsa.RSAPrivateKey):
        raise TypeError("the training CA has another key type")
    return TrainingCa(folder, key, x509.load_pem_x509_certificate((folder / CA_FILE).read_bytes()), wall)


def _make_ca(folder: Path) -> None:
    key = rsa.generate_private_key(65537, 2048)
    now = datetime.now(UTC).replace(microsecond=0)
    name = _name(
        ("C", "JP"), ("O", "JPKI TRAINING"), ("OU", "TRAINING for user authentication"), ("OU", "NOT A REAL CA")
    )
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(int.from_bytes(b"\x01" + os.urandom(3), "big"))
        .not_valid_before(now - timedelta(days=3650))
        .not_valid_after(now + timedelta(days=3650))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(_usage(signing=False), critical=True)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key.public_key()), critical=False)
        .sign(key, hashes.SHA256())
    )
    _write(folder / CA_KEY_FILE, _private_pem(key))
    _write(folder / CA_FILE, certificate.public_bytes(serialization.Encoding.PEM))


def _make_key(kind: KeyKind) -> CardKey:
    return ec.generate_private_key(ec.SECP384R1()) if kind is KeyKind.P384 else rsa.generate_private_key(65537, 2048)


def _begins(options: CertificateOptions, now: datetime) -> datetime:
    """Start of validity: some days ago, or half an hour ago but not before today's midnight in Japan."""
    here = now.astimezone(JST).replace(microsecond=0)
    if options.issued_today:
        return max(here - timedelta(minutes=30), datetime.combine(here.date(), time(), JST)).astimezone(UTC)
    return (here - timedelta(days=options.issued_days_ago)).astimezone(UTC)


def _ends(begins: datetime, options: CertificateOptions) -> datetime:
    last = (begins.astimezone(JST) + timedelta(days=options.valid_days)).date()
    return datetime.combine(last, time(23, 59, 59), JST).astimezone(UTC)


def _subject(person: Person) -> x509.Name:
    """An opaque CN of 23 characters that ends in a municipality code like the real ones; 00000 is not assigned."""
    opaque = hashlib.sha256(f"training {person.id}".encode()).hexdigest().upper()[:10]
    return _name(("C", "JP"), ("CN", f"TRNG{opaque}00000003A"[:23]))


def _name(*parts: tuple[str, str]) -> x509.Name:
    kinds = {
        "C": NameOID.COUNTRY_NAME,
        "O": NameOID.ORGANIZATION_NAME,
        "OU": NameOID.ORGANIZATIONAL_UNIT_NAME,
        "CN": NameOID.COMMON_NAME,
    }
    return x509.Name([x509.NameAttribute(kinds[kind], value) for kind, value in parts])


ISSUER_ALTERNATIVE = _name(("C", "JP"), ("O", "TRAINING - no public personal authentication service"))


def _policy(filler: int) -> x509.CertificatePolicies:
    notice = x509.UserNotice(None, "TRAINING ONLY ".ljust(filler, "."))
    return x509.CertificatePolicies([x509.PolicyInformation(POLICY, [notice])])


def _usage(signing: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=signing,
        key_cert_sign=not signing,
        crl_sign=not signing,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _private_pem(key: CardKey) -> bytes:
    return key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )


def _write(file: Path, data: bytes) -> None:
    """Write atomically; only this user may read the file."""
    draft = file.with_suffix(f".{os.getpid()}.new")
    descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "wb") as stream:
        stream.write(data)
    draft.replace(file)
