"""The setting ``[network] proxy``: by which way the portals are reached. Read strictly, since a fence depends on it."""

import ipaddress
import re
from dataclasses import dataclass
from enum import StrEnum, unique
from urllib.parse import urlsplit

ALLOWED = (
    '"none", "system", "host:port" of an HTTP proxy (lower case, a name in other letters in its xn-- form, IPv6 in '
    '[brackets]), or the http(s) address of a PAC file; a user name and a password are set by "kiosk proxy-login set"'
)
_LABEL = r"[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?"
_NAME = re.compile(rf"(?=.{{1,253}}$){_LABEL}(\.{_LABEL})*")
_PLACE = re.compile(r"(\[[0-9a-f:.]{2,45}\]|[a-z0-9.-]{1,253}):([1-9][0-9]{0,4})")
#: Browsers take such a name for a number: 127.1, 0x7f000001.
_NUMERIC = re.compile(r"(.*\.)?(0x[0-9a-f]*|[0-9]+)")
_PAC_ADDRESS = re.compile(r"https?://[!-~]{1,1000}")
_HIGHEST_PORT = 65535


@unique
class Kind(StrEnum):
    """How the way to a portal is found."""

    NONE = "none"
    SYSTEM = "system"
    PROXY = "proxy"
    SCRIPT = "script"


@dataclass(frozen=True, order=True)
class Address:
    """Host and port of a proxy. An IPv6 host has no brackets here."""

    host: str
    port: int

    def __str__(self) -> str:
        return f"[{self.host}]:{self.port}" if ":" in self.host else f"{self.host}:{self.port}"


@dataclass(frozen=True)
class ProxySetting:
    """The setting in its parts. ``address``: of ``PROXY``; ``script``: the address of the PAC file of ``SCRIPT``."""

    kind: Kind = Kind.NONE
    address: Address | None = None
    script: str = ""


#: No proxy.
DIRECTLY = ProxySetting()


def read_setting(text: str) -> ProxySetting:
    """The setting that is written so. Raises ValueError."""
    if text in (Kind.NONE, Kind.SYSTEM):
        return ProxySetting(Kind(text))
    if "://" in text:
        return ProxySetting(Kind.SCRIPT, script=_script_address(text))
    return ProxySetting(Kind.PROXY, read_address(text))


def read_address(text: str) -> Address:
    """The address that is written ``host:port``. Raises ValueError."""
    found = _PLACE.fullmatch(text)
    if not found or int(found[2]) > _HIGHEST_PORT or not _is_host(found[1]):
        raise ValueError("host:port was expected")
    return Address(found[1].strip("[]"), int(found[2]))


def _is_host(host: str) -> bool:
    if host.startswith("["):
        return _is_ip(host[1:-1], 6)
    return _is_ip(host, 4) if _NUMERIC.fullmatch(host) else bool(_NAME.fullmatch(host))


def _is_ip(host: str, version: int) -> bool:
    try:
        return ipaddress.ip_address(host).version == version
    except ValueError:
        return False


def _script_address(text: str) -> str:
    parts = urlsplit(text)
    default = {"http": 80, "https": 443}.get(parts.scheme, 0)
    place = parts.netloc if re.search(r":[0-9]+$", parts.netloc) else f"{parts.netloc}:{default}"
    if not _PAC_ADDRESS.fullmatch(text) or "#" in text or not parts.path.strip("/"):
        raise ValueError("the address of a PAC file was expected")
    read_address(place)
    return text
