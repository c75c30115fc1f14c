"""Finds the route anew while nobody is served; the newest one is that of the next session. It runs on other threads."""

import threading
from collections.abc import Callable
from functools import partial

from kiosk.network import city_script, system_proxy
from kiosk.network.city_script import ScriptUnusable
from kiosk.network.login import NOBODY, Login
from kiosk.network.route import CityScript, Route, fixed_route, no_route, route_by, script_route
from kiosk.network.setting import Kind, ProxySetting
from kiosk.system import clock

#: Seconds for which a PAC file of the city counts as the newest one.
SCRIPT_LASTS = 300.0
#: Seconds after which the system has not told its proxy. Windows waits for its own automatic search in the meantime.
SYSTEM_LIMIT = 6.0


class Router:
    """The setting, the login and the newest route. ``route`` is None until it was found for the first time."""

    def __init__(self, setting: ProxySetting, origins: tuple[str, ...], login: Login = NOBODY) -> None:
        self.login = login
        self.route: Route | None = fixed_route(setting, origins)
        self.kind = setting.kind
        self._setting = setting
        self._origins = origins
        self._script: CityScript | None = None
        self._fetched_at = 0.0
        self._asking: threading.Thread | None = None

    def begin(self, then: Callable[[], None]) -> None:
        """Find the first route on a thread, then call ``then`` on it; at once where the setting says all."""
        if self.route is not None:
            then()
            return
        threading.Thread(target=partial(self._find_first, then), name="route", daemon=True).start()

    def _find_first(self, then: Callable[[], None]) -> None:
        self.look()
        then()

    def look(self) -> Route:
        """Find the route now. Blocks; call it on a thread. What cannot be found out is a route without ways."""
        if self.kind is Kind.SYSTEM:
            self.route = self._by_system()
        elif self.kind is Kind.SCRIPT:
            self.route = self._by_script()
        assert self.route is not None
        return self.route

    def _by_system(self) -> Route:
        found: list[Route] = []
        if self._asking is None or not self._asking.is_alive():
            ask = partial(self._ask_system, found)
            self._asking = threading.Thread(target=ask, name="system proxy", daemon=True)
            self._asking.start()
            self._asking.join(SYSTEM_LIMIT)
        return found[0] if found else no_route(self._origins, "the system does not tell its proxy")

    def _ask_system(self, found: list[Route]) -> None:
        found.append(route_by(self._origins, system_proxy.ways_to))

    def _by_script(self) -> Route:
        old = self._script is None or clock.now() - self._fetched_at > SCRIPT_LASTS
        try:
            if old:
                self._script = None
                self._script = city_script.fetch(self._setting.script)
                self._fetched_at = clock.now()
        except ScriptUnusable as error:
            return no_route(self._origins, str(error))
        assert self._script is not None
        return script_route(self._script, self._origins)
