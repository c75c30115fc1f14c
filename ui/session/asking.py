"""Who waits for the card's signature: the page, or the gate that holds a final request; what is signed, and how long.

The session's flow decides; this carries it out on the page's bridge and asks the warden, who alone writes the gate.
"""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.procedures.gate import Decision
from ui.browser.web_eid import PENDING
from ui.flow.events import Purpose

if TYPE_CHECKING:
    from ui.browser.embedded.browser import Browser
    from ui.session.card_worker import Signature

#: The library gives up after 120 s (web-eid.js userInteractionTimeout); an answer after that helps nobody.
ASK_LIMIT_MS = 110_000


class Asking(QObject):
    """One request at a time. ``check_window``: seconds for a check that is made for the commit."""

    asked = Signal(object)
    late = Signal()
    told = Signal(str)

    def __init__(self, check_window: float, parent: QObject) -> None:
        super().__init__(parent)
        self._check_ms = round(check_window * 1000)
        self._browser: Browser | None = None
        self._message: Callable[[str], bytes] = lambda _: b""
        self._for_page = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_timeout)

    def watch(self, browser: "Browser") -> None:
        """The page that asks, and its gate."""
        self._browser = browser

    def message(self, algorithm: str) -> bytes:
        """What the card is to sign, for this algorithm of its key."""
        return self._message(algorithm)

    def on_page_asked(self, busy: bool) -> None:
        """The page wants a signature; while another one is under way that one keeps its message and its purpose."""
        browser = self._browser
        challenge = browser.bridge.pending if browser else None
        if browser is None or challenge is None:
            return
        if busy:
            browser.bridge.fail(PENDING)
            return
        decision = browser.warden.begin_portal_check(challenge.page)
        if decision is Decision.TOO_MANY:
            browser.bridge.fail()
            browser.warden.too_many_checks.emit()
            return
        for_commit = decision is Decision.HOLD
        self._message, self._for_page = challenge.message, True
        self._timer.start(self._check_ms if for_commit else ASK_LIMIT_MS)
        self.asked.emit(Purpose.PORTAL_CHECK if for_commit else Purpose.LOGIN)

    def on_commit_blocked(self, busy: bool) -> None:
        """The gate holds a final request and wants a check of its own."""
        self.told.emit("commit_blocked")
        if busy:
            self._close_gate()  # the timer is that of the request under way
            return
        self._message, self._for_page = lambda _: secrets.token_bytes(64), False
        self._timer.start(self._check_ms)
        self.asked.emit(Purpose.GATE_CHECK)

    def confirm(self, then: Callable[[bool], None]) -> None:
        """Whether somebody still waits for this signature: a try of the PIN is not spent for nobody."""
        browser = self._browser
        if browser is None:
            then(False)
        elif self._for_page:
            then(browser.bridge.pending is not None)
        else:
            browser.warden.ask_held(then)

    def answer(self, signature: "Signature | None") -> bool:
        """Hand the signature to the page; False: there is none."""
        assert self._browser is not None
        self._timer.stop()
        if signature is None:
            return False
        self._browser.bridge.succeed(signature.certificate, signature.algorithm, signature.value)
        return True

    def refuse(self) -> None:
        """Nothing for the page."""
        self._timer.stop()
        if self._browser:
            self._browser.bridge.fail()

    def open_gate(self) -> None:
        """The check was passed: the final request may leave."""
        assert self._browser is not None
        self._timer.stop()
        self.told.emit("check_passed")
        self._browser.warden.pass_check()

    def close_check(self) -> None:
        """Nobody waits any more; the check that was under way, if any, was not passed."""
        self._timer.stop()
        self._close_gate()

    def _close_gate(self) -> None:
        if self._browser and self._browser.warden.fail_check():
            self.told.emit("check_failed")

    def logged_in(self) -> None:
        """The login was signed; it opens nothing."""
        assert self._browser is not None
        self._browser.warden.log_in()
        self.told.emit("login_done")

    def _on_timeout(self) -> None:
        assert self._browser is not None
        self._browser.bridge.fail("ERR_WEBEID_USER_TIMEOUT")
        self.late.emit()
