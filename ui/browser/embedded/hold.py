"""Every request and every hop waits in the engine until Python has decided: Chromium's Fetch domain, without a port.

A second page is the developer-tools page of the first; its own application never runs, ``resources/scripts/hold.js``
does. It sits below the interceptor, next to the network.

**The engine lets go of what it holds when this page's process goes away or is detached.** So nothing here ever detaches
or deletes it, and a process that is gone is answered by the end of this one before the event loop turns: the network
stack ends with it. Measured with QtWebEngine 6.12 (docs/decisions/0004-commit-gate.md).
"""

import json
import os
import secrets
import signal
import sys
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineScript,
    QWebEngineUrlRequestInfo,
    QWebEngineUrlRequestInterceptor,
)

import resources
from ui.browser.surface import Arrival, Paused, Sender

#: Windows knows no SIGKILL; its SIGTERM is TerminateProcess, which is one.
_KILL = signal.SIGTERM if sys.platform == "win32" else signal.SIGKILL
#: Milliseconds until an attempt to begin has failed, and how many attempts there are.
START_MS, TRIES = 4000, 3
#: Milliseconds between two heartbeats, and how many may stay without an answer.
BEAT_MS, MISSED = 1000, 3
#: Milliseconds between two looks whether what waits is still wanted by its page.
LOOK_MS = 100
_MAIN_WORLD = QWebEngineScript.ScriptWorldId.MainWorld
_ATTENDED = {"Document": Sender.DOCUMENT, "XHR": Sender.SCRIPT, "Fetch": Sender.SCRIPT, "EventSource": Sender.SCRIPT}


class Held:
    """One paused request; see ``surface.Paused``."""

    def __init__(self, hold: "Hold", row: dict[str, Any]) -> None:
        sender = _ATTENDED.get(row["type"], Sender.UNATTENDED)
        sender = Sender.PREFETCH if row["prefetch"] or row["type"] == "Prefetch" else sender
        sender = Sender.SOCKET if row["type"] == "WebSocket" else sender
        self.arrival = Arrival(row["method"], row["url"], sender, row["hop"], row["override"])
        self.answered = False
        self._hold = hold
        self._place = f"{json.dumps(row['id'])},{json.dumps(row['session'])}"

    def answer(self, go: bool) -> None:
        """Let it go, or abort it; only the first answer counts."""
        if not self.answered:
            self.answered = True
            self._hold.call("go" if go else "stop", self._place)
            self._hold.waiting.discard(self)

    def ask(self, then: Callable[[bool], None]) -> None:
        """Whether it still waits; never answers at once."""
        self._hold.ask(self._place, then)


class Hold(QObject):
    """The hold on one page, from the moment it is made. Ends only with the process."""

    held = Signal()
    #: It never began: no page may be opened. Nothing waits, so nothing can leave.
    failed = Signal()
    #: A request that waited was taken back by its page.
    gone = Signal(object)

    def __init__(
        self, page: QWebEnginePage, decide: Callable[[Paused], None], end: Callable[[], None], parent: QObject
    ) -> None:
        """``end`` is called when a hold that was there is lost, and must not come back: see ``end_at_once``."""
        super().__init__(parent)
        self.is_held = self.has_failed = False
        self.waiting: set[Held] = set()
        self._page, self._decide, self._end = page, decide, end
        self._key = secrets.token_hex(16)
        self._profile = QWebEngineProfile(self)
        self._closed = _NothingOutside()
        self._profile.setUrlRequestInterceptor(self._closed)
        self._tries = self._asked = self._heard = 0
        self._questions: dict[int, Callable[[bool], None]] = {}
        self._timer = self._every(START_MS, self._on_time)
        self._looks = self._every(LOOK_MS, self._look)
        self._attach()

    @property
    def process(self) -> int:
        """The id of the process that holds."""
        return self._tools.renderProcessPid()

    def call(self, name: str, arguments: str) -> None:
        """Call a function of the script."""
        self._tools.runJavaScript(f"kiosk.{name}({arguments})", _MAIN_WORLD.value)

    def ask(self, place: str, then: Callable[[bool], None]) -> None:
        """Whether the request there still waits."""
        number = max(self._questions, default=0) + 1
        self._questions[number] = then
        self.call("ask", f"{place},{number}")

    def _every(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(slot)
        timer.start(interval)
        return timer

    def _attach(self) -> None:
        """Again only before the first address is opened: a page that is replaced lets go."""
        self._tries += 1
        self._tools = _Tools(self._profile, self._on_said, self)
        self._tools.scripts().insert(_script(self._key))
        self._tools.renderProcessTerminated.connect(lambda *_: self._on_dead())
        self._page.setDevToolsPage(self._tools)

    def _on_dead(self) -> None:
        """Comes before the engine lets go of what waits, which it does when the event loop turns."""
        if self.is_held:
            self._end()

    def _on_time(self) -> None:
        if self.is_held:
            self._beat()
        elif self._tries < TRIES:
            self._attach()
        else:
            self._timer.stop()
            self.has_failed = True
            self.failed.emit()

    def _beat(self) -> None:
        if self._asked - self._heard >= MISSED:
            self._end()
        self._asked += 1
        self.call("beat", str(self._asked))

    def _look(self) -> None:
        for held in tuple(self.waiting):
            held.ask(lambda waits, held=held: None if waits else self._on_gone(held))  # type: ignore[misc]

    def _on_gone(self, held: Held) -> None:
        if held in self.waiting:
            held.answered = True
            self.waiting.discard(held)
            self.gone.emit(held)

    def _on_said(self, said: str) -> None:
        if not said.startswith(self._key):
            return
        kind, row = said[len(self._key)], json.loads(said[len(self._key) + 1 :])
        if kind == "R":
            self._on_paused(Held(self, row))
        elif kind == "A":
            self._questions.pop(row["number"])(row["waits"])
        elif kind == "B":
            self._heard = max(self._heard, row["number"])
        elif kind == "H":
            self._on_begun()

    def _on_begun(self) -> None:
        """For a second time: its page was loaded anew, and what it held before may be free."""
        if self.is_held:
            self._end()
        self.is_held = True
        self._timer.start(BEAT_MS)
        self.held.emit()

    def _on_paused(self, held: Held) -> None:
        self.waiting.add(held)
        self._decide(held)


def end_at_once() -> None:
    """The engine's browser process is this one. A kill: anything gentler would turn its event loop once more."""
    os.kill(os.getpid(), _KILL)


class _Tools(QWebEnginePage):
    """The developer-tools page; its console is the way out of it."""

    def __init__(self, profile: QWebEngineProfile, hear: Callable[[str], None], parent: QObject) -> None:
        super().__init__(profile, parent)
        self._hear = hear

    def javaScriptConsoleMessage(self, _: object, message: str, *__: object) -> None:  # noqa: N802 - Qt's name
        """Whatever it says; the hold knows its own words by their key."""
        self._hear(message)


class _NothingOutside(QWebEngineUrlRequestInterceptor):
    """The tools' own page is built in; it needs nothing from anywhere."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Refuse everything that is not built in."""
        info.block(info.requestUrl().scheme() not in ("devtools", "data"))


def _script(key: str) -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName("hold")
    script.setWorldId(_MAIN_WORLD.value)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setSourceCode(resources.path("scripts", "hold.js").read_text(encoding="utf-8").replace("KEY", key))
    return script
