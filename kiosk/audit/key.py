"""The key that signs the audit file, kept in the keyring of the kiosk account or (training) in memory only.

The private key never leaves this module; IT gets the public key.
"""

import base64
import hashlib
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from kiosk.audit.line import AuditUnwritable, Head
from kiosk.failures import FailureName
from kiosk.system.secret_store import SecretStore, StoreUnusable

_KEY, _HEAD = "audit-key", "audit-head"
_PUBLIC = re.compile(
    rb"-----BEGIN PUBLIC KEY-----.+?-----END PUBLIC KEY-----|^ssh-ed25519 [A-Za-z0-9+/=]+", re.DOTALL | re.MULTILINE
)


class KeyUnavailable(AuditUnwritable):
    """There is no keyring that stores the key of the audit file."""

    failure = FailureName.KEYRING_MISSING


class PublicKeyError(ValueError):
    """A file does not hold an Ed25519 public key."""

    failure = FailureName.CONFIG_WRONG


@dataclass(frozen=True)
class PublicKey:
    """An Ed25519 public key. ``raw`` has 32 bytes."""

    raw: bytes

    @property
    def text(self) -> str:
        """The form in the audit file: 64 hexadecimal digits."""
        return self.raw.hex()

    @property
    def fingerprint(self) -> str:
        """The fingerprint as OpenSSH shows it, to compare by eye."""
        return "SHA256:" + base64.b64encode(hashlib.sha256(_ssh_blob(self.raw)).digest()).decode().rstrip("=")

    def pem(self) -> str:
        """The key in PEM (SubjectPublicKeyInfo)."""
        form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        return Ed25519PublicKey.from_public_bytes(self.raw).public_bytes(*form).decode()

    def openssh(self) -> str:
        """The key in OpenSSH form, one line as in ``authorized_keys``."""
        return f"ssh-ed25519 {base64.b64encode(_ssh_blob(self.raw)).decode()} madoguchi-kiosk-audit"

    def signed(self, signature: bytes, data: bytes) -> bool:
        """Whether this key made the signature over ``data``."""
        try:
            Ed25519PublicKey.from_public_bytes(self.raw).verify(signature, data)
        except (InvalidSignature, ValueError):
            return False
        return True


def _ssh_blob(raw: bytes) -> bytes:
    name = b"ssh-ed25519"
    return len(name).to_bytes(4, "big") + name + len(raw).to_bytes(4, "big") + raw


def public_keys(content: bytes) -> tuple[PublicKey, ...]:
    """The keys of a file: one or more in PEM or OpenSSH form. Raises PublicKeyError."""
    found = [_public_key(block) for block in _PUBLIC.findall(content)]
    if not found:
        raise PublicKeyError("no public key in PEM or OpenSSH form in it")
    return tuple(found)


def _public_key(block: bytes) -> PublicKey:
    load = serialization.load_pem_public_key if block.startswith(b"---") else serialization.load_ssh_public_key
    try:
        key = load(block)
    except (ValueError, UnsupportedAlgorithm):
        raise PublicKeyError("a public key in it cannot be read") from None
    if not isinstance(key, Ed25519PublicKey):
        raise PublicKeyError("a key in it is not of the kind Ed25519")
    return PublicKey(key.public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw))


class Signer:
    """An Ed25519 private key, a new one unless one is given."""

    def __init__(self, private: Ed25519PrivateKey | None = None) -> None:
        self._private = private or Ed25519PrivateKey.generate()
        raw = serialization.Encoding.Raw, serialization.PublicFormat.Raw
        self.public = PublicKey(self._private.public_key().public_bytes(*raw))

    def sign(self, data: bytes) -> bytes:
        """The signature over ``data``, 64 bytes."""
        return self._private.sign(data)

    def secret_text(self) -> str:
        """The private key in Base64, for the keyring only."""
        return base64.b64encode(self._private.private_bytes_raw()).decode()

    def __repr__(self) -> str:
        return "Signer(…)"


class Keys(Protocol):
    """Storage of the key and of the last line. ``kept`` names the storage in the audit file."""

    kept: str

    def signer(self) -> Signer:
        """The key, made at first use. Raises KeyUnavailable."""
        ...

    def head(self) -> Head | None:
        """The last line that was saved, None without one. Raises KeyUnavailable."""
        ...

    def save_head(self, head: Head) -> None:
        """Save number and hash of the last line. Raises KeyUnavailable."""
        ...


class MemoryKeys:
    """For demo and tests: lost with the process, so each start has a new key and a cut end is not detected."""

    kept = "memory"

    def __init__(self) -> None:
        self._signer = Signer()

    def signer(self) -> Signer:
        """The key of this process."""
        return self._signer

    def head(self) -> Head | None:
        """See ``Keys``: always None."""
        return None

    def save_head(self, head: Head) -> None:
        """See ``Keys``: does nothing."""


class KeyringKeys:
    """Key and last line in the keyring: Windows Credential Locker of this machine, Secret Service on Linux."""

    kept = "keyring"

    def __init__(self, backend: Any = None) -> None:
        """``backend``: for tests. Raises KeyUnavailable without one that keeps secrets."""
        with _told():
            self._store = SecretStore(backend)

    def public(self) -> PublicKey | None:
        """The public key, None without a readable key; makes none. Raises KeyUnavailable without a keyring."""
        kept = self._kept()
        return kept.public if kept else None

    def signer(self) -> Signer:
        """The stored key, or a new one that was stored and read back. A damaged entry counts as none.

        Raises KeyUnavailable.
        """
        kept = self._kept()
        if kept:
            return kept
        made = Signer()
        self._set(_KEY, made.secret_text())
        return made

    def head(self) -> Head | None:
        """The last line that was saved; a damaged entry counts as none. Raises KeyUnavailable."""
        try:
            kept = json.loads(self._get(_HEAD) or "null")
            return Head(int(kept["n"]), str(kept["hash"])) if kept else None
        except (ValueError, KeyError, TypeError):
            return None

    def save_head(self, head: Head) -> None:
        """See ``Keys``. Takes some milliseconds over D-Bus: on the main thread only at start and stop."""
        self._set(_HEAD, json.dumps({"n": head.number, "hash": head.hash}))

    def _kept(self) -> Signer | None:
        stored = self._get(_KEY)
        try:
            return Signer(Ed25519PrivateKey.from_private_bytes(base64.b64decode(stored, validate=True)))
        except ValueError:
            return None

    def _get(self, account: str) -> str:
        with _told():
            return self._store.read(account)

    def _set(self, account: str, secret: str) -> None:
        with _told():
            self._store.write(account, secret)


@contextmanager
def _told() -> Iterator[None]:
    try:
        yield
    except StoreUnusable as error:
        raise KeyUnavailable(str(error)) from None


def why_unusable() -> str:
    """Why ``kiosk run`` cannot keep its key here, and what to do, as a sentence; empty when it can."""
    try:
        keys = KeyringKeys()
        keys.head()
        keys.public()
    except KeyUnavailable as error:
        return str(error)
    return ""
