"""A browser without a window: one profile, its cookies, the page it shows. Redirects are followed hop by hop."""

import http.client
import json
from base64 import b64encode
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import urlencode, urlsplit

from kiosk.cards.identity import CardReading, CardSession
from kiosk.secret import Pin
from kiosk.training.portal.token import signed_octets

_JSON, _FORM = "application/json", "application/x-www-form-urlencoded"
_LIMIT = 10.0

#: Measures or fields that a person sends with a form.
Form = Mapping[str, str | Sequence[str]]


class Browser:
    """``admits`` is asked about every request and every hop of a redirect: method, URL, whether it is a hop."""

    def __init__(self, origin: str, admits: Callable[[str, str, bool], bool] = lambda *_: True) -> None:
        self.origin = origin
        self.page, self.text = "", ""
        self._admits = admits
        self._cookies: SimpleCookie = SimpleCookie()

    def get(self, path: str) -> str:
        """Open a page; the path that is shown in the end."""
        return self._send("GET", path)

    def post(self, path: str, form: Form, released: bool = False) -> str:
        """Send a form; the path that is shown in the end. ``released``: it was held, and may leave now."""
        return self._send("POST", path, urlencode(form, doseq=True).encode(), _FORM, released)

    def log_in(self, card: CardSession, reading: CardReading, pin: Pin, course: str) -> str:
        """Answer the login page with a signature of this card; the path that is shown in the end."""
        token = self.token(card, reading, pin, "login")
        body = json.dumps({"token": token, "course": course}).encode()
        return self.get(json.loads(self._ask("POST", "/auth/login", body, _JSON)[1])["next"])

    def token(self, card: CardSession, reading: CardReading, pin: Pin, purpose: str) -> dict[str, Any]:
        """A Web eID token over the portal's challenge."""
        nonce = json.loads(self._ask("GET", f"/auth/challenge?purpose={purpose}")[1])["nonce"]
        message = signed_octets(self.origin, nonce, reading.algorithm)
        return token_of(reading, card.sign(pin, message, reading.fingerprint))

    def close(self) -> None:
        """Forget everything."""
        self._cookies.clear()
        self.page = self.text = ""

    def _send(self, method: str, path: str, body: bytes = b"", kind: str = "", released: bool = False) -> str:
        hop = False
        while released or self._admits(method, self.origin + path, hop):
            released, hop = False, True
            answer, text = self._ask(method, path, body, kind)
            if answer.status not in (302, 303, 307):
                self.page, self.text = path, text
                return path
            if answer.status != 307:
                method, body, kind = "GET", b"", ""
            path = str(answer.headers["location"])
        return self.page

    def _ask(self, method: str, path: str, body: bytes = b"", kind: str = "") -> tuple[http.client.HTTPResponse, str]:
        headers = {"Accept-Language": "ja", "Cookie": "; ".join(f"{k}={c.value}" for k, c in self._cookies.items())}
        if kind:
            headers |= {"Content-Type": kind, "Origin": self.origin}
        with closing(http.client.HTTPConnection(urlsplit(self.origin).netloc, timeout=_LIMIT)) as connection:
            connection.request(method, path, body or None, headers)
            answer = connection.getresponse()
            text = answer.read().decode()
        for cookie in answer.headers.get_all("set-cookie", []):
            self._cookies.load(cookie)
        for name in [name for name, cookie in self._cookies.items() if cookie["max-age"] == "0"]:
            del self._cookies[name]
        return answer, text


def token_of(reading: CardReading, signature: bytes) -> dict[str, Any]:
    """The fields of a Web eID token."""
    return {
        "unverifiedCertificate": b64encode(reading.certificate).decode(),
        "algorithm": reading.algorithm,
        "signature": b64encode(signature).decode(),
        "format": "web-eid:1.0",
    }
