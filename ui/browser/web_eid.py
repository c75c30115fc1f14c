"""The bridge of the Web eID page protocol (web-eid.js): answers what the content script forwards.

The origin comes from the engine at the time of the request, never from the page. Source: web-eid.js 2.1.0-beta.2,
token format web-eid:1.0. ``sign`` and ``getSigningCertificate`` are refused: they would touch the signature key.
"""

import base64
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256, sha384
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot

from kiosk.system import clock

LONGEST = 8192
#: Requests a second that a page may make; more are dropped without an answer (the library then times out).
RATE = 20
NONCE = re.compile(r"[A-Za-z0-9+/=_-]{44,128}")
DOCUMENT = re.compile(r"[0-9a-f]{32}")
CANCELLED = "ERR_WEBEID_USER_CANCELLED"
INSECURE = "ERR_WEBEID_CONTEXT_INSECURE"
#: Web eID algorithm names (format web-eid:1.0) and their hash.
_HASHES = {"RS256": sha256, "ES384": sha384}
INVALID = "ERR_WEBEID_NATIVE_INVALID_ARGUMENT"
PENDING = "ERR_WEBEID_ACTION_PENDING"
TIMED_OUT = "ERR_WEBEID_USER_TIMEOUT"


@dataclass(frozen=True)
class Challenge:
    """One ``authenticate`` request that waits for the person. ``origin`` and ``page`` come from the engine."""

    document: str
    request: int
    origin: str
    page: str
    nonce: str

    def message(self, algorithm: str) -> bytes:
        """The octets that are hashed again and signed: hash(origin) || hash(nonce as text), by the algorithm's hash."""
        digest = _HASHES[algorithm]
        return digest(self.origin.encode()).digest() + digest(self.nonce.encode()).digest()


@dataclass(frozen=True)
class Place:
    """Address of the main frame, from the engine. ``origin`` is None where nothing may be signed."""

    origin: str | None
    page: str


class Bridge(QObject):
    """The only object that the isolated world can reach. All input is untrusted until it is checked."""

    reply = Signal(str)
    asked = Signal()
    cancelled = Signal()
    loaded = Signal(bool)
    #: A new document, with the address that it reports for itself.
    created = Signal(str)

    def __init__(self, place: Callable[[], Place], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._place = place
        self._pending: Challenge | None = None
        self._window = (0.0, 0)

    @property
    def pending(self) -> Challenge | None:
        """The challenge that has no answer yet, if any."""
        return self._pending

    @Slot(str)
    def request(self, raw: str) -> None:
        """Handle one message of the content script."""
        message = _parse(raw)
        if message is None:
            return
        if message["kind"] != "request":
            # Not limited by the rate: a new document cancels the challenge of the old one.
            self._on_document(message)
        elif self._within_rate():
            self._on_request(message)

    def succeed(self, certificate: bytes, algorithm: str, signature: bytes) -> None:
        """Answer the pending challenge with a token. Without a challenge nothing is sent."""
        token = {
            "action": "web-eid:authenticate-success",
            "unverifiedCertificate": _base64(certificate),
            "algorithm": algorithm,
            "signature": _base64(signature),
            "format": "web-eid:1.0",
            "appVersion": "https://github.com/madoguchi-kiosk/0.1.0",
        }
        self._answer(token)

    def fail(self, code: str = CANCELLED) -> None:
        """Answer the pending challenge with an error code of the Web eID library."""
        self._answer(_failure("web-eid:authenticate", code))

    def forget(self) -> None:
        """Drop the pending challenge: its document is gone."""
        if self._pending:
            self._pending = None
            self.cancelled.emit()

    def _on_document(self, message: dict[str, Any]) -> None:
        if message["kind"] == "created":
            self.forget()
            self.created.emit(message["at"])
        else:
            self.loaded.emit(message.get("html") is True and message.get("controls") is True)

    def _on_request(self, message: dict[str, Any]) -> None:
        action, document, request = message["action"], message["doc"], message["id"]
        if action == "web-eid:status":
            self._send(document, request, action, _status(message["version"]))
        elif action == "web-eid:authenticate":
            self._on_authenticate(document, request, message["nonce"])
        else:
            self._send(document, request, action, _failure(action, CANCELLED))

    def _on_authenticate(self, document: str, request: int, nonce: str) -> None:
        code, place = "", self._place()
        if self._pending:
            code = PENDING
        elif place.origin is None:
            code = INSECURE
        elif not NONCE.fullmatch(nonce):
            code = INVALID
        if code or place.origin is None:
            self._send(document, request, "web-eid:authenticate", _failure("web-eid:authenticate", code))
            return
        self._pending = Challenge(document, request, place.origin, place.page, nonce)
        self.asked.emit()

    def _answer(self, message: dict[str, Any]) -> None:
        challenge, self._pending = self._pending, None
        if challenge:
            self._send(challenge.document, challenge.request, "web-eid:authenticate", message)

    def _send(self, document: str, request: int, action: str, message: dict[str, Any]) -> None:
        self.reply.emit(json.dumps({"doc": document, "id": request, "action": action, "message": message}))

    def _within_rate(self) -> bool:
        start, count = self._window
        now = clock.now()
        self._window = (now, 1) if now - start >= 1 else (start, count + 1)
        return self._window[1] <= RATE


def _parse(raw: str) -> dict[str, Any] | None:
    """The message, or None for anything that the content script could not have sent."""
    if len(raw) > LONGEST:
        return None
    try:
        message = json.loads(raw)
    except (ValueError, RecursionError):
        return None
    return message if isinstance(message, dict) and _shaped(message) else None


def _shaped(message: dict[str, Any]) -> bool:
    document = message.get("doc")
    if not isinstance(document, str) or not DOCUMENT.fullmatch(document):
        return False
    if message.get("kind") == "hello":
        return True
    if message.get("kind") == "created":
        return isinstance(message.get("at"), str)
    texts = all(isinstance(message.get(name), str) for name in ("action", "nonce", "version"))
    return message.get("kind") == "request" and type(message.get("id")) is int and texts


def _status(version: str) -> dict[str, Any]:
    # The library compares major versions and complains about differences, so its own version is echoed.
    known = version if re.fullmatch(r"\d{1,4}\.\d{1,4}\.\d{1,4}[-+.0-9A-Za-z]{0,32}", version) else "2.0.0"
    return {"action": "web-eid:status-success", "library": known, "extension": known, "nativeApp": known}


def _failure(action: str, code: str) -> dict[str, Any]:
    return {"action": f"{action}-failure", "error": {"code": code, "message": code}}


def _base64(data: bytes) -> str:
    return base64.b64encode(data).decode("ascii")
