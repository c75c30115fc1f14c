"""The fence behind a proxy: an unguarded engine with a session's switches, witnessed at the proxy itself.

The engine has neither interceptor nor hold. Whatever a hostile page tries, the proxy gets requests for the portal only;
with the exception for the proxy that one would write first, it gets hundreds for everybody else.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.routing import Mount

from kiosk.network.city_script import read_script
from kiosk.network.fence import fence_of, quoted
from kiosk.network.route import Route, fixed_route, no_route, script_route
from kiosk.network.setting import read_setting
from tests.hostile import fence
from tests.hostile.witness.server import Receive, Scope, Send, Server, _live
from tests.rules.sources import ROOT
from tests.support.authority import Authority
from tests.support.proxy import BASIC, Proxy
from ui.browser.embedded.engine import _FLAGS

pytestmark = [pytest.mark.e2e, pytest.mark.browser, pytest.mark.timeout(150)]

PORTAL = "portal.example"
ORIGINS = (f"http://{PORTAL}", f"https://{PORTAL}")
#: What may come to the proxy: pages, tunnels, and tunnels for a WebSocket.
ALLOWED = (f"http://{PORTAL}/", f"{PORTAL}:443", f"{PORTAL}:80")
PAGE = "/_hostile/fence/page/fence.html"
REACHES = re.findall(r'^  "([^"]+)":', (fence.PAGES / "reach.js").read_text(encoding="utf-8"), re.MULTILINE)
RACES = 1000


class Portal(Server):
    """The hostile pages, by HTTP/1.1 or with TLS by HTTP/2."""

    def __init__(self, certificate: Path | None = None) -> None:
        super().__init__(certificate)
        # An engine that is ended, or that expects another host, breaks its connections off.
        self._loop.set_exception_handler(lambda *_: None)

    _application = Starlette(routes=[Mount("/_hostile", routes=fence.ROUTES)])

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            return await _live(receive, send)
        return await self._application(scope, receive, send)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def servers(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Server]]:
    certificate = Authority(tmp_path_factory.mktemp("ca"), "authority").issue("portal", PORTAL)
    with Portal() as plain, Portal(certificate) as secure:
        yield plain, secure


@pytest.fixture
def proxy(servers: tuple[Server, Server]) -> Iterator[Proxy]:
    with Proxy() as made:
        made.target, made.secure_target = servers[0].port, servers[1].port
        yield made


def hostile(proxy: Proxy) -> list[str]:
    """Where a page may not go: another name, the proxy itself, another port of the portal's, an address."""
    return [
        "http://n%d.denied.example/x", "https://n%d.denied.example/x", f"http://{proxy.place}/x", "https://192.0.2.1/x",
        f"http://{PORTAL}:81/x", "http://nowhere.invalid:9/x",
    ]  # fmt: skip


def attack(
    proxy: Proxy, switches: list[str], scheme: str, races: int = RACES, system_proxy: str = ""
) -> dict[str, Any]:
    """What an engine with these switches tells of its assault; without ``races`` it only loads the page."""
    targets = {name: [to.replace("%d", str(n)) for to in hostile(proxy)] for n, name in enumerate(REACHES)}
    targets["websocket"] += [f"{scheme}://{PORTAL}/socket"]  # there it may go
    orders = {
        "switches": [*switches, *_FLAGS, "--disable-gpu"], "page": f"{scheme}://{PORTAL}{PAGE}",
        "targets": targets if races else {},
        "race": [to.replace("%d", "0") for to in hostile(proxy)[:3]], "races": races,
    }  # fmt: skip
    command = [sys.executable, "-m", "tests.hostile.behind_proxy"]
    environment = {**os.environ, "http_proxy": f"http://{system_proxy}"} if system_proxy else None
    done = subprocess.run(
        command,
        input=json.dumps(orders),
        capture_output=True,
        text=True,
        timeout=140,
        check=True,
        cwd=ROOT,
        env=environment,
    )
    return dict(json.loads(done.stdout))


def switches_of(route: Route | None) -> list[str]:
    assert route is not None
    return quoted(fence_of(route).switches)


def assert_all_was_tried(told: dict[str, Any], races: int = RACES) -> None:
    assert told["loaded"], told
    assert told["finished"]
    assert told["raced"] == str(races)
    assert not set(REACHES) - told["tried"].keys()


