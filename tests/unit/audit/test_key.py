"""Storage of the key in fake keyrings, and the public key for IT."""

from typing import Any

import keyring
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from kiosk.audit import key as audit_key
from kiosk.audit.key import KeyringKeys, KeyUnavailable, PublicKeyError, Signer, public_keys
from kiosk.audit.line import Head
from kiosk.system.secret_store import SERVICE


class Fake:
    """A keyring back end."""

    priority: Any = 5.0

    def __init__(self) -> None:
        self.kept: dict[tuple[str, str], str] = {}

    def get_password(self, service: str, account: str) -> str | None:
        return self.kept.get((service, account))

    def set_password(self, service: str, account: str, secret: str) -> None:
        self.kept[(service, account)] = secret


class Broken(Fake):
    """Fails as without D-Bus."""

    def get_password(self, service: str, account: str) -> str | None:
        raise OSError("no bus at /run/user/1000")


class Forgetful(Fake):
    """Accepts entries and stores none."""

    def set_password(self, service: str, account: str, secret: str) -> None:
        return


def test_the_key_is_made_once_and_kept() -> None:
    backend = Fake()
    assert KeyringKeys(backend).public() is None
    made = KeyringKeys(backend).signer()
    assert KeyringKeys(backend).signer().public == made.public == KeyringKeys(backend).public()
    assert set(backend.kept) == {("madoguchi-kiosk", "audit-key")}


def test_the_last_line_is_kept() -> None:
    keys = KeyringKeys(Fake())
    assert keys.head() is None
    keys.save_head(Head(7, "ab" * 32))
    assert keys.head() == Head(7, "ab" * 32)


@pytest.mark.parametrize("damaged", ["", "x", "AAAA", "[]", '{"n": "x"}'])
def test_damaged_entries_count_as_lost(damaged: str) -> None:
    backend = Fake()
    backend.kept = {(SERVICE, "audit-key"): damaged, (SERVICE, "audit-head"): damaged}
    keys = KeyringKeys(backend)
    assert (keys.head(), keys.public()) == (None, None)
    assert keys.signer().public == keys.public()


@pytest.mark.parametrize("backend", [Broken(), Forgetful()])
def test_a_keyring_that_does_not_keep_is_refused(backend: Fake) -> None:
    with pytest.raises(KeyUnavailable) as caught:
        KeyringKeys(backend).signer()
    assert caught.value.failure == "keyring_missing"
    assert "/run" not in str(caught.value)


def test_why_run_would_have_no_place_for_its_key(monkeypatch: pytest.MonkeyPatch) -> None:
    for backend, why in ((Broken(), "the keyring cannot be read (OSError)"), (Fake(), "")):
        monkeypatch.setattr(keyring, "get_keyring", lambda backend=backend: backend)
        assert audit_key.why_unusable().partition(":")[0] == why


def test_the_public_key_in_both_forms() -> None:
    one, other = Signer(), Signer()
    both = one.public.pem() + "\n" + other.public.openssh() + "\n"
    assert public_keys(b"fingerprint\n" + both.encode()) == (one.public, other.public)
    assert one.public.fingerprint.startswith("SHA256:")
    assert one.public.signed(one.sign(b"x"), b"x")
    assert not other.public.signed(one.sign(b"x"), b"x")
    assert one.secret_text() not in repr(one)


def test_other_files_are_no_public_keys() -> None:
    form = serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
    foreign = rsa.generate_private_key(65537, 2048).public_key().public_bytes(*form)
    for content in (b"", b"ssh-ed25519 AAAA", foreign, Signer().secret_text().encode()):
        with pytest.raises(PublicKeyError):
            public_keys(content)
