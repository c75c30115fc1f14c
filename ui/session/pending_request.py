"""The request for a signature that is under way: the page's, on its bridge, or the gate's, for a commit that it holds.

The flow decides about it, and the warden alone changes the gate; this class carries the decisions out.
"""

import secrets
from collections.abc import Callable
from typing import TYPE_CHECKING

from kiosk.procedures.gate import Decision
from ui.browser.web_eid import CANCELLED, Challenge
from ui.flow.events import Purpose

if TYPE_CHECKING:
    from ui.browser.embedded.browser import Browser
    from ui.session.card_worker import Signature

#: The length of the random message that is signed for the gate's own check; nobody but the kiosk verifies it.
GATE_MESSAGE_BYTES = 64


class PendingRequest:
    """One request at a time; ``purpose`` is always the flow's."""

    def __init__(self) -> None:
        self._browser: Browser | None = None
        self._challenge: Challenge | None = None

    def watch(self, browser: "Browser") -> None:
        """Use the bridge and the warden of this browser."""
        self._browser = browser

    def classify(self) -> Decision | None:
        """The gate's decision on the page's request. None: the page does not wait for an answer any more."""
        self._challenge = self._browser.bridge.pending if self._browser else None
        if self._browser is None or self._challenge is None:
            return None
        return self._browser.warden.begin_portal_check(self._challenge.page)

    def message(self, purpose: Purpose, algorithm: str) -> bytes:
        """The bytes that the card signs; ``algorithm`` is the Web eID name of its key's algorithm."""
        if purpose is Purpose.GATE_CHECK:
            return secrets.token_bytes(GATE_MESSAGE_BYTES)
        assert self._challenge is not None
        return self._challenge.message(algorithm)

    def confirm(self, purpose: Purpose, then: Callable[[bool], None]) -> None:
        """Find out whether the signature is still waited for, so that no try of the PIN is spent for nothing."""
        browser = self._browser
        if browser is None:
            then(False)
        elif purpose is Purpose.GATE_CHECK:
            browser.warden.ask_held(then)
        else:
            then(self._challenge is not None and browser.bridge.pending is self._challenge)

    def answer(self, signature: "Signature | None") -> bool:
        """Give the page its signature; False: there is none."""
        assert self._browser is not None
        if signature is None:
            return False
        self._browser.bridge.succeed(signature.certificate, signature.algorithm, signature.value)
        return True

    def refuse(self, code: str = CANCELLED) -> None:
        """Answer the page's request, if there is one, with an error code of web-eid.js."""
        if self._browser:
            self._browser.bridge.fail(code)

    def open_gate(self) -> None:
        """The check was passed: let the final request leave."""
        assert self._browser is not None
        self._browser.warden.pass_check()

    def close_check(self) -> None:
        """The check under way, if any, was not passed: what the gate holds is aborted."""
        if self._browser:
            self._browser.warden.fail_check()

    def log_in(self) -> None:
        """The login was signed. It opens nothing; checks may begin now."""
        assert self._browser is not None
        self._browser.warden.log_in()
