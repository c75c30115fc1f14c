"""The check of the way to the portals: the city's proxy answers, takes the login and lets the portals through.

It asks once and before all others: where the proxy refuses the password, no other check sends it again.
"""

import socket
from dataclasses import dataclass

from kiosk.config.settings import Config
from kiosk.doctor.rows import Check, Row
from kiosk.network import tunnel
from kiosk.network.login import NOBODY, Login, stored_login
from kiosk.network.route import Route, Way, address_of
from kiosk.network.router import Router
from kiosk.network.setting import DIRECTLY, Kind, ProxySetting, read_setting
from kiosk.network.tunnel import Fault, ProxyFault
from kiosk.procedures.model import Procedure
from kiosk.procedures.navigation import origin_of
from kiosk.system.secret_store import StoreUnusable

PROXY = Check("proxy", "Way to the portals")
#: Seconds for each step of the tunnel.
STEP_LIMIT = 3.0
_JA_GONE = "庁内の中継サーバー（プロキシ）に届きません。ネットワークを確かめ、直らなければIT担当に連絡してください。"
_JA_LOGIN = "庁内の中継サーバー（プロキシ）が、この端末を受け付けません。IT担当に連絡してください。"
_TO_DO = {
    Fault.UNREACHABLE: "check [network] proxy in kiosk.toml, the network and the firewall from this terminal",
    Fault.NOT_HTTP: "check [network] proxy in kiosk.toml: host and port of an HTTP proxy",
    Fault.LOGIN_WANTED: "as the kiosk account: kiosk proxy-login set",
    Fault.LOGIN_REFUSED: "as the kiosk account: kiosk proxy-login set; ask whether the proxy has locked the account",
    Fault.UNSUPPORTED: "NTLM and Negotiate are not supported: ask for Basic or Digest, or to let this address through",
    Fault.BLOCKED: "have the proxy allow CONNECT to host and port of every allowed_origins",
    Fault.PORTAL: "the proxy answers: ask its operator whether it reaches the portal",
    Fault.NO_WAY: "check what the system or the PAC file says for the portals: HTTP proxies only, written in full",
}


@dataclass(frozen=True)
class Look:
    """The route as the next session would get it, and what became of one connection by it (None: it stood)."""

    setting: ProxySetting = DIRECTLY
    route: Route | None = None
    login: Login = NOBODY
    fault: OSError | None = None

    def ways_to(self, url: str) -> tuple[Way, ...]:
        """The ways to this address of a portal; directly where nothing is configured."""
        return self.route.ways_of(origin_of(url) or "") if self.route else (None,)

    def connect(self, url: str, limit: float) -> socket.socket:
        """A TCP connection to the address, as the page makes it. Raises OSError."""
        if isinstance(self.fault, ProxyFault) and self.fault.refused:
            raise self.fault
        return tunnel.connect(address_of(url), self.ways_to(url), self.login, limit)


def look(config: Config | None, procedures: tuple[Procedure, ...]) -> Look:
    """Find the way and try it once, with the first portal that is not on this machine. Faults raise nothing."""
    if config is None or config.network.proxy == Kind.NONE:
        return Look()
    setting, login = read_setting(config.network.proxy), _login()
    origins = tuple(sorted({origin for procedure in procedures for origin in procedure.allowed_origins}))
    found = Look(setting, Router(setting, origins, login).look(), login)
    return Look(setting, found.route, login, _tried(found))


def _login() -> Login:
    try:
        return stored_login()
    except StoreUnusable:  # the row of the keyring tells it
        return NOBODY


def _tried(found: Look) -> OSError | None:
    behind = [origin for origin, ways in found.route.origins if ways != (None,)] if found.route else []
    try:
        for origin in behind[:1]:
            found.connect(origin, STEP_LIMIT).close()
    except OSError as error:
        return error
    return None


def proxy(found: Look) -> Row:
    """The row."""
    route, fault = found.route, found.fault
    if route is None:
        return PROXY.ok("directly (no proxy configured)")
    if route.trouble:
        return PROXY.fail(route.trouble, "check [network] proxy in kiosk.toml, and the server of the file", _JA_GONE)
    if isinstance(fault, ProxyFault):
        at = f"{fault.at}: " if fault.at else ""
        return PROXY.fail(f"{at}{fault}", _TO_DO[fault.fault], _JA_LOGIN if fault.refused else _JA_GONE)
    if fault is not None:
        return PROXY.warn(
            "the first way is no proxy, and the portal does not answer there", "see the rows of the portals"
        )
    return _works(found, route)


def _works(found: Look, route: Route) -> Row:
    said = ", ".join(map(str, route.proxies)) or "directly (the system names no proxy)"
    if found.setting.script.startswith("http:"):
        return PROXY.warn(
            f"{said}; its PAC file comes over http",
            "serve it over https: who is in the network can change it on the way",
        )
    return PROXY.ok(said)
