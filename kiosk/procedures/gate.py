"""The commit gate: a request that makes an application final leaves only after an identity check made for it.

A pure value and pure functions; the browser holds one gate a session. The login check cannot open it: only a check
that began after the login, for a blocked commit or from the portal's confirm page, does, for one request, once, for
60 seconds.
"""

from dataclasses import dataclass, replace
from enum import Enum, unique

from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure

#: Fixed on purpose: no configuration opens it for longer.
OPEN_SECONDS = 60.0
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})


@unique
class Kind(Enum):
    """What a request may do."""

    SAFE = "safe"
    ORDINARY = "ordinary"
    COMMIT = "commit"


@unique
class Decision(Enum):
    """What happens to a request."""

    PASS = "pass"  # noqa: S105 - not a password
    BLOCK = "block"
    BLOCK_AND_CHECK = "block_and_check"


@dataclass(frozen=True)
class Request:
    """A request that wants to leave. Two are the same when method and URL are, apart from the fragment."""

    method: str
    url: str

    def same(self, other: "Request") -> bool:
        """Literally the same address: a check was made for exactly this."""
        return (self.method.upper(), self._plain()) == (other.method.upper(), other._plain())

    def _plain(self) -> str:
        return self.url.partition("#")[0]


@dataclass(frozen=True)
class Check:
    """An identity check under way, for this request; None: the portal asked on its confirm page."""

    request: Request | None


@dataclass(frozen=True)
class Opening:
    """The gate is open for this one request (None: for one listed commit) before ``until``."""

    request: Request | None
    until: float


@dataclass(frozen=True)
class Gate:
    """Closed unless ``opening`` is there; at most one of ``check`` and ``opening`` is."""

    logged_in: bool = False
    check: Check | None = None
    opening: Opening | None = None


def closed() -> Gate:
    """The gate of a new session."""
    return Gate()


def classify(procedure: Procedure, method: str, url: str) -> Kind:
    """Everything that changes something is a commit unless the procedure lists it as ordinary, strictly.

    An address that looks like a listed commit is one with every method: some servers take the method from elsewhere.
    """
    if any(navigation.matches_loosely(commit.url, url) for commit in procedure.commit_requests):
        return Kind.COMMIT
    if method.upper() in _SAFE_METHODS:
        return Kind.SAFE
    if any(_listed(ordinary.method, ordinary.url, method, url) for ordinary in procedure.ordinary_requests):
        return Kind.ORDINARY
    return Kind.COMMIT


def _listed(listed_method: str, pattern: str, method: str, url: str) -> bool:
    return listed_method.upper() == method.upper() and navigation.matches(pattern, url)


def peek(gate: Gate, procedure: Procedure, request: Request, now: float) -> Decision:
    """What ``pass_request`` would decide, without using up the opening. ``now`` in seconds of ``clock.now()``."""
    if classify(procedure, request.method, request.url) is not Kind.COMMIT:
        return Decision.PASS
    if not gate.logged_in or gate.check is not None:
        return Decision.BLOCK
    if _opens(gate.opening, procedure, request, now):
        return Decision.PASS
    return Decision.BLOCK_AND_CHECK


def _opens(opening: Opening | None, procedure: Procedure, request: Request, now: float) -> bool:
    if opening is None or now >= opening.until:
        return False
    if opening.request is not None:
        return opening.request.same(request)
    return any(_listed(commit.method, commit.url, request.method, request.url) for commit in procedure.commit_requests)


def pass_request(gate: Gate, procedure: Procedure, request: Request, now: float) -> tuple[Gate, Decision]:
    """Decide on a request that leaves now. A commit that passes closes the gate; one that does not begins a check.

    Before the login, and while a check is under way, a commit is only blocked.
    """
    decision = peek(gate, procedure, request, now)
    if decision is Decision.BLOCK_AND_CHECK:
        return replace(gate, check=Check(request), opening=None), decision
    if decision is Decision.PASS and classify(procedure, request.method, request.url) is Kind.COMMIT:
        return replace(gate, opening=None), decision
    return gate, decision


def begin_portal_check(gate: Gate, procedure: Procedure, page_url: str) -> tuple[Gate, bool]:
    """The portal called ``authenticate`` from this page. True: that is the check for the commit; False: a login."""
    if not gate.logged_in or gate.check is not None or not navigation.is_confirm_page(procedure, page_url):
        return gate, False
    return replace(gate, check=Check(None), opening=None), True


def logged_in(gate: Gate) -> Gate:
    """The login check passed. It lets checks begin; it opens nothing."""
    return replace(gate, logged_in=True)


def check_passed(gate: Gate, now: float) -> Gate:
    """The check under way passed: open for its request. Without a check under way nothing happens."""
    if gate.check is None:
        return gate
    return replace(gate, check=None, opening=Opening(gate.check.request, now + OPEN_SECONDS))


def check_failed(gate: Gate) -> Gate:
    """The check under way failed or was given up: closed."""
    return replace(gate, check=None, opening=None)
