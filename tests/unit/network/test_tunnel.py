"""A connection through a proxy, against a real one of the tests that writes down what it gets."""

import socket
import threading
from collections.abc import Iterator

import pytest

from kiosk.network import tunnel
from kiosk.network.login import NOBODY, Login
from kiosk.network.setting import Address
from kiosk.network.tunnel import Fault, ProxyFault
from tests.support.proxy import BASIC, DIGEST, OLD_DIGEST, PASSWORD, USER, Proxy

PORTAL = Address("portal.example", 443)
LOGIN = Login(USER, PASSWORD)


@pytest.fixture
def proxy() -> Iterator[Proxy]:
    with Proxy() as made, socket.create_server(("127.0.0.1", 0)) as server:
        made.target = server.getsockname()[1]
        threading.Thread(target=greet, args=(server,), daemon=True).start()
        yield made


def greet(server: socket.socket) -> None:
    try:
        connection, _ = server.accept()
    except OSError:
        return
    with connection:
        connection.sendall(connection.recv(5) and b"hello")


def spoken(opened: socket.socket) -> bytes:
    opened.sendall(b"hello")
    return opened.recv(5)


def ask(proxy: Proxy, login: Login = NOBODY) -> bytes:
    with tunnel.connect(PORTAL, (Address("127.0.0.1", proxy.port),), login, 5) as opened:
        return spoken(opened)


def fault(proxy: Proxy, login: Login = NOBODY) -> ProxyFault:
    with pytest.raises(ProxyFault) as raised:
        ask(proxy, login)
    return raised.value


@pytest.mark.parametrize("challenges", [(), (BASIC,), (DIGEST,), (OLD_DIGEST,), ("NTLM", "Negotiate", BASIC)])
def test_it_leads_to_the_portal(proxy: Proxy, challenges: tuple[str, ...]) -> None:
    proxy.challenges = challenges
    assert ask(proxy, LOGIN) == b"hello"
    assert set(proxy.seen) == {"CONNECT portal.example:443"}
    assert len(proxy.seen) == 1 + bool(challenges)


def test_a_password_is_sent_only_where_it_is_asked_for(proxy: Proxy) -> None:
    ask(proxy, LOGIN)
    assert proxy.answers == []


def test_digest_goes_before_basic(proxy: Proxy) -> None:
    proxy.challenges = (BASIC, DIGEST)
    ask(proxy, LOGIN)
    assert proxy.answers == ["digest"]


@pytest.mark.parametrize("challenge", [BASIC, DIGEST])
def test_a_wrong_password_is_sent_once(proxy: Proxy, challenge: str) -> None:
    proxy.challenges = (challenge,)
    assert fault(proxy, Login(USER, "wrong")).fault is Fault.LOGIN_REFUSED
    assert len(proxy.answers) == 1


@pytest.mark.parametrize(
    ("challenges", "kind", "word"),
    [
        ((BASIC,), Fault.LOGIN_WANTED, "407"),
        (("NTLM", "Negotiate"), Fault.UNSUPPORTED, "ntlm, negotiate"),
        (('Digest realm="x", nonce="y", qop="auth-int"',), Fault.UNSUPPORTED, "digest"),
        (('Digest realm="x", nonce="y", algorithm=MD5-sess',), Fault.UNSUPPORTED, "digest"),
    ],
)
def test_what_cannot_be_answered_is_told(proxy: Proxy, challenges: tuple[str, ...], kind: Fault, word: str) -> None:
    proxy.challenges = challenges
    found = fault(proxy)
    assert (found.fault, found.refused) == (kind, True)
    assert word in str(found)
    assert proxy.answers == []


@pytest.mark.parametrize(("status", "kind"), [(403, Fault.BLOCKED), (502, Fault.PORTAL)])
def test_the_proxys_own_refusal_is_told(proxy: Proxy, status: int, kind: Fault) -> None:
    proxy.refusal = status
    assert (fault(proxy).fault, fault(proxy).detail) == (kind, f"status {status}")
    assert not fault(proxy).refused


def test_the_next_way_is_tried_but_not_after_a_refused_password(proxy: Proxy) -> None:
    dead, here = Address("127.0.0.1", 9), Address("127.0.0.1", proxy.port)
    with tunnel.connect(PORTAL, (dead, here), NOBODY, 5) as opened:
        assert spoken(opened) == b"hello"
    proxy.challenges = (BASIC,)
    with pytest.raises(ProxyFault) as raised:
        tunnel.connect(PORTAL, (here, here, dead), Login(USER, "wrong"), 5)
    assert raised.value.fault is Fault.LOGIN_REFUSED
    assert len(proxy.answers) == 1
    with pytest.raises(ProxyFault, match="cannot be reached"):
        tunnel.connect(PORTAL, (dead,), NOBODY, 5)
    with pytest.raises(ProxyFault, match="no way"):
        tunnel.connect(PORTAL, (), NOBODY, 5)


def test_a_port_that_is_no_proxy_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        threading.Thread(target=greet, args=(server,), daemon=True).start()
        with pytest.raises(ProxyFault, match="does not answer in HTTP"):
            tunnel.connect(PORTAL, (Address("127.0.0.1", server.getsockname()[1]),), NOBODY, 5)
