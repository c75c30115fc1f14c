"""Small secrets in the keyring of this account. Nothing here waits for a person: a locked keyring is refused.

A back end that is asked for a secret while it is locked shows a password dialog and blocks until somebody answers it,
on a kiosk in front of a citizen or with nobody there at all.
"""

import threading
from collections.abc import Callable
from contextlib import closing
from typing import Any, Generic, TypeVar

from kiosk.failures import FailureName

SERVICE = "madoguchi-kiosk"
#: Seconds after which a keyring does not answer; it takes milliseconds, and some hundred when its service must start.
LIMIT = 5.0
#: Priority from which keyring itself recommends a back end; plain-text files, "null" and "fail" are below it.
_RECOMMENDED = 1
INSTALL = "the kiosk account needs one (Windows: Credential Manager, Linux: Secret Service, as gnome-keyring)"
UNLOCK = "it has to be unlocked when the kiosk account logs in (docs/operations.md, キーリング)"

Found = TypeVar("Found")


class StoreUnusable(Exception):
    """There is no keyring that keeps secrets, or it is locked. ``remedy``: what IT does about it."""

    failure = FailureName.KEYRING_MISSING

    def __init__(self, why: str, remedy: str = INSTALL) -> None:
        super().__init__(f"{why}: {remedy}")
        self.why = why
        self.remedy = remedy


class SecretStore:
    """Reads and writes secrets under the service ``madoguchi-kiosk``."""

    def __init__(self, backend: Any = None, limit: float = LIMIT) -> None:
        """``backend``: for tests. ``limit``: seconds for an answer. Raises StoreUnusable without one that is fit."""
        self._limit = limit
        self._backend = backend or self._answer(usable_backend)

    @property
    def name(self) -> str:
        """Module and class of the back end."""
        kind = type(self._backend)
        return f"{kind.__module__.removeprefix('keyring.backends.')}.{kind.__name__}"

    def check(self) -> None:
        """Raise StoreUnusable when it is locked or does not answer. Reads and writes nothing."""
        self._answer(lambda: _refuse_locked(self._backend))

    def read(self, account: str) -> str:
        """The secret; empty without one. Raises StoreUnusable."""
        return str(self._ask("cannot be read", lambda: self._backend.get_password(SERVICE, account)) or "")

    def write(self, account: str, secret: str) -> None:
        """Store a secret and read it back. Raises StoreUnusable."""
        self._ask("takes nothing", lambda: self._backend.set_password(SERVICE, account, secret))
        if self.read(account) != secret:
            raise StoreUnusable("the keyring does not keep what it is given")

    def _ask(self, otherwise: str, question: Callable[[], Found]) -> Found:
        def asked() -> Found:
            _refuse_locked(self._backend)
            return question()

        try:
            return self._answer(asked)
        except StoreUnusable:
            raise
        except Exception as error:  # back ends raise their system's errors; the text may name the account
            raise StoreUnusable(f"the keyring {otherwise} ({type(error).__name__})") from None

    def _answer(self, question: Callable[[], Found]) -> Found:
        """Ask on a thread of its own, which may stay with a service that never answers."""
        asked = _Question(question)
        if not asked.done.wait(self._limit):
            raise StoreUnusable("the keyring does not answer; it may wait for its password", UNLOCK)
        return asked.answer()


class _Question(Generic[Found]):
    def __init__(self, question: Callable[[], Found]) -> None:
        self.done = threading.Event()
        self._question = question
        self._found: list[Found] = []
        self._error: Exception | None = None
        threading.Thread(target=self._run, name="keyring", daemon=True).start()

    def _run(self) -> None:
        try:
            self._found.append(self._question())
        except Exception as error:
            self._error = error
        self.done.set()

    def answer(self) -> Found:
        if self._error is not None:
            raise self._error
        return self._found[0]


def usable_backend() -> Any:
    """The keyring back end of this account that is fit for secrets. Raises StoreUnusable."""
    import keyring

    try:
        chosen = keyring.get_keyring()
    except Exception as error:  # a back end that the account's settings name and that does not exist, or does not load
        raise StoreUnusable(f"the chosen keyring cannot be loaded ({type(error).__name__})") from None
    for backend in getattr(chosen, "backends", None) or (chosen,):
        if _priority(backend) >= _RECOMMENDED:
            return _on_this_machine(backend)
    raise StoreUnusable(f"there is no keyring for this account (found: {type(chosen).__module__})")


def _priority(backend: Any) -> float:
    try:
        return float(backend.priority)
    except (RuntimeError, TypeError, ValueError):
        return -1.0


def _on_this_machine(backend: Any) -> Any:
    """Windows: keep secrets on this machine. By default ("enterprise") they would roam with the account."""
    if type(backend).__name__ == "WinVaultKeyring":
        backend.persist = "local machine"
    return backend


def _refuse_locked(backend: Any) -> None:
    """Ask the Secret Service itself whether the collection is locked, which shows no dialog and makes none."""
    if type(backend).__module__ != "keyring.backends.SecretService":
        return
    import secretstorage

    own = getattr(backend, "preferred_collection", None)
    with closing(secretstorage.dbus_init()) as bus:
        try:
            found = secretstorage.Collection(bus, own) if own else secretstorage.get_collection_by_alias(bus, "default")
        except secretstorage.ItemNotFoundException:
            raise StoreUnusable("the keyring was not made yet", UNLOCK) from None
        if found.is_locked():
            raise StoreUnusable("the keyring is locked", UNLOCK)
