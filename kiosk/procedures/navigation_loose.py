"""Every way in which a server might read a path: for patterns that also match what was written to get past them."""

import re
import socket
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

_URL = re.compile(r"\s*(?:https?|wss?):[/\\]*([^/?#\\]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
#: Proxies and servers may each decode once more.
_DECODINGS = 3


def matches(pattern: str, url: str) -> bool:
    """Host, path and the pattern's parameters agree in one of the readings of ``url``."""
    wanted, found = _split(pattern), _split(url)
    if wanted is None or found is None or wanted[0] != found[0]:
        return False
    expression = _expression(wanted[1])
    if not any(expression.fullmatch(reading) for reading in _readings(found[1])):
        return False
    return _parameters(wanted[2]) <= _parameters(found[2])


def path_expression(path: str) -> str:
    """The regular expression for a pattern's path: ``*`` within a part, ``**`` as last part for any rest."""
    return "/".join(_part(part) for part in path.split("/"))


def _part(part: str) -> str:
    if part in ("*", "**"):
        return "[^/]+" if part == "*" else ".*"
    return "[^/]*".join(re.escape(piece) for piece in part.split("*"))


@lru_cache(maxsize=256)
def _expression(path: str) -> re.Pattern[str]:
    trimmed = "/" + "/".join(part for part in _fold(path).split("/") if part)
    base = trimmed.removesuffix("/**")
    if base != trimmed:
        return re.compile(path_expression(base) + "(/.*)?", re.DOTALL)
    return re.compile(path_expression(trimmed), re.DOTALL)


def _split(url: str) -> tuple[str, str, str] | None:
    found = _URL.match(_CONTROL.sub("", url))
    return (_host(found[1]), found[2], found[3] or "") if found else None


def _host(authority: str) -> str:
    host = _fold(unquote(authority).rpartition("@")[2])
    host = re.sub(r":\d*$", "", host).rstrip(".")
    try:
        return socket.inet_ntoa(socket.inet_aton(host))  # 127.1 and 0x7f000001 are 127.0.0.1
    except (OSError, UnicodeError, ValueError):
        pass
    try:
        return host.encode("idna").decode("ascii")
    except UnicodeError:
        return host


def _fold(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _readings(path: str) -> Iterator[str]:
    for decoded in _decodings(path):
        folded = _fold(_CONTROL.sub("", decoded)).replace("\\", "/")
        parts = [part.partition(";")[0].strip() for part in folded.split("/")]
        yield _resolve(parts)
        yield _resolve([part for part in parts if part])


def _decodings(path: str) -> Iterator[str]:
    yield path
    for _ in range(_DECODINGS):
        decoded = unquote(path)
        if decoded == path:
            return
        path = decoded
        yield path


def _resolve(parts: list[str]) -> str:
    """Dot segments resolved (an empty part counts as one), then empty parts and dots at the end of a part dropped."""
    kept: list[str] = []
    for part in parts:
        if part == "..":
            del kept[-1:]
        elif part != ".":
            kept.append(part)
    return "/" + "/".join(clean for part in kept if (clean := part.rstrip(" .")))


def _parameters(query: str) -> set[str]:
    """The parameters, folded; of an empty query none."""
    return {_fold(unquote(pair.replace("+", " "))) for pair in re.split("[&;]", query) if pair}
