"""The certificate authorities that the city adds (``[network] authorities``): a PEM file, or a folder of them.

All are checked before anybody is served. On Windows the machine's own store has them, and the engine reads it itself.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from kiosk.config import access, wording
from kiosk.config.settings import Config, ConfigError, unreadable
from kiosk.system import regular_file

if TYPE_CHECKING:
    from cryptography.x509 import Certificate

ENDINGS = (".pem", ".crt")
#: Maximum bytes of a file, and certificates of all.
MAX_BYTES, MOST = 200_000, 32
_NEEDED = "certificates of authorities in PEM form"


@dataclass(frozen=True)
class Authority:
    """One certificate: its file, the subject's name, until when it is valid, and itself in PEM form."""

    file: Path
    name: str
    ends: datetime
    pem: str


def read_authorities(config: Config, now: datetime) -> tuple[Authority, ...]:
    """The configured authorities, each valid ``now``; none without the setting. Raises ConfigError."""
    place = config.authorities
    if place is None:
        return ()
    if sys.platform == "win32":
        raise ConfigError(place, "", "network.authorities is for Linux", "the certificate in the machine's store")
    found = tuple(made for file in _files(place) for made in _in_file(file, now))
    if len(found) > MOST:
        raise ConfigError(place, "", f"{len(found)} certificates", f"at most {MOST}, those of this city alone")
    return found


def _files(place: Path) -> list[Path]:
    try:
        if not place.is_dir():
            return [place]
        files = access.names_in(place, ENDINGS)
    except OSError as error:
        raise unreadable(place, error) from None
    if not files:
        raise ConfigError(place, "", "there is no certificate", "a folder with at least one *.pem or *.crt file")
    return files


def _in_file(file: Path, now: datetime) -> Iterator[Authority]:
    from cryptography.hazmat.primitives.serialization import Encoding

    for certificate in _certificates(file):
        name = certificate.subject.rfc4514_string()[:80]
        if why := _unfit(certificate, now):
            raise ConfigError(file, "", f"{name} {why}", _NEEDED)
        pem = certificate.public_bytes(Encoding.PEM).decode("ascii")
        yield Authority(file, name, certificate.not_valid_after_utc, pem)


def _certificates(file: Path) -> "list[Certificate]":
    from cryptography.x509 import load_pem_x509_certificates

    try:
        octets = regular_file.read(file, MAX_BYTES)
    except PermissionError as error:
        raise unreadable(file, error) from None
    except OSError as error:
        raise ConfigError(file, "", wording.reading(error), f"a file with {_NEEDED}") from None
    if b"PRIVATE KEY" in octets:
        raise ConfigError(file, "", "there is a private key in it", f"{_NEEDED}, and nothing else")
    try:
        return load_pem_x509_certificates(octets)
    except ValueError:
        raise ConfigError(file, "", "it is not in PEM form", _NEEDED) from None


def _unfit(certificate: "Certificate", now: datetime) -> str:
    """Why nobody may be trusted by this certificate now; empty: one may."""
    if not _is_authority(certificate):
        return "is no authority (CA:TRUE is missing)"
    if certificate.not_valid_before_utc > now:
        return f"is valid from {certificate.not_valid_before_utc:%Y-%m-%d} only (this clock says {now:%Y-%m-%d})"
    if certificate.not_valid_after_utc < now:
        return f"ended on {certificate.not_valid_after_utc:%Y-%m-%d} (this clock says {now:%Y-%m-%d})"
    return ""


def _is_authority(certificate: "Certificate") -> bool:
    """Basic constraints name an authority, and a key usage, if there is one, has the signing of certificates.

    RFC 5280, 4.2.1.9 and 4.2.1.3.
    """
    from cryptography.x509 import BasicConstraints, DuplicateExtension, ExtensionNotFound, KeyUsage

    try:
        authority = certificate.extensions.get_extension_for_class(BasicConstraints).value.ca
        usage = certificate.extensions.get_extension_for_class(KeyUsage).value.key_cert_sign
    except ExtensionNotFound as missing:
        return missing.oid == KeyUsage.oid and authority
    except (ValueError, DuplicateExtension):
        return False
    return authority and usage
