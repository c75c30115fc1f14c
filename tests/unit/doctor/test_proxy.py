"""The row of the way to the portals, and that portals are asked by the way of the page."""

import dataclasses
import ssl
from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.config.settings import Config, Network
from kiosk.doctor import portal as portals, proxy as checks
from kiosk.doctor.rows import Result, Row
from kiosk.network import login as logins
from kiosk.network.login import NOBODY, Login
from kiosk.system.secret_store import StoreUnusable
from tests.support.authority import Authority
from tests.support.proxy import BASIC, DIGEST, PASSWORD, USER, Proxy
from tests.unit.doctor.test_portal import PORTAL, serving

PROCEDURES = (PORTAL,)


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    with Proxy() as made, serving() as (origin, _):
        made.target = int(origin.rpartition(":")[2])
        yield made


def look(place: str, login: Login = NOBODY, monkeypatch: pytest.MonkeyPatch | None = None) -> checks.Look:
    if monkeypatch:
        monkeypatch.setattr(checks, "stored_login", lambda: login)
    return checks.look(Config(network=Network(proxy=place)), PROCEDURES)


def test_without_a_proxy_portals_are_asked_directly() -> None:
    row = checks.proxy(look("none"))
    assert (row.result, row.found) == (Result.OK, "directly (no proxy configured)")
    assert checks.proxy(checks.look(None, ())).result is Result.OK
    assert look("none").ways_to("https://portal.example.jp/x") == (None,)


@pytest.mark.parametrize("challenges", [(), (BASIC,), ("Negotiate", DIGEST)])
def test_a_proxy_that_lets_the_portal_through(
    proxy: Proxy, challenges: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.challenges = challenges
    row = checks.proxy(look(proxy.place, Login(USER, PASSWORD), monkeypatch))
    assert (row.result, row.found) == (Result.OK, proxy.place)
    assert set(proxy.seen) == {"CONNECT login.example.jp:443"}


@pytest.mark.parametrize(
    ("challenges", "login", "found", "to_do"),
    [
        ((BASIC,), NOBODY, "none is set", "kiosk proxy-login set"),
        ((BASIC,), Login(USER, "wrong"), "refuses", "locked"),
        (("NTLM", "Negotiate"), Login(USER, PASSWORD), "ntlm, negotiate", "not supported"),
    ],
)
def test_a_login_that_fails_is_told_and_sent_once_by_all_rows(
    proxy: Proxy, challenges: tuple[str, ...], login: Login, found: str, to_do: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    proxy.challenges = challenges
    seen = look(proxy.place, login, monkeypatch)
    row = checks.proxy(seen)
    assert row.result is Result.FAIL
    assert found in row.found
    assert proxy.place in row.found
    assert to_do in row.to_do
    before = len(proxy.seen)
    answers = portals.query(PORTAL, connect=seen.connect)
    assert found in answers.start.trouble
    assert len(proxy.seen) == before
    assert len(proxy.answers) <= 1


@pytest.mark.parametrize(("status", "word"), [(403, "CONNECT"), (503, "operator")])
def test_a_proxy_that_does_not_lead_on(proxy: Proxy, status: int, word: str) -> None:
    proxy.refusal = status
    row = checks.proxy(look(proxy.place))
    assert str(status) in row.found
    assert word in row.to_do


def test_what_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    gone: list[Row] = [checks.proxy(look("127.0.0.1:9")), checks.proxy(look("http://127.0.0.1:9/proxy.pac"))]
    assert [row.result for row in gone] == [Result.FAIL, Result.FAIL]
    assert "cannot be reached" in gone[0].found
    assert "cannot be fetched" in gone[1].found
    monkeypatch.setenv("https_proxy", "socks5://127.0.0.1:1080")
    row = checks.proxy(look("system"))
    assert (row.result, "no way" in row.found) == (Result.FAIL, True)


def test_a_locked_keyring_is_no_login(proxy: Proxy, monkeypatch: pytest.MonkeyPatch) -> None:
    def locked() -> Login:
        raise StoreUnusable("the keyring is locked")

    monkeypatch.setattr(checks, "stored_login", locked)
    proxy.challenges = (BASIC,)
    assert "none is set" in checks.proxy(look(proxy.place)).found
    assert logins.NOBODY == NOBODY


def test_a_portal_is_asked_through_the_proxy_with_its_own_certificate(proxy: Proxy, tmp_path: Path) -> None:
    authority = Authority(tmp_path, "authority")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(authority.issue("portal", "portal.example.jp"))
    with serving(context) as (origin, came):
        proxy.target = int(origin.rpartition(":")[2])
        only = dataclasses.replace(PORTAL, allowed_origins=("https://portal.example.jp",))
        found = checks.look(Config(network=Network(proxy=proxy.place)), (only,))
        answer = portals.query(only, trusted=authority.pem.read_text(), connect=found.connect).start
        assert (answer.trouble, answer.status) == ("", 200)
        assert answer.tls.startswith("TLS")
        assert came == [("GET", "/apply", 0)]
        assert set(proxy.seen) == {"CONNECT portal.example.jp:443"}
