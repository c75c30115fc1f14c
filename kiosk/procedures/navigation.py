"""What a URL means: its origin, whether a procedure may go there, and which of the procedure's patterns it matches.

There are two ways to match. *Strict* is for what opens something (an ordinary request, a confirm page): a URL written
in any unusual way matches nothing. *Loose* is for what closes something (a commit, a suspected mix-up): a variation
that some server might take for the same address matches too. Pure functions; see docs/decisions/0004-commit-gate.md.
"""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from kiosk.failures import FailureName
from kiosk.procedures import navigation_loose as loose
from kiosk.procedures.model import Procedure, StepPattern
from kiosk.vocabulary import ResultKind

_URL = re.compile(r"(https?)://([^/?#\\]+)([^?#]*)(\?[^#]*)?(#.*)?", re.IGNORECASE | re.DOTALL)
_AUTHORITY = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^:@\[\]]+)(?::(\d{1,5}))?", re.ASCII)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
_NUMBER = re.compile(r"\d+|0x[0-9a-f]*", re.ASCII)
_DEFAULT_PORTS = {"http": 80, "https": 443}
#: Unusual but harmless for a browser, and the tools with which one address is written as another.
_UNUSUAL_PATH = re.compile(r"[^!-~]|[%\\;]|//|/\.{1,2}(/|$)")


@dataclass(frozen=True)
class _Address:
    origin: str
    path: str
    query: str | None


def origin_of(url: str) -> str | None:
    """``scheme://host[:port]`` as a browser compares it: ASCII, lower case, without the default port.

    None for what is not http(s), has credentials, or is not written as a browser would write it: nothing is allowed.
    """
    address = _address(url)
    return address.origin if address else None


def allowed(procedure: Procedure, url: str) -> bool:
    """The procedure may load from there."""
    origin = origin_of(url)
    return origin is not None and any(origin == origin_of(known) for known in procedure.allowed_origins)


def matches(pattern: str, url: str) -> bool:
    """Strict: same origin, every part of the path as written in the pattern, nothing encoded or dotted.

    In the pattern ``*`` stands for characters of one part and a last part ``**`` for any rest. The query counts only if
    the pattern has one, and then literally; a fragment never counts.
    """
    wanted, address = _address(pattern), _address(url)
    if wanted is None or address is None or wanted.origin != address.origin:
        return False
    if _UNUSUAL_PATH.search(address.path):
        return False
    if wanted.query is not None and wanted.query != address.query:
        return False
    return _path_expression(wanted.path).fullmatch(address.path) is not None


def matches_loosely(pattern: str, url: str) -> bool:
    """Loose: some server could take this URL for the pattern's.

    Compared are host and path, after decoding, case folding, and resolving dots, slashes and parameters in every order;
    scheme, port and credentials do not count. If the pattern has a query, its parameters must be there, in any order.
    """
    return matches(pattern, url) or loose.matches(pattern, url)


def reaches(pattern: str, url: str) -> bool:
    """Loose, and with something more behind a name or behind the whole path (suffixes, path info)."""
    return loose.reaches(pattern, url)


def is_named(procedure: Procedure, url: str) -> bool:
    """A page that the procedure names in full, without a wildcard: start, steps, results and the like."""
    pages = (procedure.start_url, procedure.logout_url, *procedure.confirm_pages, *procedure.mixup_pages)
    listed = (item.url for group in (procedure.steps, procedure.results, procedure.refusals) for item in group)
    patterns = (*pages, *procedure.advice_pages, *listed)
    return any("*" not in pattern and matches(pattern, url) for pattern in patterns)


def place(procedure: Procedure, loaded: str, current: str) -> str:
    """The address that a document is judged by: the one it was loaded from.

    ``current`` is what the document says of itself (``history.pushState``). It counts where the procedure declares it
    as ``spa``, on the origin that the document was loaded from.
    """
    moved = loaded != current and origin_of(loaded) == origin_of(current)
    return current if moved and any(matches(pattern, current) for pattern in procedure.spa) else loaded


def step_of(procedure: Procedure, url: str) -> StepPattern | None:
    """The step that this page stands for."""
    return next((step for step in procedure.steps if matches(step.url, url)), None)


def result_of(procedure: Procedure, url: str) -> ResultKind | None:
    """The result that this page stands for."""
    return next((result.kind for result in procedure.results if matches(result.url, url)), None)


def is_confirm_page(procedure: Procedure, url: str) -> bool:
    """A page from which a login counts as the check for the commit."""
    return any(matches(pattern, url) for pattern in procedure.confirm_pages)


def is_mixup(procedure: Procedure, url: str) -> bool:
    """The portal says here that something may belong to somebody else. Loose, since it closes."""
    return any(matches_loosely(pattern, url) for pattern in procedure.mixup_pages)


def refusal_of(procedure: Procedure, url: str) -> FailureName | None:
    """Why the portal refuses on this page. Loose, since it closes."""
    return next((item.kind for item in procedure.refusals if matches_loosely(item.url, url)), None)


def is_advice(procedure: Procedure, url: str) -> bool:
    """A page beside which the procedure's advice is shown."""
    return any(matches(pattern, url) for pattern in procedure.advice_pages)


#: A request is judged several times, and each time against every address of its procedure.
@lru_cache(maxsize=512)
def _address(url: str) -> _Address | None:
    # A browser drops tabs and newlines from a URL, so one that still has them was not seen by a browser.
    found = None if _CONTROL.search(url) else _URL.fullmatch(url)
    if found is None:
        return None
    scheme, authority, path, query, _ = found.groups()
    place = _place(scheme.lower(), authority)
    if place is None or path.startswith("\\"):
        return None
    return _Address(f"{scheme.lower()}://{place}", path or "/", None if query is None else query[1:])


def _place(scheme: str, authority: str) -> str | None:
    found = _AUTHORITY.fullmatch(authority)
    if found is None:
        return None
    host, port = _host(found[1]), int(found[2] or _DEFAULT_PORTS[scheme])
    if host is None or not 0 < port < 65536:
        return None
    return host if port == _DEFAULT_PORTS[scheme] else f"{host}:{port}"


def _host(written: str) -> str | None:
    host = _ascii(written)
    if host is None:
        return None
    if host.startswith("["):
        return _ip6(host[1:-1])
    labels = host.split(".")
    if len(host) > 253 or not all(_LABEL.fullmatch(label) for label in labels):
        return None
    return _ip4(host) if _NUMBER.fullmatch(labels[-1]) else host


def _ascii(written: str) -> str | None:
    lower = written.lower()
    if lower.isascii():
        return lower
    try:
        made = lower.encode("idna")
        back = made.decode("idna")
    except UnicodeError:
        return None
    # Python maps by IDNA 2003, browsers by UTS 46. Where mapping changes anything the two may differ: refuse.
    return made.decode("ascii") if back == unicodedata.normalize("NFC", lower) else None


def _ip4(host: str) -> str | None:
    """Only the usual form; a browser has rewritten the others (127.1, 0x7f000001) before we see them."""
    try:
        return str(ipaddress.IPv4Address(host))
    except ValueError:
        return None


def _ip6(host: str) -> str | None:
    try:
        return f"[{ipaddress.IPv6Address(host).compressed}]"
    except ValueError:
        return None


@lru_cache(maxsize=256)
def _path_expression(path: str) -> re.Pattern[str]:
    return re.compile(loose.path_expression(path), re.DOTALL)
