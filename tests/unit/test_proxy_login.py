"""``kiosk proxy-login``: asked for, read from a script, kept, removed; and refused without repeating it."""

import io
import sys

import pytest

from kiosk.network.login import NOBODY, Login, stored_login
from kiosk.system import secret_store
from tests.unit.test_cli import Terminal, answers


@pytest.fixture
def kiosk(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(monkeypatch, capsys)


class Ring:
    """A keyring in memory."""

    priority = 5

    def __init__(self) -> None:
        self.kept: dict[str, str] = {}

    def get_password(self, _: str, account: str) -> str | None:
        return self.kept.get(account)

    def set_password(self, _: str, account: str, secret: str) -> None:
        self.kept[account] = secret


@pytest.fixture
def ring(monkeypatch: pytest.MonkeyPatch) -> Ring:
    made = Ring()
    monkeypatch.setattr(secret_store, "usable_backend", lambda: made)
    return made


def test_the_proxys_login_is_asked_for_kept_and_removed(
    kiosk: Terminal, ring: Ring, monkeypatch: pytest.MonkeyPatch
) -> None:
    answers(monkeypatch, "kiosk3", "geheim", "geheim")
    assert kiosk("proxy-login", "set") == 0
    assert stored_login() == Login("kiosk3", "geheim")
    assert "geheim" not in kiosk.out + kiosk.err
    assert kiosk("proxy-login", "remove") == 0
    assert stored_login() == NOBODY


@pytest.mark.parametrize("lines", ["kiosk3\ngeheim", "kiosk3\ngeheim\n", "kiosk3\r\ngeheim\r\n"])
def test_the_proxys_login_comes_by_a_script(
    kiosk: Terminal, ring: Ring, monkeypatch: pytest.MonkeyPatch, lines: str
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    assert kiosk("proxy-login", "set", "--stdin") == 0
    assert stored_login() == Login("kiosk3", "geheim")


@pytest.mark.parametrize(
    ("lines", "code"), [("kiosk3\n", 1), ("geheim", 2), ("a\ngeheim\nc\n", 2), ("a:b\ngeheim\n", 1), ("", 2)]
)
def test_what_is_no_login_is_refused(
    kiosk: Terminal, ring: Ring, monkeypatch: pytest.MonkeyPatch, lines: str, code: int
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(lines))
    assert kiosk("proxy-login", "set", "--stdin") == code
    assert ring.kept == {}
    assert "geheim" not in kiosk.out + kiosk.err


def test_two_passwords_that_differ_change_nothing(kiosk: Terminal, ring: Ring, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "kiosk3", "geheim", "anders")
    assert kiosk("proxy-login", "set") == 1
    assert ring.kept == {}
