"""The route of a session: the ways by which each allowed origin may be reached. Plain values and pure functions."""

import ipaddress
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

from kiosk.network.setting import Address, Kind, ProxySetting

_PORTS = {"http": 80, "https": 443}
#: At most so many proxies of one origin are tried, by page and probe alike.
MOST_WAYS = 8

#: A proxy, or None: directly.
Way = Address | None


@dataclass(frozen=True)
class CityScript:
    """A PAC file of the city: its text, and the proxies and ways that it names in full."""

    text: str
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class Route:
    """The ways of each origin in their order; an origin without one is not reached.

    ``script``: which of its ways an origin takes is decided by the city's script, in the engine. ``trouble``: why
    there is no way, in words for IT.
    """

    origins: tuple[tuple[str, tuple[Way, ...]], ...]
    script: CityScript | None = None
    trouble: str = ""

    @property
    def proxies(self) -> tuple[Address, ...]:
        """Every proxy, each once."""
        found = (way for _, ways in self.origins for way in ways if way is not None)
        return tuple(dict.fromkeys(found))

    @property
    def direct(self) -> tuple[str, ...]:
        """``host:port`` of the origins that may be reached directly: nothing else may the engine connect to."""
        return tuple(sorted({str(address_of(origin)) for origin, ways in self.origins if None in ways}))

    def ways_of(self, origin: str) -> tuple[Way, ...]:
        """The ways to this origin; none for one that is not allowed."""
        return dict(self.origins).get(origin, ())


def address_of(origin: str) -> Address:
    """Host and port of an origin (or of any address below it)."""
    parts = urlsplit(origin)
    return Address(parts.hostname or "", parts.port or _PORTS[parts.scheme])


def fixed_route(setting: ProxySetting, origins: Iterable[str]) -> Route | None:
    """The route that follows from the setting alone; None where the system or a script must be asked."""
    if setting.kind in (Kind.SYSTEM, Kind.SCRIPT):
        return None
    return route_by(origins, lambda _: (setting.address,))


def script_route(script: CityScript, origins: Iterable[str]) -> Route:
    """The route by a script of the city."""
    made = route_by(origins, lambda _: script.ways)
    return Route(made.origins, script)


def no_route(origins: Iterable[str], trouble: str) -> Route:
    """The route where the ways could not be found out: none, but to this machine itself."""
    return Route(route_by(origins, lambda _: ()).origins, trouble=trouble)


def route_by(origins: Iterable[str], ways: Callable[[str], tuple[Way, ...]]) -> Route:
    """The route with these ways. This machine itself is always reached directly: engines ask no proxy for it."""
    found = {origin: (None,) if _is_loopback(origin) else ways(origin)[:MOST_WAYS] for origin in origins}
    return Route(tuple(sorted(found.items())))


def _is_loopback(origin: str) -> bool:
    host = address_of(origin).host
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost" or host.endswith(".localhost")
