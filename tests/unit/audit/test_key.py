"""Storage of the key in fake keyrings, the choice of a back end, and the public key for IT."""

from typing import Any

import keyring
import pytest
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from keyring.backends import fail

from kiosk.audit import key as audit_key
from kiosk.audit.key import KeyringKeys, KeyUnavailable, PublicKeyError, Signer, public_keys, usable_backend
from kiosk.audit.line import Head


class Fake:
    """A keyring back end."""

    priority: Any = 5.0

    def __init__(self, backends: tuple[Any, ...] = ()) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        if backends:
            self.backends = backends

    def get_password(self, service: str, account: str) -> str | None:
        return self.kept.get((service, account))

    def set_password(self, service: str, account: str, secret: str) -> None:
        self.kept[(service, account)] = secret


class WinVaultKeyring(Fake):
    """Has the name of the Windows back end."""

    persist = "enterprise"


class Plain(Fake):
    """Keeps its secrets in a text file."""

    priority = 0.5


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
    backend.kept = {(audit_key.SERVICE, "audit-key"): damaged, (audit_key.SERVICE, "audit-head"): damaged}
    keys = KeyringKeys(backend)
    assert (keys.head(), keys.public()) == (None, None)
    assert keys.signer().public == keys.public()


@pytest.mark.parametrize("backend", [Broken(), Forgetful()])
def test_a_keyring_that_does_not_keep_is_refused(backend: Fake) -> None:
    with pytest.raises(KeyUnavailable) as caught:
        KeyringKeys(backend).signer()
    assert caught.value.failure == "keyring_missing"
    assert "/run" not in str(caught.value)


def choose(monkeypatch: pytest.MonkeyPatch, backend: Any) -> None:
    """Make this the back end that the keyring library found."""
    monkeypatch.setattr(keyring, "get_keyring", lambda: backend)


def test_windows_keeps_it_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    choose(monkeypatch, WinVaultKeyring())
    assert usable_backend().persist == "local machine"


def test_the_first_of_several_that_keeps_secrets(monkeypatch: pytest.MonkeyPatch) -> None:
    plain, vault = Plain(), WinVaultKeyring()
    choose(monkeypatch, Fake((plain, vault)))
    assert usable_backend() is vault
    assert vault.persist == "local machine"


def test_a_keyring_that_does_not_load_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    """The account's settings name a back end that is not installed."""

    def missing() -> None:
        raise ModuleNotFoundError("no_such_keyring")

    monkeypatch.setattr(keyring, "get_keyring", missing)
    assert audit_key.why_unusable() == "the chosen keyring cannot be loaded (ModuleNotFoundError)"


def test_no_keyring_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    nothing = fail.Keyring()  # type: ignore[no-untyped-call] # the library has no types there
    for backend in (Plain(), nothing, Fake((Plain(),))):
        choose(monkeypatch, backend)
        assert audit_key.why_unusable().startswith("there is no keyring for this account")
    choose(monkeypatch, Broken())
    assert audit_key.why_unusable() == "the keyring cannot be read (OSError)"
    choose(monkeypatch, Fake())
    assert audit_key.why_unusable() == ""


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
