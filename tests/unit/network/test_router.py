"""The router: whom it asks for the way, and that what it cannot find out is no way."""

import threading

import pytest

from kiosk.network import city_script, router as routers, system_proxy
from kiosk.network.city_script import ScriptUnusable
from kiosk.network.route import CityScript
from kiosk.network.router import Router
from kiosk.network.setting import Address, read_setting

ORIGINS = ("https://portal.example",)
PROXY = Address("proxy.city.example", 3128)


def ways(router: Router) -> tuple[Address | None, ...]:
    return router.look().ways_of(ORIGINS[0])


def test_a_fixed_way_is_known_at_once() -> None:
    called: list[bool] = []
    router = Router(read_setting(str(PROXY)), ORIGINS)
    router.begin(lambda: called.append(True))
    assert called
    assert ways(router) == (PROXY,)


def test_the_systems_proxy_is_that_of_the_environment_on_linux(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://proxy.city.example:3128")
    monkeypatch.setenv("no_proxy", "other.example")
    assert ways(Router(read_setting("system"), ORIGINS)) == (PROXY,)
    assert system_proxy.ways_to("https://other.example") == (None,)
    monkeypatch.setenv("https_proxy", "socks5://proxy.city.example:1080")
    assert ways(Router(read_setting("system"), ORIGINS)) == ()


def test_a_system_that_does_not_answer_is_no_way_and_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    over, asked = threading.Event(), []

    def hang(origin: str) -> tuple[None]:
        asked.append(origin)
        over.wait(10)
        return (None,)

    monkeypatch.setattr(system_proxy, "ways_to", hang)
    monkeypatch.setattr(routers, "SYSTEM_LIMIT", 0.05)
    router = Router(read_setting("system"), ORIGINS)
    assert ways(router) == ()
    assert ways(router) == ()
    assert router.route is not None
    assert "system" in router.route.trouble
    assert asked == [*ORIGINS]
    over.set()


def test_the_citys_script_is_fetched_anew_only_when_it_is_old_or_was_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    answers: list[CityScript | Exception] = [
        ScriptUnusable("status 500"),
        CityScript("text", (PROXY,)),
        ScriptUnusable("too late"),
    ]

    def fetch(_: str) -> CityScript:
        answer = answers.pop(0)
        if isinstance(answer, Exception):
            raise answer
        return answer

    monkeypatch.setattr(city_script, "fetch", fetch)
    router = Router(read_setting("http://wpad.city.example/proxy.pac"), ORIGINS)
    assert ways(router) == ()
    assert ways(router) == (PROXY,)
    assert ways(router) == (PROXY,)
    monkeypatch.setattr(routers, "SCRIPT_LASTS", -1.0)
    assert ways(router) == ()
    assert answers == []


def test_the_first_way_is_looked_for_beside_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(city_script, "fetch", lambda _: CityScript("text", (PROXY,)))
    router, done = Router(read_setting("http://wpad.city.example/proxy.pac"), ORIGINS), threading.Event()
    assert router.route is None
    router.begin(done.set)
    assert done.wait(5)
    assert router.route is not None
