"""Decides for one session whether a request, redirect hop or document of the page is allowed; holds the gate.

It uses no browser engine. Every request is checked twice: by the engine's interceptor before it leaves the page
(``admits``), and by the hold below the interceptor (``decide``), which also pauses every hop of a redirect. Only the
hold releases a commit. A commit that the interceptor passed to the hold and that never arrived there ends the session.
"""

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.procedures import gate, navigation
from kiosk.procedures.gate import Decision, Gate, Kind, Request
from kiosk.procedures.model import Procedure
from kiosk.system import clock
from ui.browser.surface import MAX_BODY, MAX_HEADERS, MAX_URL, Arrival, Paused, Sender

#: Maximum refusals of one kind that are reported in a second: each becomes a line of the audit file, and a page can
#: send requests without end.
REFUSALS_PER_SECOND = 5
#: Milliseconds within which a commit that the interceptor passed on must arrive at the hold.
SEEN_MS = 5000
#: Schemes of inline data, which uses no network. A page from such an address is refused.
_INLINE = ("data", "blob")


class Warden(QObject):
    """Decides for one session, and is the only writer of its gate."""

    #: A commit is held until an identity check was made for it.
    commit_blocked = Signal()
    #: Emitted just before a commit is released; its preflight may have left before, and is none.
    commit_passed = Signal()
    #: The page cancelled the commit while it was held.
    commit_withdrawn = Signal()
    commit_unchecked = Signal()
    too_many_checks = Signal()
    refused = Signal(str)

    def __init__(self, now: Callable[[], float] = clock.now, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._gate: Gate = gate.closed()
        self.procedure: Procedure | None = None
        self.logging_out = ""
        self.logout_answered = False
        #: The address from which the page's document was loaded.
        self.loaded = ""
        #: Whether the hold works. While it does not, every request is refused.
        self.holding = False
        self._held: Paused | None = None
        self._now = now
        self._reported: dict[str, tuple[float, int]] = {}
        self._expected: set[tuple[str, str]] = set()

    # --- identity checks, as the session's flow reports them ---

    def log_in(self) -> None:
        """The login was signed. The gate stays closed."""
        self._gate = gate.logged_in(self._gate)

    def begin_portal_check(self, page: str) -> Decision:
        """The page at this address requests a signature; see ``gate.begin_portal_check``."""
        if self.procedure is None:
            return Decision.PASS
        self._gate, decision = gate.begin_portal_check(self._gate, self.procedure, page)
        return decision

    def pass_check(self) -> None:
        """The current check was passed: it releases the held request, or the page's next commit."""
        self._gate = gate.check_passed(self._gate, self._now())
        held, self._held = self._held, None
        if held:
            held.answer(self._may_leave(held.arrival))

    def fail_check(self) -> bool:
        """The current check, if any, failed: the held request is aborted. Returns whether there was a check."""
        self.abort()
        under_way = self._gate.check is not None
        if under_way:
            self._gate = gate.check_failed(self._gate)
        return under_way

    def abort(self) -> None:
        """Abort the held request, if there is one."""
        held, self._held = self._held, None
        if held:
            held.answer(False)

    def ask_held(self, then: Callable[[bool], None]) -> None:
        """Call ``then`` with False if the page has cancelled the held request; else, or if none is held, with True."""
        if self._held is None:
            then(True)
        else:
            self._held.ask(then)

    def withdraw(self, paused: Paused) -> None:
        """The page cancelled this request (reported by the engine)."""
        if self._held is paused:
            self._held = None
            self._gate = gate.check_failed(self._gate)
            self.commit_withdrawn.emit()

    # --- the interceptor: requests before they leave the page ---

    def navigation_allowed(self, url: str) -> bool:
        """Whether a document may be loaded from this address."""
        if self.logging_out:
            self.logout_answered = self.logout_answered or url != self.logging_out
            return url == self.logging_out
        if self.procedure is None or not navigation.allowed(self.procedure, url):
            return self.refuse("origin")
        return True

    def form_allowed(self, method: str, url: str) -> bool:
        """Whether a document may be requested with this method; asked before the request exists, so no data is lost."""
        if self.logging_out:
            return url == self.logging_out
        return self.admits(Arrival(method, url, Sender.DOCUMENT))

    def admits(self, arrival: Arrival, body: int = 0, headers: int = 0) -> bool:
        """Whether this request may go on to the hold. ``body`` and ``headers`` in bytes.

        A commit that can be held goes on to the hold and must arrive there; every other commit is refused here.
        """
        if self.logging_out:
            return arrival.url == self.logging_out and arrival.method == "GET"
        if self.procedure is None or not self.holding or not self._origin_allowed(arrival):
            return False
        if body > MAX_BODY or headers > MAX_HEADERS or not self._may_be_held(arrival):
            return self.refuse("too_large" if arrival.sender is not Sender.PREFETCH else "prefetch")
        return self._admits_to_gate(arrival)

    def _may_be_held(self, arrival: Arrival) -> bool:
        return arrival.sender is not Sender.PREFETCH and (len(arrival.url) <= MAX_URL or not _is_http(arrival.url))

    def _admits_to_gate(self, arrival: Arrival) -> bool:
        assert self.procedure is not None
        if arrival.hop and self._is_commit(arrival):
            return True  # a refusal may come too late here: the hold decides, and a hop that misses it ends the session
        decision = gate.peek(self._gate, self.procedure, _request(arrival), self._now())
        if decision is Decision.BLOCK:
            return self._refuse_commit()
        if decision is Decision.TOO_MANY:
            self.too_many_checks.emit()
        return decision in (Decision.PASS, Decision.HOLD)

    def expect(self, arrival: Arrival) -> None:
        """This request went on to the hold. If it is a commit, it must arrive there within ``SEEN_MS``."""
        if self.procedure is not None and not self.logging_out and self._is_commit(arrival):
            wanted = (arrival.method, _http(arrival.url))
            self._expected.add(wanted)
            QTimer.singleShot(SEEN_MS, self, lambda: self._look_for(wanted))

    def _look_for(self, wanted: tuple[str, str]) -> None:
        if wanted in self._expected and self.procedure is not None:
            self.commit_unchecked.emit()

    def _is_commit(self, arrival: Arrival) -> bool:
        assert self.procedure is not None
        return gate.classify(self.procedure, _request(arrival)) is Kind.COMMIT

    # --- the hold: requests before they leave the terminal ---

    def decide(self, paused: Paused) -> None:
        """Answer a paused request or hop. An exception aborts it and is reported as a refusal."""
        try:
            self._decide(paused)
        except Exception:
            paused.answer(False)
            self.refuse("other")

    def decide_logout(self, paused: Paused) -> None:
        """The same for the logout page: only the logout request itself, without redirects."""
        arrival = paused.arrival
        paused.answer(arrival.url == self.logging_out and arrival.method == "GET" and not arrival.hop)

    def _decide(self, paused: Paused) -> None:
        arrival = paused.arrival
        # A preflight stands for its request too, which follows only when the server has agreed.
        self._expected -= {(method, _http(arrival.url)) for method in (arrival.method, arrival.announced)}
        if self.procedure is None or self.logging_out or not self._origin_allowed(arrival):
            paused.answer(False)
        elif not self._may_be_held(arrival):
            paused.answer(self.refuse("prefetch" if arrival.sender is Sender.PREFETCH else "too_large"))
        elif not self._holds(paused):
            paused.answer(self._may_leave(arrival))

    def _holds(self, paused: Paused) -> bool:
        """Hold the request if it needs an identity check. Returns whether it is held."""
        assert self.procedure is not None
        after, decision = gate.pass_request(self._gate, self.procedure, _request(paused.arrival), self._now())
        if decision is not Decision.HOLD:
            return False
        self._gate, self._held = after, paused
        self.commit_blocked.emit()
        return True

    def _may_leave(self, arrival: Arrival) -> bool:
        """Whether the request may leave now. A commit uses up the opening of the gate."""
        assert self.procedure is not None
        self._gate, decision = gate.pass_request(self._gate, self.procedure, _request(arrival), self._now())
        if decision is Decision.PASS:
            if self._is_commit(arrival) and not arrival.announced:
                self.commit_passed.emit()  # not for a preflight: with it nothing final leaves
        elif decision is Decision.TOO_MANY:
            self.too_many_checks.emit()
        else:
            self._refuse_commit()
        return decision is Decision.PASS

    # --- both ---

    def place(self, current: str) -> str:
        """The address by which the page is judged; ``current`` is the one that its document reports."""
        return navigation.place(self.procedure, self.loaded, current) if self.procedure else self.loaded

    def _origin_allowed(self, arrival: Arrival) -> bool:
        assert self.procedure is not None
        if urlsplit(arrival.url).scheme in _INLINE:
            return arrival.sender is not Sender.DOCUMENT
        return navigation.allowed(self.procedure, _http(arrival.url)) or self.refuse("origin")

    def _refuse_commit(self) -> bool:
        return self.refuse("commit" if self._gate.logged_in else "other")

    def refuse(self, kind: str) -> bool:
        """Report a refusal, at most ``REFUSALS_PER_SECOND`` of a kind. Always returns False."""
        start, count = self._reported.get(kind, (0.0, 0))
        now = self._now()
        start, count = (now, 0) if now - start >= 1 else (start, count)
        self._reported[kind] = (start, count + 1)
        if count < REFUSALS_PER_SECOND:
            self.refused.emit(kind)
        return False


def _request(arrival: Arrival) -> Request:
    """The gate's view of a request. A WebSocket has a method of its own and the http(s) address of its origin."""
    method = gate.WEBSOCKET if arrival.sender is Sender.SOCKET else arrival.method
    return Request(method, _http(arrival.url), arrival.sender.attended, arrival.override, arrival.announced)


def _is_http(url: str) -> bool:
    return url.lower().startswith(("http:", "https:"))


def _http(url: str) -> str:
    """The address without the fragment, which is not sent, and with http(s) for ws(s)."""
    parts = urlsplit(url.partition("#")[0])
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    return urlunsplit(parts._replace(scheme=scheme))
