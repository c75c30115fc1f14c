"""Every way in which a server might read a path: for patterns that also match what was written to get past them."""

import re
import socket
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from urllib.parse import unquote

_URL = re.compile(r"\s*(?:https?|wss?):[/\\]*([^/?#\\]*)([^?#]*)(?:\?([^#]*))?", re.IGNORECASE)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
#: Once decoded, these end a path for one server or another: a query, a fragment, the end of a C string or of a line.
_END = re.compile(r"[?#\x00\r\n]")
#: Proxies and servers may each decode once more.
_DECODINGS = 3
#: IIS reads %u002f as a slash; decoders of UTF-8 that do not check read %c0%af as one.
_WIDE = re.compile(r"%u([0-9a-f]{4})", re.IGNORECASE)
_OVERLONG = re.compile(r"%c([01])%([89ab][0-9a-f])", re.IGNORECASE)
#: A front controller: /index.php/apply is /apply.
_FRONT = re.compile(r"index\.[a-z0-9]{1,5}")
#: What a server may drop behind a name: a suffix (.json), a trailing or separating character, a stream (::$DATA).
_TAIL = r"(?:[^\w~/-][^/]*)?"


def matches(pattern: str, url: str) -> bool:
    """Host, path and the pattern's parameters agree in one of the readings of ``url``."""
    return _agrees(pattern, url, _expression)


def reaches(pattern: str, url: str) -> bool:
    """Some server may take ``url`` for the pattern with something more behind a name or behind it all.

    More are suffixes and characters that routes and file systems drop (``/apply.json``, ``/apply,``), and path info
    (``/apply/x``). Wider than ``matches``: an address that the portal uses for something else can look like this too.
    """
    return _agrees(pattern, url, _wide_expression)


def _agrees(pattern: str, url: str, expression: Callable[[str], re.Pattern[str]]) -> bool:
    wanted, found = _split(pattern), _split(url)
    if wanted is None or found is None or wanted[0] != found[0]:
        return False
    made = expression(wanted[1])
    if not any(made.fullmatch(reading) for reading in _readings(found[1])):
        return False
    return _parameters(wanted[2]) <= _parameters_of(found[1], found[2])


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


@lru_cache(maxsize=256)
def _wide_expression(path: str) -> re.Pattern[str]:
    parts = [part for part in _fold(path).split("/") if part and part != "**"]
    made = "".join("/" + (path_expression(part) if part == "*" else path_expression(part) + _TAIL) for part in parts)
    return re.compile(f"{made or '/'}(/.*)?", re.DOTALL)


@lru_cache(maxsize=512)
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
        for ended in dict.fromkeys((decoded, _END.split(decoded, maxsplit=1)[0])):
            folded = _fold(_CONTROL.sub("", ended)).replace("\\", "/")
            parts = [part.partition(";")[0].strip() for part in folded.split("/")]
            yield _resolve(parts)
            yield _resolve(named := [part for part in parts if part])
            if named and _FRONT.fullmatch(named[0]):
                yield _resolve(named[1:])


def _decodings(path: str) -> Iterator[str]:
    yield path
    for _ in range(_DECODINGS):
        decoded = _decode(path)
        if decoded == path:
            return
        path = decoded
        yield path


def _decode(text: str) -> str:
    text = _OVERLONG.sub(lambda found: chr((int(found[1]) << 6) | (int(found[2], 16) & 0x3F)), text)
    return unquote(_WIDE.sub(lambda found: chr(int(found[1], 16)), text))


def _resolve(parts: list[str]) -> str:
    """Dot segments resolved (an empty part counts as one), then empty parts and dots at the end of a part dropped."""
    kept: list[str] = []
    for part in parts:
        if part == "..":
            del kept[-1:]
        elif part != ".":
            kept.append(part)
    return "/" + "/".join(clean for part in kept if (clean := part.rstrip(" .")))


def _parameters_of(path: str, query: str) -> set[str]:
    """The parameters of a query, and of what becomes one when a path is decoded before it is split."""
    found: set[str] = set()
    for decoded in _decodings(query):
        found |= _parameters(decoded)
    for decoded in _decodings(path):
        found |= _parameters(_END.split(decoded, maxsplit=1)[1] if _END.search(decoded) else "")
    return found


def _parameters(query: str) -> set[str]:
    """The parameters, folded; of an empty query none."""
    return {_fold(unquote(pair.replace("+", " "))) for pair in re.split("[&;?#]", query) if pair}
