"""The kiosk's own browser, warden, interceptor and hold before the witness, without a session around them.

The second fence (host rules) is left out, so that the gate alone is judged. A commit that is held is aborted at once,
as after a check that failed; what the kiosk would write down is in ``told``.
"""

import itertools
import json
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import parse_qs, quote, urlsplit

from PySide6.QtCore import QEventLoop, QObject, QTimer, QUrl, Signal
from PySide6.QtWebEngineCore import QWebEnginePage

from kiosk.procedures import gate
from kiosk.procedures.model import Procedure, RequestPattern
from tests.hostile.witness.cases import Case
from tests.hostile.witness.server import Seen
from ui.browser.embedded import browser as embedded
from ui.browser.embedded.browser import Browser
from ui.browser.embedded.hold import Hold
from ui.browser.surface import Arrival, Paused
from ui.browser.warden import Warden

#: Seconds for a case to send anything, and for its next hop to be asked about.
FIRST, NEXT = 3.0, 0.6
#: Seconds for what was asked about to be told of, on a busy machine.
TOLD = 15.0
_PATHS = {"commit": "/apply", "spelled": "/APPLY;v=1/", "unlisted": "/unlisted", "other": "/apply", "outside": "/x"}


def until(condition: Callable[[], object], seconds: float) -> bool:
    """Let the engine work until it is so, or too late."""
    loop, late = QEventLoop(), QTimer(singleShot=True)
    look = QTimer()
    look.timeout.connect(lambda: loop.quit() if condition() else None)
    late.timeout.connect(loop.quit)
    look.start(5)
    late.start(round(seconds * 1000))
    if not condition():
        loop.exec()
    return bool(condition())


class Log(Protocol):
    """What a server has seen."""

    @property
    def port(self) -> int:
        """Where it listens."""

    def of(self, case: str) -> list[Seen]:
        """What arrived for this case."""


