"""The fence of a browser engine, as switches of its command line: what it may connect to, and by which way. Pure.

Without a proxy the resolver rules are the fence. Behind one the proxy resolves names, so that an exception for it in
those rules would let everything through (docs/decisions/0012-proxy.md); there each session gets a PAC script of its
own: an allowed origin goes to the proxy, everything else to a place that does not exist. The proxy stands in it under a
name that was made up for this session, so that no page can name it. Any Chromium understands these switches.
"""

import base64
import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kiosk.network.route import CityScript, Route
from kiosk.network.setting import Address

#: The file in a session's folder with its PAC script.
SESSION_SCRIPT = "proxy.pac"
#: No name under it exists (RFC 2606); the resolver rules answer NOTFOUND as well.
NOWHERE = "PROXY nowhere.invalid:9"
_DATA = "data:application/x-javascript-config;base64,"

#: Only indices and lengths of texts are used, and the function cannot be replaced: a script of the city runs beside it
#: and could change every method of the language.
_SCRIPT = """"use strict";
(function (everything) {
  const nowhere = %(nowhere)s, allowed = %(allowed)s, named = %(named)s;
  let ask = null;
  function begins(text, start) {
    if (text.length < start.length) return false;
    for (let n = 0; n < start.length; n++) if (text[n] !== start[n]) return false;
    return true;
  }
  function known(place) {
    for (let n = 0; n < named.length; n++) if (named[n][0] === place) return named[n][1] + "; ";
    return "";
  }
  function places(answer) {
    if (typeof answer !== "string" || answer.length > 4000) return nowhere;
    let found = "", place = "", gap = false;
    for (let n = 0; n <= answer.length; n++) {
      const letter = n < answer.length ? answer[n] : ";";
      if (letter === ";") { found += known(place); place = ""; gap = false; }
      else if (letter === " " || letter === "\\t") gap = place !== "";
      else { place += (gap ? " " : "") + letter; gap = false; }
    }
    return found === "" ? nowhere : found;
  }
  Object.defineProperty(everything, "FindProxyForURL", { writable: false, configurable: false, value: function (url) {
    for (let n = 0; n < allowed.length; n++) {
      if (!begins(url, allowed[n][0])) continue;
      return ask === null ? allowed[n][1] || nowhere : places(ask(allowed[n][2], allowed[n][3]));
    }
    return nowhere;
  } });
%(city)s})(this);
"""
_CITY = """  ask = function () { return ""; };
  ask = new Function("var FindProxyForURL;\\n" + %(text)s + "\\n;return FindProxyForURL;")();
"""


@dataclass(frozen=True)
class Fence:
    """What one session's engine gets: resolver rules ``MAP a:1 b:2``, and its PAC script; "" without a proxy."""

    rules: tuple[str, ...]
    script: str = ""

    @property
    def switches(self) -> list[str]:
        """The switches, without quotes of a shell."""
        rules = f"--host-resolver-rules={' , '.join([*self.rules, 'MAP * ~NOTFOUND'])}"
        return [rules, f"--proxy-pac-url={_address(self.script)}" if self.script else "--no-proxy-server"]


def fence_of(route: Route, made_up: Callable[[int], str] = secrets.token_hex) -> Fence:
    """The fence of the next session. ``made_up`` gives so many bytes in hexadecimal digits.

    A rule with a port must be a MAP to itself: EXCLUDE knows host names only. The first rule that matches counts.
    """
    direct = tuple(f"MAP {place} {place}" for place in route.direct)
    if not route.proxies and not route.script and not route.trouble:
        return Fence(direct)
    aliases = {proxy: Address(f"kiosk-{made_up(8)}.invalid", proxy.port) for proxy in route.proxies}
    rules = (*(f"MAP {alias} {proxy}" for proxy, alias in aliases.items()), *direct)
    return Fence(rules, session_script(route, aliases))


def session_script(route: Route, aliases: dict[Address, Address]) -> str:
    """The PAC script of a session. ``aliases``: the made-up names of the proxies.

    A WebSocket of an allowed origin is asked for as ``ws`` or ``wss`` (Chromium 140); whether it may be is the gate's.
    """
    allowed = [
        [
            f"{scheme}{origin.removeprefix('http')}/",
            "; ".join(_place(way, aliases) for way in ways),
            f"{origin}/",
            _host(origin),
        ]
        for origin, ways in route.origins
        for scheme in ("http", "ws")
    ]
    words = {
        "nowhere": json.dumps(NOWHERE),
        "allowed": json.dumps(allowed),
        "named": json.dumps(_named(aliases) if route.script else []),
        "city": _city(route.script) if route.script else "",
    }
    return _SCRIPT % words


def _city(script: CityScript) -> str:
    """The city's text as a text: what it is, the engine's own parser decides, and nothing of it can end ours."""
    return _CITY % {"text": json.dumps(script.text)}


def _named(aliases: dict[Address, Address]) -> list[list[str]]:
    """What a script of the city may answer, and what becomes of it."""
    words = [[f"{word} {proxy}", f"PROXY {alias}"] for proxy, alias in aliases.items() for word in ("PROXY", "HTTP")]
    return [*words, ["DIRECT", "DIRECT"]]


def _place(way: Address | None, aliases: dict[Address, Address]) -> str:
    return "DIRECT" if way is None else f"PROXY {aliases[way]}"


def _host(origin: str) -> str:
    return origin.partition("://")[2].rpartition(":")[0] or origin.partition("://")[2]


def _address(script: str) -> str:
    return _DATA + base64.b64encode(script.encode("ascii")).decode("ascii")


def quoted(switches: Sequence[str]) -> list[str]:
    """The switches for an environment variable, where a value with spaces stands in quotes."""
    return [f'{name}="{value}"' if " " in value else f"{name}={value}" if value else name
            for name, _, value in (switch.partition("=") for switch in switches)]  # fmt: skip
