"""User name and password for the city's proxy: in the keyring of this account, and nowhere else on the disk."""

import json
import re
from dataclasses import dataclass, field

from kiosk.system.secret_store import SecretStore

ACCOUNT = "proxy-login"
#: The password travels in a header: no control characters, and not beyond what proxies take.
_USER = re.compile(r"[^\x00-\x1f\x7f:]{1,128}")
_PASSWORD = re.compile(r"[^\x00-\x1f\x7f]{1,256}")


class LoginRefused(Exception):
    """A user name or password that no proxy can take, in words."""


@dataclass(frozen=True)
class Login:
    """User name and password; both empty: none is set."""

    user: str = ""
    password: str = field(default="", repr=False)

    def __bool__(self) -> bool:
        return bool(self.user)


#: No login is set.
NOBODY = Login()


def check_login(login: Login) -> None:
    """Raise LoginRefused for what cannot be sent."""
    if not _USER.fullmatch(login.user):
        raise LoginRefused("a user name has 1 to 128 characters, none of them a colon or a control character")
    if not _PASSWORD.fullmatch(login.password):
        raise LoginRefused("a password has 1 to 256 characters, none of them a control character")


def set_login(login: Login, store: SecretStore | None = None) -> None:
    """Store it; it is read back. Raises LoginRefused, StoreUnusable."""
    check_login(login)
    (store or SecretStore()).write(ACCOUNT, json.dumps([login.user, login.password]))


def remove_login(store: SecretStore | None = None) -> None:
    """Forget it: an empty entry takes its place. Raises StoreUnusable."""
    (store or SecretStore()).write(ACCOUNT, "[]")


def stored_login(store: SecretStore | None = None) -> Login:
    """The stored login; empty without one, or with one that nobody wrote here. Raises StoreUnusable."""
    try:
        login = Login(*json.loads((store or SecretStore()).read(ACCOUNT) or "[]"))
        if login:
            check_login(login)
    except (ValueError, TypeError, LoginRefused):
        return NOBODY
    return login
