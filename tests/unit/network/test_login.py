"""The login for the proxy: kept in the keyring, read back, and refused where no proxy can take it."""

import pytest

from kiosk.network.login import NOBODY, Login, LoginRefused, remove_login, set_login, stored_login
from kiosk.system.secret_store import SecretStore, StoreUnusable


class Ring:
    """A keyring in memory; ``keeps`` False: it forgets."""

    priority = 5

    def __init__(self, keeps: bool = True) -> None:
        self.kept: dict[tuple[str, str], str] = {}
        self.keeps = keeps

    def get_password(self, service: str, account: str) -> str | None:
        return self.kept.get((service, account))

    def set_password(self, service: str, account: str, secret: str) -> None:
        if self.keeps:
            self.kept[service, account] = secret


def test_it_is_kept_and_removed() -> None:
    store = SecretStore(Ring())
    assert stored_login(store) == NOBODY
    set_login(Login("kiosk3", '密"\\:x'), store)
    assert stored_login(store) == Login("kiosk3", '密"\\:x')
    remove_login(store)
    assert not stored_login(store)


def test_a_keyring_that_keeps_nothing_is_told() -> None:
    with pytest.raises(StoreUnusable, match="keep"):
        set_login(Login("kiosk3", "x"), SecretStore(Ring(keeps=False)))


@pytest.mark.parametrize(
    "login", [Login("", "x"), Login("a", ""), Login("a:b", "x"), Login("a\r\nX: y", "x"), Login("a", "x\n"),
              Login("a" * 129, "x"), Login("a", "x" * 257)],
)  # fmt: skip
def test_what_no_proxy_can_take_is_refused(login: Login) -> None:
    store = SecretStore(Ring())
    with pytest.raises(LoginRefused):
        set_login(login, store)
    assert stored_login(store) == NOBODY


@pytest.mark.parametrize("kept", ["", "x", "{}", "[1]", '["a:b", "x"]', '["a"]', '["a", "b", "c"]'])
def test_an_entry_that_nobody_wrote_here_is_none(kept: str) -> None:
    ring = Ring()
    ring.kept["madoguchi-kiosk", "proxy-login"] = kept
    assert stored_login(SecretStore(ring)) == NOBODY


def test_the_password_is_in_no_text_of_it() -> None:
    assert "geheim" not in f"{Login('kiosk3', 'geheim')}"