@pytest.mark.parametrize(("scheme", "protocol"), [("http", "http/1.1"), ("https", "h2")])
def test_only_the_portal_reaches_the_proxy(proxy: Proxy, scheme: str, protocol: str) -> None:
    told = attack(proxy, switches_of(fixed_route(read_setting(proxy.place), ORIGINS)), scheme)
    assert_all_was_tried(told)
    assert told["protocol"] == protocol
    assert f"CONNECT {PORTAL}:{80 if scheme == 'http' else 443}" in proxy.seen, "the WebSocket"
    assert proxy.strangers(*ALLOWED) == []


def test_with_an_exception_for_the_proxy_alone_everything_reaches_it(proxy: Proxy) -> None:
    rules = f'--host-resolver-rules="MAP {proxy.place} {proxy.place} , MAP * ~NOTFOUND"'
    told = attack(proxy, [rules, f"--proxy-server=http://{proxy.place}"], "http", races=100)
    assert_all_was_tried(told, 100)
    strangers = proxy.strangers(*ALLOWED)
    assert len(strangers) > 100
    for kind in (r"GET http://n\d+\.denied\.example/", r"CONNECT n\d+\.denied\.example:443", r"POST .*/r\d+",
                 r"CONNECT 192\.0\.2\.1:443", rf"GET http://{PORTAL}:81/"):  # fmt: skip
        assert [line for line in strangers if re.match(kind, line)], kind


#: A script of the city that works and that would open the fence if it could.
CITY = """
function FindProxyForURL(url, host) {
  if (isPlainHostName(host)) return "DIRECT";
  return "PROXY 127.0.0.1:%(dead)d;PROXY\\t 127.0.0.1:%(port)d ; SOCKS 127.0.0.1:%(port)d";
}
Object.defineProperty(String.prototype, "20", { get: function () { return "/"; } });
String.prototype.slice = String.prototype.indexOf = Array.prototype.indexOf = function () { return 0; };
Object.prototype.value = Array.prototype[0] = "PROXY 127.0.0.1:%(port)d";
var everything = (function () { return this; })();
try { everything.FindProxyForURL = FindProxyForURL; } catch (error) {}
try { Object.defineProperty(everything, "FindProxyForURL", { value: FindProxyForURL }); } catch (error) {}
try { delete everything.FindProxyForURL; } catch (error) {}
/* "); } */
"""


def test_a_script_of_the_city_chooses_among_its_proxies_and_opens_nothing(proxy: Proxy) -> None:
    city = read_script((CITY % {"port": proxy.port, "dead": 9}).encode())
    told = attack(proxy, switches_of(script_route(city, ORIGINS)), "http", races=100)
    assert_all_was_tried(told, 100)
    assert proxy.strangers(*ALLOWED) == []


@pytest.mark.parametrize("city", ["}); function FindProxyForURL() {", "throw 1; function FindProxyForURL() {}"])
def test_a_script_that_does_not_run_leads_nowhere(proxy: Proxy, city: str) -> None:
    script = read_script(f"{city} // PROXY {proxy.place}".encode())
    told = attack(proxy, switches_of(script_route(script, ORIGINS)), "http")
    assert not told["loaded"]
    assert proxy.seen == []


def test_without_a_way_nothing_is_asked(proxy: Proxy) -> None:
    told = attack(proxy, switches_of(no_route(ORIGINS, "the PAC file cannot be fetched")), "http")
    assert told["errors"][-1] == -130, "the error of a proxy that cannot be reached"
    assert proxy.seen == []


def test_at_a_refusal_nothing_else_is_asked_either(proxy: Proxy) -> None:
    proxy.challenges = (BASIC,)
    attack(proxy, switches_of(fixed_route(read_setting(proxy.place), ORIGINS)), "https")
    assert set(proxy.seen) == {f"CONNECT {PORTAL}:443"}


def test_without_the_setting_the_systems_proxy_is_not_asked(proxy: Proxy) -> None:
    """The engine would use it: on Windows a portal that is reached directly would fail behind the fence."""
    rules, switch = switches_of(fixed_route(read_setting("none"), ORIGINS))
    rules = rules.replace("MAP *", f"MAP {proxy.place} {proxy.place} , MAP *")
    assert not attack(proxy, [rules, switch], "http", races=0, system_proxy=proxy.place)["loaded"]
    assert proxy.seen == []
    assert attack(proxy, [rules], "http", races=0, system_proxy=proxy.place)["loaded"], "the test is able to fail"
    assert proxy.seen