class Recorder(Warden):
    """Also keeps which cases it was asked about, and by whom."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []
        self.told: Counter[str] = Counter()
        for name in ("commit_blocked", "commit_passed", "commit_unchecked", "too_many_checks"):
            getattr(self, name).connect(lambda name=name: self.told.update([name]))
        self.refused.connect(lambda kind: self.told.update([f"refused {kind}"]))
        #: Aborted at once, as after a check that failed; otherwise whoever asked for it says what becomes of it.
        self.aborts = True
        self.commit_blocked.connect(lambda: QTimer.singleShot(0, self._abort))

    def _abort(self) -> None:
        if self.aborts:
            self.fail_check()

    def navigation_allowed(self, url: str) -> bool:
        self.asked.append(("document", url))
        return super().navigation_allowed(url)

    def admits(self, arrival: Arrival, body: int = 0, headers: int = 0) -> bool:
        self.asked.append(("guard", arrival.url))
        return super().admits(arrival, body, headers)

    def decide(self, paused: Paused) -> None:
        self.asked.append(("hold", paused.arrival.url))
        super().decide(paused)

    def begin_anew(self) -> None:
        """A login, no check begun, nothing told."""
        self.fail_check()
        self._gate = gate.logged_in(gate.closed())
        self._reported.clear()
        self._expected.clear()
        self.told.clear()
        self.asked.clear()


class NoGate(Recorder):
    """Asks nobody and lets everything go; what is left are the engine and its settings."""

    def navigation_allowed(self, _: str) -> bool:
        """Anywhere."""
        return True

    def form_allowed(self, _: str, __: str) -> bool:
        """Any."""
        return True

    def admits(self, *_: object, **__: object) -> bool:
        """Everything."""
        return True

    def expect(self, _: Arrival) -> None:
        """Nothing."""


class NoHold(QObject):
    """Says that it holds and lets everything go: what the gate is without one."""

    held, failed, gone = Signal(), Signal(), Signal(object)

    def __init__(self, _: QWebEnginePage, __: object, ___: object, parent: QObject) -> None:
        super().__init__(parent)
        self.is_held = True
        self.waiting: set[Paused] = set()
        QTimer.singleShot(0, self.held.emit)


@dataclass(frozen=True)
class Outcome:
    """What became of a case. ``sent``: something of it was seen; ``asked``: the gate was asked about its target."""

    case: Case
    sent: bool
    asked: bool
    told: Counter[str]


class Stand:
    """One browser and the servers by scheme."""

    def __init__(
        self, servers: Mapping[str, Log], hold: type[Any] | None = None, warden: type[Recorder] = Recorder
    ) -> None:
        self._servers, self._numbers = servers, itertools.count()
        setattr(embedded, "Hold", hold or Hold)  # noqa: B010
        self.warden = warden()
        self.browser = Browser(warden=self.warden)
        setattr(embedded, "Hold", Hold)  # noqa: B010
        self.browser.view.resize(800, 600)
        self.browser.view.show()
        self.warden.procedure = procedure_of(servers)
        assert until(lambda: self.warden.holding, 20), "no hold"
        self._numbered: list[tuple[str, Log, Outcome]] = []
        self._number = ""

    def origin(self, scheme: str, host: str = "127.0.0.1") -> str:
        """The witness's origin at this address."""
        return origin_of(self._servers, scheme, host)

    def attempt(self, case: Case, scheme: str) -> Outcome:
        """Do it; once more if nothing was sent, since this machine may be busy."""
        outcome = self._attempt(case, scheme)
        return outcome if outcome.sent else self._attempt(case, scheme)

    def hold(self, case: Case, seconds: float) -> list[Seen]:
        """Do it and keep what waits for so long; what arrived of its target meanwhile. Over http."""
        self.warden.aborts = False
        self._number = self._begin(case, "http")
        assert until(lambda: self.warden.told["commit_blocked"], FIRST), "nothing is held"
        return self.arrived(seconds)

    def sends(self, case: Case) -> bool:
        """Whether anything of it reaches the server in time, over http."""
        number = self._begin(case, "http")
        return until(lambda: self._servers["http"].of(number), FIRST)

    def arrived(self, seconds: float) -> list[Seen]:
        """What the server has seen of the target of what was held last, so much later."""
        until(lambda: False, seconds)
        return [item for item in self._servers["http"].of(self._number) if item.path != "/hop"]

    def _begin(self, case: Case, scheme: str) -> str:
        number = f"{scheme}-{next(self._numbers)}"
        self._go_home(scheme)
        self.warden.begin_anew()
        target = self._target(case, scheme, number)
        url = target if case.answer == 0 else self._hop(case, scheme, number, target)
        task = {"way": case.way, "place": case.place, "method": case.method, "url": url}
        task["where"] = self.origin(scheme, "127.0.0.2")
        self._page.runJavaScript(f"run({json.dumps(task)}); state", 0)
        return number

    def _attempt(self, case: Case, scheme: str) -> Outcome:
        number = self._begin(case, scheme)
        server = self._servers[scheme]
        sent = until(lambda: server.of(number) or self._was_asked(number, ""), FIRST)
        asked = until(lambda: self._was_asked(number, _PATHS[case.target]), NEXT) if sent else False
        if asked and case.target != "unlisted":
            until(lambda: self.warden.told, TOLD)  # the guard was asked; the hold is next, on a busy machine later
        outcome = Outcome(case, sent, asked, Counter(self.warden.told))
        self._numbered.append((number, server, outcome))
        return outcome

    def leaks(self, seconds: float = 1.0) -> list[tuple[Case, list[Seen]]]:
        """What the servers have seen by then of what must not have left, since this was asked last."""
        until(lambda: False, seconds)
        found = [(outcome.case, _leaked(outcome.case, server.of(number))) for number, server, outcome in self._numbered]
        self._numbered.clear()
        return [(case, seen) for case, seen in found if seen]

    def post_redirect_get(self, scheme: str) -> list[tuple[str, str]]:
        """The usual answer to a form; what the server saw of it."""
        self._go_home(scheme)
        self.warden.begin_anew()
        number = f"{scheme}-{next(self._numbers)}"
        done = f"{self.origin(scheme)}/done?id={number}"
        hop = f"{self.origin(scheme)}/hop?s=303&id={number}&to={quote(done, safe='')}"
        self._page.runJavaScript(f"form({json.dumps(hop)}, 'post').submit()", 0)
        until(lambda: len(self._servers[scheme].of(number)) == 2, FIRST)
        return [(item.method, item.path) for item in self._servers[scheme].of(number)]

    def _target(self, case: Case, scheme: str, number: str) -> str:
        host = {"other": "127.0.0.2", "outside": "localhost"}.get(case.target, "127.0.0.1")
        return f"{self.origin(scheme, host)}{_PATHS[case.target]}?id={number}"

    def _hop(self, case: Case, scheme: str, number: str, target: str) -> str:
        return f"{self.origin(scheme)}/hop?s={case.answer}&id={number}&to={quote(target, safe='')}"

    def _was_asked(self, number: str, path: str) -> bool:
        for _, url in tuple(self.warden.asked):
            parts = urlsplit(url)
            if parse_qs(parts.query).get("id") == [number] and path in ("", parts.path):
                return True
        return False

    @property
    def _page(self) -> QWebEnginePage:
        return self.browser.view.page()

    def visit(self, scheme: str) -> None:
        """The witness's page, fresh."""
        self._go_home(scheme)

    def until(self, condition: Callable[[], object], seconds: float = 10.0) -> bool:
        """Let the engine work until it is so, or too late."""
        return until(condition, seconds)

    def settle(self) -> None:
        """Whatever is still under way arrives."""
        until(lambda: False, 1.0)

    def evaluate(self, script: str) -> Any:
        """The value of a script in the page's own world."""
        answers: list[Any] = []
        self._page.runJavaScript(script, 0, answers.append)
        until(lambda: answers, 5)
        return answers[0] if answers else None

    def _go_home(self, scheme: str) -> None:
        """A fresh document: whatever the case before left is gone."""
        self.load(scheme, "/_w/page")

    def load(self, scheme: str, path: str) -> None:
        """A document of the witness, until all of it is there."""
        done: list[bool] = []
        self._page.loadFinished.connect(done.append)
        self._page.load(QUrl(f"{self.origin(scheme)}{path}"))
        assert until(lambda: done and self._page.url().path() == path, 10), "the page did not come"
        self._page.loadFinished.disconnect(done.append)


