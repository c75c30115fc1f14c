"""Holds the gate of one session and answers for every request, hop and document that a page wants; no engine in here.

Every request is seen twice: by the engine's own guard before it leaves the page (``admits``), and by the hold below it
(``decide``), which pauses every hop of it too. Only the hold lets a commit go. One that the guard let down to the hold
and that the hold never saw ends the session.
"""

from collections.abc import Callable
from urllib.parse import urlsplit, urlunsplit

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.procedures import gate, navigation
from kiosk.procedures.gate import Decision, Gate, Kind, Request
from kiosk.procedures.model import Procedure
from kiosk.system import clock
from ui.browser.surface import MAX_BODY, MAX_HEADERS, MAX_URL, Arrival, Paused, Sender

#: Refusals of one kind that are told in a second: each becomes a line of the audit file, and a page can ask endlessly.
TOLD_A_SECOND = 5
#: Milliseconds within which the hold has to see a commit that the guard let down to it.
SEEN_MS = 5000
#: Inline data has no network behind it; as a page it is refused.
_INLINE = ("data", "blob")


class Warden(QObject):
    """Says yes or no for one session; the only writer of its gate."""

    #: A commit is held and a check has to be made for it.
    commit_blocked = Signal()
    #: Emitted just before it leaves.
    commit_passed = Signal()
    #: The page took it back while it was held.
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
        #: The address that the page's document was loaded from.
        self.loaded = ""
        #: The hold is there: nothing at all leaves while it is not.
        self.holding = False
        self._held: Paused | None = None
        self._now = now
        self._told: dict[str, tuple[float, int]] = {}
        self._expected: set[tuple[str, str]] = set()

    # --- what the session's flow says of checks ---

    def log_in(self) -> None:
        """The login was signed; it opens nothing."""
        self._gate = gate.logged_in(self._gate)

    def begin_portal_check(self, page: str) -> Decision:
        """The page at this address asks for a signature; see ``gate.begin_portal_check``."""
        if self.procedure is None:
            return Decision.PASS
        self._gate, decision = gate.begin_portal_check(self._gate, self.procedure, page)
        return decision

    def pass_check(self) -> None:
        """The check under way was passed: the request that is held leaves now, or the page's next commit."""
        self._gate = gate.check_passed(self._gate, self._now())
        held, self._held = self._held, None
        if held:
            held.answer(self._may_leave(held.arrival))

    def fail_check(self) -> bool:
        """The check under way, if any, was not passed: what is held is aborted. Whether there was one."""
        self.abort()
        under_way = self._gate.check is not None
        if under_way:
            self._gate = gate.check_failed(self._gate)
        return under_way

    def abort(self) -> None:
        """Nothing is held any more."""
        held, self._held = self._held, None
        if held:
            held.answer(False)

    def ask_held(self, then: Callable[[bool], None]) -> None:
        """Whether there is still something to make the check for: nothing is held, or what is held still waits."""
        if self._held is None:
            then(True)
        else:
            self._held.ask(then)

    def withdraw(self, paused: Paused) -> None:
        """The engine says that the page took this request back."""
        if self._held is paused:
            self._held = None
            self._gate = gate.check_failed(self._gate)
            self.commit_withdrawn.emit()

    # --- the guard: what leaves the page ---

    def navigation_allowed(self, url: str) -> bool:
        """Whether a document may come from there."""
        if self.logging_out:
            self.logout_answered = self.logout_answered or url != self.logging_out
            return url == self.logging_out
        if self.procedure is None or not navigation.allowed(self.procedure, url):
            return self.refuse("origin")
        return True

    def form_allowed(self, method: str, url: str) -> bool:
        """Whether a document may be asked for like this; before the request exists, so that a no loses nothing."""
        if self.logging_out:
            return url == self.logging_out
        return self.admits(Arrival(method, url, Sender.DOCUMENT))

    def admits(self, arrival: Arrival, body: int = 0, headers: int = 0) -> bool:
        """Whether this may go down to the hold. ``body`` and ``headers`` in bytes.

        A commit that the hold can hold goes down to it and has to be seen there; every other commit ends here.
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
            return True  # it may be too late for a no here; the hold answers, or is found not to have seen it
        decision = gate.peek(self._gate, self.procedure, _request(arrival), self._now())
        if decision is Decision.BLOCK:
            return self._refuse_commit()
        if decision is Decision.TOO_MANY:
            self.too_many_checks.emit()
        return decision in (Decision.PASS, Decision.HOLD)

    def expect(self, arrival: Arrival) -> None:
        """This was let down to the hold; if it is a commit, the hold has to see it soon."""
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

    # --- the hold: what leaves the terminal ---

    def decide(self, paused: Paused) -> None:
        """Answer a request or hop that waits. An exception is an abort, and is told."""
        try:
            self._decide(paused)
        except Exception:
            paused.answer(False)
            self.refuse("other")

    def decide_logout(self, paused: Paused) -> None:
        """The same for the page of the logout: that one request and no hop of it."""
        arrival = paused.arrival
        paused.answer(arrival.url == self.logging_out and arrival.method == "GET" and not arrival.hop)

    def _decide(self, paused: Paused) -> None:
        arrival = paused.arrival
        self._expected.discard((arrival.method, _http(arrival.url)))
        if self.procedure is None or self.logging_out or not self._origin_allowed(arrival):
            paused.answer(False)
        elif not self._may_be_held(arrival):
            paused.answer(self.refuse("prefetch" if arrival.sender is Sender.PREFETCH else "too_large"))
        elif not self._holds(paused):
            paused.answer(self._may_leave(arrival))

    def _holds(self, paused: Paused) -> bool:
        """Keep it, if a check has to be made for it."""
        assert self.procedure is not None
        after, decision = gate.pass_request(self._gate, self.procedure, _request(paused.arrival), self._now())
        if decision is not Decision.HOLD:
            return False
        self._gate, self._held = after, paused
        self.commit_blocked.emit()
        return True

    def _may_leave(self, arrival: Arrival) -> bool:
        """Whether it may leave now; uses up an opening."""
        assert self.procedure is not None
        self._gate, decision = gate.pass_request(self._gate, self.procedure, _request(arrival), self._now())
        if decision is Decision.PASS:
            if self._is_commit(arrival):
                self.commit_passed.emit()
        elif decision is Decision.TOO_MANY:
            self.too_many_checks.emit()
        else:
            self._refuse_commit()
        return decision is Decision.PASS

    # --- both ---

    def place(self, current: str) -> str:
        """The address that the page is judged by; ``current`` is what its document says of itself."""
        return navigation.place(self.procedure, self.loaded, current) if self.procedure else self.loaded

    def _origin_allowed(self, arrival: Arrival) -> bool:
        assert self.procedure is not None
        if urlsplit(arrival.url).scheme in _INLINE:
            return arrival.sender is not Sender.DOCUMENT
        return navigation.allowed(self.procedure, _http(arrival.url)) or self.refuse("origin")

    def _refuse_commit(self) -> bool:
        return self.refuse("commit" if self._gate.logged_in else "other")

    def refuse(self, kind: str) -> bool:
        """Say what was refused, unless the page has just made that known often enough. Always False."""
        start, count = self._told.get(kind, (0.0, 0))
        now = self._now()
        start, count = (now, 0) if now - start >= 1 else (start, count)
        self._told[kind] = (start, count + 1)
        if count < TOLD_A_SECOND:
            self.refused.emit(kind)
        return False


def _request(arrival: Arrival) -> Request:
    """What the gate decides on. A connection is one with a method of its own, at its origin's http(s) address."""
    method = gate.WEBSOCKET if arrival.sender is Sender.SOCKET else arrival.method
    return Request(method, _http(arrival.url), arrival.sender.attended, arrival.override)


def _is_http(url: str) -> bool:
    return url.lower().startswith(("http:", "https:"))


def _http(url: str) -> str:
    """Without the fragment, which is not sent."""
    parts = urlsplit(url.partition("#")[0])
    scheme = {"ws": "http", "wss": "https"}.get(parts.scheme, parts.scheme)
    return urlunsplit(parts._replace(scheme=scheme))
