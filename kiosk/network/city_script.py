"""The PAC file of a city: fetched with limits and looked through for the proxies that it names. It is never run here.

Only the browser engine runs it, inside the session's own script (``kiosk/network/fence.py``).
"""

import json
import re
import threading
import urllib.request
from http.client import HTTPException
from urllib.error import HTTPError

from kiosk.network.route import MOST_WAYS, CityScript, Way
from kiosk.network.setting import read_address

#: Seconds for the whole answer.
LIMIT = 4.0
#: Bytes of a file, and characters of its text as a literal: the engine's switches stand in an environment variable,
#: which has at most 128 KiB on Linux and 32 KiB for the whole block in old programs of Windows.
MAX_BYTES = 40_000
MAX_LITERAL = 60_000
_NAMED = re.compile(r"\b(PROXY|HTTP|HTTPS|SOCKS[45]?|QUIC)[ \t]+([^\s;'\"`]{3,260})|\b(DIRECT)\b")
_USED = ("PROXY", "HTTP")


class ScriptUnusable(Exception):
    """Why the PAC file cannot be used, in words for IT."""


class _NoRedirect(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object, **__: object) -> None:
        return None


def fetch(address: str) -> CityScript:
    """The PAC file at this address, read directly. Raises ScriptUnusable, also after ``LIMIT`` seconds."""
    found: list[bytes | Exception] = []
    thread = threading.Thread(target=lambda: found.append(_body(address)), name="pac", daemon=True)
    thread.start()
    thread.join(LIMIT)
    if not found:
        raise ScriptUnusable(f"the PAC file was not there within {LIMIT:g} s")
    if isinstance(found[0], Exception):
        raise ScriptUnusable(f"the PAC file cannot be fetched: {_reason(found[0])}")
    return read_script(found[0])


def _body(address: str) -> bytes | Exception:
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}), _NoRedirect())
    try:
        with opener.open(address, timeout=LIMIT) as answer:
            body: bytes = answer.read(MAX_BYTES + 1)
    except HTTPError as error:
        error.close()
        return error
    except (OSError, HTTPException, ValueError) as error:
        return error
    return body


def _reason(error: Exception) -> str:
    return f"status {error.code}" if isinstance(error, HTTPError) else str(getattr(error, "reason", "") or error)[:100]


def read_script(body: bytes) -> CityScript:
    """The script in these bytes, with the proxies that it names in full. Raises ScriptUnusable."""
    if len(body) > MAX_BYTES:
        raise ScriptUnusable(f"the PAC file has more than {MAX_BYTES} bytes")
    try:
        text = body.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise ScriptUnusable("the PAC file is not UTF-8") from None
    if len(json.dumps(text)) > MAX_LITERAL or "FindProxyForURL" not in text:
        raise ScriptUnusable("the PAC file is too long, or it is none (no FindProxyForURL)")
    return CityScript(text, _ways(text))


def _ways(text: str) -> tuple[Way, ...]:
    found = dict.fromkeys(_way(*match.groups()) for match in _NAMED.finditer(text))
    ways = tuple(way for way in found if way != "")
    if not ways:
        raise ScriptUnusable('the PAC file names no HTTP proxy in full ("PROXY host:port") and no DIRECT')
    if len(ways) > MOST_WAYS:
        raise ScriptUnusable(f"the PAC file names more than {MOST_WAYS} proxies")
    return ways  # type: ignore[return-value] # "" was left out


def _way(word: str | None, place: str | None, direct: str | None) -> Way | str:
    """The way; "" for what is not supported (HTTPS and SOCKS proxies) and for a name that is put together."""
    if direct:
        return None
    try:
        return read_address(place or "") if word in _USED else ""
    except ValueError:
        return ""
