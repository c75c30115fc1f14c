"""A certificate authority of a test, trusted through an NSS database; ``certutil`` (libnss3-tools) makes that."""

import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

LOOPBACK = "127.0.0.1"


class Authority:
    """A root and what it issues, as PEM files of one folder."""

    def __init__(self, folder: Path, name: str) -> None:
        self._folder, self._name = folder, name
        self._key = ec.generate_private_key(ec.SECP256R1())
        self._certificate = self._sign(name, self._key, authority=True)
        self.pem = folder / f"{name}.pem"
        self.pem.write_bytes(self._certificate.public_bytes(serialization.Encoding.PEM))

    def issue(self, name: str, *addresses: str, days: int = 30) -> Path:
        """Key and certificate of a server at these addresses and names (none: this machine), in one file."""
        key = ec.generate_private_key(ec.SECP256R1())
        certificate = self._sign(name, key, addresses=addresses or (LOOPBACK,), days=days)
        private = key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
        file = self._folder / f"{name}.pem"
        file.write_bytes(private + certificate.public_bytes(serialization.Encoding.PEM))
        return file

    def trust(self, store: Path) -> None:
        """Put it into this NSS database, which is made."""
        store.mkdir(parents=True)
        for words in (["-N", "--empty-password"], ["-A", "-n", "test", "-t", "C,,", "-i", str(self.pem)]):
            subprocess.run(["certutil", "-d", f"sql:{store}", *words], check=True)

    def _sign(
        self,
        name: str,
        key: ec.EllipticCurvePrivateKey,
        addresses: Sequence[str] = (),
        days: int = 30,
        authority: bool = False,
    ) -> x509.Certificate:
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        issuer = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, self._name)])
        now = datetime.now(UTC)
        made = (
            x509.CertificateBuilder(issuer, subject, key.public_key(), x509.random_serial_number())
            .not_valid_before(now - timedelta(days=60))
            .not_valid_after(now + timedelta(days=days))
            .add_extension(x509.BasicConstraints(ca=authority, path_length=None), critical=True)
        )
        if not authority:
            made = made.add_extension(
                x509.SubjectAlternativeName([_subject(address) for address in addresses]), critical=False
            )
        return made.sign(self._key, hashes.SHA256())


def _subject(address: str) -> x509.GeneralName:
    return x509.IPAddress(IPv4Address(address)) if address[0].isdigit() else x509.DNSName(address)
