"""Which keyring is fit for secrets, and that none is waited for."""

import sys
import threading
from types import ModuleType, SimpleNamespace
from typing import Any

import keyring
import pytest
from keyring.backends import fail, null

from kiosk.system.secret_store import SecretStore, StoreUnusable, usable_backend


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


class Behind(Fake):
    """Shows a password dialog that nobody answers."""

    def get_password(self, service: str, account: str) -> str | None:
        threading.Event().wait(20)
        return super().get_password(service, account)


class SecretService(Fake):
    """The Secret Service as the keyring library names it; asking it while it is locked would show a dialog."""

    __module__ = "keyring.backends.SecretService"

    def get_password(self, service: str, account: str) -> str | None:
        pytest.fail("a locked keyring was asked")


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
    with pytest.raises(StoreUnusable, match=r"cannot be loaded \(ModuleNotFoundError\)") as told:
        SecretStore()
    assert told.value.failure == "keyring_missing"


@pytest.mark.parametrize(
    "backend",
    [
        Plain(),
        Fake((Plain(),)),
        fail.Keyring(),  # type: ignore[no-untyped-call] # the library has no types there
        null.Keyring(),  # type: ignore[no-untyped-call]
    ],
    ids=["plain text", "only plain text", "none", "null"],
)
def test_a_back_end_that_keeps_no_secret_is_refused(monkeypatch: pytest.MonkeyPatch, backend: Any) -> None:
    choose(monkeypatch, backend)
    with pytest.raises(StoreUnusable, match="there is no keyring for this account"):
        SecretStore()


def test_what_is_written_is_read_back() -> None:
    store = SecretStore(Fake())
    store.write("staff-code", "a")
    assert (store.read("staff-code"), store.read("other")) == ("a", "")


def test_nobody_waits_behind_a_password_dialog() -> None:
    store = SecretStore(Behind(), limit=0.05)
    with pytest.raises(StoreUnusable, match="does not answer"):
        store.read("audit-key")


@pytest.mark.parametrize(
    ("collection", "why"),
    [(SimpleNamespace(is_locked=lambda: True), "the keyring is locked"), (None, "the keyring was not made yet")],
)
def test_a_locked_keyring_is_told_and_not_asked(monkeypatch: pytest.MonkeyPatch, collection: Any, why: str) -> None:
    class NotFoundError(Exception):
        pass

    def by_alias(_: object, alias: str) -> Any:
        assert alias == "default"
        if collection is None:
            raise NotFoundError
        return collection

    service = ModuleType("secretstorage")
    service.dbus_init = lambda: SimpleNamespace(close=lambda: None)  # type: ignore[attr-defined]
    service.get_collection_by_alias = by_alias  # type: ignore[attr-defined]
    service.ItemNotFoundException = NotFoundError  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "secretstorage", service)
    store = SecretStore(SecretService())
    for ask in (store.check, lambda: store.read("audit-key"), lambda: store.write("audit-key", "x")):
        with pytest.raises(StoreUnusable) as told:
            ask()
        assert told.value.why == why
        assert "unlocked when the kiosk account logs in" in told.value.remedy
