"""The fence of a session: its resolver rules, and the text of its script. Engines run it in e2e tests."""

import base64
import json

from kiosk.network.fence import NOWHERE, Fence, fence_of, quoted, session_script
from kiosk.network.route import MOST_WAYS, CityScript, Route, fixed_route, no_route, route_by, script_route
from kiosk.network.setting import Address, Kind, ProxySetting, read_setting

ORIGINS = ("https://portal.example", "https://login.example:8443", "http://127.0.0.1:8000")
PROXY = Address("proxy.city.example", 3128)


def fixed(text: str) -> Route:
    route = fixed_route(read_setting(text), ORIGINS)
    assert route is not None
    return route


def made_up(count: int) -> str:
    return "ab" * count


def test_without_a_proxy_the_rules_are_the_fence_and_the_systems_proxy_is_not_asked() -> None:
    fence = fence_of(fixed("none"))
    places = ("127.0.0.1:8000", "login.example:8443", "portal.example:443")
    rules = [*(f"MAP {place} {place}" for place in places), "MAP * ~NOTFOUND"]
    assert fence.switches == [f"--host-resolver-rules={' , '.join(rules)}", "--no-proxy-server"]


def test_behind_a_proxy_the_engine_resolves_the_proxy_alone_and_under_another_name() -> None:
    fence = fence_of(fixed(str(PROXY)), made_up)
    alias = "kiosk-abababababababab.invalid:3128"
    assert fence.rules == (f"MAP {alias} proxy.city.example:3128", "MAP 127.0.0.1:8000 127.0.0.1:8000")
    assert f'["https://portal.example/", "PROXY {alias}", "https://portal.example/", "portal.example"]' in fence.script
    assert f'["wss://login.example:8443/", "PROXY {alias}", "https://login.example:8443/", "login.' in fence.script
    assert "proxy.city.example" not in fence.script


def test_no_session_has_the_names_of_another() -> None:
    assert fence_of(fixed(str(PROXY))).rules != fence_of(fixed(str(PROXY))).rules


def test_the_script_travels_whole_in_the_switch() -> None:
    fence = Fence((), session_script(fixed(str(PROXY)), {PROXY: Address("a.invalid", 1)}))
    switch = fence.switches[1]
    assert switch.startswith("--proxy-pac-url=data:")
    assert base64.b64decode(switch.partition("base64,")[2]).decode() == fence.script
    assert quoted(["--a=b c", "--d=e", "--f"]) == ['--a="b c"', "--d=e", "--f"]


def test_a_way_that_is_not_known_leads_nowhere_but_to_this_machine() -> None:
    fence = fence_of(no_route(ORIGINS, "the PAC file cannot be fetched"))
    assert '["https://portal.example/", "", ' in fence.script
    assert NOWHERE in fence.script
    assert fence.rules == ("MAP 127.0.0.1:8000 127.0.0.1:8000",)


def test_the_system_may_tell_another_way_for_each_origin() -> None:
    ways = {"https://portal.example": (PROXY, None), "https://login.example:8443": (None,)}
    route = route_by(ORIGINS, lambda origin: ways[origin])
    assert route.direct == ("127.0.0.1:8000", "login.example:8443", "portal.example:443")
    script = session_script(route, {PROXY: Address("a.invalid", 3128)})
    assert '"PROXY a.invalid:3128; DIRECT"' in script


def test_a_system_without_a_proxy_needs_no_script() -> None:
    assert fence_of(route_by(ORIGINS, lambda _: (None,))) == fence_of(fixed("none"))


def test_the_text_of_the_citys_script_stays_a_text() -> None:
    nasty = "function FindProxyForURL() {}\n}); \"'`*/ </script>  // プロキシ"
    route = script_route(CityScript(nasty, (PROXY, None)), ORIGINS)
    script = fence_of(route, made_up).script
    assert json.dumps(nasty) in script
    assert script.isascii()
    assert '["PROXY proxy.city.example:3128", "PROXY kiosk-abababababababab.invalid:3128"]' in script
    assert "portal.example:443" in route.direct, "the script may say DIRECT"


def test_a_route_has_an_end() -> None:
    many = tuple(Address("p", port) for port in range(1, 100))
    assert len(route_by(ORIGINS, lambda _: many).ways_of("https://portal.example")) == MOST_WAYS
    assert route_by(ORIGINS, lambda _: many).ways_of("https://other.example") == ()


def test_what_the_setting_does_not_say_must_be_looked_for() -> None:
    assert fixed_route(ProxySetting(Kind.SYSTEM), ORIGINS) is None
    assert fixed_route(ProxySetting(Kind.SCRIPT, script="http://wpad/p"), ORIGINS) is None
