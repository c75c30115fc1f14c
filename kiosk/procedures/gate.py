"""The commit gate: a request that makes an application final leaves only after an identity check made for it.

A pure value and pure functions; the warden of the browser holds one gate a session and asks it about every request and
every hop of a redirect. The login check cannot open it: only a check that began after the login does, for a commit that
is held or from the portal's confirm page, for one request, once, for 60 seconds.
"""

import re
from dataclasses import dataclass, replace
from enum import Enum, unique

from kiosk.procedures import navigation
from kiosk.procedures.model import Procedure, RequestPattern

#: Fixed on purpose: no configuration opens it for longer.
OPEN_SECONDS = 60.0
#: Checks that may begin for one commit; each signs what a page chose, and each is a chance to spend a try of the PIN.
MAX_CHECKS = 3
#: The method of a connection: its messages are no requests, so it can only be let through whole or not at all.
WEBSOCKET = "WEBSOCKET"
_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
#: Parameters and headers in which some servers take the method from elsewhere (Rails, Laravel, Symfony, Express).
_OVERRIDE = re.compile(r"[?&;](?:_?method|x-http-method(?:-override)?|x-method-override)=", re.IGNORECASE)
OVERRIDE_HEADERS = frozenset({"x-http-method", "x-http-method-override", "x-method-override"})


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
    HOLD = "hold"
    #: One check too many was wanted: the session ends.
    TOO_MANY = "too_many"


@dataclass(frozen=True)
class Request:
    """A request or a hop that wants to leave. Two are the same when method and URL are, apart from the fragment.

    ``attended``: it can wait for a person. A beacon, a picture or a report cannot: as a commit it is blocked.
    ``override``: a header of it names another method. ``announced``: the method of the request for which this one, a
    preflight (CORS), asks the server; "" for all others.
    """

    method: str
    url: str
    attended: bool = True
    override: bool = False
    announced: str = ""

    def same(self, other: "Request") -> bool:
        """Literally the same address: a check was made for exactly this."""
        return (self.method.upper(), self._plain()) == (other.method.upper(), other._plain())

    def after(self) -> "Request | None":
        """The request that a preflight announces."""
        return replace(self, method=self.announced, announced="") if self.announced else None

    def _plain(self) -> str:
        return self.url.partition("#")[0]


@dataclass(frozen=True)
class Check:
    """An identity check under way, for this request, which is held; None: the portal asked on its confirm page."""

    request: Request | None


@dataclass(frozen=True)
class Opening:
    """The gate is open for this one request (None: for one listed commit) before ``until``."""

    request: Request | None
    until: float


@dataclass(frozen=True)
class Gate:
    """Closed unless ``opening`` is there; at most one of ``check`` and ``opening`` is.

    ``checks``: how many began since the last commit passed.
    """

    logged_in: bool = False
    check: Check | None = None
    opening: Opening | None = None
    checks: int = 0


def closed() -> Gate:
    """The gate of a new session."""
    return Gate()


def classify(procedure: Procedure, request: Request) -> Kind:
    """Everything that changes something is a commit unless the procedure lists it as ordinary, strictly.

    An address that looks like a listed commit is one with every method: some servers take the method from elsewhere.
    Only a page that the procedure names in full may be loaded from a commit's own address. What could be a commit with
    something behind its name is one, unless the procedure names it in full.
    """
    named = _is_named_page(procedure, request)
    if not named and any(navigation.matches_loosely(commit.url, request.url) for commit in procedure.commit_requests):
        return Kind.COMMIT
    listed = [item.url for item in procedure.ordinary_requests if _lists(item, request)]
    if named or any("*" not in pattern for pattern in listed):
        return Kind.SAFE if named else Kind.ORDINARY
    if any(navigation.reaches(commit.url, request.url) for commit in procedure.commit_requests):
        return Kind.COMMIT
    if request.method.upper() in _SAFE_METHODS and not request.override:
        return Kind.SAFE
    return Kind.ORDINARY if listed and not request.override else Kind.COMMIT


def _is_named_page(procedure: Procedure, request: Request) -> bool:
    if request.method.upper() != "GET" or request.override or _OVERRIDE.search(request.url):
        return False
    commits = (item for item in procedure.commit_requests if item.method == "GET")
    return navigation.is_named(procedure, request.url) and not any(_lists(item, request) for item in commits)


def _lists(pattern: RequestPattern, request: Request) -> bool:
    return pattern.method.upper() == request.method.upper() and navigation.matches(pattern.url, request.url)


def peek(gate: Gate, procedure: Procedure, request: Request, now: float) -> Decision:
    """What ``pass_request`` would decide, without using up the opening. ``now`` in seconds of ``clock.now()``."""
    if classify(procedure, request) is not Kind.COMMIT:
        return Decision.PASS
    if not gate.logged_in or gate.check is not None or not request.attended:
        return Decision.BLOCK
    if _opens(gate.opening, procedure, request, now):
        return Decision.PASS
    return Decision.TOO_MANY if gate.checks >= MAX_CHECKS else Decision.HOLD


def _opens(opening: Opening | None, procedure: Procedure, request: Request, now: float) -> bool:
    if opening is None or now >= opening.until:
        return False
    if opening.request is not None:
        return opening.request.same(request)
    return any(_lists(commit, request.after() or request) for commit in procedure.commit_requests)


def pass_request(gate: Gate, procedure: Procedure, request: Request, now: float) -> tuple[Gate, Decision]:
    """Decide on a request or hop that leaves now. A commit that passes closes the gate; a held one begins a check.

    Before the login, and while a check is under way, a commit is only blocked. A preflight and the request that it
    announces are one commit: after it, the gate stays open for that request alone, and no longer than before.
    """
    decision = peek(gate, procedure, request, now)
    if decision is Decision.HOLD:
        return _checking(gate, request), decision
    if decision is Decision.PASS and classify(procedure, request) is Kind.COMMIT:
        assert gate.opening is not None
        announced = request.after()
        left = Opening(announced, gate.opening.until) if announced else None
        return replace(gate, opening=left, checks=0), decision
    return gate, decision


def _checking(gate: Gate, request: Request | None) -> Gate:
    return replace(gate, check=Check(request), opening=None, checks=gate.checks + 1)


def begin_portal_check(gate: Gate, procedure: Procedure, page: str) -> tuple[Gate, Decision]:
    """The portal called ``authenticate`` from the page at this address.

    HOLD: that is the check for the commit; PASS: only a login, which opens nothing; TOO_MANY: one check too many.
    """
    if not gate.logged_in or gate.check is not None or not navigation.is_confirm_page(procedure, page):
        return gate, Decision.PASS
    if gate.checks >= MAX_CHECKS:
        return gate, Decision.TOO_MANY
    return _checking(gate, None), Decision.HOLD


def logged_in(gate: Gate) -> Gate:
    """The login check passed. It lets checks begin; it opens nothing."""
    return replace(gate, logged_in=True)


def check_passed(gate: Gate, now: float) -> Gate:
    """The check under way passed: open for its request. Without a check under way nothing happens."""
    if gate.check is None:
        return gate
    return replace(gate, check=None, opening=Opening(gate.check.request, now + OPEN_SECONDS))


def check_failed(gate: Gate) -> Gate:
    """The check under way failed, was given up, or lost its request: closed."""
    return replace(gate, check=None, opening=None)
