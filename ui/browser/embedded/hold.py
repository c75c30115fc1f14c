"""Pauses every request and hop in the engine until Python has decided: Chromium's Fetch domain, without a port.

A second page is the developer-tools page of the first; it runs ``resources/scripts/hold.js`` instead of the tools' own
application. It works below the interceptor, next to the network.

**The engine releases all paused requests when this page is detached or its process ends.** So nothing here detaches or
deletes it, and if its process has ended, this process ends too, before the event loop runs again: the network stack
ends with it. Measured with QtWebEngine 6.12 (docs/decisions/0004-commit-gate.md).
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
#: Milliseconds after which an attempt to start has failed, and the maximum number of attempts.
START_MS, TRIES = 4000, 3
#: Milliseconds between two heartbeats, and how many may be unanswered.
BEAT_MS, MISSED = 1000, 3
#: Milliseconds between two checks whether the page has cancelled a paused request.
LOOK_MS = 100
_MAIN_WORLD = QWebEngineScript.ScriptWorldId.MainWorld
_ATTENDED = {"Document": Sender.DOCUMENT, "XHR": Sender.SCRIPT, "Fetch": Sender.SCRIPT, "EventSource": Sender.SCRIPT}


class Held:
    """One paused request; see ``surface.Paused``."""

    def __init__(self, hold: "Hold", row: dict[str, Any]) -> None:
        sender = _ATTENDED.get(row["type"], Sender.UNATTENDED)
        sender = Sender.PREFETCH if row["prefetch"] or row["type"] == "Prefetch" else sender
        sender = Sender.SOCKET if row["type"] == "WebSocket" else sender
        self.arrival = Arrival(row["method"], row["url"], sender, row["hop"], row["override"], row["announced"])
        self.answered = False
        self._hold = hold
        self._place = f"{json.dumps(row['id'])},{json.dumps(row['session'])}"

    def answer(self, go: bool) -> None:
        """Release the request, or abort it; only the first answer counts."""
        if not self.answered:
            self.answered = True
            self._hold.call("go" if go else "stop", self._place)
            self._hold.waiting.discard(self)

    def ask(self, then: Callable[[bool], None]) -> None:
        """Call ``then``, always later, with whether the request is still paused."""
        self._hold.ask(self._place, then)


class Hold(QObject):
    """The hold on one page, from its construction to the end of the process."""

    held = Signal()
    #: The hold could not be started: no page may be opened. Nothing is paused, so nothing can leave.
    failed = Signal()
    #: The page cancelled a paused request.
    gone = Signal(object)

    def __init__(
        self, page: QWebEnginePage, decide: Callable[[Paused], None], end: Callable[[], None], parent: QObject
    ) -> None:
        """``end`` is called when a working hold is lost, and must not return: see ``end_at_once``."""
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
        """The process ID of the developer-tools page."""
        return self._tools.renderProcessPid()

    def call(self, name: str, arguments: str) -> None:
        """Call a function of the script."""
        self._tools.runJavaScript(f"kiosk.{name}({arguments})", _MAIN_WORLD.value)

    def ask(self, place: str, then: Callable[[bool], None]) -> None:
        """Call ``then`` with whether the request at this place is still paused."""
        number = max(self._questions, default=0) + 1
        self._questions[number] = then
        self.call("ask", f"{place},{number}")

    def _every(self, interval: int, slot: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.timeout.connect(slot)
        timer.start(interval)
        return timer

    def _attach(self) -> None:
        """Repeated only before the first address is opened: a replaced page releases what it has paused."""
        self._tries += 1
        self._tools = _Tools(self._profile, self._on_said, self)
        self._tools.scripts().insert(_script(self._key))
        self._tools.renderProcessTerminated.connect(lambda *_: self._on_dead())
        self._page.setDevToolsPage(self._tools)

    def _on_dead(self) -> None:
        """Called before the engine releases paused requests, which it does when the event loop runs again."""
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
        """A second start means that the page was reloaded and may have released what it had paused."""
        if self.is_held:
            self._end()
        self.is_held = True
        self._timer.start(BEAT_MS)
        self.held.emit()

    def _on_paused(self, held: Held) -> None:
        self.waiting.add(held)
        self._decide(held)


def end_at_once() -> None:
    """Kill this process, which is the engine's browser process. A regular exit would run its event loop once more."""
    os.kill(os.getpid(), _KILL)


class _Tools(QWebEnginePage):
    """The developer-tools page. It sends its messages by its console."""

    def __init__(self, profile: QWebEngineProfile, hear: Callable[[str], None], parent: QObject) -> None:
        super().__init__(profile, parent)
        self._hear = hear

    def javaScriptConsoleMessage(self, _: object, message: str, *__: object) -> None:  # noqa: N802 - Qt's name
        """Pass every message on; the hold recognises its own by their key."""
        self._hear(message)


class _NothingOutside(QWebEngineUrlRequestInterceptor):
    """The tools' page is built in and needs no network."""

    def interceptRequest(self, info: QWebEngineUrlRequestInfo) -> None:  # noqa: N802 - Qt's name
        """Block every address that is not built in."""
        info.block(info.requestUrl().scheme() not in ("devtools", "data"))


def _script(key: str) -> QWebEngineScript:
    script = QWebEngineScript()
    script.setName("hold")
    script.setWorldId(_MAIN_WORLD.value)
    script.setInjectionPoint(QWebEngineScript.InjectionPoint.DocumentCreation)
    script.setSourceCode(resources.path("scripts", "hold.js").read_text(encoding="utf-8").replace("KEY", key))
    return script
