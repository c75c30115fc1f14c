"""The probe goes the way of the page, and does not hammer a proxy that refuses the password."""

import socket
from queue import Queue

import pytest

from kiosk.failures import FailureName
from kiosk.network.login import NOBODY, Login
from kiosk.network.router import Router
from kiosk.network.setting import read_setting
from kiosk.supervisor import portal_probe
from kiosk.supervisor.portal_probe import PortalProbe
from tests.support.proxy import BASIC, PASSWORD, USER, Proxy

ORIGINS = ("https://login.example:8443", "https://portal.example")


def seen_by(proxy: Proxy, login: Login = NOBODY) -> FailureName | None:
    probe = PortalProbe(Router(read_setting(proxy.place), ORIGINS, login), lambda _: None)
    failure = probe._look()
    probe.stop()
    return failure


def test_it_asks_the_proxy_for_every_portal() -> None:
    with Proxy((BASIC,)) as proxy, socket.create_server(("127.0.0.1", 0)) as server:
        proxy.target = server.getsockname()[1]
        assert seen_by(proxy, Login(USER, PASSWORD)) is None
        assert set(proxy.seen) == {"CONNECT portal.example:443", "CONNECT login.example:8443"}


@pytest.mark.parametrize("login", [NOBODY, Login(USER, "wrong")])
def test_a_refused_password_is_tried_again_only_after_a_while(login: Login) -> None:
    with Proxy((BASIC,)) as proxy:
        assert seen_by(proxy, login) is FailureName.PROXY_REFUSED
        assert len(proxy.answers) <= 1
    assert portal_probe._PAUSES[FailureName.PROXY_REFUSED] == 600


def test_a_proxy_that_does_not_reach_the_portal_and_one_that_is_gone_are_told_apart() -> None:
    with Proxy(refusal=502) as proxy:
        assert seen_by(proxy) is FailureName.PORTAL_UNREACHABLE
    assert seen_by(proxy) is FailureName.PROXY_UNREACHABLE


def test_it_tells_what_it_found_while_it_is_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(portal_probe, "PAUSE", 0.01)
    told: Queue[FailureName | None] = Queue()
    with Proxy(refusal=502) as proxy:
        probe = PortalProbe(Router(read_setting(proxy.place), ORIGINS), told.put)
        probe.switch(True)
        assert told.get(timeout=5) is FailureName.PORTAL_UNREACHABLE
        probe.stop()