def origin_of(servers: Mapping[str, Log], scheme: str, host: str = "127.0.0.1") -> str:
    """The witness's origin at this address."""
    return f"{scheme}://{host}:{servers[scheme].port}"


def procedure_of(servers: Mapping[str, Log]) -> Procedure:
    """What the witness allows: two origins of each scheme, each with a commit, and one ordinary address."""
    homes = [origin_of(servers, scheme) for scheme in servers]
    others = [origin_of(servers, scheme, "127.0.0.2") for scheme in servers]
    commits = tuple(RequestPattern("POST", f"{origin}/apply") for origin in (*homes, *others))
    ordinary = tuple(RequestPattern(method, f"{home}/hop") for home in homes for method in ("POST", "PUT"))
    return Procedure(
        id="witness",
        version=1,
        title={"ja": "研修用"},
        summary={"ja": "研修用"},
        start_url=f"{homes[0]}/_w/page",
        allowed_origins=(*homes, *others),
        steps_total=1,
        confirm_pages=(f"{homes[0]}/confirm",),
        commit_requests=commits,
        ordinary_requests=ordinary,
    )


def _leaked(case: Case, seen: Sequence[Seen]) -> list[Seen]:
    at_target = [item for item in seen if item.path != "/hop"]
    if case.target == "unlisted":
        return [item for item in at_target if item.method not in ("GET", "HEAD", "OPTIONS")]
    return at_target
